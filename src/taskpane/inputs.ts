/** The inputs of a workbook, row by row, as they can be seen, searched and explained in the pane. */
import { Decimal } from 'decimal.js';
import { columnMeaning } from '../inputs/meanings';
import { folded, squeezed } from '../inputs/labels';
import type { TableRead } from '../assess';
import type { Cell, CellAddress, Snapshot, TableSnapshot } from '../workbook/workbook';
import { cellIn, inputTables } from './changes';
import { asTyped, type Numerals } from './figures';

/** One typed cell: its column, what is typed, what the column means, and where it stands. */
export interface TypedCell {
  readonly label: string;
  readonly typed: string;
  readonly says: string;
  readonly at: CellAddress;
}

/** One row, called by its keys. `says`: what the contract says of a row it knows by name (a setting). */
export interface InputRow {
  readonly name: string;
  readonly says: string;
  readonly cells: readonly TypedCell[];
}

const isBlank = ({ value, error }: Cell): boolean => error === undefined && (value === null || value === '');

/** A cell as the workbook's language writes it; up to four digits without a separator, since many are years. */
function typedText({ value, error }: Cell, numerals: Numerals): string {
  if (error !== undefined) return error;
  if (typeof value !== 'number' || (Number.isInteger(value) && Math.abs(value) < 10_000)) return String(value ?? '');
  return asTyped(new Decimal(value).toFixed(), numerals, 15);
}

function rowOf(table: TableSnapshot, index: number, { meanings }: TableRead, numerals: Numerals): InputRow {
  const cells = (table.rows[index] ?? []).flatMap((cell, column) => {
    const label = table.headers[column] ?? '';
    if (isBlank(cell)) return [];
    const at = cellIn(table, index, column);
    return [{ label, typed: typedText(cell, numerals), says: columnMeaning(meanings, label), at }];
  });
  const keys = meanings.keys.flatMap((key) =>
    cells.filter(({ label }) => squeezed(label) === squeezed(key)).map(({ typed }) => typed),
  );
  const name = keys.length > 0 ? keys.join(' · ') : (cells[0]?.typed ?? '');
  const known = meanings.rows.find(({ label }) => squeezed(label) === squeezed(keys[0] ?? ''));
  return { name, says: known?.says ?? '', cells };
}

/** Rows of a table that hold something, in the order of the sheet. */
export function rowsOf(snapshot: Snapshot, read: TableRead, numerals: Numerals): readonly InputRow[] {
  const table = inputTables(snapshot).find(({ name }) => folded(name) === folded(read.table));
  if (table === undefined) return [];
  return table.rows.map((_, index) => rowOf(table, index, read, numerals)).filter(({ cells }) => cells.length > 0);
}

/** Rows in which every word that is looked for stands: in what is typed, a header, a meaning of the row, or the table's name. */
export function rowsWith(rows: readonly InputRow[], table: string, wanted: string): readonly InputRow[] {
  const words = folded(wanted)
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return rows;
  return rows.filter(({ says, cells }) => {
    const text = folded([table, says, ...cells.flatMap(({ label, typed }) => [label, typed])].join(' '));
    return words.every((word) => text.includes(word));
  });
}
