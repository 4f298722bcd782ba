/** Models of value realisation are sound too, and in every model each figure can be told from every other by its names. */
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import type { Run } from '../../../src/engine/figures';
import { soundnessFaults } from '../../../src/engine/readings/soundness';
import { unitFaults } from '../../../src/engine/readings/units';
import { readAssumptions } from '../../../src/inputs/read-assumptions';
import { runModel } from '../../../src/run/run-model';
import { openXlsx } from '../../../src/workbook/xlsx';
import type { Snapshot } from '../../../src/workbook/workbook';
import { valueWorkbooks } from '../../random/value';
import { snapshotOf, workbooks } from '../../random/workbooks';

const runOf = (snapshot: Snapshot): readonly Run[] => {
  const { assumptions } = readAssumptions(snapshot);
  const run = assumptions && runModel(assumptions).run;
  return run ? [run] : [];
};

/** Names that are missing, or used twice where they should tell one thing from another. */
function unclear({ of: { model } }: Run): readonly string[] {
  const axes = new Set(model.quantities.flatMap(({ block }) => block.axes));
  const faulty = (text: string | undefined): boolean => text !== undefined && /^\s*$|undefined|NaN/.test(text);
  return [
    ...[...axes].flatMap(({ name, members }) => [
      ...members.filter((member, at) => faulty(member) || members.indexOf(member) !== at).map((of) => `${name}: ${of}`),
      ...(faulty(name) ? ['an axis without a name'] : []),
    ]),
    ...model.quantities.flatMap(({ block: { name, unit, description } }) =>
      [name, unit, description.source, description.meaning].some(faulty) ? [name] : [],
    ),
  ];
}

const MICRO = 'test/published/realisation/micro_example/model.xlsx';
const ALL = { streams: true, cohorts: true, regimens: true, agreements: true, tests: true, splits: true };

test('the worked example and drawn models are sound, in their units too, and everything in them has a name', async () => {
  const drawn = [
    ...fc.sample(workbooks(ALL), { numRuns: 2, seed: 5 }),
    ...fc.sample(valueWorkbooks({ accounting: 'cohort', wide: true }), { numRuns: 2, seed: 5 }),
    ...fc.sample(valueWorkbooks({ accounting: 'stock', wide: true }), { numRuns: 2, seed: 5 }),
  ];
  const micro = await (await openXlsx(readFileSync(MICRO))).read();
  const runs = [micro, ...drawn.map(snapshotOf)].flatMap(runOf);
  expect(runs.length).toBeGreaterThan(4);
  for (const run of runs) {
    expect(unclear(run)).toEqual([]);
    expect([unitFaults(run.of.model), soundnessFaults(run.of.model)]).toEqual([[], []]);
  }
});
