/** What is said about inputs: plain sentences that name the cell, what is wrong and what to do. */
import type { Finding, Place, Severity } from '../engine/finding';
import { textOf, type Entry } from './entry';
import { isAll } from './labels';
import { excelName, type Table } from './table';

type Say = (code: string, at: Place | null, message: string, remedy?: string) => Finding;
const say =
  (severity: Severity): Say =>
  (code, at, message, remedy = '') => ({ severity, code, at, message, remedy });

/** No figures until it is mended. */
export const error = say('error');
/** Figures are given; this should be read first. */
export const warning = say('warning');
export const notice = say('notice');

/** A row as a sentence calls it: its keys, or where it stands. */
export function rowName(entry: Pick<Entry, 'table' | 'at' | 'cells'>): string {
  const row = { ...entry, index: 0, address: '', years: [], columns: new Map<string, number>() };
  const keys = entry.table.address.map((field) => textOf(row, field)).filter((key) => !isAll(key));
  return keys.length > 0 ? keys.join(', ') : `row ${String(entry.at.row ?? 0)} of ${excelName(entry.table)}`;
}

/** A cell as a sentence calls it. */
export const cellName = (label: string, row: string): string => `${label} of ${row}`;

/** The same of an entry: the value of a setting is called by the setting. */
export const valueName = (entry: Pick<Entry, 'table' | 'at' | 'cells'>, label: string): string =>
  entry.table.variants?.column.label === label ? rowName(entry) : cellName(label, rowName(entry));

/** Typed text in a sentence: quoted, and cut where it is long. */
export const quoted = (text: string): string => `“${text.length > 60 ? `${text.slice(0, 57)}…` : text}”`;

/** Where a table stands. */
export const tablePlace = (table: Table, sheet: string, cell: string, row: number): Place => ({
  sheet,
  cell,
  table: excelName(table),
  row,
});
