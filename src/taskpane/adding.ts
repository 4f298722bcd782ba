/**
 * Rows to add to an input table. Where the workbook has no such table, or one on a sheet of ours, that sheet is written
 * with them; a table of the user's is his: its new rows are handed over to be pasted.
 */
import type { ExampleRow } from '../inputs/examples/example';
import type { CellAddress, Snapshot, TableSnapshot } from '../workbook/workbook';
import { columnLetters } from './changes';

/** Where rows go: to a sheet of ours with those it has, or below a table of the user's. */
export type Where =
  | { readonly kind: 'ours'; readonly key: string | null; readonly before: readonly ExampleRow[] }
  | { readonly kind: 'theirs'; readonly table: TableSnapshot; readonly below: CellAddress };

/** An input table by its word, with the labels of its columns. Its sheet of ours is called as it is. */
export interface Growing {
  readonly word: string;
  readonly labels: readonly string[];
}

const same = (header: string, label: string): boolean => header.trim().toLowerCase() === label.toLowerCase();

export function whereToAdd(snapshot: Snapshot, { word, labels }: Growing): Where {
  const called = (name: string): boolean => same(name, `BIM_${word}`);
  const table = snapshot.tables.find(({ name }) => called(name));
  if (table === undefined) return { kind: 'ours', key: null, before: [] };
  const ours = snapshot.owned.find(({ name, key }) => name === table.sheet && key === `input_${word.toLowerCase()}`);
  const only = snapshot.tables.filter(({ sheet }) => sheet === table.sheet).length === 1;
  if (ours !== undefined && only && isPlain(table, labels))
    return { kind: 'ours', key: ours.key, before: rowsIn(table, labels) };
  const below = {
    sheet: table.sheet,
    cell: `${columnLetters(table.column)}${String(table.row + table.rows.length + 1)}`,
  };
  return { kind: 'theirs', table, below };
}

/** Neither formulas nor columns of the user's own, which a new sheet would not have. */
const isPlain = ({ headers, rows }: TableSnapshot, labels: readonly string[]): boolean =>
  headers.every((header) => labels.some((label) => same(header, label))) &&
  !rows.some((row) => row.some(({ formula }) => formula !== undefined));

const rowsIn = ({ headers, rows }: TableSnapshot, labels: readonly string[]): readonly ExampleRow[] =>
  rows.map((row) =>
    Object.fromEntries(
      headers.map((header, n) => {
        const value = row[n]?.value ?? null;
        return [labels.find((label) => same(header, label)) ?? header, value === null ? '' : String(value)];
      }),
    ),
  );

/** Rows as a sheet takes them from the clipboard, in the order of the table's headers. Text stays text. */
export function asPasted(rows: readonly ExampleRow[], { headers }: TableSnapshot): string {
  const text = (cell: string): string => (/^[=@+-]/.test(cell) && Number.isNaN(Number(cell)) ? `'${cell}` : cell);
  return rows
    .map((row) => {
      const labels = Object.keys(row);
      return headers
        .map((header) => text(row[labels.find((label) => same(header, label)) ?? ''] ?? '').replace(/[\t\r\n]+/g, ' '))
        .join('\t');
    })
    .join('\n');
}
