/** An S-shaped curve that rises fast and levels off slowly. */
import { constant, exp } from '../graph/expression';
import type { Curve } from './curve';

const minus = constant(-1);

export const gompertz: Curve = {
  name: 'gompertz',
  label: 'Gompertz',
  parameters: ['share in the end', 'displacement', 'rate a year'],
  equation: 'P1 × exp(−P2 e^(−P3 t))',
  source: 'workbook contract',
  share: ({ t, p1, p2, p3 }) => p1.times(exp(minus.times(p2).times(exp(minus.times(p3).times(t))))),
};
