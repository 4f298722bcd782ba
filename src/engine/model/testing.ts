/**
 * Tests before a technology: who is tested, found, missed and found in vain. In a chain the ill and the well are
 * carried apart (conditional independence); the positives of the last gated test are the eligible patients of that
 * world. TP = ill × sensitivity, FP = well × (1 − specificity). Tests side by side find whom one of them finds:
 * missed = ill × Π (1 − sensitivity), cleared = well × Π specificity. Workbook contract, BIM_Tests.
 */
import type { Given, TestRow } from '../assumptions';
import { axis, link, type Axis } from '../graph/axis';
import { cases, one, zero, type Expression } from '../graph/expression';
import type { Model } from '../graph/model';
import type { Quantity } from '../graph/quantity';
import { Exact } from '../readings/decimals';
import { seriesByYear } from './series';
import { peopleAt, stepsNamed } from './steps';
import { distinct, type Structure } from './structure';
import { gatedEligible } from './test-gates';
import { leadRow, prevalenceRows, testUses, truthKnown, type TestUse } from './test-uses';

export const MEASURES = [
  'tested',
  'positive',
  'truePositive',
  'falsePositive',
  'trueNegative',
  'falseNegative',
] as const;
export type Measure = (typeof MEASURES)[number];

/** Of the ill and of the well: how many a test, or those side by side up to it, call positive. [test, year] */
export interface Found {
  readonly ill: Quantity;
  readonly well: Quantity;
}

export interface Testing {
  readonly test: Axis;
  readonly uses: readonly TestUse[];
  readonly rows: readonly TestRow[];
  readonly rowAxis: Axis;
  /** Each [test, year], people. */
  readonly measures: Readonly<Record<Measure, Quantity>>;
  /** Those who go on where the test is a gate. */
  readonly found: Found;
  /** Those of the ill who are not found. [test, year] */
  readonly missed: Quantity;
  /** Unit cost. [test row], money */
  readonly unitCost: Quantity;
  /** The eligible of each world, given the candidates. [world, subgroup, year] */
  readonly selected: (untested: Quantity) => Expression;
}

const SOURCE = 'workbook contract, BIM_Tests';

/** `candidates` [world, subgroup, year]; `people` [funnel step, year]. Null where there are no tests. */
export function testing(
  model: Model,
  structure: Structure,
  growing: Quantity,
  candidates: Quantity,
  people: Quantity,
): Testing | null {
  const { assumptions } = structure;
  const rows = assumptions.tests;
  if (rows.length === 0) return null;
  const uses = testUses(structure);
  const { test, rowAxis } = axesOf(structure, uses);
  const at: At = { model, structure, uses, rows, test, rowAxis };
  const rates = ratesOf(at);
  const tested = testedPeople(at, rates, comers(at, growing, candidates, people), () => found);
  const block = blocks(at);
  const measures: Record<Measure, Quantity> = {
    tested: block('Tested', () => tested.ill.plus(tested.well)),
    positive: block('Positive', () => tested.truePositive.plus(tested.falsePositive)),
    truePositive: tested.truePositive,
    falsePositive: tested.falsePositive,
    trueNegative: block('True negatives', () => tested.well.minus(tested.falsePositive)),
    falseNegative: block('False negatives', () => tested.ill.minus(tested.truePositive)),
  };
  const sideBySide = uses.some((use) => use.beside >= 0) ? together(at, rates, tested) : null;
  const found: Found = sideBySide?.found ?? { ill: tested.truePositive, well: tested.falsePositive };
  const unitCost = model.input(
    'Cost of a test',
    assumptions.model.currency,
    [rowAxis],
    rows.map((row) => row.unitCost),
    new Exact(0),
  );
  const positive = sideBySide ? block('Positive side by side', () => found.ill.plus(found.well)) : measures.positive;
  return {
    test,
    uses,
    rows,
    rowAxis,
    measures,
    found,
    missed: sideBySide?.missed ?? measures.falseNegative,
    unitCost,
    selected: (of) => gatedEligible(structure, test, uses, rows, positive, of),
  };
}

