/** Marginal tiers: each band's rate off the units within it. */
import { equal, select, zero } from '../graph/expression';
import { overBands } from './bands';
import { lowestThreshold, PAYER_BEARS, type Agreement } from './kind';

export const tiers: Agreement = {
  name: 'tiers',
  equation: 'S × (Σ units in band × d) / n',
  source: 'method page, Agreements',
  // The part first: at a rate of 1 nothing is left of the spend; S / n × n may leave a last digit.
  together: ({ spend, units, bands }) =>
    select(equal(units, zero()), zero(), spend.times(overBands(bands, units).over(units))),
  risks: () => ({ ...PAYER_BEARS, 'more patients': 'both', 'more per patient': 'both' }),
  breakEven: (rows) => lowestThreshold(rows),
};
