/** A yearly cap on spend; a share of what lies beyond is repaid. */
import { max, zero } from '../graph/expression';
import type { Agreement } from './kind';

export const spendCap: Agreement = {
  name: 'spend cap',
  equation: 's × max(0, S − cap), s the share repaid (1 where blank)',
  source: 'method page, Agreements',
  rebate: ({ spend, first, money }) => max(zero(money), spend.minus(first.threshold)).times(first.rate),
};
