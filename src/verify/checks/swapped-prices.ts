/** Check 13: two prices swapped. */
import type { Assumptions, CostRow } from '../../engine/assumptions';
import type { Run } from '../../engine/figures';
import { Exact } from '../../engine/readings/decimals';
import { typedShares } from '../alter';
import type { Check } from '../check';
import { needs } from '../outside';
import { costOf, impactOf, times, unlike } from '../compare';
import { needsCosts, needsEverybodyStays, needsNoGate, needsStock } from '../conditions';

/** Everybody moves from one technology to another, each at one price a patient-year. */
function moving(run: Run, [from, to]: readonly [number, number], prices: readonly [number, number]): Assumptions {
  const { arms, assumptions } = run.of.structure;
  const one = (arm: number, technology: number) => new Exact(arms[arm]?.technology === technology ? 1 : 0);
  const [row] = assumptions.costs;
  const cost = (technology: number, price: number): readonly CostRow[] =>
    row
      ? [
          {
            ...row,
            technology: assumptions.technologies[technology]?.technology ?? '',
            subgroup: 'All',
            world: null,
            category: 'Acquisition',
            item: 'one price',
            quantity: null,
            per: 'patient-year',
            unitCost: { base: { value: new Exact(price), at: row.at, parameter: '' }, growth: null, years: new Map() },
            priceItem: '',
            treatmentYear: '',
            payer: '',
          },
        ]
      : [];
  const of = typedShares(run, (world, arm) => one(arm, world === 0 ? from : to));
  return { ...of, costs: [...cost(from, prices[0]), ...cost(to, prices[1])], agreements: [], tests: [] };
}

export const swappedPrices: Check = {
  number: 13,
  family: 'Symmetry',
  name: 'Where everybody moves between two technologies, swapping their prices turns the sign',
  why: 'What does not turn takes one price from the wrong row.',
  judge: ({ assumptions, run, rerun }) => {
    needsCosts(run);
    needsStock(assumptions);
    needsEverybodyStays(assumptions);
    needsNoGate(assumptions);
    const to = assumptions.technologies.findIndex((row) => row.role === 'new');
    const from = assumptions.technologies.findIndex((row) => row.role !== 'new');
    needs(to >= 0 && from >= 0, 'there are not two technologies to move between');
    const [one, other] = [rerun(moving(run, [from, to], [100, 175.5])), rerun(moving(run, [from, to], [175.5, 100]))];
    return unlike(
      'everybody moves, at 100 and 175.50, then at 175.50 and 100',
      [{ name: 'budget impact', expected: times(impactOf(one), -1), got: impactOf(other) }],
      { scale: costOf(one) },
    );
  },
};
