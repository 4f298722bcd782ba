/** A lower price beyond a threshold of yearly spend. */
import { overBands } from './bands';
import type { Agreement } from './kind';

export const priceVolume: Agreement = {
  name: 'price-volume',
  equation: 'Σ spend beyond the threshold (up to the next) × d',
  source: 'method page, Agreements',
  rebate: ({ spend, bands, money }) => overBands(bands, spend, money),
};
