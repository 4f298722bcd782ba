/** The first units of each new patient are free. */
import { constant, equal, min, one, select, zero } from '../graph/expression';
import type { Agreement } from './kind';

export const freeStart: Agreement = {
  name: 'free start',
  equation: 'g × min(n × starters / patients, P1 × starters), g = S / n',
  source: 'method page, Agreements',
  perPatient: true,
  rebate: ({ spend, units, heads, starters, first, money }) => {
    const taken = units.times(min(one, starters.over(heads)));
    const free = min(taken, first.p1.times(starters).over(constant(1, 'person')));
    const nobody = equal(heads, zero('person'));
    return select(equal(units, zero()), zero(money), select(nobody, zero(money), spend.over(units).times(free)));
  },
};
