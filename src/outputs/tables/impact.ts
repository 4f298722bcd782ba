/** BIM_Out_Impact: the headline, one row a year. */
import type { Results } from '../../engine/results';
import type { Listed } from '../../engine/traces';
import type { WrittenValue } from '../../workbook/workbook';
import { amount, inCell } from '../amounts';
import { costRow, WORLDS, type Figures } from '../figures';
import type { Row } from '../row';
import { formulaOf, liveCell, liveValue } from '../live-terms';
import { COLUMN, yearColumn } from '../page';
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

/** One figure of a list by year; blank where there is none. */
function figure(results: Results, list: Listed | null, index: number): WrittenValue {
  const value = list?.[index];
  if (value === null || value === undefined || list === null) return '';
  return liveValue(results, list, yearColumn(index), amount(value));
}

function yearRow(figures: Figures, costs: readonly Row[], year: number, index: number): readonly WrittenValue[] {
  const { impact } = figures.results;
  const tested = impact.test?.tested ?? figures.years.slice(0, 3);
  return [
    { number: String(year) },
    ...costs.map((row) => {
      const value = row.years[index];
      if (!value) return '';
      return row.terms === undefined
        ? inCell(value)
        : { formula: formulaOf(figures.results, row.terms, yearColumn(index)), cached: inCell(value) };
    }),
    figure(figures.results, impact.total, index),
    figure(figures.results, impact.cumulative, index),
    figure(figures.results, impact.ofBudget, index),
    figure(figures.results, impact.pmpm, index),
    figure(figures.results, impact.perTreated, index),
    limitIn(figures, tested.includes(year)),
  ];
}

/** The limit of the test in a tested year; blank in others. */
function limitIn({ results }: Figures, tested: boolean): WrittenValue {
  const threshold = results.impact.test?.threshold;
  if (threshold === undefined || !tested) return '';
  const limit = results.live?.threshold;
  const cached = inCell(amount(threshold));
  return limit ? { formula: `=${liveCell(limit, COLUMN.total)}`, cached } : cached;
}

function baselineRow(figures: Figures, costs: readonly Row[]): readonly (readonly WrittenValue[])[] {
  const cost = costs[0]?.baseline ?? null;
  if (figures.baselineYear === null || cost === null) return [];
  const zero = { number: '0' };
  const terms = costs[0]?.baselineTerms;
  const spent: WrittenValue = terms
    ? { formula: formulaOf(figures.results, terms, COLUMN.baseline), cached: inCell(cost) }
    : inCell(cost);
  return [[{ number: String(figures.baselineYear) }, spent, spent, zero, zero, zero, '', '', '']];
}
