/** Models of value realisation are sound too, and in every model each figure can be told from every other by its names. */
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import type { Run } from '../../../src/engine/figures';
import type { Axis, Link } from '../../../src/engine/graph/axis';
import type { Expression } from '../../../src/engine/graph/expression';
import type { Model } from '../../../src/engine/graph/model';
import { partsOf } from '../../../src/engine/readings/depends';
import { soundnessFaults } from '../../../src/engine/readings/soundness';
import { unitFaults } from '../../../src/engine/readings/units';
import { readAssumptions } from '../../../src/inputs/read-assumptions';
import { runModel } from '../../../src/run/run-model';
import { openXlsx } from '../../../src/workbook/xlsx';
import type { Snapshot } from '../../../src/workbook/workbook';
import { modelWith, type Block, type Typed } from '../../build/snapshot';
import { valueWorkbooks } from '../../random/value';
import { snapshotOf, workbooks } from '../../random/workbooks';

const runOf = (snapshot: Snapshot): readonly Run[] => {
  const { assumptions } = readAssumptions(snapshot);
  const run = assumptions && runModel(assumptions).run;
  return run ? [run] : [];
};

/** Names that are missing, or used twice where they should tell one thing from another. */
function unclear({ of: { model } }: Run): readonly string[] {
  const { axes, links } = namedIn(model);
  const faulty = (text: string | undefined): boolean => text === undefined || /^\s*$|undefined|NaN/.test(text);
  return [
    ...axes.flatMap(({ name, members }) => [
      ...members.filter((member, at) => faulty(member) || members.indexOf(member) !== at).map((of) => `${name}: ${of}`),
      ...(faulty(name) ? ['an axis without a name'] : []),
    ]),
    ...links.flatMap(({ name, from, to }) => (faulty(name) ? [`a link from ${from.name} to ${to.name}`] : [])),
    ...model.quantities.flatMap(({ block: { name, unit, description } }) =>
      [name, unit, description.source ?? 'none', description.meaning ?? 'none'].some(faulty) ? [name] : [],
    ),
  ];
}

/** Axes of blocks and of what is added up, and the links that formulas follow by name. */
function namedIn(model: Model): { readonly axes: readonly Axis[]; readonly links: readonly Link[] } {
  const [axes, links] = [new Set<Axis>(), new Set<Link>()];
  const walk = (expression: Expression): void => {
    const { node } = expression;
    if (node.kind === 'read') for (const place of node.places) if (place.kind === 'via') links.add(place.link);
    if (node.kind === 'sum') {
      axes.add(node.over);
      for (const per of node.per) links.add(per);
    }
    partsOf(expression).forEach(walk);
  };
  for (const { block } of model.quantities) {
    for (const axis of block.axes) axes.add(axis);
    if (block.size > 0 && block.formula) walk(block.formula);
  }
  for (const { from, to } of links) axes.add(from).add(to);
  return { axes: [...axes], links: [...links] };
}

/** A register with a market of one, of two, and of too many to write out. */
const REGISTER: Block = [
  [
    'Technology',
    'Phase',
    'Launch',
    'Earliest',
    'Latest',
    'Group',
    'Eligible',
    'Peak uptake',
    'Years to peak',
    'Net cost per patient',
  ],
  ['A', 'III', 2027, 2026, 2029, null, 10, 1, 1, 5],
  ...Array.from({ length: 13 }, (_, n): readonly Typed[] => [
    `T${String(n)}`,
    'III',
    2027,
    null,
    null,
    n < 2 ? 'g' : 'h',
    10,
    1,
    1,
    5,
  ]),
];

/** Whole vials by weight, whose weights differ, and years of an agreement. */
const VIALS = {
  Prices: [
    ['Item', 'Pack', 'Content', 'Unit', 'List price'],
    ['vial', 'small', 10, 'mg', 10],
    ['vial', 'large', 50, 'mg', 45],
  ],
  Patients: [
    ['Subgroup', 'Weight', 'Weight SD'],
    ['All', 70, 15],
  ],
  Regimens: [
    ['Technology', 'Item', 'Dose', 'Dose unit', 'Max dose', 'Every', 'Every unit', 'Vial sharing'],
    ['Drug A', 'vial', 1.5, 'mg/kg', 120, 1, 'month', 'no'],
  ],
  Costs: [
    ['Technology', 'Category', 'Item', 'Per', 'Price item'],
    ['Drug A', 'Acquisition', 'vial', 'dose', 'vial'],
  ],
  Agreements: [
    ['Technology', 'Type', 'Rate', 'From'],
    ['Drug A', 'discount', 0.1, 2027],
  ],
} satisfies Record<string, Block>;

const MICRO = 'test/published/realisation/micro_example/model.xlsx';
const ALL = { streams: true, cohorts: true, regimens: true, agreements: true, tests: true, splits: true };

test('the worked example, a register and drawn models are sound, in their units too, and everything in them has a name', async () => {
  const drawn = [
    ...fc.sample(workbooks(ALL), { numRuns: 3, seed: 5 }),
    ...fc.sample(valueWorkbooks({ accounting: 'cohort', wide: true }), { numRuns: 3, seed: 5 }),
    ...fc.sample(valueWorkbooks({ accounting: 'stock', wide: true }), { numRuns: 3, seed: 5 }),
  ];
  const micro = await (await openXlsx(readFileSync(MICRO))).read();
  const runs = [micro, modelWith({ Horizon: REGISTER }), modelWith(VIALS), ...drawn.map(snapshotOf)].flatMap(runOf);
  expect(runs.length).toBeGreaterThan(8);
  for (const run of runs) {
    expect(unclear(run)).toEqual([]);
    expect([unitFaults(run.of.model), soundnessFaults(run.of.model)]).toEqual([[], []]);
  }
});
