/** Statistics of draws: mean, sample standard deviation, and percentiles by linear interpolation (type 7, Hyndman & Fan 1996). */
import { square } from '../elementary';

export interface Summary {
  readonly mean: number;
  readonly sd: number;
  readonly low: number;
  readonly median: number;
  readonly high: number;
  /** Standard error of the mean. */
  readonly error: number;
}

/** `sorted`: the same values in order, where they are at hand. */
export function summarise(values: Float64Array, sorted: Float64Array = Float64Array.from(values).sort()): Summary {
  const count = values.length;
  const mean = exactSum(values) / count;
  const squares = exactSum(values.map((value) => square(value - mean)));
  const sd = count > 1 ? Math.sqrt(squares / (count - 1)) : 0;
  const at = (probability: number): number => percentile(sorted, probability);
  return { mean, sd, low: at(0.025), median: at(0.5), high: at(0.975), error: sd / Math.sqrt(count) };
}

/** Type 7: between the neighbours of (n − 1) p. */
export function percentile(sorted: Float64Array, probability: number): number {
  const place = (sorted.length - 1) * probability;
  const below = Math.floor(place);
  const [a, b] = [sorted[below] ?? 0, sorted[Math.min(sorted.length - 1, below + 1)] ?? 0];
  return a + (b - a) * (place - below);
}

/** Kahan & Neumaier: a sum that does not depend on how large the draws are. */
function exactSum(values: Float64Array): number {
  let [sum, lost] = [0, 0];
  for (const value of values) {
    const next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  return sum + lost;
}
