/** Triangular between Low and High, with its mode at P1. */
import type { Distribution } from './kind';

export const triangular: Distribution = {
  name: 'triangular',
  needs: 'Low, mode and High in order',
  quantile: ({ centre: mode, low, high }) => {
    if (low > mode || mode > high) return null;
    if (low === high) return () => low;
    const turn = (mode - low) / (high - low);
    return (u) =>
      u < turn
        ? low + Math.sqrt(u * (high - low) * (mode - low))
        : high - Math.sqrt((1 - u) * (high - low) * (high - mode));
  },
};
