/** Check 65: the price at which nothing is left. */
import type { Decimal } from 'decimal.js';
import { Exact } from '../../engine/readings/decimals';
import { solveLine } from '../../engine/solve';
import { sameName } from '../../engine/model/structure';
import type { Check } from '../check';
import { outside } from '../outside';
import { impactOf, shown } from '../compare';
import { needsCosts } from '../conditions';

export const breakEven: Check = {
  number: 65,
  family: 'Uncertainty',
  name: 'At the break-even price nothing is left, and either side of it has its own sign',
  why: 'A break-even that does not break even is a price to negotiate for that settles nothing.',
  judge: ({ assumptions, run, rerun }) => {
    needsCosts(run);
    const fresh = assumptions.technologies.find((row) => row.role === 'new');
    const row = assumptions.costs.find(
      (at) => at.unitCost?.base && at.unitCost.years.size === 0 && fresh && sameName(at.technology, fresh.technology),
    );
    const base = row?.unitCost?.base;
    if (!row || !base) return outside('the new technology has no unit cost with a Base');
    const gap = (value: Decimal): Decimal => {
      const made = rerun({
        ...assumptions,
        costs: assumptions.costs.map((at) =>
          at === row && at.unitCost ? { ...at, unitCost: { ...at.unitCost, base: { ...base, value } } } : at,
        ),
      });
      return impactOf(made).reduce((sum, each) => sum.plus(each), new Exact(0));
    };
    const price = solveLine(gap, base.value);
    if (price === 'bent' || price === null) return outside('the impact is no straight line in that price, or never 0');
    const step = Exact.max(price.abs(), 1).times('0.001');
    const [at, above, under] = [gap(price), gap(price.plus(step)), gap(price.minus(step))];
    return at.abs().lt('0.01') && above.isNegative() !== under.isNegative()
      ? null
      : {
          changed: `${base.parameter} set to ${shown(price)}`,
          expected: 'an impact of 0, and a sign that turns there',
          got: `${shown(at)}; ${shown(under)} below, ${shown(above)} above`,
          at: base.at,
        };
  },
};
