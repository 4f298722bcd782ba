/** Ranges that are bound in the place of tables, read from the cells of a file as far as they are used. */
import { bindingsIn, boundTable, isBroken, type Binding } from '../bindings';
import type { NameSnapshot, TableSnapshot } from '../workbook';
import type { Book, SheetEntry } from './book';
import { LAST_COLUMN, LAST_ROW, parseArea, type Area } from './references';
import type { SheetCells } from './readSheet';

/** The bound ranges of a book, as tables; those that lead nowhere are left to the findings. */
export function boundTables(
  book: Book,
  names: readonly NameSnapshot[],
  sheets: (sheet: SheetEntry) => SheetCells,
): readonly TableSnapshot[] {
  return bindingsIn(names).flatMap((binding) => {
    if (isBroken(binding)) return [];
    const place = placeOf(binding);
    const sheet = book.sheets.find((one) => one.name.toLowerCase() === place?.sheet.toLowerCase());
    if (place === null || sheet === undefined || sheet.path === null) return [];
    return tableIn(binding, sheet.name, place.area, sheets(sheet)) ?? [];
  });
}

/** "='My sheet'!$B$3:$G$20", "=Drugs!$B:$C" → sheet and area. */
function placeOf({ refersTo }: Binding): { readonly sheet: string; readonly area: Area } | null {
  const [, quoted, bare, address = ''] = /^=(?:'((?:[^']|'')+)'|([^'!]+))!(.+)$/.exec(refersTo) ?? [];
  const sheet = quoted?.replaceAll("''", "'") ?? bare;
  const area = parseArea(whole(address.replaceAll('$', '')));
  return sheet === undefined || area === null ? null : { sheet, area };
}

/** Whole columns and rows by their first and last cell. */
function whole(address: string): string {
  const columns = /^([A-Z]+):([A-Z]+)$/i.exec(address);
  if (columns !== null) return `${columns[1] ?? ''}1:${columns[2] ?? ''}${String(LAST_ROW)}`;
  const rows = /^(\d+):(\d+)$/.exec(address);
  return rows === null ? address : `A${rows[1] ?? ''}:XFD${rows[2] ?? ''}`;
}

function tableIn(binding: Binding, sheet: string, area: Area, cells: SheetCells): TableSnapshot | null {
  const used = usedIn(area, cells);
  if (used === null) return null;
  const { top, left, bottom, right } = used;
  const lines = Array.from({ length: bottom - top + 1 }, (_, r) =>
    Array.from({ length: right - left + 1 }, (__, c) => cells.at(top + r, left + c)),
  );
  const hiddenRows = [...cells.hiddenRows].filter((row) => row > top && row <= bottom);
  return boundTable(binding, { sheet, row: top, column: left, cells: lines, hiddenRows });
}

/** The part of an area that holds something; null where nothing does. */
function usedIn(area: Area, cells: SheetCells): Area | null {
  let used: Area = { top: LAST_ROW + 1, left: LAST_COLUMN + 1, bottom: 0, right: 0 };
  for (const { row, column, cell } of cells.all()) {
    const inside = row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;
    if (!inside || (cell.value === null && cell.error === undefined)) continue;
    used = {
      top: Math.min(used.top, row),
      left: Math.min(used.left, column),
      bottom: Math.max(used.bottom, row),
      right: Math.max(used.right, column),
    };
  }
  return used.bottom === 0 ? null : used;
}
