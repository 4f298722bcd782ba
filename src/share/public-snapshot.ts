/** The workbook as it may be shown: known columns of the input tables, values alone, confidential cells and what addresses them left out. */
import { findTarget } from '../inputs/target';
import { horizonOf } from '../inputs/settings';
import type { Entries, Entry, EntryTable } from '../inputs/entry';
import { excelName } from '../inputs/table';
import { squeezed } from '../inputs/labels';
import type { Cell, Snapshot, TableSnapshot } from '../workbook/workbook';
import type { Secret } from './secrets';

/** What is left out on request. */
export interface LeftOut {
  /** Sources and notes: free text may say what a cell may not. */
  readonly sources: boolean;
}

/** Tables whose rows name a parameter of another table. */
const ADDRESSING: ReadonlySet<string> = new Set(['Scenarios', 'Parts', 'Goals', 'Uncertainty']);

/** Columns of free text. */
const WORDS: ReadonlySet<string> = new Set(['source', 'note', 'measure', 'owner']);

const VALUE: Cell = { value: null };
/** The value of a cell without its formula, which may name what is hidden. */
const plain = (cell: Cell | undefined): Cell =>
  cell ? { value: cell.value, ...(cell.date ? { date: true } : {}) } : VALUE;

/** Whether a row of scenarios, goals or uncertainty is about a secret. */
function addresses(entries: Entries, entry: Entry, secrets: readonly Secret[]): boolean {
  const cell = entry.cells.get('Parameter');
  if (cell?.kind !== 'text') return false;
  const found = findTarget(entries, cell.text, horizonOf(entries));
  if ('fault' in found) return true;
  const { table, matches, target } = found;
  return secrets.some(
    (secret) =>
      secret.entry.table === table &&
      matches(secret.entry) &&
      (secret.columns === null || (target.kind === 'field' && secret.columns.includes(target.field.label))),
  );
}

/** Rows that are shown. Spending that was observed is spending at net prices. */
function shown(entries: Entries, { table, rows }: EntryTable, secrets: readonly Secret[]): readonly Entry[] {
  const hidden = secrets.filter((secret) => secret.columns === null).map((secret) => secret.entry);
  return rows.filter((entry) => {
    if (hidden.includes(entry)) return false;
    if (ADDRESSING.has(table.word) && addresses(entries, entry, secrets)) return false;
    const measure = entry.cells.get('Measure');
    return !(table.word === 'Actuals' && secrets.length > 0 && measure?.kind === 'text' && /spend/i.test(measure.text));
  });
}

function publicTable(
  snapshot: TableSnapshot,
  held: EntryTable,
  entries: Entries,
  secrets: readonly Secret[],
  out: LeftOut,
): TableSnapshot {
  const known = [...held.columns.values()].map((column) => column - snapshot.column);
  const yearly = held.yearColumns.map(({ column }) => column - snapshot.column);
  const columns = [...new Set([...known, ...yearly])]
    .sort((a, b) => a - b)
    .filter((column) => !(out.sources && WORDS.has(squeezed(snapshot.headers[column] ?? ''))));
  const rows = shown(entries, held, secrets).map((entry) => {
    const blank = secrets.find((secret) => secret.entry === entry)?.columns ?? [];
    const cells = snapshot.rows[(entry.at.row ?? 0) - snapshot.row - 1] ?? [];
    return columns.map((column) =>
      blank.some((label) => squeezed(label) === squeezed(snapshot.headers[column] ?? ''))
        ? VALUE
        : plain(cells[column]),
    );
  });
  return {
    name: excelName(held.table),
    sheet: held.table.sheet,
    row: 1,
    column: 1,
    headers: columns.map((column) => snapshot.headers[column] ?? ''),
    rows,
  };
}

/** The input tables that may be shown. Nothing is taken over but cells that are read. */
export function publicSnapshot(of: Snapshot, entries: Entries, secrets: readonly Secret[], out: LeftOut): Snapshot {
  const tables = [...entries.values()].flatMap((held): readonly TableSnapshot[] => {
    const table = of.tables.find((each) => each.name.toLowerCase() === excelName(held.table).toLowerCase());
    const made = table && publicTable(table, held, entries, secrets, out);
    return made && made.rows.length > 0 ? [made] : [];
  });
  return { sheets: [], tables, names: [], owned: [], language: 'en', calculated: true };
}
