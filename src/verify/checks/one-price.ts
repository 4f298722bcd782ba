/** Check 16: one unit cost at a time. */
import type { Assumptions, CostRow } from '../../engine/assumptions';
import { Exact } from '../../engine/readings/decimals';
import { scaled, series } from '../alter';
import type { Check } from '../check';
import { needs } from '../outside';
import { costOf, impactOf, plus, times, unlike } from '../compare';
import { needsCosts, needsProportional, needsUnrounded } from '../conditions';
import { impactFrom } from '../facts';

/** How many rows are tried, spread over the table. */
const MOST = 12;
const BY = new Exact('1.25');

const dearer = (of: Assumptions, row: CostRow): Assumptions => ({
  ...of,
  costs: of.costs.map((other) =>
    other === row && other.unitCost
      ? { ...other, unitCost: series(other.unitCost, (given) => scaled(given, BY)) }
      : other,
  ),
});

export const onePrice: Check = {
  number: 16,
  family: 'Scale',
  name: 'A unit cost a quarter up moves the impact by a quarter of what is spent on it',
  why: 'Any other move means that the cost is counted twice, not at all, or for the wrong patients.',
  judge: ({ assumptions, run, rerun }) => {
    needsCosts(run);
    needsProportional(assumptions);
    needsUnrounded(assumptions);
    const rows = assumptions.costs.filter((row) => row.unitCost !== null);
    needs(rows.length > 0, 'no unit cost is typed in BIM_Costs');
    const step = Math.max(1, Math.ceil(rows.length / MOST));
    for (const row of rows.filter((_, n) => n % step === 0)) {
      const spent = impactFrom(run, (of) => of.row === row);
      const failure = unlike(
        `unit cost of ${row.item || row.category} (${row.technology || 'All'}) times 1.25`,
        [
          {
            name: 'budget impact',
            expected: plus(impactOf(run), times(spent, BY.minus(1))),
            got: impactOf(rerun(dearer(assumptions, row))),
          },
        ],
        { scale: costOf(run), at: row.unitCost?.base?.at ?? row.at },
      );
      if (failure) return failure;
    }
    return null;
  },
};
