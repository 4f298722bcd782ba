/** Check 39: benefits counted once. */
import { isAll, sameName } from '../../engine/model/structure';
import type { Check } from '../check';
import { heldOf } from '../delivered';

/** Whether two keys mean some of the same: All means every one. */
const meets = (a: string, b: string): boolean => isAll(a) || isAll(b) || sameName(a, b);

export const benefitClasses: Check = {
  number: 39,
  family: 'Conservation',
  name: 'Every benefit is cash, or capacity, or health: none stands in two classes',
  why: 'A bed-day counted as cash and again as capacity is saved twice on paper.',
  judge: (subject) => {
    const { given } = heldOf(subject);
    for (const [n, row] of given.outcomes.entries()) {
      const twin = given.outcomes
        .slice(0, n)
        .find(
          (other) =>
            sameName(other.benefit, row.benefit) &&
            meets(other.technology, row.technology) &&
            meets(other.subgroup, row.subgroup) &&
            other.class !== row.class,
        );
      if (twin)
        return {
          changed: `classes of ${row.benefit} (${row.technology}) set beside each other`,
          expected: 'one class',
          got: `${twin.class} in ${twin.at.cell}, ${row.class} in ${row.at.cell}`,
          at: row.at,
        };
    }
    return null;
  },
};
