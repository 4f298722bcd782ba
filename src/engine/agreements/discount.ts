/** A share off the price. */
import { PAYER_BEARS, type Agreement } from './kind';

export const discount: Agreement = {
  name: 'discount',
  equation: 'S × d',
  source: 'method page, Agreements',
  byLine: ({ spend, first }) => spend.times(first.rate),
  risks: () => PAYER_BEARS,
};
