/** Check 44: a change in one year. */
import { years } from '../../engine/figures';
import { sharesIn, typedShares, withoutStarters } from '../alter';
import type { Check } from '../check';
import { costOf, impactOf, unlike } from '../compare';
import { needsCosts, needsLastingDeals, needsStock, needsSubjects, needsYears } from '../conditions';

export const causality: Check = {
  number: 44,
  family: 'Time',
  name: 'A change in one year leaves the years before it, and without starters those after it',
  why: 'A year that knows the future reads the wrong column.',
  judge: ({ assumptions, run, rerun }) => {
    needsSubjects(run);
    needsCosts(run);
    needsYears(assumptions, 2);
    needsStock(assumptions);
    needsLastingDeals(assumptions);
    const share = sharesIn(run);
    const periods = years(run);
    const at = Math.floor(periods.length / 2);
    const changed = periods[at] ?? 0;
    const [before, after] = [
      rerun(withoutStarters(typedShares(run))),
      rerun(
        withoutStarters(typedShares(run, (world, arm, period) => share(period === changed ? 0 : world, arm, period))),
      ),
    ];
    const others = (of: typeof run) => impactOf(of).filter((_, n) => n !== at);
    return unlike(
      `shares with of ${run.of.structure.year.members[changed] ?? ''} set to those without`,
      [{ name: 'budget impact of the other years', expected: others(before), got: others(after) }],
      { scale: costOf(before) },
    );
  },
};
