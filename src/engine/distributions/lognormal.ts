/** Lognormal, by the mean and standard error of the value itself: σ² = ln(1 + se²/m²), μ = ln m − σ²/2. */
import { exponential, logarithm, logarithmOnePlus, square } from '../elementary';
import type { Distribution } from './kind';
import { standardNormal } from './normal';

export const lognormal: Distribution = {
  name: 'lognormal',
  support: 'positive',
  needs: 'a mean above 0',
  quantile: ({ centre, spread }) => {
    if (centre <= 0 || spread < 0) return null;
    const variance = logarithmOnePlus(square(spread / centre));
    const mean = logarithm(centre) - variance / 2;
    return (u) => exponential(mean + Math.sqrt(variance) * standardNormal(u));
  },
};
