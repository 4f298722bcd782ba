/** BIM_Tests: who is tested, who is positive, and who goes on. */
import { covers, isAll, linesOf, number, numberOr, ONE, Refused, same, text, word, ZERO } from './sheet';
import type { Line, Num } from './sheet';
import { inWorld, seriesAt } from './model';
import type { Model, World } from './model';

export interface Tested {
  readonly line: Line;
  readonly test: string;
  /** tested, positive and, where prevalence is known, truePositive … falseNegative. */
  readonly measures: ReadonlyMap<string, Num>;
}
/** `passed`: the positives of the last gated test; null without one. */
export interface TestDay {
  readonly tests: readonly Tested[];
  readonly passed: Num | null;
}

/** Tests of a subgroup and world by Order; a row gives way to one of the same Test that says more. */
export const testRows = (model: Model, world: World, subgroup: string): Line[] => {
  const rows = linesOf(model.book, 'tests').filter(
    (line) => covers(text(line, 'Subgroup'), subgroup) && inWorld(line, world),
  );
  const saysMore = (a: Line, b: Line): boolean => {
    if (!same(text(a, 'Test'), text(b, 'Test')) || !same(text(a, 'Technology'), text(b, 'Technology'))) return false;
    const keys = ['Subgroup', 'World'].map((header) => [isAll(text(a, header)), isAll(text(b, header))] as const);
    return keys.every(([x, y]) => !x || y) && keys.some(([x, y]) => !x && y);
  };
  const order = (line: Line): number => numberOr(line, 'Order', ONE).toNumber();
  return rows.filter((row) => !rows.some((other) => saysMore(other, row))).sort((a, b) => order(a) - order(b));
};

/** Ill and well among those who come; `well` null where only their number is known. */
interface Group {
  readonly people: Num;
  readonly ill: Num | null;
}

/** Share of ill: behind a gate as it let them through, else as typed, else as an earlier test had it. */
const illShare = (line: Line, gate: Group | null, known: Group | null): Num | null => {
  const typed = number(line, 'Prevalence');
  if (gate === null && typed !== null) return typed;
  const group = gate ?? known;
  if (group === null || group.ill === null) return typed;
  return group.people.isZero() ? ZERO : group.ill.div(group.people);
};

const outcome = (line: Line, tested: Num, ill: Num | null): { measures: Map<string, Num>; positives: Group } => {
  const positive = number(line, 'Positive');
  if (positive !== null) {
    const people = tested.times(positive);
    return {
      measures: new Map([
        ['tested', tested],
        ['positive', people],
      ]),
      positives: { people, ill: null },
    };
  }
  const [sensitivity, specificity] = [number(line, 'Sensitivity'), number(line, 'Specificity')];
  if (
    sensitivity === null &&
    specificity === null &&
    number(line, 'Prevalence') === null &&
    word(line, 'Gate', 'no') !== 'yes'
  )
    return { measures: new Map([['tested', tested]]), positives: { people: tested, ill } };
  if (ill === null || sensitivity === null || specificity === null)
    throw new Refused(`${text(line, 'Test')}: Positive, or Prevalence with Sensitivity and Specificity`);
  const well = tested.minus(ill);
  const [truePositive, trueNegative] = [ill.times(sensitivity), well.times(specificity)];
  const falsePositive = well.minus(trueNegative);
  const people = truePositive.plus(falsePositive);
  return {
    measures: new Map([
      ['tested', tested],
      ['positive', people],
      ['truePositive', truePositive],
      ['falsePositive', falsePositive],
      ['trueNegative', trueNegative],
      ['falseNegative', ill.minus(truePositive)],
    ]),
    positives: { people, ill: truePositive },
  };
};

/** A chain on its way: who came through the last gate (null before one), and what is known of who is ill. */
interface Chain {
  readonly gate: Group | null;
  readonly known: Group | null;
  readonly tests: readonly Tested[];
}

/** One test of a chain. */
const through = (model: Model, chain: Chain, line: Line, t: number, people: Num): Chain => {
  const { gate, known, tests } = chain;
  const arriving = gate?.people ?? people;
  const tested = arriving.times(numberOr(line, 'Offered', ONE)).times(seriesAt(model, line, 'Uptake', t) ?? ONE);
  const share = illShare(line, gate, known);
  const ill = share === null ? null : gate !== null && tested.eq(arriving) ? gate.ill : tested.times(share);
  const { measures, positives } = outcome(line, tested, ill);
  const gated = word(line, 'Gate', 'no') === 'yes';
  const learnt = share !== null && number(line, 'Positive') === null ? { people: tested, ill } : known;
  return {
    gate: gated ? positives : gate,
    known: gated ? positives : learnt,
    tests: [...tests, { line, test: text(line, 'Test'), measures }],
  };
};

/** One chain at one time. `at` gives the people at a named step of the funnel. */
export const testAt = (
  model: Model,
  rows: readonly Line[],
  t: number,
  eligible: Num,
  at: (step: string) => Num,
): TestDay => {
  let chain: Chain = { gate: null, known: null, tests: [] };
  for (const line of rows)
    chain = through(model, chain, line, t, text(line, 'Step') === '' ? eligible : at(text(line, 'Step')));
  return { tests: chain.tests, passed: chain.gate === null ? null : chain.gate.people };
};
