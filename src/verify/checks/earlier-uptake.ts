/** Check 30: the same uptake a year earlier. */
import { valuesOf } from '../../engine/figures';
import { sharesIn, typedShares } from '../alter';
import type { Check } from '../check';
import { needs } from '../outside';
import { below, type Figures } from '../compare';
import { needsNoGate, needsNoPool, needsStock, needsSubjects, needsYears } from '../conditions';

const soFar = (figures: Figures): Figures =>
  figures.map((_, n) => figures.slice(0, n + 1).reduce((sum, value) => sum.plus(value)));

export const earlierUptake: Check = {
  number: 30,
  family: 'Direction',
  name: 'Uptake a year earlier never means fewer patients so far',
  why: 'Fewer patients mean that uptake is read from the wrong year.',
  judge: ({ assumptions, run, rerun }) => {
    needsSubjects(run);
    needsYears(assumptions, 2);
    needsStock(assumptions);
    needsNoPool(assumptions);
    needsNoGate(assumptions);
    const { arms, year } = run.of.structure;
    const share = sharesIn(run);
    const fresh = arms.flatMap((arm, index) => (arm.role === 'new' ? [index] : []));
    const rising = fresh.filter((arm) =>
      year.members.every((_, period) => period === 0 || share(1, arm, period).gte(share(1, arm, period - 1))),
    );
    needs(rising.length === fresh.length && fresh.length > 0, 'uptake of a new technology falls');
    const last = year.size - 1;
    const made = rerun(
      typedShares(run, (world, arm, period) => share(world, arm, world === 1 ? Math.min(last, period + 1) : period)),
    );
    const on = (of: typeof run, arm: number): Figures =>
      soFar(
        year.members.map(
          (_, period) => valuesOf(of, of.of.patients.treated, [1, arm], [period])[0] ?? share(1, arm, 0),
        ),
      );
    return below(
      'every share with taken from the year after',
      rising.map((arm) => ({
        name: `patients so far on ${run.of.structure.arm.members[arm] ?? ''}`,
        expected: on(run, arm),
        got: on(made, arm),
      })),
    );
  },
};
