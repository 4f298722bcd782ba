/** Where a written table lies. */
import type { BookTable } from '../book';
import type { TableSpec } from '../workbook';

/** A table of a report as it lies in the sheet. */
export const laidTable = (table: TableSpec): BookTable => ({
  name: table.name,
  headers: table.headers,
  top: table.row,
  left: table.column,
  bottom: table.row + table.rows,
  right: table.column + table.headers.length - 1,
});
