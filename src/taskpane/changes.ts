/**
 * What a user typed since the last run: two snapshots of the same workbook, compared cell by cell.
 * Tables that Realise writes itself (`BIM_Out_…`) are no inputs.
 */
import { isInput } from '../workbook/basis';
import { placeIn } from '../workbook/bindings';
import type { Cell, CellAddress, Snapshot, TableSnapshot } from '../workbook/workbook';

/** One changed input. A table or row that came or went has no single old value. */
export interface InputChange {
  readonly label: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly share: boolean;
  readonly at: CellAddress | null;
}

/** Tables that are read as inputs. */
export function inputTables(snapshot: Snapshot): readonly TableSnapshot[] {
  return snapshot.tables.filter(isInput);
}

/** Name of a table as people say it: "Uptake". */
export function plainName(table: string): string {
  return table.replace(/^BIM_/i, '').replaceAll('_', ' ');
}

/** Column letters of a 1-based column: 28 is AB. */
export function columnLetters(column: number): string {
  return column < 1 ? '' : columnLetters(Math.floor((column - 1) / 26)) + String.fromCharCode(65 + ((column - 1) % 26));
}

/** Every input that differs. A table whose shape changed is one change. */
export function changesBetween(before: Snapshot, after: Snapshot): readonly InputChange[] {
  const old = new Map(inputTables(before).map((table) => [table.name.toLowerCase(), table]));
  const now = inputTables(after);
  const gone = [...old.values()].filter(
    (table) => !now.some((one) => one.name.toLowerCase() === table.name.toLowerCase()),
  );
  return [
    ...now.flatMap((table) => tableChanges(old.get(table.name.toLowerCase()), table)),
    ...gone.map((table) => ({ label: plainName(table.name), before: 'table', after: 'gone', share: false, at: null })),
  ];
}

function tableChanges(before: TableSnapshot | undefined, after: TableSnapshot): readonly InputChange[] {
  const at = cellIn(after, -1, 0);
  const label = plainName(after.name);
  if (before === undefined) return [{ label, before: null, after: 'new table', share: false, at }];
  if (before.headers.join('\u0000') !== after.headers.join('\u0000'))
    return [{ label, before: null, after: 'other columns', share: false, at }];
  if (before.rows.length !== after.rows.length) {
    return [
      {
        label,
        before: `${String(before.rows.length)} rows`,
        after: `${String(after.rows.length)} rows`,
        share: false,
        at,
      },
    ];
  }
  return after.rows.flatMap((row, index) => rowChanges(before.rows[index] ?? [], row, after, index));
}

function rowChanges(
  before: readonly Cell[],
  after: readonly Cell[],
  table: TableSnapshot,
  row: number,
): readonly InputChange[] {
  return after.flatMap((cell, column) => {
    const old = before[column];
    if (old !== undefined && old.value === cell.value && old.error === cell.error) return [];
    return [
      {
        label: rowLabel(table, after, column),
        before: old === undefined ? null : content(old),
        after: content(cell),
        share: isShare(table, after, column),
        at: cellIn(table, row, column),
      },
    ];
  });
}

/** A cell as it would be read aloud; null where blank. */
function content(cell: Cell): string | null {
  if (cell.error !== undefined) return cell.error;
  return cell.value === null || cell.value === '' ? null : String(cell.value);
}

/** "Lipsiran 2029": the last key words of the row, then the column. */
function rowLabel(table: TableSnapshot, row: readonly Cell[], column: number): string {
  const keys = row
    .slice(0, column)
    .flatMap(({ value }, index) =>
      typeof value === 'string' && isKey(table.headers[index] ?? '', value) ? [value] : [],
    );
  const header = table.headers[column] ?? '';
  const shown = /model/i.test(table.name) ? keys.slice(0, 1) : [...keys.slice(-2), header];
  return shown.length === 0 || (shown.length === 1 && shown[0] === header)
    ? `${plainName(table.name)} ${header}`
    : shown.join(' ');
}

const NO_KEYS = /^(unit|op|stream|curve|per|role|source|note|group|price basis|fee per)$/i;

/** Words that tell one row from another; units and choices do not. */
function isKey(header: string, value: string): boolean {
  return /\p{L}/u.test(value) && !/^all$/i.test(value) && !NO_KEYS.test(header.trim());
}

const SHARE_COLUMNS = /^(discount|growth|mark-?up|rebate|vat|share|adherence|wastage|discontinuation)$/i;

/** True where the number is a fraction that people say as a per cent. */
function isShare(table: TableSnapshot, row: readonly Cell[], column: number): boolean {
  const header = table.headers[column] ?? '';
  if (SHARE_COLUMNS.test(header.trim())) return true;
  const unit = row.some((cell) => typeof cell.value === 'string' && /^share$/i.test(cell.value));
  return (
    /^\d{4}$|^year \d/i.test(header.trim()) &&
    /uptake/i.test(table.name) &&
    (unit || !row.some((cell) => cell.value === 'patients'))
  );
}

/** Address of a body cell; row −1 is the header. */
export function cellIn(table: TableSnapshot, row: number, column: number): CellAddress {
  const place = placeIn(table, row, column);
  return {
    sheet: table.sheet,
    cell: `${columnLetters(place.column)}${String(place.row)}`,
    table: table.name,
    row: place.row,
    column: table.headers[column] ?? '',
  };
}
