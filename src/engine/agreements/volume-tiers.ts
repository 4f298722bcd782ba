/** Whole-volume tiers: the rate of the highest band reached, off all units. */
import { atMost, select, zero, type Expression } from '../graph/expression';
import { lowestThreshold, PAYER_BEARS, type Agreement } from './kind';

export const volumeTiers: Agreement = {
  name: 'volume tiers',
  equation: 'S × d(n), d of the highest threshold that the units reach',
  source: 'method page, Agreements',
  together: ({ spend, units, bands }) =>
    spend.times(
      bands.reduce<Expression>((rate, band) => select(atMost(band.threshold, units), band.rate, rate), zero()),
    ),
  risks: () => ({ ...PAYER_BEARS, 'more patients': 'both', 'more per patient': 'both' }),
  breakEven: (rows) => lowestThreshold(rows),
};
