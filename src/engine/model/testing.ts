/**
 * Tests before a technology: who is tested, found, missed and treated in vain. In a chain the ill and the well are
 * carried apart (conditional independence); the positives of the last gated test are the eligible patients of that
 * world. TP = ill × sensitivity, FP = well × (1 − specificity). Workbook contract, BIM_Tests.
 */
import type { Given, TestRow } from '../assumptions';
import { axis, link, type Axis } from '../graph/axis';
import { cases, one, sum, zero, type Expression } from '../graph/expression';
import type { Model } from '../graph/model';
import type { Quantity } from '../graph/quantity';
import { Exact } from '../readings/decimals';
import { seriesByYear } from './series';
import { peopleAt, stepsNamed } from './steps';
import { distinct, isAll, sameName, typedWorld, type Structure } from './structure';

/** One test in one world and subgroup; `before` is the gated test whose positives come to it (-1: none). */
export interface TestUse {
  readonly row: number;
  readonly world: number;
  readonly subgroup: number;
  readonly before: number;
}

export const MEASURES = [
  'tested',
  'positive',
  'truePositive',
  'falsePositive',
  'trueNegative',
  'falseNegative',
] as const;
export type Measure = (typeof MEASURES)[number];

export interface Testing {
  readonly test: Axis;
  readonly uses: readonly TestUse[];
  readonly rows: readonly TestRow[];
  /** Each [test, year], people. */
  readonly measures: Readonly<Record<Measure, Quantity>>;
  /** Unit cost. [test], money */
  readonly unitCost: Quantity;
  /** The eligible of each world, given the candidates. [world, subgroup, year] */
  readonly selected: (untested: Quantity) => Expression;
}

/** Tests by world and subgroup in their order; a row for a subgroup or world stands in place of one for all. */
export function testUses(structure: Structure): readonly TestUse[] {
  const rows = structure.assumptions.tests;
  const uses: TestUse[] = [];
  structure.world.members.forEach((_, w) => {
    const world = typedWorld(w);
    structure.subgroup.members.forEach((name, subgroup) => {
      const fitting = rows
        .map((row, index) => ({ row, index }))
        .filter(({ row }) => (row.world ?? world) === world && (isAll(row.subgroup) || sameName(row.subgroup, name)));
      const rank = (row: TestRow): number => (isAll(row.subgroup) ? 0 : 1) + (row.world === null ? 0 : 1);
      const kept = fitting.filter(
        ({ row }) =>
          !fitting.some(
            ({ row: other }) =>
              sameName(other.test, row.test) &&
              sameName(other.technology, row.technology) &&
              other.order === row.order &&
              rank(other) > rank(row),
          ),
      );
      let before = -1;
      for (const { row, index } of [...kept].sort((a, b) => a.row.order - b.row.order)) {
        uses.push({ row: index, world: w, subgroup, before });
        if (row.gate) before = uses.length - 1;
      }
    });
  });
  return uses;
}

