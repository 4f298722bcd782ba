/** Check 45: a launch a year later. */
import { Exact } from '../../engine/readings/decimals';
import { sharesIn, withoutFixed } from '../alter';
import type { Check } from '../check';
import { costOf, impactOf, unlike } from '../compare';
import { needsCosts, needsLastingDeals, needsNoBaseline, needsNoGate, needsStock, needsYears } from '../conditions';
import { standing } from '../flat';

export const laterLaunch: Check = {
  number: 45,
  family: 'Time',
  name: 'In a world that stands still, a launch a year later has the same impact a year later',
  why: 'A difference means that a year is counted from the calendar where it should be from launch, or the other way.',
  judge: ({ assumptions, run, rerun }) => {
    needsCosts(run);
    needsStock(assumptions);
    needsNoGate(assumptions);
    needsLastingDeals(assumptions);
    needsYears(assumptions, 2);
    needsNoBaseline(assumptions);
    const share = sharesIn(run);
    const without = (arm: number) => share(0, arm, 0);
    const made = (delay: number) =>
      rerun(
        withoutFixed(
          standing(run, (world, arm, period) =>
            world === 0 || period < delay ? without(arm) : share(1, arm, period - delay),
          ),
        ),
      );
    const [now, later] = [made(0), made(1)];
    // What the worlds differ in beside the shares (a cost of one world alone) is there in both.
    const rest = impactOf(rerun(withoutFixed(standing(run, (_, arm) => without(arm)))));
    return unlike(
      'shares with moved a year to the right',
      [
        {
          name: 'budget impact',
          expected: [rest[0] ?? new Exact(0), ...impactOf(now).slice(0, -1)],
          got: impactOf(later),
        },
      ],
      { scale: costOf(now) },
    );
  },
};
