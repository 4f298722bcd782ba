/** The payer pays for so many doses of a patient, a year or a course; the rest is free. */
import { constant, max, select, equal, zero, one } from '../graph/expression';
import type { Agreement } from './kind';

export const doseCap: Agreement = {
  name: 'dose cap',
  equation:
    'S × max(0, 1 − P1 × patients / doses), leavers in part; for a course, those who start it (in stock each patient of the year)',
  source: 'method page, Agreements',
  perPatient: true,
  rebate: ({ spend, units, charged, course, first, money }) => {
    const people = (first.row.p2Text.toLowerCase() === 'course' ? course : charged).over(constant(1, 'person'));
    return select(
      equal(units, zero()),
      zero(money),
      spend.times(max(zero(), one.minus(first.p1.times(people).over(units)))),
    );
  },
};
