/** A chart of a report as it is drawn over the sheet. */
import { chartOption, inkFor } from '../../src/workbench/chart';
import type { ChartSeries } from '../../src/workbook/grid/chart-source';
import { numberText } from '../../src/workbook/grid/series';
import type { ChartSpec, RangeSpec } from '../../src/workbook/workbook';

const range: RangeSpec = { from: [1, 1], to: [1, 1] };
const series = (colour: string, more: Partial<ChartSpec['series'][number]> = {}): ChartSpec['series'][number] => ({
  name: range,
  categories: range,
  values: range,
  colour,
  ...more,
});
const data = (name: string, ...values: (number | null)[]): ChartSeries => ({
  name,
  categories: ['2026', '2027'],
  values,
});
const spec = (more: Partial<ChartSpec>): ChartSpec => ({
  kind: 'stacked columns',
  name: 'chart',
  title: 'Where the money goes',
  at: range,
  series: [],
  format: '#,##0,,',
  legend: true,
  description: '',
  ...more,
});
interface Drawn {
  readonly type: string;
  readonly stack?: string;
  readonly data: readonly unknown[];
  readonly itemStyle: { readonly color: string };
  readonly label: { readonly show: boolean; readonly formatter?: (point: { value: number | null }) => string };
}
interface Option {
  readonly series: readonly Drawn[];
  readonly legend: { readonly show: boolean; readonly data: readonly { readonly name: string }[] };
  readonly xAxis: { readonly type: string; readonly inverse?: boolean };
  readonly yAxis: {
    readonly type: string;
    readonly inverse?: boolean;
    readonly axisLabel: { readonly formatter: (value: number) => string };
  };
  readonly tooltip: { readonly formatter: (points: readonly object[]) => string };
}
const draw = (chart: ChartSpec, drawn: readonly ChartSeries[], dark = false): Option =>
  chartOption({ spec: chart, format: numberText }, drawn, inkFor(dark), 'Arial') as Option;

test('columns are stacked, the net is a line over them, and labels have the format of the cells', () => {
  const chart = spec({
    series: [
      series('14375E'),
      series('000000', { line: { width: 2, marker: 'diamond', dash: false }, labels: '#,##0.0,,' }),
    ],
  });
  const option = draw(chart, [data('Medicines', 9_800_000, null), data('Impact', 11_300_000, -600_000)]);
  expect(option.series.map(({ type, stack }) => [type, stack])).toEqual([
    ['bar', 'all'],
    ['line', undefined],
  ]);
  expect(option.series[0]?.data).toEqual([9_800_000, null]);
  expect(option.series[1]?.label.formatter?.({ value: 11_300_000 })).toBe('11.3');
  expect(option.series[1]?.label.formatter?.({ value: -600_000 })).toBe('-0.6');
  expect(option.yAxis.axisLabel.formatter(20_000_000)).toBe('20');
});

test('a series without colour carries the others: it is not seen and not named', () => {
  const option = draw(spec({ series: [series('none'), series('D9661F')] }), [data('Base', 1, 2), data('Step', 3, 4)]);
  expect(option.series[0]?.itemStyle.color).toBe('transparent');
  expect(option.legend.data.map(({ name }) => name)).toEqual(['Step']);
});

test('bars lie on their side, the first on top where the chart is reversed', () => {
  const option = draw(spec({ kind: 'clustered bars', reversed: true, series: [series('14375E')] }), [
    data('Low', 1, 2),
  ]);
  expect([option.xAxis.type, option.yAxis.type, option.yAxis.inverse]).toEqual(['value', 'category', true]);
});

test('the darkest colours are lifted on a dark page', () => {
  const one = [data('Medicines', 1, 2)];
  const chart = spec({ series: [series('14375E')] });
  expect(draw(chart, one).series[0]?.itemStyle.color).toBe('#14375E');
  expect(draw(chart, one, true).series[0]?.itemStyle.color).toBe('#7FB2E5');
});

test('names from cells are no markup under the pointer', () => {
  const option = draw(spec({ series: [series('14375E')] }), [data('<img src=x>', 1_000_000, 2)]);
  const shown = option.tooltip.formatter([{ axisValueLabel: '<b>2026', seriesName: '<img src=x>', value: 1_000_000 }]);
  expect(shown).toBe('&lt;b&gt;2026<br>&lt;img src=x&gt; <b>1</b>');
});

test.each([
  ['#,##0.0,,;-#,##0.0,,;"–"', 0, '–'],
  ['0.0%', 0.213, '21.3%'],
  ['"£"#,##0.0,,"m"', 38_100_000, '£38.1m'],
])('%s shows %d as %s', (pattern, value, text) => {
  expect(numberText(pattern, value)).toBe(text);
});
