/** All draws of a model in one go, and how far a sample of them lies from the exact reading. */
import type { Run } from '../figures';
import { follower, type Followed } from './follower';

/** An uncertain parameter with its drawn values. */
export interface Uncertain extends Followed {
  readonly values: Float64Array | null;
}
/** Budget impact by year, then by draw; and the largest difference of a sample of draws from the exact reading. */
export interface DrawnImpacts {
  readonly impacts: readonly Float64Array[];
  readonly difference: number;
}

/** Draws computed again in decimals. */
const CHECKED = 20;

/** `central`: the model with every parameter at its middle. */
export function drawnImpacts(central: Run, parameters: readonly Uncertain[], count: number): DrawnImpacts {
  const values = parameters.map((parameter) => parameter.values);
  const follow = follower(central, parameters);
  const drawn = follow.draws(values, count);
  const sample = Array.from({ length: Math.min(CHECKED, count) }, (_, n) =>
    Math.floor((n * count) / Math.min(CHECKED, count)),
  );
  const differences = sample
    .filter((draw) => drawn.ties[draw] !== 1)
    .map((draw) => follow.difference(values, draw, drawn));
  return { impacts: drawn.impacts, difference: Math.max(0, ...differences) };
}
