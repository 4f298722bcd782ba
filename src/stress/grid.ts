/** A grid: the figure at every pair of values of two parameters, and the line along which it meets a target. */
import type { Decimal } from 'decimal.js';
import { text } from '../engine/figures';
import { Exact } from '../engine/readings/decimals';
import { WHOLE_IMPACT, type Grid, type GridAsked, type GridSide, type StressParameter } from '../engine/stress/answers';
import { rootsAmong } from '../engine/stress/roots';
import { usualTarget, watched } from '../engine/stress/watched';
import { tried, type Bench } from './bench';
import { changesFor } from './give-way';
import { parameterOf } from './parameters';

const STEPS = 7;
/** Where a parameter has no low and high: half of it either way. */
const HALF = '0.5';

export function gridOf(bench: Bench, asked: GridAsked): Grid {
  const figure = asked.figure ?? WHOLE_IMPACT;
  const target = asked.target === undefined ? usualTarget(bench.base, figure) : new Exact(asked.target);
  const [across, down] = [sideOf(bench, asked.across), sideOf(bench, asked.down)];
  const at = (right: Decimal, below: Decimal): Decimal | null => {
    const changes = changesFor(bench, [
      { ...across.one, value: text(right) },
      { ...down.one, value: text(below) },
    ]);
    return tried(bench, changes, (run) => watched(run, figure)).value;
  };
  const cells = down.values.map((below) => across.values.map((right) => at(right, below)));
  const line = down.values.map((below, row) => {
    const points = across.values.map((value, n) => ({ at: value, gap: cells[row]?.[n]?.minus(target) ?? null }));
    const roots = rootsAmong((value) => at(value, below)?.minus(target) ?? null, points);
    return { down: text(below), across: roots.map(({ value }) => text(value)) };
  });
  return {
    figure,
    target: text(target),
    base: text(watched(bench.base, figure)),
    across: { parameter: across.one.parameter, now: across.one.now, values: across.values.map(text) },
    down: { parameter: down.one.parameter, now: down.one.now, values: down.values.map(text) },
    cells: cells.map((row) => row.map((value) => value && text(value))),
    line,
  };
}

function sideOf(bench: Bench, side: GridSide): { readonly one: StressParameter; readonly values: readonly Decimal[] } {
  const one = parameterOf(bench, side.parameter);
  if (side.values) return { one, values: side.values.map((value) => new Exact(value)) };
  const [low, high] = endsOf(one);
  const last = Math.max(1, (side.steps ?? STEPS) - 1);
  return { one, values: Array.from({ length: last + 1 }, (_, n) => low.plus(high.minus(low).times(n).div(last))) };
}

function endsOf(one: StressParameter): readonly [low: Decimal, high: Decimal] {
  if (one.low !== null && one.high !== null) return [new Exact(one.low), new Exact(one.high)];
  if (one.now === null) throw new Error(`${one.parameter} has no value to start from. Say its values.`);
  const now = new Exact(one.now);
  const step = now.isZero() ? new Exact(1) : now.abs().times(HALF);
  return [
    Exact.max(now.minus(step), one.minimum ?? now.minus(step)),
    Exact.min(now.plus(step), one.maximum ?? now.plus(step)),
  ];
}
