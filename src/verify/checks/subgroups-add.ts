/** Check 17: subgroups one by one. */
import type { Assumptions } from '../../engine/assumptions';
import { isAll, sameName } from '../../engine/model/structure';
import { typedShares, withoutFixed } from '../alter';
import type { Check } from '../check';
import { needs } from '../outside';
import { added, costOf, impactOf, unlike } from '../compare';
import { needsCosts, needsProportional } from '../conditions';

/** How many subgroups are run alone; the rest are run together. */
const MOST = 8;

const only = (of: Assumptions, kept: (subgroup: string) => boolean): Assumptions => ({
  ...of,
  population: of.population.filter((row) => isAll(row.subgroup) || kept(row.subgroup)),
  uptake: of.uptake.filter((row) => kept(row.subgroup)),
});

export const subgroupsAdd: Check = {
  number: 17,
  family: 'Scale',
  name: 'Subgroups run one by one add up to the whole',
  why: 'A difference is a subgroup left out of a sum, or counted in two.',
  judge: ({ assumptions, run, rerun }) => {
    needsCosts(run);
    needsProportional(assumptions);
    const names = run.of.structure.subgroup.members;
    needs(names.length > 1, 'there is one subgroup');
    const of = withoutFixed(typedShares(run));
    const taking = names.filter((name) => of.uptake.some((row) => sameName(row.subgroup, name)));
    needs(taking.length > 1, 'one subgroup takes part');
    const alone = taking.slice(0, MOST);
    const parts = [
      ...alone.map((name) => rerun(only(of, (other) => sameName(other, name)))),
      ...(taking.length > MOST ? [rerun(only(of, (other) => !alone.some((name) => sameName(name, other))))] : []),
    ];
    const whole = rerun(of);
    return unlike(
      `the model run for ${alone.join(', ')}${taking.length > MOST ? ', and the rest,' : ''} alone`,
      [{ name: 'sum of the impacts', expected: impactOf(whole), got: added(whole, parts.map(impactOf)) }],
      { scale: costOf(whole) },
    );
  },
};
