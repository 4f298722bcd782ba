/** Diffusion by innovation (p) and imitation (q), closed form. */
import { constant, exp, one } from '../graph/expression';
import type { Curve } from './curve';

export const bass: Curve = {
  name: 'bass',
  label: 'Bass, closed form',
  parameters: ['share in the end', 'innovation p', 'imitation q'],
  equation: 'P1 × (1 − e^(−(p+q) t)) / (1 + (q/p) e^(−(p+q) t)), p = P2, q = P3',
  source: 'Bass, Management Science 1969;15:215–227',
  share: ({ t, p1, p2, p3 }) => {
    const decay = exp(constant(-1).times(p2.plus(p3)).times(t));
    return p1.times(one.minus(decay)).over(one.plus(p3.over(p2).times(decay)));
  },
};
