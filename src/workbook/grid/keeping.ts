/** What is kept of each sheet beside its cells, and what follows from it. */
import type { FWorksheet } from '@univerjs/preset-sheets-core';
import type { BookSheet, TableEdit } from '../book';
import type { ChartSpec, OwnedSheet, SheetSpec, TableSnapshot } from '../workbook';
import { placeKey, type CellsByPlace } from './edits';
import { SheetCells } from './sheet-cells';
import { headersOf, openTables, type Blank, type LiveTable } from './tables';

/** What is kept of a sheet beside its cells. */
export interface Keeping {
  tables: readonly LiveTable[];
  readonly charts: readonly ChartSpec[];
  /** Where cells lead: "row,column" → "Prices!A1". */
  readonly links: ReadonlyMap<string, string>;
  /** Cells as they were opened or written. */
  readonly before: CellsByPlace;
  /** True for a sheet that stands in the opened file. */
  readonly inFile: boolean;
  owned: { readonly key: string; readonly stamp: string; readonly wasChanged: boolean } | null;
}

/** Of a sheet that a file brought. */
export function keepOpened(sheet: BookSheet, blank: Blank, owned: OwnedSheet | undefined): Keeping {
  const full = sheet.cells.filter(
    ({ value, formula, error }) => value !== null || formula !== undefined || error !== undefined,
  );
  return {
    tables: openTables(sheet.tables, blank),
    charts: [],
    links: sheet.links,
    inFile: true,
    before: new Map(full.map((cell) => [placeKey(cell.row, cell.column), cell])),
    owned: owned === undefined ? null : { key: owned.key, stamp: owned.stamp, wasChanged: owned.changed },
  };
}

const span = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from + 1 }, (_, at) => from + at);

/** The tables of a sheet as a snapshot holds them. */
export function tablesIn(sheet: FWorksheet, keeping: Keeping | undefined): readonly TableSnapshot[] {
  const cells = new SheetCells(sheet);
  return (keeping?.tables ?? []).map(({ table }) => {
    const hidden = cells.hidden(table.top + 1, table.bottom);
    const columns = span(table.left, table.right);
    return {
      name: table.name,
      sheet: sheet.getSheetName(),
      row: table.top,
      column: table.left,
      headers: headersOf(table, cells.text),
      rows: span(table.top + 1, table.bottom).map((row) => columns.map((column) => cells.snapshot(row, column))),
      ...(hidden.length > 0 ? { hiddenRows: hidden } : {}),
    };
  });
}

/** Tables that grew, or whose headers were typed anew. */
export function tablesEdited(sheet: FWorksheet, keeping: Keeping | undefined): readonly TableEdit[] {
  const text = new SheetCells(sheet).text;
  return (keeping?.tables ?? [])
    .map(({ table, opened }) => ({ opened, now: { ...table, headers: headersOf(table, text) } }))
    .filter(({ opened, now }) => now.bottom !== opened.bottom || now.headers.join('\n') !== opened.headers.join('\n'))
    .map(({ now }) => ({ sheet: sheet.getSheetName(), table: now }));
}

/** The links of a written sheet. */
export const linksOf = (spec: SheetSpec): ReadonlyMap<string, string> =>
  new Map(
    spec.cells.flatMap(({ row, column, value }) =>
      typeof value === 'object' && 'link' in value ? [[placeKey(row, column), value.link] as const] : [],
    ),
  );

/** "#'My prices'!A1" → the sheet and the cell it names; null where it names none. */
export function linkTarget(link: string): { readonly sheet: string; readonly cell: string } | null {
  const match = /^#?(?:'((?:[^']|'')+)'|([^'!]+))!(\$?[A-Z]{1,3}\$?\d+)/i.exec(link);
  if (match === null) return null;
  return { sheet: match[1]?.replaceAll("''", "'") ?? match[2] ?? '', cell: (match[3] ?? 'A1').replaceAll('$', '') };
}
