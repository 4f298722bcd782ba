/** The first units of each new patient are free. */
import { constant, equal, min, select, zero } from '../graph/expression';
import { PAYER_BEARS, type Agreement } from './kind';

export const freeStart: Agreement = {
  name: 'free start',
  equation: 'S × min(n, units of starters, P1 × starters) / n',
  source: 'method page, Agreements',
  byLine: ({ spend, units, startUnits, starters, first }) => {
    const free = min(units, startUnits, first.p1.times(starters).over(constant(1, 'person')));
    // The part first: where all is free it is 1, and nothing is left of the spend; S / n × n may leave a last digit.
    return select(equal(units, zero()), zero(), spend.times(free.over(units)));
  },
  // Who stops early has had little that was paid for.
  risks: () => ({ ...PAYER_BEARS, 'no response': 'both' }),
};
