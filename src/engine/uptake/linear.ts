/** A straight line from one share to another. */
import { min, one } from '../graph/expression';
import type { Curve } from './curve';

export const linear: Curve = {
  name: 'linear',
  label: 'Straight line',
  parameters: ['share at the start', 'share at the end', 'years to the end'],
  equation: 'P1 + (P2 − P1) × min(1, t / P3)',
  source: 'R package htaBIM 0.1.0; workbook contract',
  share: ({ t, p1, p2, p3 }) => p1.plus(p2.minus(p1).times(min(one, t.over(p3)))),
};
