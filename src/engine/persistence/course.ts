/** A course of fixed length: all of it is taken, then nobody is on treatment. */
import { max, min, one, zero } from '../graph/expression';
import type { Persistence } from './kind';

export const course: Persistence = {
  name: 'course',
  equation: 'min(1, max(0, course months − a)), a months since the start',
  source: 'workbook contract',
  onTreatment: ({ age, courseMonths }) => min(one, max(zero(), courseMonths.minus(age))),
};
