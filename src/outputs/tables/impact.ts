/** BIM_Out_Impact: the headline, one row a year. */
import type { WrittenValue } from '../../workbook/workbook';
import { amount, inCell } from '../amounts';
import { costRow, WORLDS, type Figures } from '../figures';
import type { Row } from '../row';
import { AMOUNT_FORMAT, YEAR_FORMAT, type OutColumn, type OutTable } from '../table';

const money = (header: string, meaning: string, width = 14): OutColumn => ({
  header,
  meaning,
  width,
  format: AMOUNT_FORMAT,
});

export const impactTable: OutTable = {
  name: 'BIM_Out_Impact',
  sheet: 'summary',
  holds: 'the budget impact of the model’s payer by year',
  columns: [
    { header: 'Year', meaning: 'Calendar year, the baseline year included', width: 7, format: YEAR_FORMAT },
    money('Cost without', 'Cost of the year without the new technologies'),
    money('Cost with', 'Cost of the year with them'),
    money('Budget impact', 'Cost with less cost without, undiscounted'),
    money('Cumulative', 'Budget impact from the first year to this one'),
    {
      header: 'Change',
      meaning: 'Budget impact as a fraction of the cost without; blank where that is 0',
      width: 9,
      format: '0.0%',
    },
    money('Per member per month', 'Budget impact ÷ Members ÷ 12; blank without Members', 10),
    money('Per treated patient', 'Budget impact per patient on the new technologies; blank where there is none'),
    money('Test limit', 'Test threshold, in the tested years; else blank'),
  ],
  rows: ({ figures }) => {
    if (!figures.hasCosts) return [];
    const costs = WORLDS.map((world) => costRow(figures.results, world));
    return [
      ...baselineRow(figures, costs),
      ...figures.years.map((year, index) => yearRow(figures, costs, year, index)),
    ];
  },
};

const optional = (value: string | null | undefined): WrittenValue =>
  value === null || value === undefined ? '' : inCell(amount(value));

function yearRow(figures: Figures, costs: readonly Row[], year: number, index: number): readonly WrittenValue[] {
  const { impact } = figures.results;
  const tested = impact.test?.tested ?? figures.years.slice(0, 3);
  return [
    { number: String(year) },
    ...costs.map((row) => {
      const value = row.years[index];
      return value ? inCell(value) : '';
    }),
    optional(impact.total[index]),
    optional(impact.cumulative[index]),
    optional(impact.ofBudget[index]),
    optional(impact.pmpm?.[index]),
    optional(impact.perTreated[index]),
    tested.includes(year) ? optional(impact.test?.threshold) : '',
  ];
}

function baselineRow(figures: Figures, costs: readonly Row[]): readonly (readonly WrittenValue[])[] {
  const cost = costs[0]?.baseline ?? null;
  if (figures.baselineYear === null || cost === null) return [];
  const zero = { number: '0' };
  return [[{ number: String(figures.baselineYear) }, inCell(cost), inCell(cost), zero, zero, zero, '', '', '']];
}
