/** BIM_Out_Horizon: what is coming, one row a year. */
import type { WrittenValue } from '../../workbook/workbook';
import { amount } from '../amounts';
import { liveValue } from '../live-terms';
import { yearColumn } from '../page';
import { AMOUNT_FORMAT, YEAR_FORMAT, type OutColumn, type OutTable } from '../table';

const money = (header: string, meaning: string): OutColumn => ({ header, meaning, width: 15, format: AMOUNT_FORMAT });

export const horizonTable: OutTable = {
  name: 'BIM_Out_Horizon',
  sheet: 'register',
  holds: 'what is coming, by year',
  columns: [
    { header: 'Year', meaning: 'Calendar year 1…N', width: 7, format: YEAR_FORMAT },
    money('Expected', 'Cost weighted by chances and launch dates, net of what is displaced'),
    money('If all launch', 'Cost if each launches at its most likely date'),
    money('Standard deviation', 'Of the cost'),
    money('Low', 'The smallest cost whose cumulative probability reaches 2.5 %'),
    money('Median', 'The same for 50 %'),
    money('High', 'The same for 97.5 %'),
    money('Room', 'Room in the budget; blank where none is given'),
    money('Not provided for', 'Expected less Room where that is above 0; blank without Room'),
    {
      header: 'Chance exceeded',
      meaning: 'Chance that the cost is above Room; blank without Room',
      width: 11,
      format: '0.000',
    },
    { header: 'Largest', meaning: 'The largest single item if all launch', width: 24 },
  ],
  rows: ({ figures: { results, years } }) => {
    const { register } = results;
    if (!register) return [];
    const { weighted, unweighted, sd, low, median, high, headroom, unprovided, exceed } = register;
    const at = (values: readonly string[] | null, year: number): WrittenValue =>
      values === null ? '' : liveValue(results, values, yearColumn(year), amount(values[year] ?? '0'));
    return years.map((year, n) => [
      { number: String(year) },
      ...[weighted, unweighted, sd, low, median, high, headroom, unprovided, exceed].map((values) => at(values, n)),
      register.largest[n] ?? '',
    ]);
  },
};
