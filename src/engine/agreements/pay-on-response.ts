/** Nothing is paid before the assessment, then for responders alone. */
import { constant, equal, min, one, select, zero } from '../graph/expression';
import { PAYER_BEARS, type Agreement } from './kind';

export const payOnResponse: Agreement = {
  name: 'pay on response',
  equation:
    'S − S / n × response × (n − starters × P2 / 12), starters who are charged; with nobody charged S × (1 − response)',
  source: 'method page, Agreements',
  byLine: ({ spend, people, starters, first }) => {
    const waiting = min(starters, people).times(min(one, first.p2.over(constant(12))));
    const paying = people.minus(waiting).over(people);
    // A fee that an agreement before this one set may be due for those who started earlier alone.
    const responding = select(equal(people, zero()), one, paying).times(first.p1);
    return spend.minus(spend.times(responding));
  },
  risks: () => ({ ...PAYER_BEARS, 'no response': 'manufacturer' }),
};
