/** The workbook as it may be shown: known columns of the input tables, values alone, confidential cells and what addresses them left out. */
import { findTarget } from '../inputs/target';
import { horizonOf } from '../inputs/settings';
import { letters, type Entries, type Entry, type EntryTable } from '../inputs/entry';
import { excelName } from '../inputs/table';
import { squeezed } from '../inputs/labels';
import { placeIn } from '../workbook/bindings';
import type { Cell, Snapshot, TableSnapshot } from '../workbook/workbook';
import type { Secret } from './secrets';
import type { LeftCell, Shared } from './shared';

/** A table that goes into the copy, and the user's own cells from which it is made: null where one is left blank. */
export interface ShownTable {
  readonly table: TableSnapshot;
  readonly held: EntryTable;
  readonly entries: readonly Entry[];
  readonly from: readonly (readonly (ShownCell | null)[])[];
}
export interface ShownCell extends LeftCell {
  readonly is: Cell;
}

/** Tables whose rows name a parameter of another table. */
const ADDRESSING: ReadonlySet<string> = new Set(['Scenarios', 'Parts', 'Goals', 'Uncertainty']);
/** Columns of free text. */
const WORDS: ReadonlySet<string> = new Set(['source', 'note', 'measure', 'owner']);
const DELIVERY = /^(Tasks|Waves|Resources|Outcomes|Parts|Actuals|Horizon|Phases)$/i;

/** Whether rows of a table name a parameter of another. */
export const isAddressing = ({ table }: EntryTable): boolean => ADDRESSING.has(table.word);
/** Whether a column is of free text, which may say what a cell may not. */
export const isOfWords = (header: string): boolean => WORDS.has(squeezed(header));
/** Whether a table is of the plan for delivery. */
export const isOfDelivery = ({ table }: EntryTable): boolean => DELIVERY.test(table.word);

const VALUE: Cell = { value: null };
/** The value of a cell without its formula, which may name what is hidden. */
const plain = ({ is }: ShownCell): Cell => ({ value: is.value, ...(is.date ? { date: true } : {}) });

/** Whether a row of scenarios, goals or uncertainty addresses a secret: its confidential columns alone, or any of its row. */
export function addresses(entries: Entries, entry: Entry, secret: Secret, columns: 'confidential' | 'any'): boolean {
  const cell = entry.cells.get('Parameter');
  if (!ADDRESSING.has(entry.table.word) || cell?.kind !== 'text') return false;
  const found = findTarget(entries, cell.text, horizonOf(entries));
  if ('fault' in found) return true;
  const { table, matches, target } = found;
  if (secret.entry.table !== table || !matches(secret.entry)) return false;
  return (
    columns === 'any' ||
    secret.columns === null ||
    (target.kind === 'field' && secret.columns.includes(target.field.label))
  );
}

/** Rows that are shown. Spending that was observed is spending at net prices. */
function shownRows(entries: Entries, { table, rows }: EntryTable, secrets: readonly Secret[]): readonly Entry[] {
  const hidden = secrets.filter((secret) => secret.columns === null).map((secret) => secret.entry);
  return rows.filter((entry) => {
    if (hidden.includes(entry)) return false;
    if (secrets.some((secret) => addresses(entries, entry, secret, 'confidential'))) return false;
    const measure = entry.cells.get('Measure');
    return !(table.word === 'Actuals' && secrets.length > 0 && measure?.kind === 'text' && /spend/i.test(measure.text));
  });
}

/** The cells of one row that go into the copy. */
function cellsOf(
  snapshot: TableSnapshot,
  entry: Entry,
  columns: readonly number[],
  blank: readonly string[],
  { out }: Shared,
): readonly (ShownCell | null)[] {
  const index = snapshot.rows.findIndex((_, n) => cellAt(snapshot, n, 0) === entry.at.cell);
  return columns.map((column) => {
    const cell = cellAt(snapshot, index, column);
    const left =
      blank.some((label) => squeezed(label) === squeezed(snapshot.headers[column] ?? '')) ||
      out.some((one) => one.sheet === snapshot.sheet && one.cell === cell);
    return left ? null : { sheet: snapshot.sheet, cell, is: snapshot.rows[index]?.[column] ?? VALUE };
  });
}

function cellAt(snapshot: TableSnapshot, index: number, column: number): string {
  const place = placeIn(snapshot, index, column);
  return `${letters(place.column)}${String(place.row)}`;
}

function shownTable(
  snapshot: TableSnapshot,
  held: EntryTable,
  entries: Entries,
  secrets: readonly Secret[],
  shared: Shared,
): ShownTable {
  const first = held.bound === 'turned' ? snapshot.row : snapshot.column;
  const known = [...held.columns.values(), ...held.yearColumns.map(({ column }) => column)].map((at) => at - first);
  const columns = [...new Set(known)]
    .sort((a, b) => a - b)
    .filter((column) => shared.sources || !isOfWords(snapshot.headers[column] ?? ''));
  const made = shownRows(entries, held, secrets)
    .map((entry) => {
      const blank = secrets.find((secret) => secret.entry === entry)?.columns ?? [];
      return { entry, cells: cellsOf(snapshot, entry, columns, blank, shared) };
    })
    .filter(({ cells }) => !isAddressing(held) || !cells.includes(null));
  return {
    held,
    entries: made.map(({ entry }) => entry),
    from: made.map(({ cells }) => cells),
    table: {
      name: excelName(held.table),
      sheet: held.table.sheet,
      row: 1,
      column: 1,
      headers: columns.map((column) => snapshot.headers[column] ?? ''),
      rows: made.map(({ cells }) => cells.map((cell) => (cell ? plain(cell) : VALUE))),
    },
  };
}

/** The input tables that may be shown. Nothing is taken over but cells that are read. */
export function shownTables(
  of: Snapshot,
  entries: Entries,
  secrets: readonly Secret[],
  shared: Shared,
): readonly ShownTable[] {
  return [...entries.values()].flatMap((held): readonly ShownTable[] => {
    if (!shared.delivery && isOfDelivery(held)) return [];
    const named = of.tables.filter((each) => each.name.toLowerCase() === excelName(held.table).toLowerCase());
    const table = named.find((each) => each.bound === held.bound) ?? named[0];
    const made = table && shownTable(table, held, entries, secrets, shared);
    return made && made.table.rows.length > 0 ? [made] : [];
  });
}

/** These tables alone, as a workbook. */
export const publicSnapshot = (shown: readonly ShownTable[]): Snapshot => ({
  sheets: [],
  tables: shown.map(({ table }) => table),
  names: [],
  owned: [],
  language: 'en',
  calculated: true,
});
