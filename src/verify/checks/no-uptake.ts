/** Check 3: nobody takes what is new. */
import { sharesIn, typedShares } from '../alter';
import type { Check } from '../check';
import { needs } from '../outside';
import { costOf, impactOf, unlike } from '../compare';
import { needsCosts } from '../conditions';
import { fixedImpact } from '../facts';

export const noUptake: Check = {
  number: 3,
  family: 'Zero and identity',
  name: 'Without uptake the fixed sums are the impact',
  why: 'Patients who do not move cost the same: what is left over is counted in one world alone.',
  judge: ({ assumptions, run, rerun }) => {
    needsCosts(run);
    needs(
      assumptions.costs.every((row) => row.world === null || row.per === 'year'),
      'a cost stands in one world alone',
    );
    needs(
      assumptions.tests.every((row) => row.world === null),
      'a test stands in one world alone',
    );
    const shares = sharesIn(run);
    const made = rerun(typedShares(run, (_, arm, period) => shares(0, arm, period)));
    return unlike(
      'shares with set to those without',
      [{ name: 'budget impact', expected: fixedImpact(made), got: impactOf(made) }],
      { scale: costOf(made) },
    );
  },
};
