/**
 * Goals: the value of a parameter at which a figure meets a target. Exact where the figure is a straight line in it
 * (three runs show that); otherwise bracketed and halved. "None" is an answer.
 */
import type { Decimal } from 'decimal.js';
import { Exact } from './readings/decimals';

/** Figure less target, at a value of the parameter; null where the model refuses the value. */
export type Gap = (value: Decimal) => Decimal | null;

const CLOSE = new Exact('1e-25');
const STEPS = 200;

/** The value at which the gap is 0; null where none is found. `now` is where the search begins. */
export function solveFor(gap: Gap, now: Decimal): Decimal | null {
  const line = solveLine(gap, now);
  if (line !== 'bent') return line;
  return bracketed(gap, now, now.isZero() ? new Exact(1) : now.abs().div(2));
}

/** The same where the figure is a straight line in the parameter: exact, from four runs. Else 'bent'. */
export function solveLine(gap: Gap, now: Decimal): Decimal | null | 'bent' {
  const step = now.isZero() ? new Exact(1) : now.abs().div(2);
  const points = [now, now.plus(step), now.minus(step)].map((at) => ({ at, gap: gap(at) }));
  const [here, above, below] = points;
  if (!here?.gap) return null;
  if (here.gap.isZero()) return now;
  if (above?.gap && below?.gap) {
    const [rise, fall] = [above.gap.minus(here.gap), here.gap.minus(below.gap)];
    const scale = rise.abs().plus(fall.abs()).plus(here.gap.abs());
    if (rise.minus(fall).abs().lte(scale.times(CLOSE))) {
      if (rise.isZero()) return null;
      const value = now.minus(here.gap.times(step).div(rise));
      const rest = gap(value);
      if (rest?.abs().lte(scale.plus(rest.abs()).times(CLOSE))) return value;
    }
  }
  return 'bent';
}

/** Looks outward for a change of sign, then halves. */
function bracketed(gap: Gap, now: Decimal, step: Decimal): Decimal | null {
  const start = gap(now);
  if (!start) return null;
  for (const side of [1, -1]) {
    let before = { at: now, gap: start };
    for (let reach = new Exact('0.25'); reach.lt(1e6); reach = reach.times(2)) {
      const at = now.plus(step.times(reach).times(side));
      const value = gap(at);
      if (!value) break;
      if (value.isZero()) return at;
      if (value.isNegative() !== before.gap.isNegative()) return halved(gap, before, { at, gap: value });
      before = { at, gap: value };
    }
  }
  return null;
}

interface Point {
  readonly at: Decimal;
  readonly gap: Decimal;
}

function halved(gap: Gap, from: Point, to: Point): Decimal | null {
  let [low, high] = [from, to];
  for (
    let n = 0;
    n < STEPS && high.at.minus(low.at).abs().gt(low.at.abs().plus(high.at.abs()).times('1e-30'));
    n += 1
  ) {
    const at = low.at.plus(high.at).div(2);
    const value = gap(at);
    if (!value) return null;
    if (value.isZero()) return at;
    if (value.isNegative() === low.gap.isNegative()) low = { at, gap: value };
    else high = { at, gap: value };
  }
  const width = high.gap.minus(low.gap).abs();
  const jumps = width.gt(from.gap.abs().plus(to.gap.abs()).times('1e-9'));
  return jumps ? null : low.at.plus(high.at).div(2);
}
