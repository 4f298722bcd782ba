/** From none of the parts of a combination to all of them: each alone, and what they are worth only together. */
import type { PartsFigures } from '../../engine/realisation-results';
import { COLOURS } from '../../workbook/looks';
import { amount } from '../amounts';
import type { OutChart } from '../drawing';
import { shortened } from '../figures';
import { unitWords } from '../money';
import { waterfall, type Column } from '../waterfall';

export const partsTogether: OutChart = {
  name: 'The parts of a combination',
  sheet: 'parts',
  width: 'wide',
  draw: ({ figures: { results, money } }) => {
    const parts = results.realisation?.parts;
    if (!parts) return [];
    return waterfall(money, {
      of: 'Part',
      title: `Realised value, discounted, ${unitWords(money)}: part by part`,
      signed: false,
      columns: columnsOf(parts),
      looks: [
        { kind: 'end', label: 'value as it stands', colour: COLOURS.navy },
        { kind: 'part', label: 'alone', colour: COLOURS.sky },
        { kind: 'together', label: 'only together', colour: COLOURS.orange },
      ],
    });
  },
};

const columnsOf = ({
  none,
  parts,
  interaction,
  whole,
}: PartsFigures): readonly Column<'end' | 'part' | 'together'>[] => [
  { kind: 'end', label: 'None', stands: amount(none) },
  ...parts.map(({ part, alone }) => ({ kind: 'part', label: shortened(part, 24), by: amount(alone) }) as const),
  { kind: 'together', label: 'Only together', by: amount(interaction) },
  { kind: 'end', label: 'All', stands: amount(whole) },
];
