/** BIM_Out_Annual: every cost line of the run, one row per line and year. */
import type { CostFigures } from '../../engine/results';
import type { WrittenValue } from '../../workbook/workbook';
import { amount } from '../amounts';
import { WORLDS } from '../figures';
import { liveValue } from '../live-terms';
import { COLUMN } from '../page';
import { AMOUNT_FORMAT, YEAR_FORMAT, type OutTable } from '../table';

export const annualTable: OutTable = {
  name: 'BIM_Out_Annual',
  sheet: 'annual',
  holds: 'cost lines of all payers',
  columns: [
    { header: 'World', meaning: 'without or with; in the baseline year both worlds are the same', width: 8 },
    { header: 'Subgroup', meaning: 'Subgroup; blank where a cost belongs to none', width: 18 },
    { header: 'Technology', meaning: 'Technology; blank where a cost belongs to none', width: 18 },
    { header: 'Category', meaning: 'Category of the cost, as typed', width: 18 },
    { header: 'Payer', meaning: 'Payer named on the cost; blank counts for every payer', width: 14 },
    { header: 'Year', meaning: 'Calendar year, the baseline year included', width: 7, format: YEAR_FORMAT },
    {
      header: 'Cost',
      meaning: 'Cost of the year in the currency of the model, undiscounted',
      width: 15,
      format: AMOUNT_FORMAT,
    },
  ],
  rows: ({ figures: { results } }) => {
    const rows = (
      line: CostFigures,
      world: string,
      years: readonly number[],
      first: number,
    ): readonly (readonly WrittenValue[])[] =>
      years.map((year, index) => [
        world,
        line.subgroup,
        line.technology,
        line.category,
        line.payer,
        { number: String(year) },
        liveValue(results, line.values, first + index, amount(line.values[index] ?? '0')),
      ]);
    const { baseline } = results;
    const before =
      baseline === null
        ? []
        : WORLDS.flatMap((world) =>
            baseline.costs.flatMap((line) => rows(line, world, [baseline.year], COLUMN.baseline)),
          );
    return [...before, ...results.costs.flatMap((line) => rows(line, line.world, results.years, COLUMN.firstYear))];
  },
};
