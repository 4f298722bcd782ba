/** A native chart part, with the exact settings of the house (docs/workbook.md says why each is as it is). */
import { COLOURS } from '../looks';
import type { ChartSpec, SheetSpec } from '../workbook';
import { line, lookupOf, noFill, solidFill, textProperties, title, valuesOf } from './chartParts';
import type { Lookup } from './chartParts';
import { series } from './chartSeries';
import type { Drawn, Numbered } from './chartSeries';
import { element, xmlDocument } from './xml';
import type { XmlElement } from './xml';

const AXES = { category: 111_111_111, value: 222_222_222 } as const;
const axisIds = (): XmlElement[] => [element('c:axId', { val: AXES.category }), element('c:axId', { val: AXES.value })];

/** The part. `sheet` is the name under which the chart's sheet stands. */
export function chartXml(chart: ChartSpec, spec: SheetSpec, sheet: string): string {
  const lookup = lookupOf(spec);
  return xmlDocument(
    element(
      'c:chartSpace',
      {
        'xmlns:c': 'http://schemas.openxmlformats.org/drawingml/2006/chart',
        'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main',
        'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
      },
      element('c:roundedCorners', { val: 0 }),
      element(
        'c:chart',
        {},
        title(chart.title),
        element('c:autoTitleDeleted', { val: 0 }),
        element(
          'c:plotArea',
          {},
          element('c:layout'),
          ...plots(chart, sheet, lookup),
          ...axes(chart, lookup),
          element('c:spPr', {}, noFill(), line(null)),
        ),
        ...(chart.legend ? [legend(chart)] : []),
        element('c:plotVisOnly', { val: 0 }),
        element('c:dispBlanksAs', { val: 'gap' }),
      ),
      element('c:spPr', {}, solidFill(COLOURS.white), line(null)),
      textProperties(9),
    ),
  );
}

/** The columns, bars, lines or areas; then, over them, the series that are lines. */
function plots(chart: ChartSpec, sheet: string, lookup: Lookup): XmlElement[] {
  const numbered: readonly Numbered[] = chart.series.map((spec, index) => ({ spec, index }));
  const mixed = chart.kind !== 'line' && chart.kind !== 'scatter';
  const under = numbered.filter(({ spec }) => !mixed || spec.line === undefined);
  const over = numbered.filter(({ spec }) => mixed && spec.line !== undefined);
  const draw = (list: readonly Numbered[], drawn: Drawn): XmlElement[] =>
    list.map((entry) => series(entry, drawn, sheet, lookup));
  return [
    ...(under.length > 0 ? [plot(chart, draw(under, drawnAs(chart)))] : []),
    ...(over.length > 0 ? [lines(draw(over, 'line'))] : []),
  ];
}

function drawnAs(chart: ChartSpec): Drawn {
  if (chart.kind === 'line' || chart.kind === 'area' || chart.kind === 'scatter') return chart.kind;
  return chart.kind.startsWith('stacked') ? 'stacked bar' : 'bar';
}

/** One colour a series: without this Excel gives every bar of a single series its own. */
const oneColour = (): XmlElement => element('c:varyColors', { val: 0 });

function plot(chart: ChartSpec, drawn: readonly XmlElement[]): XmlElement {
  if (chart.kind === 'line') return lines(drawn);
  if (chart.kind === 'area')
    return element('c:areaChart', {}, element('c:grouping', { val: 'stacked' }), oneColour(), drawn, axisIds());
  if (chart.kind === 'scatter')
    return element(
      'c:scatterChart',
      {},
      element('c:scatterStyle', { val: 'lineMarker' }),
      oneColour(),
      drawn,
      axisIds(),
    );
  const stacked = chart.kind.startsWith('stacked');
  return element(
    'c:barChart',
    {},
    element('c:barDir', { val: chart.kind.endsWith('bars') ? 'bar' : 'col' }),
    element('c:grouping', { val: stacked ? 'stacked' : 'clustered' }),
    oneColour(),
    drawn,
    element('c:gapWidth', { val: chart.gap ?? (stacked ? 55 : 65) }),
    element('c:overlap', { val: chart.overlap ?? (stacked ? 100 : 0) }),
    axisIds(),
  );
}

function lines(drawn: readonly XmlElement[]): XmlElement {
  return element(
    'c:lineChart',
    {},
    element('c:grouping', { val: 'standard' }),
    oneColour(),
    drawn,
    element('c:marker', { val: 1 }),
    axisIds(),
  );
}

