/** BIM_Out_Starts: people by month, as planned and as delivered, one row per technology, subgroup and month. */
import type { WrittenValue } from '../../workbook/workbook';
import { amount } from '../amounts';
import { liveValue } from '../live-terms';
import { monthColumn } from '../month-grid';
import { monthDate } from '../months';
import { AMOUNT_FORMAT, MONTH_FORMAT, type OutColumn, type OutTable } from '../table';

const people = (header: string, meaning: string): OutColumn => ({
  header,
  meaning,
  width: 11,
  format: AMOUNT_FORMAT,
});

export const startsTable: OutTable = {
  name: 'BIM_Out_Starts',
  sheet: 'realised',
  holds: 'people by month, planned and delivered',
  columns: [
    { header: 'Technology', meaning: 'New technology', width: 18 },
    { header: 'Subgroup', meaning: 'Subgroup', width: 18 },
    { header: 'Month', meaning: 'First day of the month', width: 10, format: MONTH_FORMAT },
    people('Planned starts', 'People who would start in the month if nothing held them back'),
    people('Realised starts', 'People who start'),
    people('Waiting', 'People who wait at the end of the month'),
    people('Left', 'People who leave the queue for good'),
    people('On treatment', 'People on the technology, as realised'),
    people('Mean wait', 'Months that those who start have waited, on average; 0 where nobody starts'),
  ],
  rows: ({ figures: { results } }) => {
    const { realisation } = results;
    if (!realisation) return [];
    const { demand, starts, backlog, leavers, onTreatment, wait, months } = realisation;
    return demand.flatMap((row, arm) =>
      months.map((month, index): readonly WrittenValue[] => [
        row.technology,
        row.subgroup,
        monthDate(month),
        ...[demand, starts, backlog, leavers, onTreatment, wait].map((of) => {
          const list = of[arm]?.values;
          return liveValue(results, list, monthColumn(index), amount(list?.[index] ?? '0'));
        }),
      ]),
    );
  },
};
