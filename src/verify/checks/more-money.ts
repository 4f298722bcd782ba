/** Check 15: all money times so much. */
import { moneyTimes } from '../alter';
import type { Check } from '../check';
import { costOf, impactOf, times, unlike } from '../compare';
import { needsCosts, needsUnrounded } from '../conditions';

export const moreMoney: Check = {
  number: 15,
  family: 'Scale',
  name: 'In pence, the impact is a hundred times that in pounds',
  why: 'What does not scale is an amount typed into a formula.',
  judge: ({ assumptions, run, rerun }) => {
    needsCosts(run);
    needsUnrounded(assumptions);
    const made = rerun(moneyTimes(assumptions, 100));
    return unlike(
      'every price and unit cost times 100',
      [
        { name: 'budget impact', expected: times(impactOf(run), 100), got: impactOf(made) },
        { name: 'cost of both worlds', expected: times(costOf(run), 100), got: costOf(made) },
      ],
      { scale: costOf(made) },
    );
  },
};
