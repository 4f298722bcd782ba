/** Each year's cost is paid in equal yearly instalments with interest, the first at once. */
import { atMost, constant, equal, one, position, select, sum, zero } from '../graph/expression';
import { PAYER_BEARS, type Agreement } from './kind';

export const annuity: Agreement = {
  name: 'annuity',
  equation: 'S − Σ over the last T years of S × r / (1 − (1 + r)^−T) (× those still on treatment)',
  source: 'method page, Agreements',
  byLine: ({ running, first, year, instalment, kept }) => {
    const whole = one.minus(one.plus(first.rate).power(constant(-1).times(first.p1)));
    const part = select(equal(first.rate, zero()), one.over(first.p1), first.rate.over(whole));
    const due = running.lagged(year, instalment).times(part).times(kept);
    return running.minus(sum(select(atMost(position(instalment), first.p1), due, zero()), instalment));
  },
  // While on treatment alone: instalments for those who stop are not paid.
  risks: ([row]) => ({ ...PAYER_BEARS, 'no response': row?.p2Text.toLowerCase() === 'yes' ? 'both' : 'payer' }),
};
