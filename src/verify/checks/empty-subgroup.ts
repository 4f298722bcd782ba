/** Check 8: one more subgroup, without people. */
import type { PopulationRow } from '../../engine/assumptions';
import { isAll } from '../../engine/model/structure';
import { Exact } from '../../engine/readings/decimals';
import { typedShares } from '../alter';
import type { Check } from '../check';
import { needs } from '../outside';
import { costOf, impactOf, unlike } from '../compare';
import { needsCosts } from '../conditions';

const NAME = 'Nobody, for a check';

export const emptySubgroup: Check = {
  number: 8,
  family: 'Zero and identity',
  name: 'A subgroup without people changes nothing',
  why: 'Figures that move average or count subgroups in place of adding them.',
  judge: ({ assumptions, run, rerun }) => {
    needsCosts(run);
    needs(
      assumptions.population.every((row) => !isAll(row.subgroup)),
      'the population has no named subgroups',
    );
    const of = typedShares(run);
    const first = of.population[0];
    if (!first) return null;
    const nobody: PopulationRow = {
      ...first,
      subgroup: NAME,
      step: NAME,
      op: 'count',
      value: { base: { value: new Exact(0), at: first.at, parameter: '' }, growth: null, years: new Map() },
    };
    const theirs = of.uptake.filter((row) => row.subgroup === of.uptake[0]?.subgroup);
    const made = rerun({
      ...of,
      population: [...of.population, nobody],
      uptake: [...of.uptake, ...theirs.map((row) => ({ ...row, subgroup: NAME }))],
    });
    return unlike(
      'a subgroup of 0 people added',
      [{ name: 'budget impact', expected: impactOf(run), got: impactOf(made) }],
      { scale: costOf(run) },
    );
  },
};
