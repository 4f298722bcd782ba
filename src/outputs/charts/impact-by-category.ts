/** Budget impact by category, stacked, with its net as a line of diamonds. */
import { COLOURS } from '../../workbook/workbook';
import { amount, printed } from '../amounts';
import { linkTo, MOST, periodsOf, placedAt, stackColour, type Drawing, type OutChart } from '../drawing';
import { categoryGroups, named } from '../figures';
import { axisFormat, labelFormat, moneyFormat, unitWords } from '../money';
import type { Page } from '../page';

/** Categories of the summary's table: at most so many, the smallest together. */
export const SUMMARY_CATEGORIES = MOST - 1;

export const impactByCategory: OutChart = {
  name: 'Impact by category',
  sheet: 'summary',
  width: 'half',
  draw: (page) => {
    const groups = categoryGroups(page.figures.results, SUMMARY_CATEGORIES);
    return page.rows.has('impact') ? [drawing(page, groups.map((group) => named(group.label, 'No category')))] : [];
  },
};

function drawing(page: Page, labels: readonly string[]): Drawing {
  const { money } = page.figures;
  const series = [...labels.map((_, index) => placedAt(page, [`category/${String(index)}`])), placedAt(page, ['impact'])];
  return {
    data: {
      headers: ['Year', ...labels, 'Budget impact'],
      rows: periodsOf(page, false).map(({ column, label }) => ({ label, cells: series.map((placed) => linkTo(placed, column)) })),
      format: moneyFormat(money),
    },
    chart: (block) => ({
      kind: 'stacked columns', title: `Where the money goes, ${unitWords(money)}`, format: axisFormat(money), legend: true, gap: 55, overlap: 100,
      description: inWords(page),
      series: series.map((_, index) => ({
        name: block.name(index), categories: block.categories, values: block.values(index),
        ...(index < labels.length
          ? { colour: stackColour(index) }
          : { colour: COLOURS.text, line: { width: 2, marker: 'diamond', dash: false }, labels: labelFormat(money) }),
      })),
    }),
  };
}

function inWords({ figures: { money, years, results } }: Page): string {
  const parts = years.map((year, index) => `${String(year)} ${printed(amount(results.impact.total[index] ?? '0'), money.places, money.power)}`);
  return `Budget impact by category and in all, ${unitWords(money)}: ${parts.join('; ')}.`;
}
