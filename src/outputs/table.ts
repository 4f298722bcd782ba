/** Flat tables for those who link or pivot: they stand right of the print area, and their columns are never renamed. */
import type { WrittenValue } from '../workbook/workbook';
import type { SheetKey } from './sheet';
import { put, type Page } from './page';

/** A column: its header for ever, what it holds, width in characters and number format. */
export interface OutColumn {
  readonly header: string;
  readonly meaning: string;
  readonly width: number;
  readonly format?: string;
}

/** An entry of the catalogue of tables. */
export interface OutTable {
  readonly name: string;
  readonly sheet: SheetKey;
  readonly holds: string;
  readonly columns: readonly OutColumn[];
  readonly rows: (page: Page) => readonly (readonly WrittenValue[])[];
}

export const AMOUNT_FORMAT = '#,##0.00';
export const YEAR_FORMAT = '0';
export const MONTH_FORMAT = 'mmm yyyy';

/** Writes a table with its header in `row`; returns the widths of its columns (none where it has no rows). */
export function writeTable(page: Page, table: OutTable, row: number, column: number): readonly number[] {
  const rows = table.rows(page);
  if (rows.length === 0) return [];
  put(page, row - 1, column, `${table.name}: ${table.holds}`, 'dataLabel');
  table.columns.forEach((each, index) => {
    put(page, row, column + index, each.header, 'tableHeader');
  });
  rows.forEach((values, index) => {
    writeRow(page, table, values, row + 1 + index, column);
  });
  page.tables.push({
    name: table.name,
    row,
    column,
    headers: table.columns.map((each) => each.header),
    rows: rows.length,
  });
  return table.columns.map((each) => each.width);
}

function writeRow(page: Page, table: OutTable, values: readonly WrittenValue[], row: number, column: number): void {
  values.forEach((value, index) => {
    const format = table.columns[index]?.format;
    put(
      page,
      row,
      column + index,
      value,
      format === undefined ? 'dataLabel' : 'data',
      format === undefined || typeof value === 'string' ? {} : { format },
    );
  });
}
