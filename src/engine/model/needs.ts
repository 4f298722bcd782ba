/** What a dose needs: by body weight or surface, with its spread, and the highest dose. */
import { constant, ln, one, type Expression } from '../graph/expression';
import type { Quantity } from '../graph/quantity';

export interface Needs {
  readonly needed: Quantity;
  readonly perDose: Quantity;
  readonly body: Quantity;
  readonly spread: Quantity;
  readonly cap: Quantity;
}

/** Parameters of the lognormal weight with the typed mean and SD: σ² = ln(1 + (SD/mean)²), μ = ln mean − σ²/2. */
export function lognormal(needs: Needs): { sigma: Expression; location: Expression } {
  const ratio = needs.spread.over(needs.body);
  const variance = ln(one.plus(ratio.times(ratio)));
  return { sigma: variance.power(constant('0.5')), location: ln(needs.body).minus(variance.over(constant(2))) };
}
