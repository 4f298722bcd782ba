/** BIM_Out_Register: each technology that is coming, one row a year. */
import type { WrittenValue } from '../../workbook/workbook';
import { inCell } from '../amounts';
import { registerItems } from '../register';
import { AMOUNT_FORMAT, YEAR_FORMAT, type OutTable } from '../table';

export const registerTable: OutTable = {
  name: 'BIM_Out_Register',
  sheet: 'register',
  holds: 'each technology that is coming, by year',
  columns: [
    { header: 'Technology', meaning: 'What is coming, as typed', width: 28 },
    { header: 'Group', meaning: 'Those of one Group share a market; blank stands alone', width: 18 },
    { header: 'Chance', meaning: 'Chance that it launches and is funded', width: 9, format: '0.0000' },
    { header: 'Year', meaning: 'Calendar year 1…N', width: 7, format: YEAR_FORMAT },
    {
      header: 'Expected',
      meaning: 'Cost weighted by chances and launch dates, its group’s market shared',
      width: 15,
      format: AMOUNT_FORMAT,
    },
    {
      header: 'If it launches',
      meaning: 'Cost if all launch at their most likely dates, its group’s market shared',
      width: 15,
      format: AMOUNT_FORMAT,
    },
  ],
  rows: ({ figures: { results, years } }) =>
    (results.register ? registerItems(results.register) : []).flatMap((item) =>
      years.map((year, n): readonly WrittenValue[] => [
        item.technology,
        item.group,
        inCell(item.chance),
        { number: String(year) },
        ...[item.weighted, item.unweighted].map((values): WrittenValue => {
          const value = values[n];
          return value === undefined ? '' : inCell(value);
        }),
      ]),
    ),
};
