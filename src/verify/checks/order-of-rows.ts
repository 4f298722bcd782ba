/** Check 11: rows in another order. */
import type { Assumptions } from '../../engine/assumptions';
import { typedShares } from '../alter';
import type { Check } from '../check';
import { costOf, impactOf, unlike } from '../compare';
import { needsSubjects } from '../conditions';

/** Subgroups in turned order; the steps of each keep theirs, since a funnel has an order. */
function turned(rows: Assumptions['population']): Assumptions['population'] {
  const names = [...new Set(rows.map((row) => row.subgroup))].reverse();
  return names.flatMap((name) => rows.filter((row) => row.subgroup === name));
}

export const orderOfRows: Check = {
  number: 11,
  family: 'Symmetry',
  name: 'The order of rows means nothing',
  why: 'A figure that moves is read by position, and a sorted table would change the result.',
  judge: ({ run, rerun }) => {
    needsSubjects(run);
    const of = typedShares(run);
    const alone = of.population.every((row) => row.subgroup.toLowerCase() !== 'all' && row.subgroup !== '');
    const made = rerun({
      ...of,
      population: alone ? turned(of.population) : of.population,
      technologies: [...of.technologies].reverse(),
      uptake: [...of.uptake].reverse(),
      prices: [...of.prices].reverse(),
      costs: [...of.costs].reverse(),
      regimens: [...of.regimens].reverse(),
      bodies: [...of.bodies].reverse(),
    });
    return unlike(
      'rows of technologies, uptake, prices and costs turned round',
      [{ name: 'budget impact', expected: impactOf(run), got: impactOf(made) }],
      { scale: costOf(run) },
    );
  },
};
