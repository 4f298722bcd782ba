/** Check 35: with less without. */
import { valuesOf, years } from '../../engine/figures';
import type { Check } from '../check';
import { costOf, impactOf, minus, unlike } from '../compare';
import { needsCosts } from '../conditions';
import { impactFrom } from '../facts';

export const withLessWithout: Check = {
  number: 35,
  family: 'Conservation',
  name: 'The impact is the cost with less the cost without, in every year, subgroup and category',
  why: 'Anything else is a sign turned, or a year set against another.',
  judge: ({ run }) => {
    needsCosts(run);
    const world = (at: number) => valuesOf(run, run.of.ledger.cost, [at], years(run));
    const { subgroup } = run.of.structure;
    return unlike(
      'the two worlds set against each other',
      [
        { name: 'budget impact', expected: minus(world(1), world(0)), got: impactOf(run) },
        ...subgroup.members.map((name, index) => ({
          name: `impact of ${name}`,
          expected: impactFrom(run, (of) => of.subgroup === index),
          got: valuesOf(run, run.of.impact.bySubgroup, [index], years(run)),
        })),
      ],
      { scale: costOf(run) },
    );
  },
};
