/** A hazard of stopping that falls (shape below 1) or rises (above 1) with time. */
import { constant, exp } from '../graph/expression';
import type { Persistence } from './kind';

export const weibull: Persistence = {
  name: 'weibull',
  equation: 'e^(−(a / P1)^P2), a months since the start, P1 the scale in months, P2 the shape',
  source: 'workbook contract',
  onTreatment: ({ age, p1, p2 }) => exp(constant(-1).times(age.over(p1).power(p2))),
};
