/** The user's tables as they were run, as they lie on their sheets: what a live workbook is compared with later. */
import type { TypedTable } from '../engine/readings/live/document';
import { letters, type EntryTable } from '../inputs/entry';
import type { Field } from '../inputs/field';
import type { Reading } from '../inputs/read-assumptions';
import type { Snapshot, TableSnapshot } from '../workbook/workbook';

/** Free words about a row, which no figure is made from; a Unit that is chosen from a list is none. */
const ASIDE: readonly string[] = ['Source', 'Note', 'Unit', 'Default'];
const isAside = ({ kind, label }: Field): boolean => kind === 'text' && ASIDE.includes(label);

/** The tables that were read. */
export const typedTables = (snapshot: Snapshot, { entries }: Reading): readonly TypedTable[] =>
  snapshot.tables.flatMap((table) => {
    const cell = letters(table.column) + String(table.row);
    const entered = [...entries.values()].find(({ at }) => at.sheet === table.sheet && at.cell === cell);
    return entered ? [typedTable(table, entered)] : [];
  });

function typedTable(
  { name, sheet, row, column, headers, rows, bound }: TableSnapshot,
  entered: EntryTable,
): TypedTable {
  const read = readAt(entered);
  const turned = bound === 'turned';
  const first = turned ? row : column;
  const cells = rows.map((line) => line.map(({ value }, n) => ({ value, read: read.has(first + n) })));
  return turned
    ? {
        name,
        sheet,
        row,
        column: column + 1,
        headers: [],
        rows: headers.map((_, n) => cells.flatMap((line) => line[n] ?? [])),
      }
    : { name, sheet, row: row + 1, column, headers, rows: cells };
}

/** Sheet columns (of a turned table: rows) that the model is made from. */
function readAt({ table, columns, yearColumns }: EntryTable): ReadonlySet<number> {
  const named = table.fields.filter((field) => !isAside(field)).flatMap(({ label }) => columns.get(label) ?? []);
  return new Set([...named, ...yearColumns.map(({ column }) => column)]);
}
