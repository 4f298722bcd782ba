/** Check 20: two technologies that take from a third. */
import { Exact } from '../../engine/readings/decimals';
import { sharesIn, type ShareAt } from '../alter';
import type { Check } from '../check';
import { needs } from '../outside';
import { costOf, impactOf, plus, unlike } from '../compare';
import { atShares, needsLine } from './half-way';

const RISE = new Exact('0.1');

export const twoEntries: Check = {
  number: 20,
  family: 'Scale',
  name: 'Two technologies that take from a third add up',
  why: 'What is more or less than the sum is displaced twice, or by nobody.',
  judge: (subject) => {
    needsLine(subject);
    const { technologies } = subject.assumptions;
    needs(technologies.length > 2, 'there are fewer than three technologies');
    const { arms } = subject.run.of.structure;
    const shares = sharesIn(subject.run);
    const last = technologies.length - 1;
    // Shares of the plan alone would not do: these may fall below 0, which the sums carry as they carry any number.
    const rising =
      (...who: readonly number[]): ShareAt =>
      (world, arm, period) => {
        const before = shares(0, arm, period);
        const technology = arms[arm]?.technology ?? -1;
        if (world === 0) return before;
        if (technology === last) return before.minus(RISE.times(who.length));
        return who.includes(technology) ? before.plus(RISE) : before;
      };
    const [both, one, other] = [
      atShares(subject, rising(0, 1)),
      atShares(subject, rising(0)),
      atShares(subject, rising(1)),
    ];
    return unlike(
      `${technologies[0]?.technology ?? ''} and ${technologies[1]?.technology ?? ''} each take 10% from ${technologies[last]?.technology ?? ''}`,
      [{ name: 'impact of both', expected: plus(impactOf(one), impactOf(other)), got: impactOf(both) }],
      { scale: costOf(both) },
    );
  },
};
