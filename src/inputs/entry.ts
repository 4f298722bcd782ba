/** Entries: a workbook's tables, read cell by cell and not yet judged. Scenarios change these, as if typed. */
import type { Given } from '../engine/assumptions';
import type { Place } from '../engine/finding';
import { addressOf } from './address';
import type { Field } from './field';
import { squeezed } from './labels';
import type { Table } from './table';
import type { YearHeader } from './years';

/** What a cell holds. Blank cells have no entry; a `broken` one has had its finding. */
export type EntryCell =
  | { readonly kind: 'number'; readonly given: Given }
  | { readonly kind: 'text'; readonly text: string; readonly at: Place }
  | { readonly kind: 'broken'; readonly at: Place };

export interface YearCell {
  readonly header: YearHeader;
  /** The header as typed. */
  readonly label: string;
  readonly cell: EntryCell;
}

/** One row. `cells` are found by the label of their field. */
export interface Entry {
  readonly table: Table;
  /** Place of the row among the rows of its table, from 0. */
  readonly index: number;
  readonly at: Place;
  readonly address: string;
  readonly cells: ReadonlyMap<string, EntryCell>;
  readonly years: readonly YearCell[];
  /** Sheet columns (1-based) of the table's known headers; sheet rows, where the table is turned. */
  readonly columns: ReadonlyMap<string, number>;
  /** True where the table stands on its side: a range of the user's, bound transposed. */
  readonly turned?: boolean;
}

/** The rows of one table. */
export interface EntryTable {
  readonly table: Table;
  readonly at: Place;
  /** A range of the user's that stands in the table's place, and how it lies. */
  readonly bound?: 'as it lies' | 'turned' | undefined;
  readonly columns: ReadonlyMap<string, number>;
  /** Headers that mean a year, left to right. */
  readonly yearColumns: readonly { readonly header: YearHeader; readonly label: string; readonly column: number }[];
  readonly rows: readonly Entry[];
}

/** All tables of a workbook, by word. */
export type Entries = ReadonlyMap<string, EntryTable>;

/** Column letters: 1 → A, 27 → AA. */
export function letters(column: number): string {
  let [text, left] = ['', column];
  while (left > 0) {
    text = String.fromCharCode(65 + ((left - 1) % 26)) + text;
    left = Math.floor((left - 1) / 26);
  }
  return text;
}

/** Where a row's column stands; the row itself where the table has no such column. */
export function placeOf(entry: Entry, label: string): Place {
  const column = entry.columns.get(label);
  if (column === undefined || entry.at.row === undefined) return { ...entry.at, column: label };
  if (entry.turned === true) {
    const cell = entry.at.cell.replace(/\d+$/, String(column));
    return { ...entry.at, cell, row: column, column: label };
  }
  return { ...entry.at, cell: letters(column) + String(entry.at.row), column: label };
}

/** Text of a cell, whatever its kind; '' where it is blank or broken. */
export function cellText(cell: EntryCell | undefined): string {
  if (cell === undefined || cell.kind === 'broken') return '';
  return cell.kind === 'text' ? cell.text : cell.given.value.toString();
}

/** Where a cell stands. */
export const cellPlace = (cell: EntryCell): Place => (cell.kind === 'number' ? cell.given.at : cell.at);

export const textOf = (entry: Entry, field: Field): string => cellText(entry.cells.get(field.label));
export const rowsOf = (entries: Entries, table: Table): readonly Entry[] => entries.get(table.word)?.rows ?? [];

/** The setting of that name, where a table's rows are settings. */
export const settingNamed = (table: Table, name: string): Field | null =>
  table.variants?.fields.find((field) => squeezed(field.label) === squeezed(name)) ?? null;

/** The field that a column is, which for the Value of a setting depends on the setting; null for an unknown setting. */
export function fieldOf(table: Table, label: string, key: string): Field | null {
  if (table.variants?.column.label === label) return settingNamed(table, key);
  return table.fields.find((field) => field.label === label) ?? null;
}

/** The parameter address of a value of a row. */
export const parameterOf = (entry: Pick<Entry, 'address'>, label: string): string =>
  `${entry.address}/${addressOf(label)}`;
