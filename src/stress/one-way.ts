/** One-way analysis: each parameter to its low and its high, everything else as typed; ranked by how far the figure moves. */
import type { Decimal } from 'decimal.js';
import type { Change } from '../engine/assumptions';
import { text } from '../engine/figures';
import { Exact } from '../engine/readings/decimals';
import {
  WHOLE_IMPACT,
  type OneWay,
  type OneWayAsked,
  type OneWayBar,
  type OneWayEnd,
  type StressParameter,
} from '../engine/stress/answers';
import { watched } from '../engine/stress/watched';
import { tried, type Bench } from './bench';
import { changesFor } from './give-way';
import { movers, parameterOf } from './parameters';
import { refusalOf } from './refusal';

type Left = OneWay['left'][number];

/** Every parameter, moved. */
export const oneWay = (bench: Bench, asked: OneWayAsked = {}): OneWay =>
  ranked(bench, asked, [...oneWayBars(bench, asked)]);

/** The bars one after another, for whoever shows how far it is. */
export function* oneWayBars(bench: Bench, asked: OneWayAsked = {}): Generator<OneWayBar | Left> {
  const base = watched(bench.base, asked.figure ?? WHOLE_IMPACT);
  for (const together of moved(bench, asked)) yield barOf(bench, asked, base, together);
}

/** How many bars there will be. */
export const countBars = (bench: Bench, asked: OneWayAsked = {}): number => moved(bench, asked).length;

/** Bars in their order, widest first; equal ones as they are typed. */
export function ranked(bench: Bench, asked: OneWayAsked, made: readonly (OneWayBar | Left)[]): OneWay {
  const figure = asked.figure ?? WHOLE_IMPACT;
  const bars = made.filter((bar): bar is OneWayBar => 'width' in bar);
  return {
    figure,
    base: text(watched(bench.base, figure)),
    bars: [...bars].sort((a, b) => new Exact(b.width).comparedTo(a.width)),
    left: made.filter((bar): bar is Left => 'why' in bar),
  };
}

function moved(bench: Bench, { parameters, by, percentile }: OneWayAsked): readonly (readonly StressParameter[])[] {
  const all = parameters
    ? parameters.map((parameter) => [parameterOf(bench, parameter, undefined, percentile)])
    : movers(bench, percentile);
  return by === undefined ? all : all.map((together) => together.map((one) => around(one, new Exact(by))));
}

/** A part of what it is to either side, as far as its field allows. */
function around(one: StressParameter, by: Decimal): StressParameter {
  if (one.now === null) return one;
  const now = new Exact(one.now);
  const step = one.op === '+' ? by : now.abs().times(by);
  const [low, high] = [now.minus(step), now.plus(step)];
  return {
    ...one,
    low: text(one.minimum === null ? low : Exact.max(low, one.minimum)),
    high: text(one.maximum === null ? high : Exact.min(high, one.maximum)),
  };
}

function barOf(
  bench: Bench,
  asked: OneWayAsked,
  base: Decimal,
  together: readonly StressParameter[],
): OneWayBar | Left {
  const [first, ...others] = together;
  if (!first) throw new Error('nothing to move');
  const { parameter, op, now, low, high } = first;
  if (low === null || high === null)
    return { parameter, why: 'It has no low and high: type them in BIM_Uncertainty, or say by how much to move it.' };
  if (asked.by !== undefined && low === high)
    return { parameter, why: 'A part of 0 is 0: type its low and high in BIM_Uncertainty.' };
  const end = (value: string, of: (one: StressParameter) => string | null): OneWayEnd => {
    const changes = changesFor(
      bench,
      together.map((one) => ({ ...one, value: of(one) ?? '0' })),
    );
    return endOf(bench, asked, base, value, changes);
  };
  const [atLow, atHigh] = [end(low, (one) => one.low), end(high, (one) => one.high)];
  const width = [atLow, atHigh].reduce(
    (most, { change }) => Exact.max(most, new Exact(change ?? 0).abs()),
    new Exact(0),
  );
  return { parameter, also: others.map((one) => one.parameter), op, now, low: atLow, high: atHigh, width: text(width) };
}

function endOf(bench: Bench, asked: OneWayAsked, base: Decimal, value: string, changes: readonly Change[]): OneWayEnd {
  const { value: figure, findings } = tried(
    bench,
    changes,
    (run) => watched(run, asked.figure ?? WHOLE_IMPACT),
    'below',
  );
  return {
    value,
    figure: figure && text(figure),
    change: figure && text(figure.minus(base)),
    refused: figure ? '' : refusalOf(findings),
  };
}
