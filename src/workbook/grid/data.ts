/** A book as Univer's data: what the sheet in the browser is made from when a file is opened. */
import {
  BooleanNumber,
  LocaleType,
  type ICellData,
  type IObjectMatrixPrimitiveType,
  type IRange,
  type IStyleData,
  type IWorkbookData,
  type IWorksheetData,
} from '@univerjs/core';
import type { Area, Book, BookSheet } from '../book';
import { fromCell } from './cells';
import { fileStyle, TABLE_HEADER, TABLE_ROW } from './looks';
import { conditionRules, validationRules } from './rules';

/** An area as Univer counts it, from 0. */
export const toRange = (area: Area): IRange => ({
  startRow: area.top - 1,
  endRow: area.bottom - 1,
  startColumn: area.left - 1,
  endColumn: area.right - 1,
});

type Matrix = IObjectMatrixPrimitiveType<ICellData>;
/** Puts a cell into a matrix, over what is there. */
export function place(matrix: Matrix, row: number, column: number, data: ICellData): void {
  const line = (matrix[row - 1] ??= {});
  line[column - 1] = { ...line[column - 1], ...data };
}

const styleName = (look: number): string => `look${String(look)}`;

/** Looks like Excel's table style, where the file leaves a table's looks to its style. */
function dressTables(sheet: BookSheet, matrix: Matrix, looks: Book['looks']): void {
  const plain = looks[0];
  for (const table of sheet.tables) {
    const header = sheet.cells.find((cell) => cell.row === table.top && cell.column === table.left);
    if (header === undefined || looks[header.look]?.fill !== null) continue;
    for (let column = table.left; column <= table.right; column += 1) {
      for (let row = table.top; row <= table.bottom; row += 1) {
        const style = matrix[row - 1]?.[column - 1]?.s;
        const look = typeof style === 'string' ? looks[Number(style.slice(4))] : plain;
        const own: IStyleData = look === undefined ? {} : fileStyle(look);
        place(matrix, row, column, { s: row === table.top ? { ...own, ...TABLE_HEADER } : { ...TABLE_ROW, ...own } });
      }
    }
  }
}

/** Rows without a height of their own are as high as their largest letters, as in Excel: 1.3 of the size, in pixels. */
function letterHeights(sheet: BookSheet, looks: Book['looks']): ReadonlyMap<number, number> {
  const heights = new Map(sheet.heights);
  for (const cell of sheet.cells) {
    const needed = Math.round(((looks[cell.look]?.size ?? 0) * 96 * 1.3) / 72);
    if (!sheet.heights.has(cell.row) && needed > Math.max(sheet.height, heights.get(cell.row) ?? 0))
      heights.set(cell.row, needed);
  }
  return heights;
}

const sizes = (
  sheet: BookSheet,
  heights: ReadonlyMap<number, number>,
): Pick<IWorksheetData, 'rowData' | 'columnData'> => ({
  rowData: Object.fromEntries(
    [...new Set([...heights.keys(), ...sheet.hiddenRows])].map((row) => [
      row - 1,
      {
        ...(heights.has(row) ? { h: heights.get(row) ?? sheet.height, ia: BooleanNumber.FALSE } : {}),
        ...(sheet.hiddenRows.has(row) ? { hd: BooleanNumber.TRUE } : {}),
      },
    ]),
  ),
  columnData: Object.fromEntries(
    [...new Set([...sheet.widths.keys(), ...sheet.hiddenColumns])].map((column) => [
      column - 1,
      {
        ...(sheet.widths.has(column) ? { w: sheet.widths.get(column) ?? sheet.width } : {}),
        ...(sheet.hiddenColumns.has(column) ? { hd: BooleanNumber.TRUE } : {}),
      },
    ]),
  ),
});

/** Empty rows and columns beyond what is used, so that there is room to type. */
export const ROOM = { rows: 60, columns: 12, leastRows: 120, leastColumns: 26 } as const;

/** How many rows and columns stand still at the top left. */
export const freeze = (rows: number, columns: number): IWorksheetData['freeze'] =>
  rows === 0 && columns === 0
    ? { xSplit: 0, ySplit: 0, startRow: -1, startColumn: -1 }
    : { xSplit: columns, ySplit: rows, startRow: rows, startColumn: columns };

function sheetData(sheet: BookSheet, id: string, looks: Book['looks']): Partial<IWorksheetData> {
  const cellData: Matrix = {};
  for (const cell of sheet.cells)
    place(cellData, cell.row, cell.column, { ...fromCell(cell), s: styleName(cell.look) });
  dressTables(sheet, cellData, looks);
  const last = sheet.cells.reduce(
    (most, cell) => ({ row: Math.max(most.row, cell.row), column: Math.max(most.column, cell.column) }),
    { row: 0, column: 0 },
  );
  return {
    id,
    name: sheet.name,
    cellData,
    hidden: sheet.hidden ? BooleanNumber.TRUE : BooleanNumber.FALSE,
    tabColor: sheet.tab === null ? '' : `#${sheet.tab}`,
    mergeData: sheet.merges.map(toRange),
    defaultColumnWidth: sheet.width,
    defaultRowHeight: sheet.height,
    ...sizes(sheet, letterHeights(sheet, looks)),
    rowCount: Math.max(last.row + ROOM.rows, ROOM.leastRows),
    columnCount: Math.max(last.column + ROOM.columns, ROOM.leastColumns),
    showGridlines: sheet.gridlines ? BooleanNumber.TRUE : BooleanNumber.FALSE,
    freeze: freeze(sheet.frozen.rows, sheet.frozen.columns),
    defaultStyle: styleName(0),
  };
}

const resource = (name: string, data: unknown): { name: string; data: string } => ({
  name,
  data: JSON.stringify(data),
});

/** The whole book for Univer. `ids` name the sheets, in order. */
export function workbookData(book: Book, unit: string, ids: readonly string[]): IWorkbookData {
  const pairs = book.sheets.map((sheet, index) => ({ sheet, id: ids[index] ?? String(index) }));
  const rules = <T>(make: (sheet: BookSheet) => readonly T[]): Record<string, readonly T[]> =>
    Object.fromEntries(pairs.map(({ sheet, id }) => [id, make(sheet)]));
  return {
    id: unit,
    name: '',
    appVersion: '0.25.1',
    locale: LocaleType.EN_US,
    styles: Object.fromEntries(book.looks.map((look, index) => [styleName(index), fileStyle(look)])),
    sheetOrder: pairs.map(({ id }) => id),
    sheets: Object.fromEntries(pairs.map(({ sheet, id }) => [id, sheetData(sheet, id, book.looks)])),
    resources: [
      resource('SHEET_CONDITIONAL_FORMATTING_PLUGIN', rules(conditionRules)),
      resource('SHEET_DATA_VALIDATION_PLUGIN', rules(validationRules)),
      resource(
        'SHEET_DEFINED_NAME_PLUGIN',
        Object.fromEntries(
          book.names.map((name) => [
            name.name,
            { id: name.name, name: name.name, formulaOrRefString: name.refersTo.replace(/^=/, '') },
          ]),
        ),
      ),
    ],
  };
}
