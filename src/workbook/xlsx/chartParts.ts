/** The small pieces that every chart is put together from: fonts, lines, fills, references with their caches. */
import { COLOURS } from '../looks';
import type { RangeSpec, SheetSpec } from '../workbook';
import { quotedSheet } from '../mark';
import { areaText } from './references';
import { element } from './xml';
import type { XmlElement } from './xml';

/** Points to English metric units, in which drawings measure. */
const EMU = 12_700;

export const solidFill = (colour: string): XmlElement =>
  element('a:solidFill', {}, element('a:srgbClr', { val: colour }));
export const noFill = (): XmlElement => element('a:noFill');
/** A line of a width in points; colour null: none. */
export function line(colour: string | null, width = 0.75, dash = false): XmlElement {
  if (colour === null) return element('a:ln', {}, noFill());
  return element(
    'a:ln',
    { w: Math.round(width * EMU), cap: 'rnd' },
    solidFill(colour),
    ...(dash ? [element('a:prstDash', { val: 'dash' })] : []),
    element('a:round'),
  );
}

/** Font of a text: Arial, size in points. */
export function font(tag: string, size: number, bold: boolean, colour: string): XmlElement {
  return element(
    tag,
    { sz: size * 100, b: bold ? 1 : 0 },
    solidFill(colour),
    element('a:latin', { typeface: 'Arial' }),
    element('a:cs', { typeface: 'Arial' }),
  );
}
export function textProperties(size: number, colour: string = COLOURS.muted): XmlElement {
  return element(
    'c:txPr',
    {},
    element('a:bodyPr'),
    element('a:lstStyle'),
    element(
      'a:p',
      {},
      element('a:pPr', {}, font('a:defRPr', size, false, colour)),
      element('a:endParaRPr', { lang: 'en-GB' }),
    ),
  );
}

/** The title as rich text, bold 11. */
export function title(text: string): XmlElement {
  return element(
    'c:title',
    {},
    element(
      'c:tx',
      {},
      element(
        'c:rich',
        {},
        element('a:bodyPr'),
        element('a:lstStyle'),
        element(
          'a:p',
          {},
          element('a:pPr', {}, font('a:defRPr', 11, true, COLOURS.navy)),
          element('a:r', {}, font('a:rPr', 11, true, COLOURS.navy), element('a:t', {}, text)),
        ),
      ),
    ),
    element('c:overlay', { val: 0 }),
  );
}

/** Reads what the sheet will show, so that charts carry their figures for readers that do not calculate. */
export type Lookup = (row: number, column: number) => string | number | null;

export function lookupOf(sheet: SheetSpec): Lookup {
  const values = new Map(sheet.cells.map((cell) => [`${String(cell.row)},${String(cell.column)}`, cell.value]));
  return (row, column) => {
    const value = values.get(`${String(row)},${String(column)}`);
    if (value === undefined || value === '') return null;
    if (typeof value === 'string') return value;
    if ('number' in value) return Number(value.number);
    if ('text' in value) return value.text;
    return typeof value.cached === 'string' ? value.cached : Number(value.cached.number);
  };
}

function* places({ from, to }: RangeSpec): Iterable<readonly [number, number]> {
  for (let row = from[0]; row <= to[0]; row++)
    for (let column = from[1]; column <= to[1]; column++) yield [row, column];
}

/** The values of a range, row by row. */
export function valuesOf(range: RangeSpec, lookup: Lookup): (string | number | null)[] {
  return [...places(range)].map(([row, column]) => lookup(row, column));
}

/** A reference to cells with what they hold: numbers where all are numbers (or `numeric` says so), else texts. */
export function reference(sheet: string, range: RangeSpec, lookup: Lookup, numeric: boolean): XmlElement {
  const values = valuesOf(range, lookup);
  const numbers = numeric || values.every((value) => typeof value === 'number');
  const points = values.flatMap((value, idx) =>
    value === null || (numbers && typeof value !== 'number')
      ? []
      : [element('c:pt', { idx }, element('c:v', {}, String(value)))],
  );
  const count = element('c:ptCount', { val: values.length });
  const formula = element('c:f', {}, `${quotedSheet(sheet)}!${areaText(range.from, range.to, true)}`);
  return numbers
    ? element(
        'c:numRef',
        {},
        formula,
        element('c:numCache', {}, element('c:formatCode', {}, 'General'), count, ...points),
      )
    : element('c:strRef', {}, formula, element('c:strCache', {}, count, ...points));
}
