/** Nothing is paid before the assessment, then for responders alone. */
import { constant, equal, max, min, select, zero } from '../graph/expression';
import { PAYER_BEARS, type Agreement } from './kind';

export const payOnResponse: Agreement = {
  name: 'pay on response',
  equation: 'S − S / n × response × (n − starters × P2 / 12), starters who are charged',
  source: 'method page, Agreements',
  byLine: ({ spend, people, starters, first, money }) => {
    const waiting = min(starters, people).times(min(constant(1), first.p2.over(constant(12))));
    const paying = first.p1.times(max(zero('person'), people.minus(waiting))).over(people);
    return select(equal(people, zero('person')), zero(money), spend.minus(spend.times(paying)));
  },
  risks: () => ({ ...PAYER_BEARS, 'no response': 'manufacturer' }),
};
