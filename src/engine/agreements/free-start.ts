/** The first units of each new patient are free. */
import { constant, equal, min, select, zero } from '../graph/expression';
import type { Agreement } from './kind';

export const freeStart: Agreement = {
  name: 'free start',
  equation: 'g × min(n, P1 × starters), g = S / n',
  source: 'method page, Agreements',
  rebate: ({ spend, units, starters, first, money }) => {
    const free = min(units, first.p1.times(starters).over(constant(1, 'person')));
    return select(equal(units, zero()), zero(money), spend.over(units).times(free));
  },
};
