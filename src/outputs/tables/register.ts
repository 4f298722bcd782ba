/** BIM_Out_Register: each technology that is coming, one row a year. */
import type { Results } from '../../engine/results';
import type { WrittenValue } from '../../workbook/workbook';
import { inCell } from '../amounts';
import { constantCell, liveValue } from '../live-terms';
import { yearColumn } from '../page';
import { registerItems, type RegisterItem } from '../register';
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
    (results.register ? registerItems(results.register) : []).flatMap((item, at) =>
      years.map((year, n): readonly WrittenValue[] => [
        item.technology,
        item.group,
        chanceCell(results, item, at),
        { number: String(year) },
        ...(
          [
            [item.lists.weighted, item.weighted[n]],
            [item.lists.unweighted, item.unweighted[n]],
          ] as const
        ).map(([list, value]): WrittenValue =>
          value === undefined ? '' : liveValue(results, list, yearColumn(n), value),
        ),
      ]),
    ),
};

/** The chance of a technology: a link to the live model where there is one. */
function chanceCell(results: Results, { chance }: RegisterItem, at: number): WrittenValue {
  const term = results.live?.chances[at];
  return term ? { formula: `=${constantCell(term)}`, cached: inCell(chance) } : inCell(chance);
}
