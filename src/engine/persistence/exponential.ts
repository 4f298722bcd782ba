/** A constant hazard of stopping. */
import { constant, exp } from '../graph/expression';
import type { Persistence } from './kind';

export const exponential: Persistence = {
  name: 'exponential',
  equation: 'e^(−P1 a / 12), a months since the start, P1 the yearly hazard',
  source: 'workbook contract',
  onTreatment: ({ age, p1 }) => exp(constant(-1).times(p1).times(age).over(constant(12))),
};
