/** Check 34: every way of adding up the costs. */
import { Exact } from '../../engine/readings/decimals';
import { valuesOf, years, type Run } from '../../engine/figures';
import type { Check } from '../check';
import { added, costOf, impactOf, unlike, type Compared, type Figures } from '../compare';
import { needsCosts } from '../conditions';
import { booked, counted, impactFrom } from '../facts';

/** Cost of a world, added up by hand from the ledger. */
const byHand = (run: Run, world: number): Figures =>
  added(
    run,
    booked(run)
      .filter((of) => of.world === world && counted(run, of.payer))
      .map((of) => of.values),
  );

const overAll = (run: Run, quantity: Parameters<typeof valuesOf>[1]): Figures =>
  added(
    run,
    (quantity.block.axes[0]?.members ?? []).map((_, index) => valuesOf(run, quantity, [index], years(run))),
  );

function cumulative(run: Run): Compared {
  let total = new Exact(0);
  const expected = impactOf(run).map((value) => (total = total.plus(value)));
  return { name: 'cumulative impact', expected, got: valuesOf(run, run.of.impact.cumulative, [], years(run)) };
}

export const totalsAdd: Check = {
  number: 34,
  family: 'Conservation',
  name: 'Categories, technologies, subgroups and years add up to the totals',
  why: 'A total that is not the sum of its parts leaves out a row, or counts one twice.',
  judge: ({ run }) => {
    needsCosts(run);
    const { impact } = run.of;
    const nobody = impactFrom(run, (of) => of.subgroup < 0);
    const untied = impactFrom(run, (of) => of.technology < 0);
    const { category } = run.of.ledger;
    return unlike(
      'every cost added up',
      [
        ...[0, 1].map((world) => ({
          name: `cost ${world === 0 ? 'without' : 'with'}`,
          expected: byHand(run, world),
          got: valuesOf(run, run.of.ledger.cost, [world], years(run)),
        })),
        ...category.members.map((name, index) => ({
          name: `impact of ${name}`,
          expected: impactFrom(run, (of) => of.category.trim().toLowerCase() === name.trim().toLowerCase()),
          got: valuesOf(run, impact.byCategory, [index], years(run)),
        })),
        { name: 'impact over categories', expected: impactOf(run), got: overAll(run, impact.byCategory) },
        {
          name: 'impact over subgroups',
          expected: impactOf(run),
          got: added(run, [overAll(run, impact.bySubgroup), nobody]),
        },
        {
          name: 'impact over technologies',
          expected: impactOf(run),
          got: added(run, [overAll(run, impact.byTechnology), untied]),
        },
        cumulative(run),
      ],
      { scale: costOf(run) },
    );
  },
};
