/** A refund for patients who do not respond, as far as it is collected. */
import { one } from '../graph/expression';
import { PAYER_BEARS, type Agreement } from './kind';

export const outcomeRefund: Agreement = {
  name: 'outcome refund',
  equation: 'S × (1 − response) × share refunded × share collected',
  source: 'method page, Agreements',
  byLine: ({ spend, first }) => spend.times(one.minus(first.p1)).times(first.rate).times(first.p2),
  risks: ([row]) => {
    const whole = (row?.rate?.value.eq(1) ?? true) && (row?.p2?.value.eq(1) ?? true);
    return { ...PAYER_BEARS, 'no response': whole ? 'manufacturer' : 'both' };
  },
};
