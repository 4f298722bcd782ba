/** Check 14: so many times the people. */
import { peopleTimes, withoutFixed } from '../alter';
import type { Check } from '../check';
import { costOf, impactOf, times, unlike } from '../compare';
import { needsCosts, needsFractions, needsProportional, needsTypedPeople } from '../conditions';
import { peopleOf } from '../facts';

const BY = 3;

export const morePeople: Check = {
  number: 14,
  family: 'Scale',
  name: 'Three times the people, three times the variable costs',
  why: 'What does not scale is a number of patients typed over a formula.',
  judge: ({ assumptions, run, rerun }) => {
    needsCosts(run);
    needsFractions(assumptions);
    needsProportional(assumptions);
    needsTypedPeople(assumptions);
    const [one, many] = [rerun(withoutFixed(assumptions)), rerun(withoutFixed(peopleTimes(assumptions, BY)))];
    const before = peopleOf(one);
    return unlike(
      'everybody counted three times, fixed sums left out',
      [
        { name: 'budget impact', expected: times(impactOf(one), BY), got: impactOf(many) },
        ...peopleOf(many).map((of, n) => ({ ...of, expected: times(before[n]?.expected ?? [], BY) })),
      ],
      { scale: costOf(many) },
    );
  },
};
