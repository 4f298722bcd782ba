/** Check 4: nothing costs anything. */
import { moneyTimes } from '../alter';
import type { Check } from '../check';
import { costOf, times, unlike } from '../compare';
import { needsCosts } from '../conditions';
import { peopleBeside } from '../facts';

export const noPrices: Check = {
  number: 4,
  family: 'Zero and identity',
  name: 'Where nothing costs anything there is no money, and patients stay as they were',
  why: 'Money that is left is a constant inside a formula; patients that move depend on prices by mistake.',
  judge: ({ assumptions, run, rerun }) => {
    needsCosts(run);
    const made = rerun(moneyTimes(assumptions, 0));
    const cost = costOf(made);
    return unlike('every price and unit cost set to 0', [
      { name: 'cost of both worlds', expected: times(cost, 0), got: cost },
      ...peopleBeside(run, made),
    ]);
  },
};
