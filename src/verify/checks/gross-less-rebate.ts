/** Check 36: from gross to net, and from list to net price. */
import { valuesOf, years } from '../../engine/figures';
import type { Check } from '../check';
import { needs } from '../outside';
import { added, minus, unlike, type Figures } from '../compare';
import { needsUnrounded } from '../conditions';
import { booked } from '../facts';

export const grossLessRebate: Check = {
  number: 36,
  family: 'Conservation',
  name: 'Gross less rebate is net, and the price paid is the reimbursed price less its rebate plus tax',
  why: 'A rebate taken twice, or from the wrong price, is the costliest mistake of published models.',
  judge: ({ assumptions, run }) => {
    const { prices, lines, gross } = run.of.costs;
    needs(prices.rows.length > 0 || assumptions.agreements.length > 0, 'there are neither prices nor agreements');
    needsUnrounded(assumptions);
    const of = (quantity: typeof prices.paid, row: number): Figures => valuesOf(run, quantity, [row], years(run));
    const built = prices.rows.map((row, index) => ({
      name: `price paid of ${row.item}`,
      expected: added(run, [minus(of(prices.reimbursed, index), of(prices.rebate, index)), of(prices.vat, index)]),
      got: of(prices.paid, index),
    }));
    const untouched =
      assumptions.agreements.length > 0
        ? []
        : [0, 1].map((world) => ({
            name: 'net of all lines where there is no agreement',
            expected: added(
              run,
              lines.flatMap((line, index) => (line.world === world ? [of(gross, index)] : [])),
            ),
            got: added(
              run,
              booked(run)
                .filter((entry) => entry.world === world && entry.row)
                .map((entry) => entry.values),
            ),
          }));
    return unlike('prices built up, and agreements taken off', [...built, ...untouched]);
  },
};
