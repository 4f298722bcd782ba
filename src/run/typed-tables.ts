/** The user's tables as they were run, as they lie on their sheets: what a live workbook is compared with later. */
import type { TypedTable } from '../engine/readings/live/document';
import type { Reading } from '../inputs/read-assumptions';
import type { Snapshot, TableSnapshot } from '../workbook/workbook';

/** Words about a row, which no figure is made from. */
const ASIDE: readonly string[] = ['source', 'note', 'unit', 'default'];

/** The tables that were read. */
export const typedTables = (snapshot: Snapshot, reading: Reading): readonly TypedTable[] =>
  snapshot.tables
    .filter(({ name }) => reading.read.some(({ table }) => alike(table) === alike(name)))
    .map((table) => typedTable(table, reading));

const alike = (name: string): string => name.trim().toLowerCase();

function typedTable(
  { name, sheet, row, column, headers, rows, bound }: TableSnapshot,
  { entries }: Reading,
): TypedTable {
  const read = readAt(name, entries);
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
function readAt(name: string, entries: Reading['entries']): ReadonlySet<number> {
  const [, table] = [...entries].find(([word]) => alike(`BIM_${word}`) === alike(name)) ?? [];
  const named = [...(table?.columns ?? [])].flatMap(([label, at]) => (ASIDE.includes(alike(label)) ? [] : [at]));
  return new Set([...named, ...(table?.yearColumns ?? []).map(({ column }) => column)]);
}
