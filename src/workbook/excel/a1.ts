/** A1 addresses. Rows and columns count from 1, as in the port; Office.js indexes count from 0. */
import type { RangeSpec } from '../workbook';

/** Column letters: 1 is A, 27 is AA. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

export const cellAddress = (row: number, column: number): string => columnLetters(column) + String(row);

/** "B2:D9", or "B2" for a single cell. */
export function rangeAddress({ from, to }: RangeSpec): string {
  const first = cellAddress(from[0], from[1]);
  const last = cellAddress(to[0], to[1]);
  return first === last ? first : `${first}:${last}`;
}

/** The rows of each area in "Prices!B7:H8,Prices!B11:H11", as [first, last]. */
export function rowsOf(address: string): readonly (readonly [number, number])[] {
  return address.split(/[,;]/).flatMap((area) => {
    const rows = /\$?[A-Z]*\$?(\d+)(?::\$?[A-Z]*\$?(\d+))?$/i.exec(area.trim());
    const first = Number(rows?.[1]);
    return rows === null ? [] : [[first, Number(rows[2] ?? first)] as const];
  });
}
