/** An S-shaped curve that is symmetric about its midpoint. */
import { constant, exp, one } from '../graph/expression';
import type { Curve } from './curve';

export const logistic: Curve = {
  name: 'logistic',
  label: 'Logistic',
  parameters: ['share in the end', 'year of the midpoint', 'steepness', 'share in the beginning'],
  equation: 'P4 + (P1 − P4) / (1 + e^(−P3 (t − P2)))',
  source: 'workbook contract',
  share: ({ t, p1, p2, p3, p4 }) =>
    p4.plus(p1.minus(p4).over(one.plus(exp(constant(-1).times(p3).times(t.minus(p2)))))),
};
