/** Check 18: half of the way to the new shares. */
import type { Subject } from '../subject';
import { sharesIn, typedShares, withoutFixed, withoutStarters, type ShareAt } from '../alter';
import type { Check } from '../check';
import { needs } from '../outside';
import { costOf, impactOf, times, unlike } from '../compare';
import { needsCosts, needsFractions, needsNoGate, needsNoPool, needsProportional } from '../conditions';

/** Conditions under which the impact is a straight line in the shares. */
export function needsLine({ assumptions, run }: Subject): void {
  needsCosts(run);
  needsProportional(assumptions);
  needsFractions(assumptions);
  needsNoPool(assumptions);
  needsNoGate(assumptions);
  needs(
    assumptions.costs.every((row) => row.world === null || row.per === 'year'),
    'a cost stands in one world alone',
  );
}

/** The model without fixed sums, starters and tests, at these shares. */
export const atShares = ({ run, rerun }: Subject, shares: ShareAt) =>
  rerun({ ...withoutStarters(withoutFixed(typedShares(run, shares))), tests: [] });

export const halfWay: Check = {
  number: 18,
  family: 'Scale',
  name: 'Half of the way to the new shares is half of the impact',
  why: 'A bend means that shares enter twice, or that somebody is counted at a share of their own.',
  judge: (subject) => {
    needsLine(subject);
    const shares = sharesIn(subject.run);
    const between: ShareAt = (world, arm, period) =>
      world === 0
        ? shares(0, arm, period)
        : shares(0, arm, period)
            .plus(shares(1, arm, period))
            .div(2);
    const [whole, half] = [atShares(subject, shares), atShares(subject, between)];
    return unlike(
      'shares with moved half-way towards those without',
      [{ name: 'budget impact', expected: times(impactOf(whole), '0.5'), got: impactOf(half) }],
      { scale: costOf(whole) },
    );
  },
};
