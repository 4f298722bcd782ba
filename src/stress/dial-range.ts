/** How far a dial turns: from nothing to twice what is typed, as far as its field allows, in steps that read well. */
import type { Decimal } from 'decimal.js';
import { text } from '../engine/figures';
import { Exact } from '../engine/readings/decimals';
import type { StressParameter } from '../engine/stress/answers';
import type { Dial } from '../engine/stress/dial';

/** About how many steps a slider has. */
const STEPS = 100;

export function rangeOfDial(
  { low, high, minimum, maximum }: Pick<StressParameter, 'low' | 'high' | 'minimum' | 'maximum'>,
  now: Decimal,
  unit: string,
  whole: boolean,
): Pick<Dial, 'from' | 'to' | 'step'> {
  const typed = [low, high].flatMap((end) => (end === null ? [] : [new Exact(end)]));
  const wide = unit === '1' && now.isZero() ? new Exact(1) : now.isZero() ? new Exact(10) : now.times(2);
  const ends = [new Exact(0), wide, now, ...typed];
  const from = within(Exact.min(...ends), minimum, maximum);
  const to = within(Exact.max(...ends), minimum, maximum);
  const step = niceStep(to.minus(from), whole);
  return {
    from: text(from.div(step).floor().times(step)),
    to: text(to.div(step).ceil().times(step)),
    step: text(step),
  };
}

function within(value: Decimal, minimum: string | null, maximum: string | null): Decimal {
  const above = minimum === null ? value : Exact.max(value, minimum);
  return maximum === null ? above : Exact.min(above, maximum);
}

/** 1, 2 or 5 times a power of ten. */
function niceStep(width: Decimal, whole: boolean): Decimal {
  if (width.isZero()) return new Exact(1);
  const rough = width.div(STEPS);
  const power = new Exact(10).pow(rough.log(10).floor());
  const step = [1, 2, 5, 10].map((by) => power.times(by)).find((by) => by.gte(rough)) ?? rough;
  return whole ? Exact.max(1, step.ceil()) : step;
}
