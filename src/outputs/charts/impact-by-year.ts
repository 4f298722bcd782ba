/** Budget impact by year against the affordability limit, which is drawn over the tested years alone. */
import { COLOURS } from '../../workbook/looks';
import { type WrittenValue } from '../../workbook/workbook';
import { affordabilityOf, type Affordability } from '../affordability';
import { inCell } from '../amounts';
import { placedAt, type Drawing, type OutChart } from '../drawing';
import type { Figures } from '../figures';
import { axisFormat, labelFormat, moneyFormat, moneyWords, unitWords } from '../money';
import { overTime, rowSeries, type TimeSeries } from '../over-time';
import { absolute, COLUMN, yearColumn, type Page } from '../page';
import { yearly } from '../words';

export const impactByYear: OutChart = {
  name: 'Impact by year',
  sheet: 'summary',
  width: 'half',
  draw: (page) => (page.rows.has('impact') ? [drawing(page)] : []),
};

function drawing(page: Page): Drawing {
  const { figures } = page;
  const { money } = figures;
  const test = affordabilityOf(figures);
  // Without a limit the columns carry their figures; with one, labels would stand in the way of the line.
  const look = { colour: COLOURS.blue, ...(test === null ? { labels: labelFormat(money) } : {}) };
  return overTime(page, {
    baseline: false,
    cells: moneyFormat(money),
    series: [rowSeries('Budget impact', placedAt(page, ['impact']), look), ...limit(page, test)],
    chart: {
      kind: 'clustered columns',
      title: `Budget impact ${test === null ? 'by year' : 'and the test limit'}, ${unitWords(money)}`,
      format: axisFormat(money),
      legend: test !== null,
      gap: 55,
      overlap: 0,
      description: inWords(figures, test),
    },
  });
}

/** The limit of a tested year is a link to its cell; the other years are blank. */
function limit(page: Page, test: Affordability | null): readonly TimeSeries[] {
  const at = page.rows.get('test');
  if (test === null || at === undefined) return [];
  const columns = test.tested.map(yearColumn);
  const link: WrittenValue = { formula: `=${absolute(at.row, COLUMN.total)}`, cached: inCell(test.threshold) };
  return [
    {
      label: 'Affordability test',
      cell: (column) => (columns.includes(column) ? link : null),
      colour: COLOURS.bad,
      line: { width: 2, marker: 'none', dash: true },
    },
  ];
}

function inWords(figures: Figures, test: Affordability | null): string {
  const { money, years, results } = figures;
  const impact = `Budget impact, ${unitWords(money)}: ${yearly(figures, results.impact.total)}.`;
  if (test === null) return impact;
  const tested = test.tested.map((index) => String(years[index] ?? '')).join(', ');
  return `${impact} The limit is ${moneyWords(money, test.threshold)} a year in ${tested}.`;
}
