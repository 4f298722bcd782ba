/** Whole rows taken out of a sheet and put into it, with all that moves along. */
import { ALL, boxAddress, overlap, parseAddress, type Box } from './address';
import { findSheet, type Book, type Sheet } from './book';

/** Takes rows out of a sheet; what stands below moves up, with tables and merged areas. */
export function deleteRows(book: Book, sheet: Sheet, top: number, bottom: number): void {
  const count = bottom - top + 1;
  const moved = [...sheet.cells].flatMap(([row, line]) =>
    row < top ? [[row, line] as const] : row > bottom ? [[row - count, line] as const] : [],
  );
  sheet.cells.clear();
  for (const [row, line] of moved) sheet.cells.set(row, line);
  const shifted = [...sheet.outline].flatMap(([row, level]) =>
    row < top ? [[row, level] as const] : row > bottom ? [[row - count, level] as const] : [],
  );
  sheet.outline.clear();
  for (const [row, level] of shifted) sheet.outline.set(row, level);
  sheet.merges = sheet.merges.filter((merge) => overlap(merge, { ...ALL, top, bottom }) === null);
  const gone = book.tables.filter(
    (table) => table.sheet === sheet && table.box.top >= top && table.box.bottom <= bottom,
  );
  for (const table of gone) book.tables.splice(book.tables.indexOf(table), 1);
  for (const table of book.tables) {
    if (table.sheet !== sheet || table.box.top <= bottom) continue;
    table.box = { ...table.box, top: table.box.top - count, bottom: table.box.bottom - count };
  }
}

/** Puts rows into a sheet: what stands below moves down, with tables, merged areas and the names that point there. */
export function insertRows(book: Book, sheet: Sheet, top: number, count: number): void {
  const moved = [...sheet.cells].map(([row, line]) => [row < top ? row : row + count, line] as const);
  sheet.cells.clear();
  for (const [row, line] of moved) sheet.cells.set(row, line);
  const shift = (box: Box): Box => ({
    ...box,
    top: box.top < top ? box.top : box.top + count,
    bottom: box.bottom < top || box.bottom === ALL.bottom ? box.bottom : box.bottom + count,
  });
  sheet.merges = sheet.merges.map(shift);
  for (const table of book.tables) if (table.sheet === sheet) table.box = shift(table.box);
  for (const one of book.bindings) if (one.area.sheet === sheet) one.area = { sheet, box: shift(one.area.box) };
  for (const name of book.names) {
    const at = /^=((?:'(?:[^']|'')+'|[^'!]+)!)(\$?[A-Z]*\$?\d+(?::\$?[A-Z]*\$?\d+)?)$/.exec(name.formula);
    const [, prefix = '', address = ''] = at ?? [];
    if (at === null || findSheet(book, parseAddress(prefix + address).sheet ?? '') !== sheet) continue;
    name.formula = `=${prefix}${boxAddress(shift(parseAddress(address).box)).replace(/[A-Z]+|\d+/g, '$$$&')}`;
  }
}
