/** BIM_Out_Scenarios: every scenario and Base, one row a year. */
import type { ImpactFigures } from '../../engine/results';
import type { WrittenValue } from '../../workbook/workbook';
import { amount, inCell } from '../amounts';
import type { Figures } from '../figures';
import { AMOUNT_FORMAT, YEAR_FORMAT, type OutTable } from '../table';

export const scenariosTable: OutTable = {
  name: 'BIM_Out_Scenarios',
  sheet: 'compare',
  holds: 'budget impact by scenario and year',
  columns: [
    { header: 'Scenario', meaning: 'Base (the model as typed) or the name of the scenario', width: 24 },
    { header: 'Year', meaning: 'Calendar year 1…N', width: 7, format: YEAR_FORMAT },
    { header: 'Budget impact', meaning: 'Cost with less cost without, undiscounted', width: 15, format: AMOUNT_FORMAT },
    { header: 'Difference', meaning: 'Budget impact less that of Base', width: 15, format: AMOUNT_FORMAT },
    {
      header: 'Cumulative',
      meaning: 'Budget impact from the first year to this one',
      width: 15,
      format: AMOUNT_FORMAT,
    },
  ],
  rows: ({ figures }) => {
    if (figures.results.scenarios.length === 0) return [];
    const { impact, scenarios } = figures.results;
    return [['Base', impact] as const, ...scenarios.map((each) => [each.scenario, each.impact] as const)].flatMap(
      ([name, of]) => scenarioRows(figures, name, of),
    );
  },
};

function scenarioRows(
  { results, years }: Figures,
  name: string,
  impact: ImpactFigures,
): readonly (readonly WrittenValue[])[] {
  return years.map((year, index) => {
    const value = amount(impact.total[index] ?? '0');
    return [
      name,
      { number: String(year) },
      inCell(value),
      inCell(value.minus(amount(results.impact.total[index] ?? '0'))),
      inCell(amount(impact.cumulative[index] ?? '0')),
    ];
  });
}
