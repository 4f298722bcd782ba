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
  /** What the chain does as a whole, by the names of the JSON. */
  readonly together: ReadonlyMap<string, Num | null>;
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
  readonly steps: readonly Step[];
}

/** A test, or several side by side, as the chain goes on from it. */
interface Step {
  readonly gated: boolean;
  /** Says who is positive at all. */
  readonly telling: boolean;
  readonly positives: Group;
  /** Ill people who were tested and not found; null where it is not known who is ill. */
  readonly missed: Num | null;
}

/** Tests given to the same people: positive is whom one of them finds. */
const sideBySide = (rows: readonly Line[]): Line[][] => {
  const groups: Line[][] = [];
  for (const row of rows) {
    const held = groups.at(-1);
    if (held !== undefined && word(row, 'Combination', 'serial') === 'parallel') held.push(row);
    else groups.push([row]);
  }
  return groups;
};

/** Who is found by one of several tests of the same people: all but those whom all of them clear. */
const eitherOf = (tested: Num, ill: Num | null, parts: readonly Map<string, Num>[]): Group => {
  const left = (all: Num, found: (part: Map<string, Num>) => Num): Num =>
    all.isZero() ? ZERO : parts.reduce((rest, part) => rest.times(all.minus(found(part))).div(all), all);
  const of = (name: string) => (part: Map<string, Num>) => part.get(name) ?? ZERO;
  if (ill === null || parts.some((part) => !part.has('truePositive')))
    return { people: tested.minus(left(tested, of('positive'))), ill: null };
  const [missed, well] = [left(ill, of('truePositive')), tested.minus(ill)];
  const foundIll = ill.minus(missed);
  return { people: foundIll.plus(well.minus(left(well, of('falsePositive')))), ill: foundIll };
};

/** One test of a chain, or several side by side: the first of them says who comes and whether it is a gate. */
const through = (model: Model, chain: Chain, group: readonly Line[], t: number, people: Num): Chain => {
  const [first] = group;
  if (first === undefined) return chain;
  const { gate, known, tests } = chain;
  const arriving = gate?.people ?? people;
  const tested = arriving.times(numberOr(first, 'Offered', ONE)).times(seriesAt(model, first, 'Uptake', t) ?? ONE);
  const share = illShare(first, gate, known);
  const carried = gate !== null && gate.ill !== null && tested.eq(arriving) ? gate.ill : null;
  const ill = share === null ? null : (carried ?? tested.times(share));
  const parts = group.map((line) => outcome(line, tested, ill));
  const positives =
    parts.length === 1 && parts[0] !== undefined
      ? parts[0].positives
      : eitherOf(
          tested,
          ill,
          parts.map(({ measures }) => measures),
        );
  const gated = word(first, 'Gate', 'no') === 'yes';
  const learnt = share !== null && number(first, 'Positive') === null ? { people: tested, ill } : known;
  const telling = group.every((line) => number(line, 'Positive') !== null || number(line, 'Sensitivity') !== null);
  return {
    gate: gated ? positives : gate,
    known: gated ? positives : learnt,
    tests: [
      ...tests,
      ...group.map((line, i) => ({
        line,
        test: text(line, 'Test'),
        measures: parts[i]?.measures ?? new Map<string, Num>(),
      })),
    ],
    steps: [
      ...chain.steps,
      { gated, telling, positives, missed: ill === null || positives.ill === null ? null : ill.minus(positives.ill) },
    ],
  };
};

/** Tests done, readers' minutes, who is confirmed and missed, and what each confirmed patient takes. */
const togetherOf = ({ tests, steps }: Chain): Map<string, Num | null> => {
  const sum = (header: string): Num | null =>
    tests.some(({ line }) => number(line, header) !== null)
      ? tests.reduce(
          (all, { line, measures }) => all.plus((measures.get('tested') ?? ZERO).times(numberOr(line, header, ZERO))),
          ZERO,
        )
      : null;
  const made = new Map<string, Num | null>();
  if (tests.length === 0) return made;
  const done = tests.reduce((all, { measures }) => all.plus(measures.get('tested') ?? ZERO), ZERO);
  made.set('tests', done);
  const minutes = sum('Minutes');
  if (minutes !== null) made.set('minutes', minutes);
  const gates = steps.filter(({ gated }) => gated);
  const end = gates.at(-1) ?? steps.filter(({ telling }) => telling).at(-1);
  if (end === undefined) return made;
  const { positives } = end;
  const confirmed = positives.ill ?? positives.people;
  made.set('confirmed', confirmed);
  if (positives.ill !== null) {
    const missed = (gates.length > 0 ? gates : [end]).map((step) => step.missed ?? ZERO);
    made.set(
      'missed',
      missed.reduce((a, b) => a.plus(b), ZERO),
    );
    if (gates.length > 0)
      made.set('inVain', positives.people.isZero() ? ZERO : ONE.minus(positives.ill.div(positives.people)));
  }
  const each = (all: Num): Num | null => (confirmed.isZero() ? null : all.div(confirmed));
  made.set('testsPerConfirmed', each(done));
  const cost = sum('Unit cost');
  if (cost !== null) made.set('costPerConfirmed', each(cost));
  return made;
};

/** One chain at one time. `at` gives the people at a named step of the funnel. */
export const testAt = (
  model: Model,
  rows: readonly Line[],
  t: number,
  eligible: Num,
  at: (step: string) => Num,
): TestDay => {
  let chain: Chain = { gate: null, known: null, tests: [], steps: [] };
  for (const group of sideBySide(rows)) {
    const step = group[0] === undefined ? '' : text(group[0], 'Step');
    chain = through(model, chain, group, t, step === '' ? eligible : at(step));
  }
  return { tests: chain.tests, passed: chain.gate === null ? null : chain.gate.people, together: togetherOf(chain) };
};
