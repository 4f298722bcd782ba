/** Check 46: discounting. */
import { Exact, power } from '../../engine/readings/decimals';
import { valuesOf, years, type Run } from '../../engine/figures';
import type { Check } from '../check';
import { costOf, impactOf, unlike, type Figures } from '../compare';
import { needsCosts } from '../conditions';

const at = (run: Run): Figures => [run.exact.at(run.of.impact.discounted, [])];
const sum = (figures: Figures): Figures => [figures.reduce((total, value) => total.plus(value), new Exact(0))];

export const discounting: Check = {
  number: 46,
  family: 'Time',
  name: 'At 0% the present value is the sum, at 5% each year is divided by 1.05 once more, and the headline never moves',
  why: 'Budgets are not discounted; where the headline falls with the rate, it is.',
  judge: ({ assumptions, run, rerun }) => {
    needsCosts(run);
    const made = (rate: string) =>
      rerun({
        ...assumptions,
        model: { ...assumptions.model, discountRate: { ...assumptions.model.discountRate, value: new Exact(rate) } },
      });
    const [none, some] = [made('0'), made('0.05')];
    const from = assumptions.model.discountFrom === 'second year' ? 0 : 1;
    const byHand = impactOf(run).map((value, n) => value.div(power(new Exact('1.05'), new Exact(n + from))));
    return unlike(
      'discount rate set to 0%, then 5%',
      [
        { name: 'present value at 0%', expected: sum(impactOf(run)), got: at(none) },
        { name: 'present value at 5%', expected: sum(byHand), got: at(some) },
        {
          name: 'present value by year at 5%',
          expected: byHand,
          got: valuesOf(some, some.of.impact.discountedByYear, [], years(some)),
        },
        { name: 'headline at 5%', expected: impactOf(run), got: impactOf(some) },
      ],
      { scale: costOf(run), at: assumptions.model.discountRate.at },
    );
  },
};
