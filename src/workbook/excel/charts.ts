/** Native charts. Their descriptions come last, in `descriptions.ts`. */
import type { CellSpec, ChartSpec, RangeSpec, SeriesSpec, SheetSpec } from '../workbook';
import { cellAddress, rangeAddress } from './a1';
import { colour } from './looks';
import { words } from './text';

const KINDS = {
  'stacked columns': 'ColumnStacked',
  'clustered columns': 'ColumnClustered',
  'stacked bars': 'BarStacked',
  'clustered bars': 'BarClustered',
  line: 'Line',
  area: 'AreaStacked',
  scatter: 'XYScatterLinesNoMarkers',
} as const satisfies Record<ChartSpec['kind'], string>;

/**
 * How much of the charts is written: some hosts claim a requirement set and refuse members of it (office-js issues 1688,
 * 1538), so what is refused is written again with what every Excel has, and in the end without charts.
 */
export type Grade = 'full' | 'plain' | 'none';

/** Room on a value axis for labels and so on is the report's business; these are looks only. */
export function writeChart(sheet: Excel.Worksheet, spec: SheetSpec, chart: ChartSpec, grade: Grade): void {
  const [first] = chart.series;
  if (first === undefined) return; // a chart without series is refused by Excel (EmptyChartSeries)
  const item = sheet.charts.add(KINDS[chart.kind], sheet.getRange(rangeAddress(first.values)), byOf(first.values));
  item.name = chart.name;
  item.setPosition(cellAddress(...chart.at.from), cellAddress(...chart.at.to));
  chart.series.forEach((series, n) => {
    const name = nameOf(spec.cells, series.name);
    const drawn = n === 0 ? item.series.getItemAt(0) : item.series.add(name);
    drawn.name = name;
    drawn.setValues(sheet.getRange(rangeAddress(series.values)));
    drawn.setXAxisValues(sheet.getRange(rangeAddress(series.categories)));
    if (grade === 'full') writeSeries(drawn, chart, series);
  });
  item.title.text = chart.title;
  if (grade === 'plain') return;
  writeFrame(item, chart);
  writeAxes(item.axes, chart);
}

/** One series is made of the first range, whichever way it lies; the others are added by hand. */
const byOf = ({ from, to }: RangeSpec): 'Rows' | 'Columns' =>
  from[0] === to[0] && from[1] !== to[1] ? 'Rows' : 'Columns';

/** The text of the cell that names a series: whether Office.js takes a formula as a name is not documented. */
const nameOf = (cells: readonly CellSpec[], { from }: RangeSpec): string =>
  words(cells.find((cell) => cell.row === from[0] && cell.column === from[1]));

function writeSeries(item: Excel.ChartSeries, chart: ChartSpec, series: SeriesSpec): void {
  const lined = series.line !== undefined || chart.kind === 'line' || chart.kind === 'scatter';
  if (lined) writeLine(item, chart, series);
  else {
    if (series.colour === 'none') item.format.fill.clear();
    else item.format.fill.setSolidColor(`#${series.colour}`);
    item.format.line.clear();
    writeColumns(item, chart);
  }
  if (series.labels === undefined) return;
  item.hasDataLabels = true;
  const labels = item.dataLabels;
  labels.showValue = true;
  labels.linkNumberFormat = false;
  labels.numberFormat = series.labels;
  labels.position = lined ? 'Top' : chart.kind.startsWith('stacked') ? 'InsideEnd' : 'OutsideEnd';
}

function writeColumns(item: Excel.ChartSeries, chart: ChartSpec): void {
  if (chart.kind === 'area') return; // areas have neither gap nor overlap
  item.varyByCategories = false;
  item.invertIfNegative = false;
  item.gapWidth = chart.gap ?? 60;
  item.overlap = chart.overlap ?? (chart.kind.startsWith('stacked') ? 100 : 0);
}

function writeLine(item: Excel.ChartSeries, chart: ChartSpec, series: SeriesSpec): void {
  if (chart.kind !== 'line' && chart.kind !== 'scatter') item.chartType = 'Line';
  const { line } = item.format;
  if (series.colour === 'none') line.clear();
  else line.color = `#${series.colour}`;
  line.weight = series.line?.width ?? 2;
  line.lineStyle = series.line?.dash === true ? 'Dash' : 'Continuous';
  item.smooth = false;
  if (series.line?.marker !== 'diamond') item.markerStyle = 'None';
  else {
    item.markerStyle = 'Diamond';
    item.markerSize = 7;
    item.markerBackgroundColor = item.markerForegroundColor = `#${series.colour}`;
  }
}

function writeFrame(item: Excel.Chart, chart: ChartSpec): void {
  item.plotVisibleOnly = false;
  item.displayBlanksAs = 'NotPlotted';
  item.format.font.name = 'Arial';
  item.format.font.size = 9;
  item.format.font.color = colour('text');
  item.format.fill.setSolidColor(colour('white'));
  item.format.border.lineStyle = 'None';
  item.title.format.font.size = 11;
  item.title.format.font.bold = true;
  item.title.format.font.color = colour('navy');
  item.legend.visible = chart.legend;
  if (chart.legend) item.legend.position = 'Bottom';
}

function writeAxes({ valueAxis, categoryAxis }: Excel.ChartAxes, chart: ChartSpec): void {
  valueAxis.linkNumberFormat = false;
  valueAxis.numberFormat = chart.format;
  valueAxis.format.line.clear();
  valueAxis.majorGridlines.visible = true;
  valueAxis.majorGridlines.format.line.color = colour('rule');
  valueAxis.majorGridlines.format.line.weight = 0.25;
  if (chart.minimum !== undefined) valueAxis.minimum = chart.minimum;
  if (chart.maximum !== undefined) valueAxis.maximum = chart.maximum;
  categoryAxis.majorGridlines.visible = false;
  categoryAxis.tickLabelPosition = 'Low';
  if (chart.reversed === true) categoryAxis.reversePlotOrder = true;
}
