/** On Compare: from Base to a scenario, change by change; what the changes do together and not apart is a step of its own. */
import type { Difference } from '../../engine/stress/answers';
import { COLOURS } from '../../workbook/looks';
import { amount, type Amount } from '../amounts';
import type { OutChart } from '../drawing';
import { shortened } from '../figures';
import { unitWords } from '../money';
import { parameterWords } from '../parameter-words';
import { isStep, waterfall, type Column } from '../waterfall';

/** More scenarios than these are in the table alone; those that move the figure most are drawn. */
const MOST = 3;

export const differenceWaterfall: OutChart = {
  name: 'What makes the difference',
  sheet: 'compare',
  width: 'wide',
  draw: ({ figures: { results, money } }) =>
    [...(results.stress?.differences ?? [])]
      .filter(({ start, end }) => start !== end)
      .sort((a, b) => moved(b).comparedTo(moved(a)))
      .slice(0, MOST)
      .flatMap((each) =>
        waterfall(money, {
          of: 'Step',
          title: `${each.figure}: from ${each.from} to ${shortened(each.to, 40)}, ${unitWords(money)}`,
          signed: true,
          columns: columnsOf(each),
          looks: [
            { kind: 'end', label: each.figure, colour: COLOURS.navy },
            { kind: 'more', label: 'more', colour: COLOURS.orange },
            { kind: 'less', label: 'less', colour: COLOURS.sky },
            { kind: 'together', label: 'together and not apart', colour: COLOURS.grey },
          ],
        }),
      ),
};

const moved = ({ start, end }: Difference): Amount => amount(end).minus(start).abs();

function columnsOf({ from, to, start, end, steps, interaction }: Difference) {
  const moves = steps.map(({ parameter, alone }) => {
    const by = amount(alone ?? '0');
    return { kind: by.gt(0) ? 'more' : 'less', label: shortened(parameterWords(parameter), 36), by } as const;
  });
  const together = { kind: 'together', label: 'together and not apart', by: amount(interaction) } as const;
  const standing = (label: string, value: string): Column<'end'> => ({
    kind: 'end',
    label: shortened(label, 24),
    stands: amount(value),
  });
  return [standing(from, start), ...[...moves, together].filter(({ by }) => isStep(by)), standing(to, end)];
}
