/** One fee a year whatever the number of patients, up to those included. */
import { constant, equal, max, select, zero } from '../graph/expression';
import type { Agreement } from './kind';

export const subscription: Agreement = {
  name: 'subscription',
  equation: 'S − (fee + price × patients beyond those included), in years with patients',
  source: 'Moon & Erickson, NEJM 2019; method page, Agreements',
  rebate: ({ spend, heads, first, money }) => {
    const cost = constant(1, money);
    const beyond = first.row.p2
      ? max(zero('person'), heads.minus(first.p2.times(constant(1, 'person')))).over(constant(1, 'person'))
      : zero();
    const fee = first.p1.plus(beyond.times(first.rate)).times(cost);
    return spend.minus(select(equal(heads, zero('person')), zero(money), fee));
  },
};