/** Entries of series without fill (the base of a fan or waterfall) would show as empty boxes: they are left out. */
function legend(chart: ChartSpec): XmlElement {
  const hidden = chart.series.flatMap((entry, idx) =>
    entry.colour === 'none'
      ? [element('c:legendEntry', {}, element('c:idx', { val: idx }), element('c:delete', { val: 1 }))]
      : [],
  );
  return element(
    'c:legend',
    {},
    element('c:legendPos', { val: 'b' }),
    ...hidden,
    element('c:overlay', { val: 0 }),
    textProperties(9),
  );
}

function axes(chart: ChartSpec, lookup: Lookup): XmlElement[] {
  const lying = chart.kind.endsWith('bars');
  return [chart.kind === 'scatter' ? timeAxis(chart, lookup) : categoryAxis(chart, lying), valueAxis(chart, lying)];
}

const ticks = (labels: string): XmlElement[] => [
  element('c:majorTickMark', { val: 'none' }),
  element('c:minorTickMark', { val: 'none' }),
  element('c:tickLblPos', { val: labels }),
];

/** Labels stand low: below the columns, negative ones included. */
function categoryAxis(chart: ChartSpec, lying: boolean): XmlElement {
  return element(
    'c:catAx',
    {},
    element('c:axId', { val: AXES.category }),
    element('c:scaling', {}, element('c:orientation', { val: chart.reversed ? 'maxMin' : 'minMax' })),
    element('c:delete', { val: 0 }),
    element('c:axPos', { val: lying ? 'l' : 'b' }),
    element('c:numFmt', { formatCode: 'General', sourceLinked: 0 }),
    ...ticks('low'),
    element('c:spPr', {}, line(COLOURS.grey)),
    textProperties(9),
    element('c:crossAx', { val: AXES.value }),
    element('c:crosses', { val: 'autoZero' }),
    element('c:auto', { val: 0 }),
    element('c:lblAlgn', { val: 'ctr' }),
    element('c:lblOffset', { val: 100 }),
    element('c:noMultiLvlLbl', { val: 1 }),
  );
}

/** The axis of figures; an empty format leaves it out, where labels on the bars say enough. */
function valueAxis(chart: ChartSpec, lying: boolean): XmlElement {
  const shown = chart.format !== '';
  return element(
    'c:valAx',
    {},
    element('c:axId', { val: AXES.value }),
    scaling(chart.minimum, chart.maximum),
    element('c:delete', { val: shown ? 0 : 1 }),
    element('c:axPos', { val: lying ? (chart.reversed ? 't' : 'b') : 'l' }),
    ...(shown ? [element('c:majorGridlines', {}, element('c:spPr', {}, line(COLOURS.rule, 0.25)))] : []),
    element('c:numFmt', { formatCode: shown ? chart.format : 'General', sourceLinked: 0 }),
    ...ticks('nextTo'),
    element('c:spPr', {}, line(null)),
    textProperties(9),
    element('c:crossAx', { val: AXES.category }),
    element('c:crosses', { val: 'autoZero' }),
    element('c:crossBetween', { val: chart.kind === 'area' || chart.kind === 'scatter' ? 'midCat' : 'between' }),
  );
}

/** A scatter's axis along the bottom: whole years, one by one where there are few. */
function timeAxis(chart: ChartSpec, lookup: Lookup): XmlElement {
  const values = chart.series
    .flatMap((entry) => valuesOf(entry.categories, lookup))
    .filter((value) => typeof value === 'number');
  const [first, last] = [Math.floor(Math.min(...values)), Math.ceil(Math.max(...values))];
  return element(
    'c:valAx',
    {},
    element('c:axId', { val: AXES.category }),
    values.length > 0 ? scaling(first, last) : scaling(undefined, undefined),
    element('c:delete', { val: 0 }),
    element('c:axPos', { val: 'b' }),
    element('c:numFmt', { formatCode: 'General', sourceLinked: 0 }),
    ...ticks('low'),
    element('c:spPr', {}, line(COLOURS.grey)),
    textProperties(9),
    element('c:crossAx', { val: AXES.value }),
    element('c:crosses', { val: 'autoZero' }),
    element('c:crossBetween', { val: 'midCat' }),
    ...(values.length > 0 && last - first <= 20 ? [element('c:majorUnit', { val: 1 })] : []),
  );
}

function scaling(minimum: number | undefined, maximum: number | undefined): XmlElement {
  return element(
    'c:scaling',
    {},
    element('c:orientation', { val: 'minMax' }),
    ...(maximum === undefined ? [] : [element('c:max', { val: maximum })]),
    ...(minimum === undefined ? [] : [element('c:min', { val: minimum })]),
  );
}
