/** BIM_Out_Parts: what the parts of a combination are worth, one row per figure. */
import { amount, inCell } from '../amounts';
import { totalValue } from '../live-terms';
import { AMOUNT_FORMAT, type OutTable } from '../table';

export const partsTable: OutTable = {
  name: 'BIM_Out_Parts',
  sheet: 'parts',
  holds: 'what the parts of a combination are worth',
  columns: [
    {
      header: 'Figure',
      meaning: 'none (without any of the parts), alone (added to none), last (taken from all), interaction, whole',
      width: 14,
    },
    { header: 'Part', meaning: 'The part, as typed; blank where it is of all', width: 26 },
    {
      header: 'Value',
      meaning: 'Realised value, discounted; none + each alone + interaction = whole',
      width: 16,
      format: AMOUNT_FORMAT,
    },
  ],
  rows: ({ figures: { results } }) => {
    const parts = results.realisation?.parts;
    if (!parts) return [];
    const row = (figure: string, part: string, value: string) => [figure, part, inCell(amount(value))] as const;
    return [
      row('none', '', parts.none),
      ...parts.parts.map(({ part, alone }) => row('alone', part, alone)),
      ...parts.parts.map(({ part, last }) => row('last', part, last)),
      row('interaction', '', parts.interaction),
      ['whole', '', totalValue(results, 'realised', parts.whole)],
    ];
  },
};