/** `candidates` [world, subgroup, year]; `people` [funnel step, year]. Null where there are no tests. */
export function testing(
  model: Model,
  structure: Structure,
  growing: Quantity,
  candidates: Quantity,
  people: Quantity,
): Testing | null {
  const { world, subgroup, year, step, baseline, assumptions } = structure;
  const rows = assumptions.tests;
  if (rows.length === 0) return null;
  const uses = testUses(structure);
  const test = axis(
    'test',
    distinct(
      uses.map((use) => [world.members[use.world], subgroup.members[use.subgroup], rows[use.row]?.test].join(' · ')),
    ),
  );
  test.belongsTo(
    world,
    uses.map((use) => use.world),
  );
  test.belongsTo(
    subgroup,
    uses.map((use) => use.subgroup),
  );
  const source = 'workbook contract, BIM_Tests';
  const rowAxis = axis(
    'test row',
    distinct(rows.map((row) => `${row.technology} · ${row.test} · ${row.world ?? 'both worlds'}`)),
  );
  test.belongsTo(
    rowAxis,
    uses.map((use) => use.row),
  );
  const uptake = seriesByYear(
    model,
    { name: 'Testing uptake', unit: '1', rows: rowAxis, series: rows.map((row) => row.uptake), source },
    year,
    growing,
    baseline,
  );
  const give = (name: string, blank: number, of: (row: TestRow) => Given | null): Quantity =>
    model.input(name, '1', [rowAxis], rows.map(of), new Exact(blank));
  const offered = give('Offered', 1, (row) => row.offered);
  const typedPrevalence = give('Prevalence among those tested', 0, (row) => row.prevalence);
  const known = link('row whose prevalence holds', test, rowAxis, prevalenceRows(uses, rows));
  const prevalence = typedPrevalence.via(known);
  const sensitivity = give('Sensitivity', 1, (row) => row.sensitivity);
  const specificity = give('Specificity', 1, (row) => row.specificity);
  const positiveShare = give('Share positive', 1, (row) => row.positive);
  const rowOf = (member: number): TestRow | undefined => rows[uses[member]?.row ?? -1];
  const before = link(
    'gated test before',
    test,
    test,
    uses.map((use) => use.before),
  );
  const steps = uses.map((use) => stepsNamed(structure, use.subgroup, rows[use.row]?.step ?? ''));
  const where = (member: number): string =>
    (uses[member]?.before ?? -1) >= 0 ? 'chain' : (steps[member]?.length ?? 0) > 0 ? 'step' : 'eligible';
  const block = (name: string, formula: () => Expression): Quantity =>
    model.quantity(name, 'person', [test, year], formula, { source });
  const taken = (member: number): string => (rowOf(member)?.uptake ? 'uptake' : 'all');
  const share = (): Expression => offered.times(cases(test, taken, { uptake, all: one }));
  const split = (part: () => Expression, chain: () => Quantity): Expression =>
    share().times(
      cases(test, where, {
        chain: chain().via(before),
        step: peopleAt(test, step, steps, people).times(part()),
        eligible: candidates.times(part()),
      }),
    );
  const plain = (member: number): string => (rowOf(member)?.positive ? 'positive' : 'accuracy');
  const truePositive: Quantity = block('True positives', () =>
    cases(test, plain, { positive: ill.times(positiveShare), accuracy: ill.times(sensitivity) }),
  );
  const falsePositive: Quantity = block('False positives', () =>
    cases(test, plain, { positive: well.times(positiveShare), accuracy: well.times(one.minus(specificity)) }),
  );
  const whole = (member: number): string => ((known.map[member] ?? -1) < 0 ? 'all' : 'typed');
  const ill: Quantity = block('Ill who are tested', () =>
    split(
      () => cases(test, whole, { all: one, typed: prevalence }),
      () => truePositive,
    ),
  );
  const well: Quantity = block('Well who are tested', () =>
    split(
      () => cases(test, whole, { all: zero(), typed: one.minus(prevalence) }),
      () => falsePositive,
    ),
  );
  const measures: Record<Measure, Quantity> = {
    tested: block('Tested', () => ill.plus(well)),
    positive: block('Positive', () => truePositive.plus(falsePositive)),
    truePositive,
    falsePositive,
    trueNegative: block('True negatives', () => well.minus(falsePositive)),
    falseNegative: block('False negatives', () => ill.minus(truePositive)),
  };
  const unitCost = model.input(
    'Cost of a test',
    assumptions.model.currency,
    [rowAxis],
    rows.map((row) => row.unitCost),
    new Exact(0),
  );
  return {
    test,
    uses,
    rows,
    measures,
    unitCost,
    selected: (of) => gatedEligible(structure, test, uses, rows, measures.positive, of),
  };
}

/** A prevalence once typed holds for the tests after it, as long as no gate has changed who comes; -1: nobody knows. */
function prevalenceRows(uses: readonly TestUse[], rows: readonly TestRow[]): readonly number[] {
  let held = -1;
  return uses.map((use, index) => {
    const before = uses[index - 1];
    if (before?.world !== use.world || before.subgroup !== use.subgroup) held = -1;
    if (rows[use.row]?.prevalence) held = use.row;
    return held;
  });
}

function gatedEligible(
  structure: Structure,
  test: Axis,
  uses: readonly TestUse[],
  rows: readonly TestRow[],
  positive: Quantity,
  candidates: Quantity,
): Expression {
  const { world, subgroup } = structure;
  const cell = axis(
    'world and subgroup',
    world.members.flatMap((name) => subgroup.members.map((group) => `${name} · ${group}`)),
  );
  const at = (member: number): { w: number; s: number } => ({
    w: Math.floor(member / subgroup.size),
    s: member % subgroup.size,
  });
  const last = cell.members.map((_, member) => {
    const { w, s } = at(member);
    return uses.reduce(
      (found, use, index) => (use.world === w && use.subgroup === s && rows[use.row]?.gate ? index : found),
      -1,
    );
  });
  const gate = link('last gated test', cell, test, last);
  cell.belongsTo(
    world,
    cell.members.map((_, member) => at(member).w),
  );
  cell.belongsTo(
    subgroup,
    cell.members.map((_, member) => at(member).s),
  );
  const found = cases(cell, (member) => ((last[member] ?? -1) < 0 ? 'open' : 'gated'), {
    open: candidates,
    gated: positive.via(gate),
  });
  return sum(found, cell, world, subgroup);
}
