/** styles.xml → how each cell looks: fonts, fills, frames, alignment and number formats. */
import type { Edge, Look } from '../../book';
import { colourOf, themeColours } from './colours';
import { partText, relations, workbookPath, type Parts } from './parts';
import { all, attribute, first, flag, isTrue, parseXml, type Element } from './xml';

/** Looks of cells (by the number in `s`) and of conditional formats (by `dxfId`). */
export interface Looks {
  readonly cells: readonly Look[];
  readonly conditions: readonly Partial<Look>[];
}

// Number formats that every reader knows by number (ECMA-376 part 1, 18.8.30).
const BUILT_IN: ReadonlyMap<number, string> = new Map([
  [0, 'General'],
  [1, '0'],
  [2, '0.00'],
  [3, '#,##0'],
  [4, '#,##0.00'],
  [9, '0%'],
  [10, '0.00%'],
  [11, '0.00E+00'],
  [12, '# ?/?'],
  [13, '# ??/??'],
  [14, 'd/m/yyyy'],
  [15, 'd-mmm-yy'],
  [16, 'd-mmm'],
  [17, 'mmm-yy'],
  [18, 'h:mm AM/PM'],
  [19, 'h:mm:ss AM/PM'],
  [20, 'h:mm'],
  [21, 'h:mm:ss'],
  [22, 'd/m/yyyy h:mm'],
  [37, '#,##0;-#,##0'],
  [38, '#,##0;[Red]-#,##0'],
  [39, '#,##0.00;-#,##0.00'],
  [40, '#,##0.00;[Red]-#,##0.00'],
  [45, 'mm:ss'],
  [46, '[h]:mm:ss'],
  [47, 'mm:ss.0'],
  [48, '##0.0E+0'],
  [49, '@'],
]);

/** The look of a cell without any. */
export const PLAIN: Look = {
  font: 'Calibri',
  size: 11,
  bold: false,
  italic: false,
  underline: false,
  colour: null,
  fill: null,
  align: null,
  vertical: null,
  wrap: false,
  indent: 0,
  format: 'General',
  top: null,
  right: null,
  bottom: null,
  left: null,
};

type FontLook = Pick<Look, 'font' | 'size' | 'bold' | 'italic' | 'underline' | 'colour'>;
function fontLook(font: Element | undefined, theme: readonly string[]): FontLook {
  return {
    font: attribute(first(font, 'name'), 'val') || PLAIN.font,
    size: Number(attribute(first(font, 'sz'), 'val')) || PLAIN.size,
    bold: flag(font, 'b'),
    italic: flag(font, 'i'),
    underline: flag(font, 'u'),
    colour: colourOf(first(font, 'color'), theme),
  };
}

function fillColour(fill: Element | undefined, theme: readonly string[], side: 'fgColor' | 'bgColor'): string | null {
  const pattern = first(fill, 'patternFill');
  const kind = attribute(pattern, 'patternType');
  if (kind === 'none' || kind === 'gray125' || (kind === '' && side === 'fgColor')) return null;
  return colourOf(first(pattern, side), theme);
}

const LINES: ReadonlyMap<string, Edge['line']> = new Map<string, Edge['line']>([
  ['hair', 'hair'],
  ['thin', 'thin'],
  ['medium', 'medium'],
  ['thick', 'thick'],
  ['double', 'double'],
  ['dashed', 'dashed'],
  ['mediumDashed', 'dashed'],
  ['dotted', 'dotted'],
  ['dashDot', 'dashed'],
  ['dashDotDot', 'dotted'],
]);
function edge(border: Element | undefined, side: string, theme: readonly string[]): Edge | null {
  const part = first(border, side) ?? first(border, side === 'left' ? 'start' : side === 'right' ? 'end' : side);
  const line = LINES.get(attribute(part, 'style'));
  return line === undefined ? null : { line, colour: colourOf(first(part, 'color'), theme) ?? '000000' };
}
const edges = (
  border: Element | undefined,
  theme: readonly string[],
): Pick<Look, 'top' | 'right' | 'bottom' | 'left'> => ({
  top: edge(border, 'top', theme),
  right: edge(border, 'right', theme),
  bottom: edge(border, 'bottom', theme),
  left: edge(border, 'left', theme),
});

const ALIGN: ReadonlyMap<string, Look['align']> = new Map([
  ['left', 'left'],
  ['center', 'centre'],
  ['centerContinuous', 'centre'],
  ['right', 'right'],
]);
const VERTICAL: ReadonlyMap<string, Look['vertical']> = new Map([
  ['top', 'top'],
  ['center', 'middle'],
  ['bottom', 'bottom'],
]);
const alignment = (element: Element | undefined): Pick<Look, 'align' | 'vertical' | 'wrap' | 'indent'> => ({
  align: ALIGN.get(attribute(element, 'horizontal')) ?? null,
  vertical: VERTICAL.get(attribute(element, 'vertical')) ?? null,
  wrap: isTrue(attribute(element, 'wrapText')),
  indent: Number(attribute(element, 'indent') || 0),
});

function conditionLook(dxf: Element, theme: readonly string[]): Partial<Look> {
  const font = first(dxf, 'font');
  const fill = fillColour(first(dxf, 'fill'), theme, 'bgColor');
  const colour = colourOf(first(font, 'color'), theme);
  return {
    ...(flag(font, 'b') ? { bold: true } : {}),
    ...(flag(font, 'i') ? { italic: true } : {}),
    ...(colour === null ? {} : { colour }),
    ...(fill === null ? {} : { fill }),
    ...(first(dxf, 'border') === undefined ? {} : edges(first(dxf, 'border'), theme)),
  };
}

/** The looks of a workbook. */
export function readLooks(parts: Parts): Looks {
  const related = relations(parts, workbookPath(parts));
  const text = (type: string): string =>
    partText(parts, related.find((relation) => relation.type === type)?.path ?? '');
  const theme = themeColours(text('theme') === '' ? undefined : parseXml(text('theme')));
  if (text('styles') === '') return { cells: [PLAIN], conditions: [] };
  const styles = parseXml(text('styles'));
  const formats = new Map(
    all(first(styles, 'numFmts'), 'numFmt').map((format) => [
      Number(attribute(format, 'numFmtId')),
      attribute(format, 'formatCode'),
    ]),
  );
  const fonts = all(first(styles, 'fonts'), 'font').map((font) => fontLook(font, theme));
  const fills = all(first(styles, 'fills'), 'fill').map((fill) => fillColour(fill, theme, 'fgColor'));
  const borders = all(first(styles, 'borders'), 'border').map((border) => edges(border, theme));
  const cells = all(first(styles, 'cellXfs'), 'xf').map((xf): Look => {
    const number = Number(attribute(xf, 'numFmtId') || 0);
    return {
      ...PLAIN,
      ...fonts[Number(attribute(xf, 'fontId') || 0)],
      ...borders[Number(attribute(xf, 'borderId') || 0)],
      ...alignment(first(xf, 'alignment')),
      fill: fills[Number(attribute(xf, 'fillId') || 0)] ?? null,
      format: formats.get(number) ?? BUILT_IN.get(number) ?? 'General',
    };
  });
  return {
    cells: cells.length > 0 ? cells : [PLAIN],
    conditions: all(first(styles, 'dxfs'), 'dxf').map((dxf) => conditionLook(dxf, theme)),
  };
}

/** Does a number format show dates or times? Colours, conditions and quoted text do not count. */
export const isDateFormat = (format: string): boolean =>
  /[dmyhs]/i.test(format.replace(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '').replace(/General/gi, ''));
