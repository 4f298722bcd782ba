/** What the draws give, as figures: mean, deviation and the 95 % range by year, and over all years. */
import { text } from '../figures';
import { Exact } from '../readings/decimals';
import type { UncertaintyFigures } from '../results';
import type { DrawnImpacts } from './drawn-impacts';
import { summarise } from './statistics';

export function uncertaintyFigures(
  { impacts, difference }: DrawnImpacts,
  count: number,
  seed: number,
): UncertaintyFigures {
  const said = (value: number): string => text(new Exact(value));
  const byYear = impacts.map(summarise);
  const running = new Float64Array(count);
  const cumulative = impacts.map((values) => {
    values.forEach((value, draw) => (running[draw] = (running[draw] ?? 0) + value));
    return summarise(running);
  });
  const whole = cumulative.at(-1);
  return {
    draws: count,
    seed,
    impact: {
      mean: byYear.map(({ mean }) => said(mean)),
      sd: byYear.map(({ sd }) => said(sd)),
      low: byYear.map(({ low }) => said(low)),
      high: byYear.map(({ high }) => said(high)),
    },
    cumulative: { mean: said(whole?.mean ?? 0), low: said(whole?.low ?? 0), high: said(whole?.high ?? 0) },
    difference: difference.toExponential(2),
  };
}
