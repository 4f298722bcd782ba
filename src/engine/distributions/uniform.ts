/** Uniform between Low and High. */
import type { Distribution } from './kind';

export const uniform: Distribution = {
  name: 'uniform',
  needs: 'Low not above High',
  quantile: ({ low, high }) => (low > high ? null : (u) => low + (high - low) * u),
};
