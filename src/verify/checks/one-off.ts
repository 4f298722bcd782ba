/** Check 49: a cost that comes once. */
import { Exact } from '../../engine/readings/decimals';
import type { Assumptions } from '../../engine/assumptions';
import { years } from '../../engine/figures';
import type { Check } from '../check';
import { costOf, impactOf, plus, unlike } from '../compare';
import { needsCosts } from '../conditions';

export const oneOff: Check = {
  number: 49,
  family: 'Time',
  name: 'A cost that comes once counts once, in its year, whatever the discount rate',
  why: 'A one-off that is repeated, or moved by the rate, is a set-up cost paid for every year.',
  judge: ({ assumptions, run, rerun }) => {
    needsCosts(run);
    const [row] = assumptions.costs;
    if (!row) return null;
    const periods = years(run);
    const given = (value: string) => ({ value: new Exact(value), at: row.at, parameter: '' });
    const sums = new Map(periods.map((period, n) => [period, given(n === 0 ? '1234.56' : '0')]));
    const once: Assumptions = {
      ...assumptions,
      model: { ...assumptions.model, discountRate: { ...assumptions.model.discountRate, value: new Exact('0.07') } },
      costs: [
        ...assumptions.costs,
        {
          ...row,
          technology: 'All',
          subgroup: 'All',
          world: 'with',
          category: 'One-off, for a check',
          item: 'once',
          quantity: null,
          per: 'year',
          unitCost: { base: null, growth: null, years: sums },
          priceItem: '',
          treatmentYear: '',
          payer: '',
        },
      ],
    };
    const made = rerun(once);
    return unlike(
      'a sum of 1,234.56 added to world with in the first year, discounted at 7%',
      [
        {
          name: 'budget impact',
          expected: plus(
            impactOf(run),
            periods.map((_, n) => new Exact(n === 0 ? '1234.56' : 0)),
          ),
          got: impactOf(made),
        },
      ],
      { scale: costOf(run) },
    );
  },
};
