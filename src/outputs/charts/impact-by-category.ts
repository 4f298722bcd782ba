/** Budget impact by category, stacked, with its net as a line of diamonds. */
import { COLOURS } from '../../workbook/looks';
import { MOST, placedAt, stackColour, type Drawing, type OutChart } from '../drawing';
import { categoryGroups, named } from '../figures';
import { axisFormat, labelFormat, moneyFormat, unitWords } from '../money';
import { overTime, rowSeries } from '../over-time';
import type { Page } from '../page';
import { yearly } from '../words';

/** Categories of the summary's table: at most so many, the smallest together. */
export const SUMMARY_CATEGORIES = MOST - 1;

export const impactByCategory: OutChart = {
  name: 'Impact by category',
  sheet: 'summary',
  width: 'half',
  draw: (page) => (page.rows.has('impact') ? [drawing(page)] : []),
};

function drawing(page: Page): Drawing {
  const { money, results } = page.figures;
  const parts = categoryGroups(results, SUMMARY_CATEGORIES).map(({ label }, index) =>
    rowSeries(named(label, 'No category'), placedAt(page, [`category/${String(index)}`]), {
      colour: stackColour(index),
    }),
  );
  const net = rowSeries('Budget impact', placedAt(page, ['impact']), {
    colour: COLOURS.text,
    line: { width: 2, marker: 'diamond', dash: false },
    labels: labelFormat(money),
  });
  return overTime(page, {
    baseline: false,
    cells: moneyFormat(money),
    series: [...parts, net],
    chart: {
      kind: 'stacked columns',
      title: `Where the money goes, ${unitWords(money)}`,
      format: axisFormat(money),
      legend: true,
      gap: 55,
      overlap: 100,
      description: `Budget impact by category and in all, ${unitWords(money)}: ${yearly(page.figures, results.impact.total)}.`,
    },
  });
}
