/** Check 19: a category taken away. */
import type { Assumptions } from '../../engine/assumptions';
import { TESTING } from '../../engine/model/ledger';
import { sameName } from '../../engine/model/structure';
import { valuesOf, years } from '../../engine/figures';
import type { Check } from '../check';
import { needs } from '../outside';
import { costOf, impactOf, minus, unlike } from '../compare';
import { needsCosts } from '../conditions';

const without = (of: Assumptions, category: string): Assumptions => ({
  ...of,
  costs: of.costs.filter((row) => !sameName(row.category, category)),
  tests: sameName(category, TESTING) ? of.tests.map((row) => ({ ...row, unitCost: null })) : of.tests,
  agreements: sameName(category, 'Acquisition') ? [] : of.agreements,
});

export const categoryOff: Check = {
  number: 19,
  family: 'Scale',
  name: 'A category taken away takes away exactly its part',
  why: 'Any other change is a cost that stands in two categories, or in none.',
  judge: ({ assumptions, run, rerun }) => {
    needsCosts(run);
    const { category } = run.of.ledger;
    needs(category.size > 1, 'there is one category of costs');
    for (const [index, name] of category.members.entries()) {
      const part = valuesOf(run, run.of.impact.byCategory, [index], years(run));
      const failure = unlike(
        `every cost of ${name} taken away`,
        [
          {
            name: 'budget impact',
            expected: minus(impactOf(run), part),
            got: impactOf(rerun(without(assumptions, name))),
          },
        ],
        { scale: costOf(run), at: assumptions.costs.find((row) => sameName(row.category, name))?.at ?? null },
      );
      if (failure) return failure;
    }
    return null;
  },
};
