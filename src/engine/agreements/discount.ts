/** A share off the price. */
import type { Agreement } from './kind';

export const discount: Agreement = {
  name: 'discount',
  equation: 'S × d',
  source: 'method page, Agreements',
  rebate: ({ spend, first }) => spend.times(first.rate),
};
