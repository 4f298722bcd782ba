/** Reading a report in tests as its reader would: by sheet, label and column. */
import type { CellSpec, Report, SheetSpec } from '../../src/workbook/workbook';

export function sheetOf(report: Report, key: string): SheetSpec {
  const sheet = report.sheets.find((each) => each.key === key);
  if (sheet === undefined) throw new Error(`no sheet ${key}`);
  return sheet;
}

export const cellAt = (sheet: SheetSpec, row: number, column: number): CellSpec | undefined =>
  sheet.cells.find((cell) => cell.row === row && cell.column === column);

/** What a cell shows as text or exact decimal; undefined where nothing stands. */
export function shown(cell: CellSpec | undefined): string | undefined {
  const value = cell?.value;
  if (value === undefined || typeof value === 'string') return value;
  if ('number' in value) return value.number;
  if ('text' in value) return value.text;
  return typeof value.cached === 'string' ? value.cached : value.cached.number;
}

export const at = (sheet: SheetSpec, row: number, column: number): string | undefined =>
  shown(cellAt(sheet, row, column));

/** Rows whose label (column B) is this, in printed order. */
export const rowsLabelled = (sheet: SheetSpec, label: string): readonly number[] =>
  sheet.cells
    .filter((cell) => cell.column === 2 && cell.value === label)
    .map((cell) => cell.row)
    .sort((a, b) => a - b);

/** The first row of this label at or after another row. */
export function rowOf(sheet: SheetSpec, label: string, from = 1): number {
  const row = rowsLabelled(sheet, label).find((each) => each >= from);
  if (row === undefined) throw new Error(`no row ${label} on ${sheet.name}`);
  return row;
}
