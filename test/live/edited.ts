/** An input typed over in a workbook: the snapshot as it would be read again, and the cell that holds it. */
import { columnName } from '../../src/engine/readings/live/references';
import type { Snapshot, TableSnapshot } from '../../src/workbook/workbook';

/** A cell by its table, row (from 0) and header; `blank year` is the first year of the row that holds nothing. */
export type Typing = readonly [table: string, row: number, header: string, value: number];

export interface Edited {
  readonly snapshot: Snapshot;
  readonly sheet: string;
  readonly cell: string;
  readonly value: number;
}

/** The snapshot with one cell typed, and where that cell stands. */
export function edited(snapshot: Snapshot, [name, row, header, value]: Typing): Edited | null {
  const table = snapshot.tables.find((each) => each.name === name);
  const blankYear = table?.headers.findIndex(
    (each, column) => /^(20\d\d|Year \d+)$/.test(each) && (table.rows[row]?.[column]?.value ?? null) === null,
  );
  const named = table?.headers.indexOf(header.replace(/^blank /, '')) ?? -1;
  const column = header === 'blank year' ? (blankYear ?? -1) : named;
  if (!table || column < 0) return null;
  if (header.startsWith('blank ')) expect(table.rows[row]?.[column]?.value ?? null).toBeNull();
  const typed = (cells: TableSnapshot['rows'][number]): TableSnapshot['rows'][number] =>
    cells.map((cell, at) => (at === column ? { value } : cell));
  const tables = snapshot.tables.map((each) =>
    each === table ? { ...each, rows: each.rows.map((cells, at) => (at === row ? typed(cells) : cells)) } : each,
  );
  return {
    snapshot: { ...snapshot, tables },
    sheet: table.sheet,
    cell: `${columnName(table.column + column)}${String(table.row + 1 + row)}`,
    value,
  };
}
