/** A yearly cap on spend; a share of what lies beyond is repaid. */
import { max, zero } from '../graph/expression';
import { lowestThreshold, PAYER_BEARS, type Agreement } from './kind';

export const spendCap: Agreement = {
  name: 'spend cap',
  equation: 's × max(0, S − cap), s the share repaid (1 where blank)',
  source: 'method page, Agreements',
  together: ({ spend, first }) => max(zero(), spend.minus(first.threshold)).times(first.rate),
  risks: ([row]) => {
    const beyond = (row?.rate?.value.eq(1) ?? true) ? 'manufacturer' : 'both';
    return { ...PAYER_BEARS, 'more patients': beyond, 'more per patient': beyond };
  },
  breakEven: (rows, price) => (price.isZero() ? null : (lowestThreshold(rows)?.div(price) ?? null)),
};
