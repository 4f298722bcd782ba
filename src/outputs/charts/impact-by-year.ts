/** Budget impact by year against the affordability limit, which is drawn over the tested years alone. */
import { COLOURS, type WrittenValue } from '../../workbook/workbook';
import { amount, inCell, printed } from '../amounts';
import { affordabilityOf } from '../affordability';
import { linkTo, periodsOf, placedAt, type OutChart } from '../drawing';
import { axisFormat, labelFormat, moneyFormat, moneyWords, unitWords } from '../money';
import { absolute, COLUMN, yearColumn, type Page } from '../page';

/** Without a limit the columns carry their figures; with one, labels would stand in the way of the line. */
export const impactByYear: OutChart = {
  name: 'Impact by year',
  sheet: 'summary',
  width: 'half',
  draw: (page) => {
    const placed = placedAt(page, ['impact']);
    const { money } = page.figures;
    if (placed.length === 0) return [];
    const headers = ['Year', 'Budget impact', ...(limit(page, COLUMN.firstYear) === null ? [] : ['Affordability test'])];
    return [{
      data: {
        headers, format: moneyFormat(money),
        rows: periodsOf(page, false).map(({ column, label }) => ({ label, cells: [linkTo(placed, column), limit(page, column)].slice(0, headers.length - 1) })),
      },
      chart: (block) => ({
        kind: 'clustered columns', format: axisFormat(money), legend: headers.length > 2, gap: 55, overlap: 0, description: inWords(page),
        title: headers.length > 2 ? `Budget impact and the test limit, ${unitWords(money)}` : `Budget impact by year, ${unitWords(money)}`,
        series: headers.slice(1).map((_, index) => ({
          name: block.name(index), categories: block.categories, values: block.values(index),
          ...(index === 0 ? { colour: COLOURS.blue, ...(headers.length > 2 ? {} : { labels: labelFormat(money) }) } : { colour: COLOURS.bad, line: { width: 2, marker: 'none', dash: true } as const }),
        })),
      }),
    }];
  },
};

/** The limit in a tested year, as a link to its cell; blank in the others. */
function limit(page: Page, column: number): WrittenValue | null {
  const test = affordabilityOf(page.figures);
  const at = page.rows.get('test');
  const tested = test?.tested.some((index) => yearColumn(index) === column) ?? false;
  return test && at && tested ? { formula: `=${absolute(at.row, COLUMN.total)}`, cached: inCell(test.threshold) } : null;
}

function inWords({ figures }: Page): string {
  const { money, years, results } = figures;
  const parts = years.map((year, index) => `${String(year)} ${printed(amount(results.impact.total[index] ?? '0'), money.places, money.power)}`);
  const test = affordabilityOf(figures);
  const limits = test === null ? '' : ` The limit is ${moneyWords(money, test.threshold)} a year in ${test.tested.map((index) => String(years[index] ?? '')).join(', ')}.`;
  return `Budget impact, ${unitWords(money)}: ${parts.join('; ')}.${limits}`;
}
