/** Check 25: a larger fraction in the funnel. */
import { scaled, series } from '../alter';
import type { Check } from '../check';
import { needs } from '../outside';
import { below } from '../compare';
import { needsSubjects } from '../conditions';
import { eligibleOf } from '../facts';

export const widerFunnel: Check = {
  number: 25,
  family: 'Direction',
  name: 'A larger fraction in the funnel never means fewer eligible people',
  why: 'Fewer people mean that a step divides, or subtracts, where it should multiply.',
  judge: ({ assumptions, run, rerun }) => {
    needsSubjects(run);
    const steps = assumptions.population.filter((row) => row.op === 'x');
    needs(steps.length > 0, 'the funnel has no fraction');
    for (const step of steps.slice(0, 12)) {
      const made = rerun({
        ...assumptions,
        population: assumptions.population.map((row) =>
          row === step ? { ...row, value: series(row.value, (given) => scaled(given, '1.1')) } : row,
        ),
      });
      const more = eligibleOf(made);
      const failure = below(
        `${step.step || 'a step'} times 1.1`,
        eligibleOf(run).map((expected, n) => ({
          name: 'eligible people',
          expected,
          got: more[n] ?? [],
        })),
        step.value.base?.at ?? step.at,
      );
      if (failure) return failure;
    }
    return null;
  },
};
