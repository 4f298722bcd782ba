/** Cell references as text: A1 addresses, quoted sheet names, and the shifting of formulas. */

export const LAST_ROW = 1_048_576;
export const LAST_COLUMN = 16_384;

/** An area, 1-based, both ends included. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Column letters of a 1-based column: 28 → "AB". */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

/** A1 address of a cell. */
export function a1(row: number, column: number): string {
  return columnLetters(column) + String(row);
}

/** A1 address of an area; one cell where both ends are the same. */
export function areaText(from: readonly [number, number], to: readonly [number, number], absolute = false): string {
  const end = ([row, column]: readonly [number, number]): string =>
    absolute ? `$${columnLetters(column)}$${String(row)}` : a1(row, column);
  return from[0] === to[0] && from[1] === to[1] ? end(from) : `${end(from)}:${end(to)}`;
}

/** [row, column] of an address such as "AB12" or "$AB$12"; null where it is none. */
export function parseA1(address: string): [row: number, column: number] | null {
  const found = /^\$?([A-Za-z]{1,3})\$?([0-9]{1,7})$/.exec(address);
  if (!found?.[1] || !found[2]) return null;
  const column = columnNumber(found[1]);
  const row = Number(found[2]);
  return column <= LAST_COLUMN && row >= 1 && row <= LAST_ROW ? [row, column] : null;
}

function columnNumber(letters: string): number {
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}

/** The area of "B3:D9" or "B3"; null where it is none. */
export function parseArea(text: string): Area | null {
  const [first = '', second = first] = text.split(':');
  const from = parseA1(first);
  const to = parseA1(second);
  if (!from || !to) return null;
  return {
    top: Math.min(from[0], to[0]),
    left: Math.min(from[1], to[1]),
    bottom: Math.max(from[0], to[0]),
    right: Math.max(from[1], to[1]),
  };
}

// Pieces of a formula that hold no plain reference: texts, quoted sheets, [structured] parts; then words.
const PIECES = /("(?:[^"]|"")*")|('(?:[^']|'')*'!?)|(\[[^\]]*\])|([A-Za-z_\\$][\w.$\\]*)/g;

/** Moves the relative references of a formula: how a shared formula reads in another of its cells. */
export function shiftFormula(formula: string, rows: number, columns: number): string {
  return formula.replace(
    PIECES,
    (whole, text?: string, quoted?: string, bracket?: string, word?: string, at?: number) => {
      if (text !== undefined || quoted !== undefined || bracket !== undefined || word === undefined) return whole;
      const after = formula[(at ?? 0) + whole.length];
      const found = /^(\$?)([A-Za-z]{1,3})(\$?)([0-9]{1,7})$/.exec(word);
      if (!found || after === '(' || after === '!') return whole;
      const [, fixedColumn = '', letters = '', fixedRow = '', digits = ''] = found;
      const column = fixedColumn ? letters : columnLetters(columnNumber(letters) + columns);
      const row = fixedRow ? digits : String(Number(digits) + rows);
      return `${fixedColumn}${column}${fixedRow}${row}`;
    },
  );
}
