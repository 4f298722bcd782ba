/** The tornado: each parameter's two differences from the base, widest first; the label carries the range. */
import { COLOURS } from '../../workbook/looks';
import { amount, printed, ZERO } from '../amounts';
import { byCategory } from '../by-category';
import type { OutChart } from '../drawing';
import { shortened } from '../figures';
import { axisFormat, fineMoneyFormat, unitWords } from '../money';
import { moverWords, rangeWords } from '../stress-words';

/** More bars than these are in the table alone. */
const MOST = 15;

export const tornado: OutChart = {
  name: 'Tornado',
  sheet: 'sensitivity',
  width: 'wide',
  rows: ({ figures: { results } }) => Math.ceil(1.4 * Math.min(MOST, results.stress?.oneWay?.bars.length ?? 0)) + 7,
  draw: ({ figures }) => {
    const { oneWay } = figures.results.stress ?? {};
    const bars = (oneWay?.bars ?? []).filter(({ width }) => !amount(width).isZero()).slice(0, MOST);
    if (!oneWay || bars.length === 0) return [];
    const { money } = figures;
    const at = (change: string | null) => (change === null ? ZERO : amount(change));
    const said = (change: string | null): string =>
      change === null ? 'refused' : printed(amount(change), money.places, money.power);
    return [
      byCategory({
        of: 'Parameter',
        labels: bars.map((bar) => `${shortened(moverWords(bar), 44)}  ${rangeWords(bar)}`),
        cells: fineMoneyFormat(money),
        series: [
          { label: 'Parameter high', colour: COLOURS.navy, values: bars.map(({ high }) => at(high.change)) },
          { label: 'Parameter low', colour: COLOURS.sand, values: bars.map(({ low }) => at(low.change)) },
        ],
        chart: {
          kind: 'clustered bars',
          title: `${oneWay.figure}: difference from ${printed(amount(oneWay.base), money.places, money.power)} as typed, ${unitWords(money)}`,
          format: `+${axisFormat(money)};-${axisFormat(money)};0`,
          legend: true,
          gap: 35,
          overlap: 100,
          reversed: true,
          description: bars
            .map(
              (bar) =>
                `${moverWords(bar)} at ${bar.low.value}: ${said(bar.low.change)}; at ${bar.high.value}: ${said(bar.high.change)}`,
            )
            .join('. '),
        },
      }),
    ];
  },
};
