/** One fee a year whatever the number of patients, up to those included. */
import { constant, equal, max, select, zero } from '../graph/expression';
import { PAYER_BEARS, type Agreement } from './kind';

export const subscription: Agreement = {
  name: 'subscription',
  equation: 'S − (fee + price × patients beyond those included), in years with patients',
  source: 'Moon & Erickson, NEJM 2019; method page, Agreements',
  together: ({ spend, heads, first, money }) => {
    const cost = constant(1, money);
    const beyond = first.row.p2
      ? max(zero(), heads.minus(first.p2.times(constant(1, 'person')))).over(constant(1, 'person'))
      : zero();
    const fee = first.p1.plus(beyond.times(first.rate)).times(cost);
    return spend.minus(select(equal(heads, zero()), zero(), fee));
  },
  risks: ([row]) => ({
    ...PAYER_BEARS,
    'more patients': row?.p2 && row.rate?.value.gt(0) === true ? 'both' : 'manufacturer',
    'fewer patients': 'payer',
    'more per patient': 'manufacturer',
  }),
  counts: 'patients',
  breakEven: ([row], price) => {
    if (!row?.p1 || price.isZero()) return null;
    const within = row.p1.value.div(price);
    if (row.p2 === null || within.lte(row.p2.value)) return within;
    // Beyond the number included each patient costs the price above it.
    const above = row.rate?.value ?? price.times(0);
    return price.lte(above) ? null : row.p1.value.minus(above.times(row.p2.value)).div(price.minus(above));
  },
};
