/**
 * Break-even: the values of a parameter at which a figure meets a target. The whole range that its field allows is looked
 * through; where the figure is a straight line the value is exact, otherwise every change of sign is followed up.
 */
import type { Decimal } from 'decimal.js';
import { text } from '../engine/figures';
import { Exact } from '../engine/readings/decimals';
import { WHOLE_IMPACT, type BreakEven, type BreakEvenAsked, type StressParameter } from '../engine/stress/answers';
import { isStraight, rootsAmong, type Point } from '../engine/stress/roots';
import { usualTarget, watched } from '../engine/stress/watched';
import type { Gap } from '../engine/solve';
import { tried, type Bench } from './bench';
import { changesFor } from './give-way';
import { parameterOf } from './parameters';

/** Parts of what a parameter is at rest at which it is looked at first. */
const PARTS = ['-1', '0', '0.5', '0.8', '1', '1.25', '2', '5', '30'];
/** How many values between the ends, evenly. */
const EVENLY = 8;

export function breakEven(bench: Bench, asked: BreakEvenAsked): BreakEven {
  const figure = asked.figure ?? WHOLE_IMPACT;
  const target = asked.target === undefined ? usualTarget(bench.base, figure) : new Exact(asked.target);
  const one = parameterOf(bench, asked.parameter, asked.op);
  const gap = gapOf(bench, one, figure, target);
  const [from, to] = rangeOf(one, asked);
  const points = valuesBetween(one, from, to).map((at): Point => ({ at, gap: gap(at) }));
  const straight = isStraight(points);
  const always = points.every((point) => point.gap?.isZero() === true);
  const roots = always ? [] : rootsAmong(gap, points);
  return {
    parameter: one.parameter,
    op: one.op,
    figure,
    target: text(target),
    now: one.now,
    figureNow: text(watched(bench.base, figure)),
    roots: roots.map(({ value, leaps }) => ({ value: text(value), change: changeFrom(one.now, value), leaps })),
    how: straight ? 'straight' : 'bracketed',
    from: text(from),
    to: text(to),
    looked: points.filter((point) => point.gap !== null).length,
    always,
  };
}

/** The figure less the target at a value of a parameter. */
export function gapOf(bench: Bench, one: StressParameter, figure: string, target: Decimal): Gap {
  const known = new Map<string, Decimal | null>();
  return (value) => {
    const key = value.toString();
    const held = known.get(key);
    if (held !== undefined) return held;
    const { value: found } = tried(bench, changesFor(bench, [{ ...one, value: text(value) }]), (run) =>
      watched(run, figure).minus(target),
    );
    known.set(key, found);
    return found;
  };
}

/** A value as a change of what is typed, relative; null where that is nothing or not known. */
export function changeFrom(now: string | null, value: Decimal): string | null {
  const typed = new Exact(now ?? 0);
  return typed.isZero() ? null : text(value.div(typed).minus(1));
}

/** What the field allows, as far as a thousand times what is typed; what is typed keeps its sign. */
function rangeOf(one: StressParameter, asked: BreakEvenAsked): readonly [from: Decimal, to: Decimal] {
  const now = new Exact(one.now ?? 1);
  const far = (now.isZero() ? new Exact(1) : now.abs()).times(1000);
  const from = asked.from ?? one.minimum ?? (now.gt(0) && one.op !== '+' ? '0' : text(far.negated()));
  const to = asked.to ?? one.maximum ?? (now.lt(0) && one.op !== '+' ? '0' : text(far));
  if (new Exact(from).gte(to)) throw new Error(`There is nothing between ${from} and ${to}.`);
  return [new Exact(from), new Exact(to)];
}

/** Values to look at, in order: near what is typed, and evenly to the ends. */
function valuesBetween(one: StressParameter, from: Decimal, to: Decimal): readonly Decimal[] {
  const now = new Exact(one.now ?? 1);
  const near = PARTS.map((part) => (now.isZero() ? new Exact(part) : now.times(part)));
  const evenly = Array.from({ length: EVENLY + 1 }, (_, n) => from.plus(to.minus(from).times(n).div(EVENLY)));
  const held = [...near, ...evenly].filter((at) => at.gte(from) && at.lte(to));
  return [...new Map(held.map((at) => [at.toString(), at])).values()].sort((a, b) => a.comparedTo(b));
}
