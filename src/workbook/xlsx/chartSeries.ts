/** One series of a chart, its children in the order of the schema (which programs other than Excel insist on). */
import { COLOURS } from '../looks';
import type { SeriesSpec } from '../workbook';
import { line, noFill, reference, solidFill, textProperties, valuesOf } from './chartParts';
import type { Lookup } from './chartParts';
import { element } from './xml';
import type { XmlElement } from './xml';

/** How a series is drawn. */
export type Drawn = 'bar' | 'stacked bar' | 'line' | 'area' | 'scatter';

/** A series with its place among all series of its chart. */
export interface Numbered {
  readonly spec: SeriesSpec;
  readonly index: number;
}

export function series({ spec, index }: Numbered, drawn: Drawn, sheet: string, lookup: Lookup): XmlElement {
  const x = reference(sheet, spec.categories, lookup, drawn === 'scatter');
  const y = reference(sheet, spec.values, lookup, true);
  const curve = drawn === 'line' || drawn === 'scatter';
  return element(
    'c:ser',
    {},
    element('c:idx', { val: index }),
    element('c:order', { val: index }),
    element('c:tx', {}, seriesName(sheet, spec, lookup)),
    curve ? curveLook(spec) : fillLook(spec),
    ...(drawn === 'bar' || drawn === 'stacked bar' ? [element('c:invertIfNegative', { val: 0 })] : []),
    ...(curve ? [marker(spec)] : []),
    ...(spec.labels === undefined ? [] : [labels(spec.labels, drawn, below(spec, lookup))]),
    drawn === 'scatter' ? element('c:xVal', {}, x) : element('c:cat', {}, x),
    element(drawn === 'scatter' ? 'c:yVal' : 'c:val', {}, y),
    ...(curve ? [element('c:smooth', { val: 0 })] : []),
  );
}

/** A name must be text to the schema, even where the cell holds a number. */
function seriesName(sheet: string, spec: SeriesSpec, lookup: Lookup): XmlElement {
  return reference(
    sheet,
    spec.name,
    (row, column) => {
      const value = lookup(row, column);
      return value === null ? null : String(value);
    },
    false,
  );
}

function fillLook(spec: SeriesSpec): XmlElement {
  return element('c:spPr', {}, spec.colour === 'none' ? noFill() : solidFill(spec.colour), line(null));
}

function curveLook(spec: SeriesSpec): XmlElement {
  return element(
    'c:spPr',
    {},
    line(spec.colour === 'none' ? null : spec.colour, spec.line?.width ?? 2, spec.line?.dash ?? false),
  );
}

function marker(spec: SeriesSpec): XmlElement {
  if (spec.line?.marker !== 'diamond' || spec.colour === 'none')
    return element('c:marker', {}, element('c:symbol', { val: 'none' }));
  return element(
    'c:marker',
    {},
    element('c:symbol', { val: 'diamond' }),
    element('c:size', { val: 7 }),
    element('c:spPr', {}, solidFill(spec.colour), line(spec.colour)),
  );
}

/** Labels outside the end of stacked columns make Excel repair the file: theirs stand inside. */
const POSITIONS: Readonly<Record<Drawn, string | null>> = {
  bar: 'outEnd',
  'stacked bar': 'inEnd',
  line: 't',
  scatter: 't',
  area: null,
};

/** A line that runs below zero has its labels below it, clear of the columns that hang from the axis. */
function below(spec: SeriesSpec, lookup: Lookup): boolean {
  return valuesOf(spec.values, lookup).every((value) => typeof value !== 'number' || value <= 0);
}

function labels(format: string, drawn: Drawn, under: boolean): XmlElement {
  const position = under && POSITIONS[drawn] === 't' ? 'b' : POSITIONS[drawn];
  return element(
    'c:dLbls',
    {},
    element('c:numFmt', { formatCode: format, sourceLinked: 0 }),
    element('c:spPr', {}, noFill(), line(null)),
    textProperties(9, COLOURS.text),
    ...(position === null ? [] : [element('c:dLblPos', { val: position })]),
    element('c:showLegendKey', { val: 0 }),
    element('c:showVal', { val: 1 }),
    element('c:showCatName', { val: 0 }),
    element('c:showSerName', { val: 0 }),
    element('c:showPercent', { val: 0 }),
    element('c:showBubbleSize', { val: 0 }),
  );
}
