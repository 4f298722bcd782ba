/** Check 43: a world that stands still. */
import type { Check } from '../check';
import { costOf, unlike, impactOf } from '../compare';
import { needsCosts, needsLastingDeals, needsNoBaseline, needsStock, needsYears } from '../conditions';
import { lastShares, standing } from '../flat';

export const flatWorld: Check = {
  number: 43,
  family: 'Time',
  name: 'In a world that stands still every year has the same impact',
  why: 'A year that differs was typed over, or reads a column of its own.',
  judge: ({ assumptions, run, rerun }) => {
    needsCosts(run);
    needsStock(assumptions);
    needsLastingDeals(assumptions);
    needsYears(assumptions, 2);
    needsNoBaseline(assumptions);
    const made = rerun(standing(run, lastShares(run)));
    const got = impactOf(made);
    return unlike(
      'every series at its first value, shares as in the last year',
      [{ name: 'budget impact', expected: got.flatMap(() => got[0] ?? []), got }],
      { scale: costOf(made) },
    );
  },
};
