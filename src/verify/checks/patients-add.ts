/** Check 33: patients and the eligible, step by step of the funnel. */
import { Exact } from '../../engine/readings/decimals';
import { valuesOf, years, type Run } from '../../engine/figures';
import type { Check, Failure } from '../check';
import { added, alike, shown, unlike, type Compared } from '../compare';
import { needsSubjects } from '../conditions';

/** Everybody eligible is on one technology or another (before anybody stops). */
function treated(run: Run): readonly Compared[] {
  const { of } = run;
  const { arms, subgroup, assumptions } = of.structure;
  if (assumptions.model.patients.mode !== 'fractional') return [];
  const groups = [...new Set(arms.map((arm) => arm.subgroup))];
  return [0, 1].flatMap((world) =>
    groups.flatMap((group): readonly Compared[] => {
      const mine = arms.flatMap((arm, index) => (arm.subgroup === group ? [index] : []));
      const sum = added(
        run,
        mine.map((arm) => valuesOf(run, of.patients.treated, [world, arm], years(run))),
      );
      const shares = added(
        run,
        mine.map((arm) => valuesOf(run, of.patients.shares.share, [world, arm], years(run))),
      );
      const eligible = valuesOf(run, of.patients.eligible, [world, group], years(run));
      return [
        {
          name: `patients over technologies (${subgroup.members[group] ?? ''})`,
          // Shares may sum to 1 within 1e-9.
          expected: eligible.map((value, n) => value.times(shares[n] ?? 1)),
          got: sum,
        },
      ];
    }),
  );
}

/** A fraction of at most 1 leaves nobody more than came to it. */
function widening(run: Run): Failure | null {
  const { structure, population } = run.of;
  for (const [index, { step, first }] of structure.steps.entries()) {
    if (first || (step.op !== 'x' && step.op !== 'leave' && step.op !== '-')) continue;
    for (const period of years(run)) {
      const [before, after] = [index - 1, index].map((at) => run.exact.at(population.people, [at, period]));
      const fraction = step.value.years.get(period) ?? step.value.base;
      if (
        !before ||
        !after ||
        (fraction?.value.gt(1) === true && step.op === 'x') ||
        fraction?.value.isNegative() === true
      )
        continue;
      if (after.gt(before) && !alike([after], [before]) && step.value.growth === null)
        return {
          changed: `${step.step || 'a step'} of ${step.subgroup || 'the funnel'} set beside the step before`,
          expected: `at most ${shown(before)}`,
          got: shown(after),
          at: fraction?.at ?? step.at,
        };
    }
  }
  return null;
}

/** Those treated stay or stop. */
const flow = (run: Run): readonly Compared[] =>
  [0, 1].flatMap((world) =>
    run.of.structure.arms.map((_, arm) => {
      const of = (quantity: typeof run.of.patients.treated) => valuesOf(run, quantity, [world, arm], years(run));
      const stopping = of(run.of.patients.leaving);
      return {
        name: 'patients treated',
        expected: of(run.of.patients.treated),
        got: of(run.of.patients.staying).map((value, n) => value.plus(stopping[n] ?? new Exact(0))),
      };
    }),
  );

export const patientsAdd: Check = {
  number: 33,
  family: 'Conservation',
  name: 'Patients over technologies are the eligible; the funnel never widens; who is treated stays or stops',
  why: 'People who appear or vanish between steps cost money that nobody can find again.',
  judge: ({ run }) => {
    needsSubjects(run);
    return unlike('patients added up', [...treated(run), ...flow(run)]) ?? widening(run);
  },
};
