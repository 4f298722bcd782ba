/** Plan and actual, as sheets, charts, sentences and the pane read them: the steps of each technology, and what was recorded. */
import type { BridgeStep, Realisation } from '../engine/realisation-results';
import type { Amounts } from '../engine/results';
import type { Listed } from '../engine/traces';
import { amount, sum, ZERO, type Amount } from './amounts';
import type { Figures } from './figures';
import { moneyOf } from './money';

/** The steps in their order, each with what it is called in tables and in sentences, and what it holds. */
export const BRIDGE_STEPS: readonly {
  readonly step: string;
  readonly label: string;
  readonly words: string;
  readonly means: string;
}[] = [
  {
    step: 'eligible',
    label: 'People eligible',
    words: 'the number of people eligible',
    means: 'More or fewer people than planned could have had it',
  },
  {
    step: 'start date',
    label: 'Start date',
    words: 'the start date',
    means: 'The curve of the plan begins earlier or later',
  },
  {
    step: 'curve',
    label: 'Shape of the curve',
    words: 'the shape of the curve',
    means: 'It rises faster or slower, to the same height',
  },
  {
    step: 'ceiling',
    label: 'Height so far',
    words: 'the height reached so far',
    means: 'The highest share reached in the months recorded',
  },
  {
    step: 'persistence',
    label: 'Staying on it',
    words: 'how long people stay on it',
    means: 'People stay longer or shorter than planned',
  },
  { step: 'price', label: 'Price', words: 'the price', means: 'A patient-year costs more or less than planned' },
  {
    step: 'mix',
    label: 'Mix of subgroups',
    words: 'the mix of subgroups',
    means: 'Dearer or cheaper subgroups than planned',
  },
];

interface BridgedStep {
  readonly step: string;
  readonly label: string;
  readonly words: string;
  readonly values: readonly Amount[];
  /** The list of the results that they were read from. */
  readonly list: Amounts;
}
/** One technology from plan to actual, by year: undiscounted spending of the months that were recorded. */
export interface Bridged {
  readonly technology: string;
  readonly planned: readonly Amount[];
  readonly steps: readonly BridgedStep[];
  readonly actual: readonly Amount[];
  /** First actual less first planned month with starts. */
  readonly lag: number;
  readonly reforecast: readonly Amount[];
  /** The lists of the results that they were read from. */
  readonly lists: Readonly<Record<'planned' | 'actual' | 'reforecast', Amounts>>;
}

export function bridgesOf({ bridge = [] }: Realisation): readonly Bridged[] {
  const technologies = [...new Set(bridge.map(({ technology }) => technology))];
  return technologies.map((technology) => {
    const listOf = (step: string): Amounts => listIn(bridge, technology, step);
    const of = (step: string): readonly Amount[] => listOf(step).map(amount);
    return {
      technology,
      planned: of('planned'),
      steps: BRIDGE_STEPS.map(({ step, label, words }) => ({
        ...{ step, label, words },
        values: of(step),
        list: listOf(step),
      })),
      actual: of('actual'),
      lag: of('lag months')[0]?.toNumber() ?? 0,
      reforecast: of('reforecast starts'),
      lists: { planned: listOf('planned'), actual: listOf('actual'), reforecast: listOf('reforecast starts') },
    };
  });
}

const listIn = (bridge: readonly BridgeStep[], technology: string, step: string): Amounts =>
  bridge.find((each) => each.technology === technology && each.step === step)?.values ?? [];

/** The figures of a run, with money in the scale of what was spent. */
export function bridgeScale(figures: Figures, bridges: readonly Bridged[]): Figures {
  const ends = bridges.flatMap(({ planned, actual }) => [...planned, ...actual]);
  const steps = bridges.flatMap((each) => each.steps.map(({ values }) => sum(values)));
  const shown = steps.filter((step) => step.abs().gt(sum(ends).abs().div(1000)));
  return { ...figures, money: moneyOf(figures.results.currency, ends, shown) };
}

/** Years with something recorded. */
export const coveredYears = ({ planned, actual }: Bridged): readonly number[] =>
  planned.flatMap((value, year) => (value.isZero() && (actual[year] ?? ZERO).isZero() ? [] : [year]));

/** A list of the results: a measure of a technology by month, null where nothing was recorded. */
export const recordedFigures = (
  { recorded = [] }: Realisation,
  technology: string,
  measure: string,
  of: string,
): Listed | null =>
  recorded.find((each) => each.technology === technology && each.measure === measure && each.case === of)?.values ??
  null;

/** The same as amounts. */
export const recordedAmounts = (...asked: Parameters<typeof recordedFigures>): readonly (Amount | null)[] | null =>
  recordedFigures(...asked)?.map((value) => (value === null ? null : amount(value))) ?? null;

/** The steps that matter most, largest first. */
export const weightiest = ({ steps }: Bridged): readonly { readonly words: string; readonly value: Amount }[] =>
  steps
    .map(({ words, values }) => ({ words, value: sum(values) }))
    .filter(({ value }) => value.abs().gte('0.005'))
    .sort((a, b) => b.value.abs().comparedTo(a.value.abs()));
