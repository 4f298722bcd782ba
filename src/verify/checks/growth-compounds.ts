/** Check 42: growth alone. */
import { Exact } from '../../engine/readings/decimals';
import { power } from '../../engine/readings/decimals';
import { withoutFixed } from '../alter';
import type { Check } from '../check';
import { needs } from '../outside';
import { costOf, unlike, impactOf } from '../compare';
import {
  needsCosts,
  needsFractions,
  needsLastingDeals,
  needsNoBaseline,
  needsProportional,
  needsStock,
  needsYears,
} from '../conditions';
import { lastShares, standing } from '../flat';

const RATE = '0.04';

export const growthCompounds: Check = {
  number: 42,
  family: 'Time',
  name: 'In a world that stands still, growth of 4% makes each year 4% larger',
  why: 'Growth that adds in place of compounding, or starts in another year, is small at first and large at the end.',
  judge: ({ assumptions, run, rerun }) => {
    needsCosts(run);
    needsStock(assumptions);
    needsFractions(assumptions);
    needsProportional(assumptions);
    needsLastingDeals(assumptions);
    needsYears(assumptions, 2);
    needsNoBaseline(assumptions);
    needs(assumptions.model.growthStarts === 'second year', 'the Base belongs to the year before the first');
    const made = rerun(withoutFixed(standing(run, lastShares(run), RATE)));
    const got = impactOf(made);
    const expected = got.map((_, n) => (got[0] ?? new Exact(0)).times(power(new Exact(1).plus(RATE), new Exact(n))));
    return unlike('all years alike, but for 4% more people each year', [{ name: 'budget impact', expected, got }], {
      scale: costOf(made),
    });
  },
};
