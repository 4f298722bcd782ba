/** A chart of a report as an ECharts option: the same settings as the native chart of the file. */
import type { ChartSpec, SeriesSpec } from '../workbook/workbook';
import type { ChartSeries, ChartSource } from '../workbook/grid/chart-source';

/** Colours of what is not a series, and how a series' colour is shown on this page. */
export interface ChartInk {
  readonly text: string;
  readonly muted: string;
  readonly rule: string;
  readonly page: string;
  readonly paint: (colour: string) => string;
}

/** On a dark page the two darkest colours are lifted, so that they stay apart from it. */
const ON_DARK: ReadonlyMap<string, string> = new Map([
  ['14375E', '#7FB2E5'],
  ['000000', '#F2F4F7'],
  ['1F2933', '#E4E9EF'],
  ['55626E', '#A9B5C1'],
  ['A61B1B', '#F1707B'],
]);
/** Ink for a light or a dark page. */
export const inkFor = (dark: boolean): ChartInk =>
  dark
    ? {
        text: '#E4E9EF',
        muted: '#A9B5C1',
        rule: '#3A444E',
        page: '#1B1F24',
        paint: (colour) => ON_DARK.get(colour.toUpperCase()) ?? `#${colour}`,
      }
    : { text: '#1F2933', muted: '#55626E', rule: '#E3E7EB', page: '#FFFFFF', paint: (colour) => `#${colour}` };

type Format = ChartSource['format'];
interface Making {
  readonly spec: ChartSpec;
  readonly ink: ChartInk;
  readonly format: Format;
  readonly sideways: boolean;
}

/** Excel's gap is a share of one bar, ECharts' a share of the whole category. */
function gaps(spec: ChartSpec): object {
  const gap = spec.gap ?? 150;
  const bars =
    spec.kind.startsWith('stacked') || (spec.overlap ?? 0) >= 100
      ? 1
      : Math.max(1, spec.series.filter((series) => series.line === undefined).length);
  return {
    barCategoryGap: `${String(Math.round((100 * gap) / (bars * 100 + gap)))}%`,
    barGap: `${String(-(spec.overlap ?? 0))}%`,
  };
}

function labels({ ink, format }: Making, series: SeriesSpec, position: string): object {
  const pattern = series.labels;
  if (pattern === undefined) return { show: false };
  return {
    show: true,
    position,
    color: ink.text,
    fontSize: 11,
    textBorderColor: ink.page,
    textBorderWidth: 3,
    formatter: ({ value }: { readonly value: number | readonly number[] | null }) =>
      typeof value === 'number' ? format(pattern, value) : '',
  };
}

function lineSeries(making: Making, series: SeriesSpec, data: ChartSeries): object {
  const { ink, spec } = making;
  const line = series.line ?? { width: 2, marker: 'none', dash: false };
  const colour = ink.paint(series.colour);
  return {
    type: 'line',
    name: data.name,
    data: data.values,
    z: 5,
    connectNulls: false,
    showSymbol: line.marker !== 'none',
    symbol: line.marker === 'none' ? 'none' : 'diamond',
    symbolSize: 10,
    lineStyle: { color: colour, width: line.width, type: line.dash ? 'dashed' : 'solid' },
    itemStyle: { color: colour, borderColor: ink.page, borderWidth: 1 },
    label: labels(making, series, 'top'),
    ...(spec.kind === 'area' && series.line === undefined
      ? {
          stack: 'area',
          lineStyle: { width: 0 },
          areaStyle: { color: series.colour === 'none' ? 'transparent' : colour, opacity: 1 },
          symbol: 'none',
        }
      : {}),
  };
}

function barSeries(making: Making, series: SeriesSpec, data: ChartSeries): object {
  const { ink, spec, sideways } = making;
  const hidden = series.colour === 'none';
  const stacked = spec.kind.startsWith('stacked');
  return {
    type: 'bar',
    name: data.name,
    data: data.values,
    ...gaps(spec),
    ...(stacked ? { stack: 'all' } : {}),
    silent: hidden,
    itemStyle: { color: hidden ? 'transparent' : ink.paint(series.colour), borderRadius: 1 },
    label: labels(making, series, stacked ? 'inside' : sideways ? 'right' : 'top'),
  };
}

const scatterSeries = (making: Making, series: SeriesSpec, data: ChartSeries): object => ({
  ...lineSeries(making, series, data),
  data: data.values.map((value, index) => [Number(data.categories[index]), value]),
});

