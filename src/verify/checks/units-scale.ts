/** Check 52: people and money together. */
import { moneyTimes, peopleTimes, withoutFixed } from '../alter';
import type { Check } from '../check';
import { costOf, impactOf, times, unlike } from '../compare';
import { needsCosts, needsFractions, needsProportional, needsTypedPeople } from '../conditions';

export const unitsScale: Check = {
  number: 52,
  family: 'Traceability',
  name: 'Counted in other units, the figures are the same',
  why: 'A constant inside a formula has no unit, and does not follow.',
  judge: ({ assumptions, run, rerun }) => {
    needsCosts(run);
    needsFractions(assumptions);
    needsProportional(assumptions);
    needsTypedPeople(assumptions);
    const of = withoutFixed(assumptions);
    const [one, other] = [rerun(of), rerun(moneyTimes(peopleTimes(of, 7), '0.01'))];
    return unlike(
      'seven times the people, a hundredth of every price',
      [
        { name: 'budget impact', expected: times(impactOf(one), '0.07'), got: impactOf(other) },
        { name: 'cost of both worlds', expected: times(costOf(one), '0.07'), got: costOf(other) },
      ],
      { scale: costOf(other) },
    );
  },
};
