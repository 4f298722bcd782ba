/**
 * Text that stays text. Excel parses whatever is written into a cell: "=1+1" becomes a formula, "2026" a number,
 * "1-2" a date. A leading apostrophe keeps it as typed, and is not part of the value.
 */
import type { CellSpec, WrittenValue } from '../workbook';

/** A plain word: no digit, no sign, and no boolean. Nothing in Excel reads it as anything else. */
const WORD = /^(?!true$|false$)\p{L}[\p{L}\p{M} ,;()]*$/iu;

export const safeText = (text: string): string => (text === '' || WORD.test(text) ? text : `'${text}`);

/** What goes into `range.formulas` for a cell. */
export function written(value: WrittenValue): string | number {
  if (typeof value === 'string') return safeText(value);
  if ('number' in value) return double(value.number);
  return 'formula' in value ? value.formula : safeText(value.text);
}

/** What `range.formulas` should give back: text without its apostrophe. */
export function expected(value: WrittenValue): string | number {
  if (typeof value === 'string') return value;
  if ('number' in value) return double(value.number);
  return 'formula' in value ? value.formula : value.text;
}

/** The words a cell shows: for the name of a series, which Office.js takes as text. */
export function words(cell: CellSpec | undefined): string {
  const value = cell?.value ?? '';
  if (typeof value === 'string') return value;
  if ('number' in value) return value.number;
  if ('text' in value) return value.text;
  return typeof value.cached === 'string' ? value.cached : value.cached.number;
}

/** The nearest double of an exact decimal. */
function double(decimal: string): number {
  const number = Number(decimal);
  if (decimal.trim() === '' || !Number.isFinite(number))
    throw new Error(`"${decimal}" is not a number that a cell can hold`);
  return number;
}