function seriesOption(making: Making, series: SeriesSpec, data: ChartSeries): object {
  const { kind } = making.spec;
  if (kind === 'scatter') return scatterSeries(making, series, data);
  return series.line !== undefined || kind === 'line' || kind === 'area'
    ? lineSeries(making, series, data)
    : barSeries(making, series, data);
}

const text = (colour: string): object => ({ color: colour, fontSize: 11 });

function valueAxis({ spec, ink, format }: Making): object {
  return {
    type: 'value',
    splitNumber: 5,
    ...(spec.minimum === undefined ? {} : { min: spec.minimum }),
    ...(spec.maximum === undefined ? {} : { max: spec.maximum }),
    axisLabel: { ...text(ink.muted), formatter: (value: number) => format(spec.format, value) },
    splitLine: { lineStyle: { color: ink.rule, width: 1 } },
  };
}

/** Category labels stand at the low end, below negative bars; the line stays at zero. */
function categoryAxis({ spec, ink, sideways }: Making, data: readonly ChartSeries[]): object {
  if (spec.kind === 'scatter')
    return {
      type: 'value',
      scale: true,
      axisLabel: { ...text(ink.muted), formatter: String },
      splitLine: { show: false },
    };
  return {
    type: 'category',
    data: data[0]?.categories ?? [],
    inverse: sideways && spec.reversed === true,
    boundaryGap: spec.kind !== 'area',
    axisLine: { onZero: true, lineStyle: { color: ink.muted } },
    axisTick: { show: false },
    axisLabel: { ...text(ink.text), margin: 10, hideOverlap: true },
    offset: 0,
  };
}

const escaped = (words: string): string => words.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

interface Pointed {
  readonly seriesName?: string;
  readonly value?: unknown;
  readonly color?: string;
  readonly name?: string;
  readonly axisValueLabel?: string;
}

/** The figures under the pointer. Names come from cells, so they are escaped before ECharts makes markup of them. */
function tooltip({ spec, ink, format }: Making): object {
  const shown = (value: unknown): string => {
    const number: unknown = Array.isArray(value) ? value[1] : value;
    return typeof number === 'number' ? format(spec.format, number) : '–';
  };
  const hidden = new Set(spec.series.flatMap((series, index) => (series.colour === 'none' ? [index] : [])));
  return {
    trigger: 'axis',
    axisPointer: { type: spec.kind.includes('columns') || spec.kind.includes('bars') ? 'shadow' : 'line' },
    confine: true,
    appendTo: 'body',
    backgroundColor: ink.page,
    borderColor: ink.rule,
    textStyle: text(ink.text),
    transitionDuration: 0,
    formatter: (points: readonly Pointed[]) =>
      [
        escaped(points[0]?.axisValueLabel ?? points[0]?.name ?? ''),
        ...points.flatMap((point, index) =>
          hidden.has(index) ? [] : [`${escaped(point.seriesName ?? '')} <b>${escaped(shown(point.value))}</b>`],
        ),
      ].join('<br>'),
  };
}

/** How a line stands in the legend. */
const LINE = 'path://M0,4h16v2h-16z';

/** The whole option. */
export function chartOption(
  source: Pick<ChartSource, 'spec' | 'format'>,
  data: readonly ChartSeries[],
  ink: ChartInk,
  font: string,
): object {
  const { spec, format } = source;
  const making: Making = { spec, format, ink, sideways: spec.kind.endsWith('bars') };
  const named = spec.series.flatMap((series, index) =>
    series.colour === 'none'
      ? []
      : [{ name: data[index]?.name ?? '', icon: series.line === undefined ? 'rect' : LINE }],
  );
  const [category, value] = [categoryAxis(making, data), valueAxis(making)];
  return {
    animation: false,
    textStyle: { fontFamily: font },
    backgroundColor: 'transparent',
    tooltip: tooltip(making),
    grid: { left: 8, right: 14, top: 12, bottom: spec.legend ? 34 : 8, containLabel: true },
    legend: {
      show: spec.legend,
      bottom: 2,
      data: named,
      itemWidth: 14,
      itemHeight: 8,
      itemGap: 16,
      textStyle: text(ink.text),
      selectedMode: false,
    },
    xAxis: making.sideways ? value : category,
    yAxis: making.sideways ? category : value,
    series: spec.series.map((series, index) =>
      seriesOption(making, series, data[index] ?? { name: '', categories: [], values: [] }),
    ),
  };
}
