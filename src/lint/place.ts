/** Where a cell stands, and whether a table covers it. */
import type { SheetCell, SheetRead } from '../workbook/sheets-read';

const letters = (column: number): string =>
  column > 26
    ? letters(Math.floor((column - 1) / 26)) + letters(((column - 1) % 26) + 1)
    : String.fromCharCode(64 + column);

export const nameOf = ({ row, column }: Pick<SheetCell, 'row' | 'column'>): string => letters(column) + String(row);

/** Whether a table of that kind of name covers the cell. */
export const inTable = (
  { tables }: SheetRead,
  { row, column }: Pick<SheetCell, 'row' | 'column'>,
  name: RegExp = /(?:)/,
): boolean =>
  tables.some(
    (table) =>
      name.test(table.name) && row >= table.top && row <= table.bottom && column >= table.left && column <= table.right,
  );
