/** Beta, by mean and standard error: ν = m (1 − m) / se² − 1, α = m ν, β = (1 − m) ν. */
import { exponential, logarithm, logarithmOnePlus, square } from '../elementary';
import type { Distribution, Quantile } from './kind';
import { betaBelow, inverse, lnGamma } from './special';

/** Quantile of a beta with these shapes. */
export const betaQuantile = (alpha: number, beta: number): Quantile => {
  const scale = lnGamma(alpha + beta) - lnGamma(alpha) - lnGamma(beta);
  const density = (x: number): number =>
    exponential(scale + (alpha - 1) * logarithm(x) + (beta - 1) * logarithmOnePlus(-x));
  return (u) => inverse((x) => betaBelow(alpha, beta, x), density, u, alpha / (alpha + beta), 0, 1);
};

export const beta: Distribution = {
  name: 'beta',
  support: 'unit',
  needs: 'a mean between 0 and 1, and a standard error below √(mean × (1 − mean))',
  quantile: ({ centre, spread }) => {
    if (spread === 0 && centre >= 0 && centre <= 1) return () => centre;
    const precision = (centre * (1 - centre)) / square(spread) - 1;
    return precision > 0 ? betaQuantile(centre * precision, (1 - centre) * precision) : null;
  },
};
