/** What is coming by year: expected and if all launch, the range between, and the room in the budget. */
import { COLOURS } from '../../workbook/looks';
import { amount, printed } from '../amounts';
import { placedAt, type OutChart } from '../drawing';
import { axisFormat, moneyFormat, unitWords } from '../money';
import { overTime, rowSeries, type TimeSeries } from '../over-time';
import type { Page } from '../page';

export const registerByYear: OutChart = {
  name: 'What is coming',
  sheet: 'register',
  width: 'wide',
  draw: (page) => {
    const { register } = page.figures.results;
    if (!register || !page.rows.has('coming/weighted')) return [];
    const { money, years } = page.figures;
    const title = `What is coming, ${unitWords(money)}`;
    const said = (values: readonly string[]): string =>
      values
        .map((value, n) => `${String(years[n] ?? '')} ${printed(amount(value), money.places, money.power)}`)
        .join(', ');
    return [
      overTime(page, {
        baseline: false,
        cells: moneyFormat(money),
        series: [
          series(page, 'Expected', 'weighted', { colour: COLOURS.navy }),
          series(page, 'If all launch', 'unweighted', { colour: COLOURS.sky }),
          series(page, 'Low, 2.5 %', 'low', line(COLOURS.muted, 1, true)),
          series(page, 'High, 97.5 %', 'high', line(COLOURS.muted, 1, true)),
          ...(register.headroom === null
            ? []
            : [series(page, 'Room in the budget', 'room', line(COLOURS.bad, 2, true))]),
        ],
        chart: {
          kind: 'clustered columns',
          title,
          format: axisFormat(money),
          legend: true,
          gap: 60,
          overlap: 0,
          description: `${title}. Expected: ${said(register.weighted)}. If all launch: ${said(register.unweighted)}.${
            register.headroom === null ? '' : ` Room: ${said(register.headroom)}.`
          }`,
        },
      }),
    ];
  },
};

const line = (colour: string, width: number, dash: boolean): Omit<TimeSeries, 'label' | 'cell'> => ({
  colour,
  line: { width, marker: 'none', dash },
});

const series = (page: Page, label: string, key: string, look: Omit<TimeSeries, 'label' | 'cell'>): TimeSeries =>
  rowSeries(label, placedAt(page, [`coming/${key}`]), look);
