/** House styles on ranges. Fonts are set on our own cells; the workbook's Normal style stays the user's. */
import { COLOURS, STYLES, type CellLook } from '../looks';
import { type SheetSpec, type StyleName } from '../workbook';
import { rangeAddress } from './a1';
import { addressLists, areasBy } from './areas';

/** Looks of all cells of a sheet, a call for each style and not for each cell. */
export function writeLooks(sheet: Excel.Worksheet, spec: SheetSpec): void {
  for (const [key, areas] of areasBy(spec.cells, (cell) => `${cell.style}/${String(cell.indent ?? 0)}`)) {
    const [style = 'body', indent = '0'] = key.split('/');
    const tall = areas.some((area) => area.to[0] > area.from[0]);
    const wide = areas.some((area) => area.to[1] > area.from[1]);
    for (const list of addressLists(areas)) {
      const { format } = sheet.getRanges(list);
      applyLook(format, lookOf(style));
      if (indent !== '0') format.indentLevel = Number(indent);
      applyBorders(format, lookOf(style), tall, wide);
    }
  }
}

/** Number formats, as en-US codes: `numberFormat` takes these in every locale, `numberFormatLocal` does not. */
export function writeFormats(sheet: Excel.Worksheet, spec: SheetSpec): void {
  for (const [format, areas] of areasBy(spec.cells, (cell) => cell.format ?? null)) {
    for (const area of areas) {
      const row = Array.from({ length: area.to[1] - area.from[1] + 1 }, () => format);
      const rows = Array.from({ length: area.to[0] - area.from[0] + 1 }, () => row);
      sheet.getRange(rangeAddress(area)).numberFormat = rows;
    }
  }
}

const isStyle = (name: string): name is StyleName => Object.hasOwn(STYLES, name);
export const lookOf = (name: string): CellLook => STYLES[isStyle(name) ? name : 'body'];
export const colour = (name: keyof typeof COLOURS): string => `#${COLOURS[name]}`;

const ALIGN = { left: 'Left', right: 'Right', centre: 'Center' } as const;

function applyLook(format: Excel.RangeFormat, look: CellLook): void {
  const { font } = format;
  font.size = look.size;
  font.color = colour(look.colour);
  if (look.bold === true) font.bold = true;
  if (look.italic === true) font.italic = true;
  if (look.fill !== undefined) format.fill.color = colour(look.fill);
  if (look.align !== undefined) format.horizontalAlignment = ALIGN[look.align];
  if (look.wrap === true) format.wrapText = true;
  format.verticalAlignment = look.wrap === true ? 'Top' : 'Center';
}

type Edge = 'EdgeTop' | 'EdgeBottom' | 'EdgeLeft' | 'EdgeRight' | 'InsideHorizontal' | 'InsideVertical';

function applyBorders(format: Excel.RangeFormat, look: CellLook, tall: boolean, wide: boolean): void {
  const below: readonly Edge[] = tall ? ['EdgeBottom', 'InsideHorizontal'] : ['EdgeBottom'];
  const across: readonly Edge[] = wide ? ['EdgeLeft', 'EdgeRight', 'InsideVertical'] : ['EdgeLeft', 'EdgeRight'];
  if (look.border === 'rule') draw(format, below, 'Continuous', 'Hairline', 'rule');
  if (look.border === 'total') draw(format, ['EdgeTop', ...below], 'Continuous', 'Thin', 'navy');
  if (look.border === 'grand') draw(format, below, 'Double', 'Thick', 'navy');
  if (look.border === 'frame') draw(format, ['EdgeTop', ...below, ...across], 'Continuous', 'Thin', 'inputFrame');
}

function draw(
  format: Excel.RangeFormat,
  edges: readonly Edge[],
  style: 'Continuous' | 'Double',
  weight: 'Hairline' | 'Thin' | 'Thick',
  ink: keyof typeof COLOURS,
): void {
  for (const edge of edges) {
    const border = format.borders.getItem(edge);
    border.style = style;
    if (style !== 'Double') border.weight = weight; // a double line has one weight only
    border.color = colour(ink);
  }
}
