/** A refund for patients who do not respond, as far as it is collected. */
import { one } from '../graph/expression';
import type { Agreement } from './kind';

export const outcomeRefund: Agreement = {
  name: 'outcome refund',
  equation: 'S × (1 − response) × share refunded × share collected',
  source: 'method page, Agreements',
  rebate: ({ spend, first }) => spend.times(one.minus(first.p1)).times(first.rate).times(first.p2),
};
