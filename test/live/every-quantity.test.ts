/** Every quantity of every model has a live form, wanted by a result or not. */
import fc from 'fast-check';
import type { Run } from '../../src/engine/figures';
import { headlineQuantities } from '../../src/engine/headline';
import type { LiveModel } from '../../src/engine/readings/live/document';
import { liveModel } from '../../src/engine/readings/live/live';
import { readAssumptions } from '../../src/inputs/read-assumptions';
import { runModel } from '../../src/run-model';
import { openXlsx } from '../../src/workbook/xlsx';
import type { Snapshot } from '../../src/workbook/workbook';
import { snapshotOf, workbooks } from '../random/workbooks';
import { CASE_NAMES, modelOf } from './written';

const runOf = (snapshot: Snapshot): Run | null => {
  const { assumptions } = readAssumptions(snapshot);
  return assumptions && runModel(assumptions).run;
};

const written = ({ of: { model, structure }, exact }: Run): LiveModel =>
  liveModel({
    model,
    run: exact,
    figures: model.quantities,
    year: structure.year,
    baseline: structure.baseline,
    selector: 'Summary!$J$2',
  });

/** Quantities that have figures and no block in the live model. */
function missing(run: Run): readonly string[] {
  const there = new Set(written(run).sheets.flatMap(({ blocks }) => blocks.map(({ name }) => name)));
  return run.of.model.quantities.flatMap(({ block }) =>
    block.size === 0 || there.has(block.name) ? [] : [block.name],
  );
}

test.each(CASE_NAMES)(
  '%s',
  async (name) => {
    const run = runOf(await (await openXlsx(modelOf(name))).read());
    if (!run) throw new Error('no figures');
    expect(headlineQuantities(run).length).toBeGreaterThan(8);
    expect(missing(run)).toEqual([]);
  },
  60_000,
);

test('random models', () => {
  const families = { streams: true, cohorts: true, regimens: true, agreements: true, tests: true, splits: true };
  for (const tables of fc.sample(workbooks(families), { numRuns: 10, seed: 5 })) {
    const run = runOf(snapshotOf(tables));
    if (run) expect(missing(run)).toEqual([]);
  }
}, 120_000);
