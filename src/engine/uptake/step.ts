/** Nothing until a year, then all at once. */
import { atMost, constant, less, select, zero } from '../graph/expression';
import type { Curve } from './curve';

export const step: Curve = {
  name: 'step',
  label: 'Step',
  parameters: ['share', 'year from which it holds (a year number, or a calendar year)'],
  equation: 'P1 from year P2, 0 before',
  source: 'workbook contract',
  share: ({ t, calendar, p1, p2 }) => select(atMost(p2, select(less(p2, constant(1000)), t, calendar)), p1, zero()),
};
