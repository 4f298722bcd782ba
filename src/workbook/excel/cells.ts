/** From what Office.js gives for a range to the cells of the port. */
import type { Cell, CellValue } from '../workbook';
import { showsLess } from './shown';

/** The parallel matrices of a loaded range. */
export interface Matrices {
  readonly values: readonly (readonly unknown[])[];
  readonly formulas: readonly (readonly unknown[])[];
  readonly types: readonly (readonly unknown[])[];
  readonly formats: readonly (readonly unknown[])[];
}

/** The cells of a range, row by row. */
export const cellsOf = (matrices: Matrices): readonly (readonly Cell[])[] =>
  matrices.values.map((row, r) => row.map((value, c) => cellAt(matrices, value, r, c)));

function cellAt({ formulas, types, formats }: Matrices, raw: unknown, r: number, c: number): Cell {
  const type = types[r]?.[c];
  const typed = formulas[r]?.[c];
  const format = formats[r]?.[c];
  // Text that begins with "=" is given as its own formula too; a computed cell differs from it or is no string.
  const computed = typeof typed === 'string' && typed.startsWith('=') && (typed !== raw || type === 'Error');
  return {
    value: type === 'Error' ? null : valueOf(raw, type),
    ...(computed ? { formula: typed } : {}),
    ...(type === 'Error' ? { error: String(raw) } : {}),
    ...(typeof raw === 'number' && typeof format === 'string' ? lookOf(raw, format) : {}),
  };
}

/** What its number format makes of a number. */
function lookOf(value: number, format: string): Pick<Cell, 'date' | 'rounded'> {
  if (showsDate(format)) return { date: true };
  return showsLess(value, format) ? { rounded: true } : {};
}

function valueOf(raw: unknown, type: unknown): CellValue {
  if (type === 'Empty' || raw === null || raw === undefined) return null;
  if (typeof raw === 'number' || typeof raw === 'boolean' || typeof raw === 'string') return raw;
  return JSON.stringify(raw);
}

/** Whether an en-US number format shows a date or a time: it has a d, m, y, h or s outside quotes, brackets and escapes. */
export function showsDate(format: string): boolean {
  const first = format.split(';')[0] ?? '';
  const bare = first.replace(/"[^"]*"|\\.|_.|\*./g, '').replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '');
  return !/^general$/i.test(bare) && /[dmyhs]/i.test(bare);
}
