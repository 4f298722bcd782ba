/** Addresses as Excel reads them. Rows and columns count from 1. */
import { refuse } from './wire';

export const LAST_ROW = 1_048_576;
export const LAST_COLUMN = 16_384;

export interface Box {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export const ALL: Box = { top: 1, left: 1, bottom: LAST_ROW, right: LAST_COLUMN };

/** "Prices!$B$2:$D$9", "B:D", "2:9", "C7" → sheet, where one is named, and box. */
export function parseAddress(address: string): { readonly sheet: string | null; readonly box: Box } {
  const parts =
    /^(?:(?:'((?:[^']|'')+)'|([^'!]+))!)?\$?([A-Z]{1,3})?\$?(\d{1,7})?(?::\$?([A-Z]{1,3})?\$?(\d{1,7})?)?$/i.exec(
      address.trim(),
    );
  if (parts === null) throw refuse.argument();
  const [, quoted, bare, column, row, toColumn, toRow] = parts;
  if (column === undefined && row === undefined) throw refuse.argument();
  const isPair = address.includes(':');
  if (!isPair && (column === undefined || row === undefined)) throw refuse.argument();
  const left = column === undefined ? 1 : columnNumber(column);
  const top = row === undefined ? 1 : Number(row);
  const right = toColumn === undefined ? (column === undefined ? LAST_COLUMN : left) : columnNumber(toColumn);
  const bottom = toRow === undefined ? (row === undefined ? LAST_ROW : top) : Number(toRow);
  const box = {
    top: Math.min(top, bottom),
    left: Math.min(left, right),
    bottom: Math.max(top, bottom),
    right: Math.max(left, right),
  };
  if (box.top < 1 || box.bottom > LAST_ROW || box.right > LAST_COLUMN) throw refuse.argument();
  return { sheet: quoted?.replaceAll("''", "'") ?? bare ?? null, box };
}

const columnNumber = (letters: string): number =>
  Array.from(letters.toUpperCase()).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

export function letters(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return (rest > 0 ? letters(rest) : '') + String.fromCharCode(65 + ((column - 1) % 26));
}

/** "B2:D9" as Excel words it: whole columns as "B:D", whole rows as "2:9". */
export function boxAddress({ top, left, bottom, right }: Box): string {
  if (top === 1 && bottom === LAST_ROW) return `${letters(left)}:${letters(right)}`;
  if (left === 1 && right === LAST_COLUMN) return `${String(top)}:${String(bottom)}`;
  const first = letters(left) + String(top);
  const last = letters(right) + String(bottom);
  return first === last ? first : `${first}:${last}`;
}

/** A sheet's name as addresses show it: in quotes where it is not a plain word. */
export const sheetPrefix = (name: string): string =>
  /^[A-Za-z_][\w.]*$/.test(name) ? name : `'${name.replaceAll("'", "''")}'`;

export const overlap = (a: Box, b: Box): Box | null => {
  const box = {
    top: Math.max(a.top, b.top),
    left: Math.max(a.left, b.left),
    bottom: Math.min(a.bottom, b.bottom),
    right: Math.min(a.right, b.right),
  };
  return box.top > box.bottom || box.left > box.right ? null : box;
};
