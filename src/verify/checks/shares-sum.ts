/** Check 32: shares of a world. */
import { Exact } from '../../engine/readings/decimals';
import { years } from '../../engine/figures';
import type { Check } from '../check';
import { needs } from '../outside';
import { shown } from '../compare';
import { needsSubjects } from '../conditions';

const TOLERANCE = new Exact('1e-9');

export const sharesSum: Check = {
  number: 32,
  family: 'Conservation',
  name: 'Shares of a world sum to 1 in every subgroup and year',
  why: 'Less than 1 forgets patients, more than 1 treats them twice.',
  judge: ({ assumptions, run }) => {
    needsSubjects(run);
    const { arms, subgroup, year } = run.of.structure;
    const groups = [...new Set(arms.map((arm) => arm.subgroup))];
    needs(
      assumptions.uptake.every((row) => row.unit === 'share'),
      'uptake is typed in people',
    );
    for (const world of [0, 1])
      for (const group of groups)
        for (const period of years(run)) {
          if (run.exact.at(run.of.patients.eligible, [world, group, period]).isZero()) continue;
          const total = arms.reduce(
            (sum, arm, index) =>
              arm.subgroup === group
                ? sum.plus(run.exact.at(run.of.patients.shares.share, [world, index, period]))
                : sum,
            new Exact(0),
          );
          if (total.minus(1).abs().gt(TOLERANCE))
            return {
              changed: `shares ${world === 0 ? 'without' : 'with'} added up, ${subgroup.members[group] ?? ''}, ${year.members[period] ?? ''}`,
              expected: '1',
              got: shown(total),
              at: assumptions.uptake[0]?.at ?? null,
            };
        }
    return null;
  },
};
