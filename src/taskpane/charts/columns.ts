/**
 * Stacked columns as data: what the chart library is asked to draw. The figures are those of the table
 * beside it; doubles serve here for lengths alone, and labels are the table's own text.
 */
import type { Paint, Ink, Pattern } from './paints';

/** One part of every column. Values in the scale of the axis. */
export interface Part {
  readonly name: string;
  readonly values: readonly number[];
  readonly paint: Paint;
}

/** A whole chart: labels stand above each column; a limit is a dashed line with its name. */
export interface Columns {
  readonly years: readonly number[];
  readonly parts: readonly Part[];
  readonly labels: readonly string[];
  readonly unit: string;
  readonly limit: { readonly at: number; readonly name: string } | null;
  /** Marks the sum with a diamond, where parts below zero make it differ from the top. */
  readonly net: boolean;
  readonly spell: (value: number) => string;
}

const ANGLES: Readonly<Record<Pattern, number>> = {
  none: 0,
  falling: Math.PI / 4,
  rising: -Math.PI / 4,
  hatch: -Math.PI / 4,
  upright: Math.PI / 2,
  level: 0,
  dots: 0,
};

function decal(paint: Paint): object | undefined {
  if (paint.pattern === 'none') return { symbol: 'none' };
  if (paint.pattern === 'dots')
    return {
      symbol: 'circle',
      symbolSize: 0.8,
      color: paint.line,
      dashArrayX: [
        [3, 2],
        [0, 2.5, 3, 0],
      ],
      dashArrayY: [3, 1],
    };
  return {
    symbol: 'rect',
    color: paint.line,
    dashArrayX: [1, 0],
    dashArrayY: [1.5, 2.5],
    rotation: ANGLES[paint.pattern],
  };
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

/** Top of each column: what stands above zero. */
export function tops(parts: readonly Part[], years: number): readonly number[] {
  return Array.from({ length: years }, (_, year) => sum(parts.map((part) => Math.max(0, part.values[year] ?? 0))));
}

/** Foot of each column: what stands below zero. */
function bottoms(parts: readonly Part[], years: number): readonly number[] {
  return Array.from({ length: years }, (_, year) => sum(parts.map((part) => Math.min(0, part.values[year] ?? 0))));
}

/** A limit far above the columns is named beside the chart instead: it would flatten them. */
export function limitShown(columns: Columns): boolean {
  return columns.limit !== null && columns.limit.at <= 4 * Math.max(...tops(columns.parts, columns.years.length));
}

/** The highest thing that is drawn. */
function highest(columns: Columns): number {
  return Math.max(
    ...tops(columns.parts, columns.years.length),
    columns.limit !== null && limitShown(columns) ? columns.limit.at * 1.02 : 0,
  );
}

/** Steps of an axis: 1, 2, 2.5 or 5 times a power of ten, five ticks at most; zero always among them. */
export function axisOf(
  low: number,
  high: number,
): { readonly min: number; readonly max: number; readonly interval: number } {
  const size = high - low;
  if (size <= 0) return { min: 0, max: 1, interval: 1 };
  const power = 10 ** Math.floor(Math.log10(size / 4));
  const interval = power * ([1, 2, 2.5, 5, 10].find((step) => step * power * 4 >= size) ?? 10);
  const small = low < 0 && -low < 0.6 * interval;
  return {
    min: small ? low * 1.15 : Math.floor(low / interval) * interval,
    max: Math.ceil(high / interval) * interval,
    interval,
  };
}

/** Gridlines at the ticks alone: the library would also draw one at an end that is no tick. */
function gridlines(ticks: readonly number[], ink: Ink): object {
  return {
    type: 'scatter',
    silent: true,
    symbolSize: 0,
    data: [],
    markLine: {
      silent: true,
      symbol: 'none',
      animation: false,
      z: 0,
      label: { show: false },
      lineStyle: { color: ink.grid, type: 'solid', width: 1 },
      data: ticks.filter((tick) => tick !== 0).map((yAxis) => ({ yAxis })),
    },
  };
}

function bars(columns: Columns, ink: Ink): readonly object[] {
  return columns.parts.map((part) => ({
    type: 'bar',
    stack: 'all',
    name: part.name,
    silent: true,
    barWidth: '56%',
    barMaxWidth: 44,
    data: part.values,
    itemStyle: {
      color: part.paint.fill,
      borderColor: part.paint.edge === part.paint.fill ? ink.page : part.paint.edge,
      borderWidth: part.paint.edge === part.paint.fill ? 0.5 : 1,
      decal: decal(part.paint),
    },
  }));
}

function labelled(columns: Columns, ink: Ink): object {
  return {
    type: 'scatter',
    silent: true,
    symbolSize: 0,
    z: 6,
    itemStyle: { opacity: 1 },
    data: tops(columns.parts, columns.years.length),
    label: {
      show: true,
      position: 'top',
      distance: columns.net ? 7 : 3,
      color: ink.text,
      fontSize: 12,
      fontWeight: 600,
      textBorderColor: ink.page,
      textBorderWidth: 3,
      formatter: ({ dataIndex }: { readonly dataIndex: number }) => columns.labels[dataIndex] ?? '',
    },
  };
}

function diamonds(columns: Columns, ink: Ink): readonly object[] {
  if (!columns.net) return [];
  const nets = columns.years.map((_, year) => sum(columns.parts.map((part) => part.values[year] ?? 0)));
  return [
    {
      type: 'scatter',
      silent: true,
      symbol: 'diamond',
      symbolSize: [11, 11],
      z: 5,
      data: nets,
      itemStyle: { color: ink.text, borderColor: ink.page, borderWidth: 1.5, opacity: 1 },
    },
  ];
}

function limitLine(columns: Columns, ink: Ink): readonly object[] {
  const { limit } = columns;
  if (limit === null || !limitShown(columns)) return [];
  const label = {
    show: true,
    position: 'insideStartTop',
    formatter: limit.name,
    color: ink.limit,
    fontSize: 11,
    fontWeight: 600,
    textBorderColor: ink.page,
    textBorderWidth: 3,
    distance: [2, 3],
  };
  return [
    {
      type: 'scatter',
      silent: true,
      symbolSize: 0,
      data: [],
      markLine: {
        silent: true,
        symbol: 'none',
        animation: false,
        z: 4,
        data: [{ yAxis: limit.at }],
        lineStyle: { color: ink.limit, type: [5, 3], width: 1.5 },
        label,
      },
    },
  ];
}

/** Multiples of the interval between the ends; an end that is none gets no tick. */
function ticksOf({ min, max, interval }: ReturnType<typeof axisOf>): readonly number[] {
  const first = Math.ceil(min / interval - 1e-9);
  return Array.from(
    { length: Math.floor(max / interval + 1e-9) - first + 1 },
    (_, index) => (first + index) * interval,
  );
}

/** The chart library's option: no animation, no legend box, five ticks at most, zero always there. */
export function columnsOption(columns: Columns, ink: Ink, font: string): object {
  const many = columns.years.length > 6;
  const axis = axisOf(Math.min(0, ...bottoms(columns.parts, columns.years.length)), highest(columns));
  const ticks = ticksOf(axis);
  return {
    animation: false,
    aria: { enabled: true, label: { enabled: false }, decal: { show: true, decals: [{ symbol: 'none' }] } },
    textStyle: { fontFamily: font },
    grid: { left: 4, right: 4, top: 18, bottom: 4, containLabel: true },
    xAxis: {
      type: 'category',
      data: columns.years.map((year) => (many ? `’${String(year).slice(-2)}` : String(year))),
      axisTick: { show: false },
      axisLine: { show: true, onZero: true, lineStyle: { color: ink.axis } },
      axisLabel: { color: ink.caption, fontSize: 11, interval: 0, margin: 8 },
    },
    yAxis: {
      type: 'value',
      min: axis.min,
      max: axis.max,
      interval: axis.interval,
      axisLine: { show: false },
      axisTick: { show: false },
      splitLine: { show: false },
      axisLabel: { color: ink.caption, fontSize: 11, customValues: ticks, formatter: columns.spell },
    },
    series: [
      gridlines(ticks, ink),
      ...bars(columns, ink),
      ...limitLine(columns, ink),
      ...diamonds(columns, ink),
      labelled(columns, ink),
    ],
  };
}
