/**
 * Tables in the browser's sheet. Univer's open part has none, so they are kept here: where each stands, and how
 * it grows when somebody types in the row just below it or the column just beside it, as Excel's tables do.
 */
import type { Area, BookTable } from '../book';

/** A table now, and what it was when the file was opened. */
export interface LiveTable {
  readonly table: BookTable;
  readonly opened: BookTable;
  /** Were the row below and the column beside it empty? Only then can it grow into them. */
  readonly freeBelow: boolean;
  readonly freeBeside: boolean;
}

/** Is a cell blank? Rows and columns from 1. */
export type Blank = (row: number, column: number) => boolean;

const blankRow = (table: Area, row: number, blank: Blank): boolean => {
  for (let column = table.left; column <= table.right; column += 1) if (!blank(row, column)) return false;
  return true;
};
const blankColumn = (table: Area, column: number, blank: Blank): boolean => {
  for (let row = table.top; row <= table.bottom; row += 1) if (!blank(row, column)) return false;
  return true;
};

const overlaps = (one: Area, two: Area): boolean =>
  one.left <= two.right && two.left <= one.right && one.top <= two.bottom && two.top <= one.bottom;

const watched = (table: BookTable, opened: BookTable, blank: Blank): LiveTable => ({
  table,
  opened,
  freeBelow: blankRow(table, table.bottom + 1, blank),
  freeBeside: blankColumn(table, table.right + 1, blank),
});

/** Tables as a file gives them. */
export const openTables = (tables: readonly BookTable[], blank: Blank): readonly LiveTable[] =>
  tables.map((table) => watched(table, table, blank));

/** As far down, then as far right, as there is something and no other table. */
function grow(live: LiveTable, others: readonly Area[], blank: Blank): BookTable {
  let { table } = live;
  const clear = (next: Area): boolean => !others.some((other) => overlaps(next, other));
  while (live.freeBelow && !blankRow(table, table.bottom + 1, blank) && clear({ ...table, bottom: table.bottom + 1 })) {
    table = { ...table, bottom: table.bottom + 1 };
  }
  while (
    live.freeBeside &&
    !blankColumn(table, table.right + 1, blank) &&
    clear({ ...table, right: table.right + 1 })
  ) {
    table = { ...table, right: table.right + 1 };
  }
  return table;
}

/** Rows and columns that were grown into and are blank again (an undo, a cleared row) are given back. */
function shrink(table: BookTable, opened: BookTable, blank: Blank): BookTable {
  let { bottom, right } = table;
  while (bottom > opened.bottom && blankRow({ ...table, right }, bottom, blank)) bottom -= 1;
  while (right > opened.right && blankColumn({ ...table, bottom }, right, blank)) right -= 1;
  return bottom === table.bottom && right === table.right ? table : { ...table, bottom, right };
}

/** The tables of a sheet after some of its cells changed. */
export function followTyping(tables: readonly LiveTable[], blank: Blank): readonly LiveTable[] {
  return tables.map((live, index) => {
    const others = tables.filter((_, at) => at !== index).map((other) => other.table);
    return watched(shrink(grow(live, others, blank), live.opened, blank), live.opened, blank);
  });
}

/** Headers as they now stand in the cells; a new column without one is called "Column1", as Excel would. */
export function headersOf(table: BookTable, text: (row: number, column: number) => string): readonly string[] {
  const taken = new Set<string>();
  const headers: string[] = [];
  for (let column = table.left; column <= table.right; column += 1) {
    const typed = text(table.top, column).trim() === '' ? '' : text(table.top, column);
    let name = typed === '' ? (table.headers[column - table.left] ?? '') : typed;
    for (let count = 1; name === '' || taken.has(name.toLowerCase()); count += 1) {
      name = `${typed === '' ? 'Column' : typed}${String(count)}`;
    }
    taken.add(name.toLowerCase());
    headers.push(name);
  }
  return headers;
}
