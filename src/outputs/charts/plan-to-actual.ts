/** From planned to actual spending, technology by technology: what raised it and what lowered it, over the years recorded. */
import { COLOURS } from '../../workbook/looks';
import { sum } from '../amounts';
import type { OutChart } from '../drawing';
import { shortened } from '../figures';
import { unitWords } from '../money';
import { bridgesOf, type Bridged } from '../plan-and-actual';
import { isStep, waterfall, type Column } from '../waterfall';

/** More technologies than these are in the table alone. */
const MOST = 4;

export const planToActual: OutChart = {
  name: 'From plan to actual',
  sheet: 'bridge',
  width: 'wide',
  draw: ({ figures: { results, money } }) =>
    (results.realisation ? bridgesOf(results.realisation) : []).slice(0, MOST).flatMap((bridged) =>
      waterfall(money, {
        of: 'Step',
        title: `${shortened(bridged.technology, 40)}: spending from plan to actual, ${unitWords(money)}`,
        signed: true,
        columns: columnsOf(bridged),
        looks: [
          { kind: 'end', label: 'spending', colour: COLOURS.navy },
          { kind: 'more', label: 'more than planned', colour: COLOURS.orange },
          { kind: 'less', label: 'less than planned', colour: COLOURS.sky },
        ],
      }),
    ),
};

function columnsOf({ planned, steps, actual }: Bridged): readonly Column<'end' | 'more' | 'less'>[] {
  const moves = steps.map(({ label, values }) => {
    const by = sum(values);
    return { kind: by.gt(0) ? 'more' : 'less', label, by } as const;
  });
  return [
    { kind: 'end', label: 'Planned', stands: sum(planned) },
    ...moves.filter(({ by }) => isStep(by)),
    { kind: 'end', label: 'Actual', stands: sum(actual) },
  ];
}
