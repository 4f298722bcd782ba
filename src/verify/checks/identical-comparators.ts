/** Check 5: whatever is taken costs the same. */
import type { CostRow } from '../../engine/assumptions';
import { Exact } from '../../engine/readings/decimals';
import type { Check } from '../check';
import { costOf, impactOf, none, unlike } from '../compare';
import {
  needsCosts,
  needsEverybodyStays,
  needsNoGate,
  needsNoPool,
  needsShares,
  needsFractions,
  needsStock,
} from '../conditions';

/** One row that charges everybody alike. */
const alikeFor = (row: CostRow): CostRow => {
  const given = { value: new Exact(1000), at: row.at, parameter: '' };
  return {
    ...row,
    technology: 'All',
    subgroup: 'All',
    world: null,
    quantity: null,
    per: 'patient-year',
    unitCost: { base: given, growth: null, years: new Map() },
    priceItem: '',
    treatmentYear: '',
    payer: '',
  };
};

export const identicalComparators: Check = {
  number: 5,
  family: 'Zero and identity',
  name: 'Where every technology costs the same there is no impact, whatever the shares',
  why: 'An impact here is patients lost or counted twice when they move from one technology to another.',
  judge: ({ assumptions, run, rerun }) => {
    needsCosts(run);
    needsStock(assumptions);
    needsNoPool(assumptions);
    needsNoGate(assumptions);
    needsShares(assumptions);
    needsEverybodyStays(assumptions);
    needsFractions(assumptions);
    const [first] = assumptions.costs;
    if (!first) return null;
    const made = rerun({ ...assumptions, costs: [alikeFor(first)], agreements: [], tests: [] });
    // Shares may sum to 1 within 1e-9: that much of the cost may differ.
    const slack = costOf(made).map((value) => value.times('1e16'));
    return unlike(
      'all costs replaced by 1,000 a patient-year for everybody',
      [{ name: 'budget impact', expected: none(made), got: impactOf(made) }],
      { scale: slack },
    );
  },
};
