/** PERT: a beta between Low and High with its mode at P1, α = 1 + 4 (mode − low) / (high − low). Malcolm et al. 1959. */
import { betaQuantile } from './beta';
import type { Distribution } from './kind';

export const pert: Distribution = {
  name: 'pert',
  support: 'range',
  needs: 'Low, mode and High in order',
  quantile: ({ centre: mode, low, high }) => {
    if (low > mode || mode > high) return null;
    if (low === high) return () => low;
    const part = (mode - low) / (high - low);
    const standard = betaQuantile(1 + 4 * part, 1 + 4 * (1 - part));
    return (u) => low + (high - low) * standard(u);
  },
};
