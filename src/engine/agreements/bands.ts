/** What falls into each band of an amount: from its threshold to the next band's. */
import { max, min, zero, type Expression } from '../graph/expression';
import type { Band } from './kind';

/** Σ over bands of the amount in the band × its rate. */
export function overBands(bands: readonly Band[], amount: Expression): Expression {
  return bands
    .map((band, index) => {
      const next = bands[index + 1];
      const reached = next ? min(amount, next.threshold) : amount;
      return max(zero(), reached.minus(band.threshold)).times(band.rate);
    })
    .reduce((total, part) => total.plus(part));
}
