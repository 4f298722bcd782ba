/** Total cost of both worlds side by side, from the baseline year. */
import { COLOURS } from '../../workbook/looks';
import { plain, ZERO } from '../amounts';
import { placedAt, type Drawing, type OutChart } from '../drawing';
import { axisFormat, fineMoneyFormat, unitWords } from '../money';
import { overTime, rowSeries } from '../over-time';
import type { Page } from '../page';
import { yearly } from '../words';

export const bothWorlds: OutChart = {
  name: 'Both worlds',
  sheet: 'annual',
  width: 'wide',
  draw: (page) => (page.rows.has('total/without') && page.rows.has('total/with') ? [drawing(page)] : []),
};

function drawing(page: Page): Drawing {
  const { money, adopted } = page.figures;
  return overTime(page, {
    baseline: true,
    cells: fineMoneyFormat(money),
    series: [
      rowSeries(`Without ${adopted}`, placedAt(page, ['total/without']), { colour: COLOURS.grey }),
      rowSeries(`With ${adopted}`, placedAt(page, ['total/with']), { colour: COLOURS.navy }),
    ],
    chart: {
      kind: 'clustered columns',
      title: `Total cost in both worlds, ${unitWords(money)}`,
      format: axisFormat(money),
      legend: true,
      gap: 60,
      overlap: -5,
      description: inWords(page),
    },
  });
}

function inWords({ figures, rows }: Page): string {
  const total = (key: string): string =>
    yearly(
      figures,
      (rows.get(key)?.value.years ?? []).map((value) => plain(value ?? ZERO)),
    );
  return `Total cost, ${unitWords(figures.money)}, without: ${total('total/without')}; with: ${total('total/with')}.`;
}
