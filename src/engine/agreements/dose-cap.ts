/** The payer pays for so many doses of a patient, a year or a course; the rest is free. */
import { equal, max, min, one, select, zero } from '../graph/expression';
import { PAYER_BEARS, type Agreement } from './kind';

export const doseCap: Agreement = {
  name: 'dose cap',
  equation:
    'S × (1 − Σ_i min(doses_i, P1) / Σ_i doses_i), starters with their loading doses, leavers in part; for a course, P1 for each who starts it (in stock each patient of the year)',
  source: 'method page, Agreements',
  byLine: ({ spend, people, starters, course, doses, loading, first }) => {
    const begun = min(starters, people);
    const given = people.times(doses).plus(begun.times(loading));
    const cap = first.p1;
    const paid =
      first.row.p2Text.toLowerCase() === 'course'
        ? min(given, course.times(cap))
        : begun.times(min(cap, doses.plus(loading))).plus(people.minus(begun).times(min(cap, doses)));
    const none = equal(given, zero());
    return select(none, zero(), spend.times(max(zero(), one.minus(paid.over(given)))));
  },
  risks: () => ({ ...PAYER_BEARS, 'more per patient': 'manufacturer' }),
};
