/** BIM_Out_Gates: what each gate would let through and whom it holds, one row per gate, technology and month. */
import type { WrittenValue } from '../../workbook/workbook';
import { amount } from '../amounts';
import { liveValue } from '../live-terms';
import { monthColumn } from '../month-grid';
import { monthDate } from '../months';
import { AMOUNT_FORMAT, MONTH_FORMAT, type OutTable } from '../table';

export const gatesTable: OutTable = {
  name: 'BIM_Out_Gates',
  sheet: 'gates',
  holds: 'what each gate lets through and holds back, by month',
  columns: [
    {
      header: 'Gate',
      meaning: 'access (waves not yet live), sites (places at sites), or the resource, as typed',
      width: 20,
    },
    { header: 'Dimension', meaning: 'resources, process, value or attention', width: 11 },
    { header: 'Technology', meaning: 'New technology', width: 18 },
    { header: 'Month', meaning: 'First day of the month', width: 10, format: MONTH_FORMAT },
    {
      header: 'Capacity',
      meaning: 'Starts that this gate alone would let through in the month; for access, those whose wave is live',
      width: 13,
      format: AMOUNT_FORMAT,
    },
    { header: 'Held', meaning: 'People whom it holds back in the month', width: 13, format: AMOUNT_FORMAT },
    {
      header: 'Binding',
      meaning: '1 where it holds back most people of this technology in the month, else 0',
      width: 8,
      format: '0',
    },
  ],
  rows: ({ figures: { results } }) => {
    const { realisation } = results;
    if (!realisation) return [];
    const { held, capacity, binding, gates, months } = realisation;
    return held.flatMap((row) => {
      const room = capacity.find((each) => each.gate === row.gate && each.technology === row.technology);
      const bound = binding.find((each) => each.technology === row.technology);
      const dimension = gates.find((each) => each.gate === row.gate)?.dimension ?? '';
      return months.map((month, index): readonly WrittenValue[] => [
        row.gate,
        dimension,
        row.technology,
        monthDate(month),
        liveValue(results, room?.values, monthColumn(index), amount(room?.values[index] ?? '0')),
        liveValue(results, row.values, monthColumn(index), amount(row.values[index] ?? '0')),
        { number: bound?.values[index] === row.gate ? '1' : '0' },
      ]);
    });
  },
};