/** What every step below is told. */
interface At {
  readonly model: Model;
  readonly structure: Structure;
  readonly uses: readonly TestUse[];
  readonly rows: readonly TestRow[];
  readonly test: Axis;
  readonly rowAxis: Axis;
}

const blocks =
  ({ model, structure, test }: At) =>
  (name: string, formula: () => Expression): Quantity =>
    model.quantity(name, 'person', [test, structure.year], formula, { source: SOURCE });

function axesOf(structure: Structure, uses: readonly TestUse[]): { test: Axis; rowAxis: Axis } {
  const { world, subgroup, assumptions } = structure;
  const rows = assumptions.tests;
  const name = (use: TestUse): string =>
    [world.members[use.world], subgroup.members[use.subgroup], rows[use.row]?.test].join(' · ');
  const test = axis('test', distinct(uses.map(name)));
  const rowName = (row: TestRow): string => `${row.technology} · ${row.test} · ${row.world ?? 'both worlds'}`;
  const rowAxis = axis('test row', distinct(rows.map(rowName)));
  test.belongsTo(
    world,
    uses.map((use) => use.world),
  );
  test.belongsTo(
    subgroup,
    uses.map((use) => use.subgroup),
  );
  test.belongsTo(
    rowAxis,
    uses.map((use) => use.row),
  );
  return { test, rowAxis };
}

/** How often a test is positive: `plain` tells whether by its Positive, or by its accuracy. */
interface Rates {
  readonly plain: (member: number) => string;
  readonly sensitivity: Quantity;
  readonly specificity: Quantity;
  readonly positive: Quantity;
  readonly prevalence: Quantity;
}

const inputOf = ({ model, rowAxis, rows }: At, name: string, blank: number, of: (row: TestRow) => Given | null) =>
  model.input(name, '1', [rowAxis], rows.map(of), new Exact(blank));

const ratesOf = (at: At): Rates => ({
  plain: (member) => (at.rows[at.uses[member]?.row ?? -1]?.positive ? 'positive' : 'accuracy'),
  prevalence: inputOf(at, 'Prevalence among those tested', 0, (row) => row.prevalence),
  sensitivity: inputOf(at, 'Sensitivity', 1, (row) => row.sensitivity),
  specificity: inputOf(at, 'Specificity', 1, (row) => row.specificity),
  positive: inputOf(at, 'Share positive', 1, (row) => row.positive),
});

/** Who comes to a test that follows no gate, and which part of those who come are tested. */
interface Comers {
  readonly people: Readonly<Record<'step' | 'eligible', Expression>>;
  readonly kind: (member: number) => 'step' | 'eligible';
  readonly share: Expression;
}

function comers(at: At, growing: Quantity, candidates: Quantity, people: Quantity): Comers {
  const { model, structure, uses, rows, test, rowAxis } = at;
  const { step, year, baseline } = structure;
  const series = rows.map((row) => row.uptake);
  const uptake = seriesByYear(
    model,
    { name: 'Testing uptake', unit: '1', rows: rowAxis, series, source: SOURCE },
    year,
    growing,
    baseline,
  );
  const offered = inputOf(at, 'Offered', 1, (row) => row.offered);
  const steps = uses.map((use, n) => stepsNamed(structure, use.subgroup, leadRow(uses, rows, n)?.step ?? ''));
  const taken = (member: number): string => (rows[uses[member]?.row ?? -1]?.uptake ? 'uptake' : 'all');
  return {
    people: { step: peopleAt(test, step, steps, people), eligible: candidates },
    kind: (member) => ((steps[member]?.length ?? 0) > 0 ? 'step' : 'eligible'),
    share: offered.times(cases(test, taken, { uptake, all: one })),
  };
}

interface Tested {
  readonly ill: Quantity;
  readonly well: Quantity;
  readonly truePositive: Quantity;
  readonly falsePositive: Quantity;
}

