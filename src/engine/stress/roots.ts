/**
 * Where a figure meets a target. Between two values at which it lies on either side, first the straight line between them
 * is tried, which is exact wherever the figure is straight in pieces; else the interval is halved.
 */
import type { Decimal } from 'decimal.js';
import { Exact } from '../readings/decimals';
import type { Gap } from '../solve';

/** A value at which the figure less the target is nothing, or where it leaps from one side to the other. */
export interface Root {
  readonly value: Decimal;
  readonly leaps: boolean;
}
/** The figure less the target at a value that was tried; null where the model refuses it. */
export interface Point {
  readonly at: Decimal;
  readonly gap: Decimal | null;
}

/** Steps of one interval. */
const STEPS = 160;
/** An interval is as good as a point when it is this part of its ends. */
const CLOSE = new Exact('1e-30');
/** A gap of this part of what it was on either side is none: the last digits of a division. */
const NOTHING = new Exact('1e-28');
/** What is left of the gap beyond this part of what it was on either side is a leap. */
const LEAP = new Exact('1e-9');

/** Roots among and between points, in order of their values. */
export function rootsAmong(gap: Gap, points: readonly Point[]): readonly Root[] {
  return points.flatMap((point, n): readonly Root[] => {
    if (!point.gap) return [];
    if (point.gap.isZero()) return [{ value: point.at, leaps: false }];
    const next = points[n + 1];
    if (!next?.gap || next.gap.isZero() || next.gap.isNegative() === point.gap.isNegative()) return [];
    const root = between(gap, { at: point.at, gap: point.gap }, { at: next.at, gap: next.gap });
    return root ? [root] : [];
  });
}

/** Whether points lie on one straight line. */
export function isStraight(points: readonly Point[]): boolean {
  const [first] = points;
  const last = points.at(-1);
  if (!first?.gap || !last?.gap || points.some(({ gap }) => gap === null)) return false;
  const [start, rise, run] = [first.gap, last.gap.minus(first.gap), last.at.minus(first.at)];
  const scale = points.reduce((most, { gap }) => Exact.max(most, gap?.abs() ?? 0), new Exact(0));
  return points.every(({ at, gap }) => {
    const line = start.plus(rise.times(at.minus(first.at)).div(run));
    return gap?.minus(line).abs().lte(scale.times(CLOSE)) === true;
  });
}

interface Known {
  readonly at: Decimal;
  readonly gap: Decimal;
}

/** Null where the model refuses values on the way. */
function between(gap: Gap, low: Known, high: Known): Root | null {
  let [from, to] = [low, high];
  const scale = Exact.min(low.gap.abs(), high.gap.abs());
  for (let step = 0; step < STEPS; step += 1) {
    const at = step % 2 === 0 ? crossing(from, to) : from.at.plus(to.at).div(2);
    const value = gap(at);
    if (!value) return null;
    if (value.abs().lte(scale.times(NOTHING))) return { value: at, leaps: false };
    if (value.isNegative() === from.gap.isNegative()) from = { at, gap: value };
    else to = { at, gap: value };
    const width = to.at.minus(from.at).abs();
    if (width.lte(Exact.max(from.at.abs(), to.at.abs()).times(CLOSE))) break;
  }
  const nearer = from.gap.abs().lte(to.gap.abs()) ? from : to;
  return { value: nearer.at, leaps: nearer.gap.abs().gt(scale.times(LEAP)) };
}

/** Where the straight line between two points crosses nothing. */
const crossing = (a: Known, b: Known): Decimal => a.at.minus(a.gap.times(b.at.minus(a.at)).div(b.gap.minus(a.gap)));
