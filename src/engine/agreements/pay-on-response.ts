/** Nothing is paid before the assessment, then for responders alone. */
import { constant, equal, select, zero } from '../graph/expression';
import type { Agreement } from './kind';

export const payOnResponse: Agreement = {
  name: 'pay on response',
  equation: 'S − S / n × response × (n − starters × P2 / 12)',
  source: 'method page, Agreements',
  rebate: ({ spend, heads, starters, first, money }) => {
    const waiting = starters.times(first.p2).over(constant(12));
    const paying = first.p1.times(heads.minus(waiting)).over(heads);
    return select(equal(heads, zero('person')), zero(money), spend.minus(spend.times(paying)));
  },
};
