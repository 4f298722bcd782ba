/** A1 addresses and formulas that move: the arithmetic of cells, 1-based. */
import type { Area } from '../../book';

/** "AB" → 28. */
export const columnNumber = (letters: string): number =>
  Array.from(letters.toUpperCase()).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

/** 28 → "AB". */
export function columnLetters(column: number): string {
  let rest = column;
  let letters = '';
  while (rest > 0) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
    rest = Math.floor((rest - 1) / 26);
  }
  return letters;
}

/** (7, 3) → "C7". */
export const cellName = (row: number, column: number): string => `${columnLetters(column)}${String(row)}`;

/** "C7" → its row and column; null where it is no address. */
export function cellPosition(address: string): { readonly row: number; readonly column: number } | null {
  const match = /^\$?([A-Z]{1,3})\$?(\d+)$/i.exec(address);
  return match === null ? null : { row: Number(match[2]), column: columnNumber(match[1] ?? '') };
}

/** "B2:D9" or "B2" → an area; null for whole rows or columns. */
export function parseArea(reference: string): Area | null {
  const [from = '', to = from] = reference.split(':');
  const start = cellPosition(from);
  const end = cellPosition(to);
  if (start === null || end === null) return null;
  return { top: start.row, left: start.column, bottom: end.row, right: end.column };
}

/** "B2:B9 D2:D9" → its areas. */
export const parseAreas = (references: string): readonly Area[] =>
  references
    .split(/\s+/)
    .map(parseArea)
    .filter((area) => area !== null);

/** An area → "B2:D9". */
export const areaName = (area: Area): string => `${cellName(area.top, area.left)}:${cellName(area.bottom, area.right)}`;

// Text in quotes, quoted sheet names and structured references are stepped over; only cell references move.
const TOKENS =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'|\[[^\]]*\]|(?<![A-Za-z0-9_.$])(\$?)([A-Za-z]{1,3})(\$?)(\d+)(?![A-Za-z0-9_(.!])/g;

/** A formula as it reads when copied `rows` down and `columns` to the right: how shared formulas are kept in the file. */
export function moveFormula(formula: string, rows: number, columns: number): string {
  return formula.replace(
    TOKENS,
    (
      whole,
      fixedColumn: string | undefined,
      letters: string | undefined,
      fixedRow: string | undefined,
      row: string | undefined,
    ) => {
      if (letters === undefined || row === undefined) return whole;
      const column = fixedColumn === '$' ? letters : columnLetters(columnNumber(letters) + columns);
      const line = fixedRow === '$' ? row : String(Number(row) + rows);
      return `${fixedColumn ?? ''}${column}${fixedRow ?? ''}${line}`;
    },
  );
}
