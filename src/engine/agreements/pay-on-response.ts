/** Nothing is paid before the assessment, then for responders alone. */
import { constant, equal, select, zero } from '../graph/expression';
import type { Agreement } from './kind';

export const payOnResponse: Agreement = {
  name: 'pay on response',
  equation: 'S − S / n × response × (n − starters who stay × P2 / 12)',
  source: 'method page, Agreements',
  perPatient: true,
  rebate: ({ spend, heads, settled, first, money }) => {
    const waiting = settled.times(first.p2).over(constant(12));
    const paying = first.p1.times(heads.minus(waiting)).over(heads);
    return select(equal(heads, zero('person')), zero(money), spend.minus(spend.times(paying)));
  },
};
