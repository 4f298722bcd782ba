/** Gamma, by mean and standard error: shape = (m / se)², scale = se² / m. */
import { exponential, logarithm, square, wholePower } from '../elementary';
import type { Distribution } from './kind';
import { standardNormal } from './normal';
import { gammaBelow, inverse, lnGamma } from './special';

/** Quantile of a gamma with scale 1. */
export function gammaQuantile(shape: number, u: number): number {
  // Wilson & Hilferty 1931 to begin with.
  const cube = 1 - 1 / (9 * shape) + standardNormal(u) / (3 * Math.sqrt(shape));
  // Near 0 the distribution function is x^shape / Γ(shape + 1).
  const small = exponential((logarithm(u) + lnGamma(shape + 1)) / shape);
  const start = cube > 0.1 ? wholePower(cube, 3) * shape : Math.max(small, 1e-300);
  const density = (x: number): number => exponential((shape - 1) * logarithm(x) - x - lnGamma(shape));
  return inverse((x) => gammaBelow(shape, x), density, u, start, 0, Infinity);
}

export const gamma: Distribution = {
  name: 'gamma',
  support: 'positive',
  needs: 'a mean above 0',
  quantile: ({ centre, spread }) => {
    if (centre <= 0 || spread < 0) return null;
    if (spread === 0) return () => centre;
    const [shape, scale] = [square(centre / spread), square(spread) / centre];
    return (u) => scale * gammaQuantile(shape, u);
  },
};