/** The ill and the well among those tested, and whom of them the test calls positive. */
function testedPeople(at: At, rates: Rates, { people, kind, share }: Comers, found: () => Found): Tested {
  const { uses, rows, test } = at;
  const block = blocks(at);
  const prevalent = link('row whose prevalence holds', test, at.rowAxis, prevalenceRows(uses, rows));
  const lead = link(
    'first of the tests side by side',
    test,
    test,
    uses.map((use) => use.lead),
  );
  const before = link(
    'gated test before',
    test,
    test,
    uses.map((use) => use.before),
  );
  const whole = (member: number): string => ((prevalent.map[member] ?? -1) < 0 ? 'all' : 'typed');
  const where = whence(at, kind);
  const prevalence = rates.prevalence.via(prevalent);
  const those = (self: () => Quantity, part: Expression, chain: () => Expression, typed: Expression): Expression =>
    cases(test, where, {
      chain: share.times(chain()),
      ...only(at, where, 'untold', () => share.times(found().ill.via(before)).times(typed)),
      step: share.times(people.step.times(part)),
      eligible: share.times(people.eligible.times(part)),
      ...only(at, where, 'beside', () => self().via(lead)),
    });
  const ill: Quantity = block('Ill who are tested', () =>
    those(
      () => ill,
      cases(test, whole, { all: one, typed: prevalence }),
      () => found().ill.via(before),
      rates.prevalence,
    ),
  );
  const well: Quantity = block('Well who are tested', () =>
    those(
      () => well,
      cases(test, whole, { all: zero(), typed: one.minus(prevalence) }),
      () => found().well.via(before),
      one.minus(rates.prevalence),
    ),
  );
  const truePositive = block('True positives', () =>
    cases(test, rates.plain, { positive: ill.times(rates.positive), accuracy: ill.times(rates.sensitivity) }),
  );
  const falsePositive = block('False positives', () =>
    cases(test, rates.plain, {
      positive: well.times(rates.positive),
      accuracy: well.times(one.minus(rates.specificity)),
    }),
  );
  return { ill, well, truePositive, falsePositive };
}

/** A branch only where some member takes it. */
const only = (
  { test }: At,
  where: (member: number) => string,
  name: string,
  branch: () => Expression,
): Record<string, Expression> => (test.members.some((_, member) => where(member) === name) ? { [name]: branch() } : {});

/** Where those who come to a test come from. `untold`: from a gate that does not tell the ill from the well. */
function whence({ uses, rows }: At, kind: Comers['kind']): (member: number) => string {
  const known = truthKnown(uses, rows);
  return (member) => {
    const use = uses[member];
    if (use && use.beside >= 0) return 'beside';
    if (!use || use.before < 0) return kind(member);
    return known[use.before] !== true && rows[use.row]?.prevalence ? 'untold' : 'chain';
  };
}

/** Tests side by side: of the ill they miss those whom all of them miss, of the well they clear those whom all clear. */
function together(at: At, rates: Rates, tested: Tested): { readonly found: Found; readonly missed: Quantity } {
  const { test, uses } = at;
  const block = blocks(at);
  const beside = link(
    'test beside which it is given',
    test,
    test,
    uses.map((use) => use.beside),
  );
  const kind = (member: number): string => ((uses[member]?.beside ?? -1) < 0 ? 'alone' : 'beside');
  const rest = (positive: Expression, accuracy: Expression): Expression =>
    cases(test, rates.plain, { positive, accuracy });
  const negative = one.minus(rates.positive);
  const missed: Quantity = block('Ill whom no test side by side finds', () =>
    cases(test, kind, {
      alone: tested.ill.minus(tested.truePositive),
      beside: missed.via(beside).times(rest(negative, one.minus(rates.sensitivity))),
    }),
  );
  const cleared: Quantity = block('Well whom all tests side by side clear', () =>
    cases(test, kind, {
      alone: tested.well.minus(tested.falsePositive),
      beside: cleared.via(beside).times(rest(negative, rates.specificity)),
    }),
  );
  const ill = block('Ill found side by side', () => tested.ill.minus(missed));
  const well = block('Well found side by side', () => tested.well.minus(cleared));
  return { found: { ill, well }, missed };
}
