/** A lower price beyond a threshold of yearly spend. */
import { overBands } from './bands';
import { lowestThreshold, PAYER_BEARS, type Agreement } from './kind';

export const priceVolume: Agreement = {
  name: 'price-volume',
  equation: 'Σ spend beyond the threshold (up to the next) × d',
  source: 'method page, Agreements',
  together: ({ spend, bands }) => overBands(bands, spend),
  risks: () => ({ ...PAYER_BEARS, 'more patients': 'both', 'more per patient': 'both' }),
  breakEven: (rows, price) => (price.isZero() ? null : (lowestThreshold(rows)?.div(price) ?? null)),
};
