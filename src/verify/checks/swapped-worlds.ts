/** Check 10: each world in place of the other. */
import { swappedWorlds, typedShares } from '../alter';
import type { Check } from '../check';
import { costOf, impactOf, times, unlike } from '../compare';
import { needsCosts, needsNoBaseline } from '../conditions';

export const swapped: Check = {
  number: 10,
  family: 'Symmetry',
  name: 'Swapping the worlds turns every sign',
  why: 'What does not turn is computed differently in one world.',
  judge: ({ assumptions, run, rerun }) => {
    needsCosts(run);
    needsNoBaseline(assumptions);
    const made = rerun(swappedWorlds(typedShares(run)));
    return unlike(
      'world with and world without swapped',
      [{ name: 'budget impact', expected: times(impactOf(run), -1), got: impactOf(made) }],
      { scale: costOf(run) },
    );
  },
};
