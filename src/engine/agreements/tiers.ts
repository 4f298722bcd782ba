/** Marginal tiers: each band's rate off the units within it. */
import { equal, select, zero } from '../graph/expression';
import { overBands } from './bands';
import type { Agreement } from './kind';

export const tiers: Agreement = {
  name: 'tiers',
  equation: 'g × Σ units in band × d, g = S / n',
  source: 'method page, Agreements',
  rebate: ({ spend, units, bands, money }) =>
    select(equal(units, zero()), zero(money), spend.over(units).times(overBands(bands, units, '1'))),
};
