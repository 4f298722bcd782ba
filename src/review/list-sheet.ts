/** A sheet that is a list: a title, a header, bands and rows of wrapped text, as high as they need. */
import { lampLooks } from '../outputs/lamps';
import type { CellSpec, ConditionSpec, SheetSpec, StyleName, TableSpec, WrittenValue } from '../workbook/workbook';

/** A column: its header and its width in characters of 7 pixels. */
export interface ListColumn {
  readonly header: string;
  readonly width: number;
}

/** A cell of a row; text unless it says otherwise. */
export interface ListCell {
  readonly value: WrittenValue;
  readonly style: StyleName;
  readonly format?: string;
  readonly indent?: number;
}

/** A band that opens a section, or a row. `lamp`: the place of the cell that is coloured by its shape. */
export type ListRow = { readonly band: string } | { readonly cells: readonly ListCell[]; readonly lamp?: number };

export interface ListSheet {
  readonly key: string;
  readonly name: string;
  readonly title: string;
  /** What the sheet is, the stamp, and what came out of it. */
  readonly subtitle: string;
  readonly stamp: string;
  readonly said: string;
  readonly columns: readonly ListColumn[];
  readonly rows: readonly ListRow[];
  /** The whole list as a table of this name: for lists without bands. */
  readonly table?: string;
  readonly footer: string;
}

const HEADER = 6;
/** Sheet row of the first line. */
export const FIRST = HEADER + 1;
/** Column B; A is a margin. */
const LEFT = 2;
const LINE = 13;
/** A4 landscape with our margins, in pixels. */
const PAPER = 1017;

const lengthOf = ({ value }: ListCell): number =>
  typeof value === 'string' ? value.length : 'text' in value ? value.text.length : 8;

/** Letters are narrower than the digits that widths are counted in. */
const LETTERS = 1.2;

/** Points of a row whose cells wrap. */
function heightOf(cells: readonly ListCell[], columns: readonly ListColumn[]): number {
  const lines = cells.map((cell, n) => Math.ceil(lengthOf(cell) / ((columns[n]?.width ?? 8) * LETTERS)));
  return LINE * Math.max(1, ...lines) + 3;
}

function rowCells(row: ListRow, at: number, columns: readonly ListColumn[]): readonly CellSpec[] {
  if ('band' in row)
    return columns.map((_, n) => ({ row: at, column: LEFT + n, value: n === 0 ? row.band : '', style: 'section' }));
  return row.cells.map(({ value, style, format, indent }, n) => ({
    row: at,
    column: LEFT + n,
    value,
    style,
    ...(format === undefined ? {} : { format }),
    ...(indent === undefined ? {} : { indent }),
  }));
}

const looksOf = (row: ListRow, at: number): readonly ConditionSpec[] =>
  'band' in row || row.lamp === undefined ? [] : lampLooks(at, LEFT + row.lamp, LEFT + row.lamp);

export function listSheet(list: ListSheet): SheetSpec {
  const { columns, rows } = list;
  const last = FIRST + Math.max(rows.length, 1) - 1;
  const width = columns.reduce((sum, column) => sum + column.width * 7 + 5, 19);
  return {
    key: list.key,
    name: list.name,
    purpose: 'result',
    widths: [2, ...columns.map((column) => column.width)],
    heights: {
      1: 27,
      4: 18,
      ...Object.fromEntries(
        rows.map((row, n) => [FIRST + n, 'band' in row ? 18 : heightOf(row.cells, columns)] as const),
      ),
    },
    cells: [
      { row: 1, column: LEFT, value: list.title, style: 'title' },
      { row: 2, column: LEFT, value: list.subtitle, style: 'subtitle' },
      { row: 3, column: LEFT, value: list.stamp, style: 'stamp' },
      { row: 4, column: LEFT, value: list.said, style: 'heading' },
      ...columns.map(({ header }, n): CellSpec => ({
        row: HEADER,
        column: LEFT + n,
        value: header,
        style: 'tableHeader',
      })),
      ...rows.flatMap((row, n) => rowCells(row, FIRST + n, columns)),
    ],
    tables: tableOf(list),
    charts: [],
    validations: [],
    conditions: rows.flatMap((row, n) => looksOf(row, FIRST + n)),
    freeze: [FIRST, LEFT + 1],
    print: {
      area: { from: [1, 1], to: [last, LEFT + columns.length - 1] },
      titleRows: [1, HEADER],
      orientation: 'landscape',
      fit: { scale: Math.min(100, Math.floor((97 * PAPER) / width)), breaks: [] },
      footer: [list.footer, '&A', 'Page &P of &N'],
    },
  };
}

const tableOf = ({ table, columns, rows }: ListSheet): readonly TableSpec[] =>
  table === undefined || rows.length === 0
    ? []
    : [{ name: table, row: HEADER, column: LEFT, headers: columns.map(({ header }) => header), rows: rows.length }];
