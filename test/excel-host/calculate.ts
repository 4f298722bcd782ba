/**
 * The formulas of a workbook, calculated: one calculator for both ways to the host, the reader of formulas that live models
 * are judged by, with a few functions more. From Excel's documentation: it calculates after each change, or on request,
 * when formulas keep what they showed until it is asked, and one that is typed meanwhile is calculated when it is entered.
 * A circle shows 0. What is not read (other functions, references to tables, whole columns) is refused when its value is
 * asked for. Not emulated: formulas do not move with rows that are put in or taken out.
 */
import { FUNCTIONS } from '../live/formulas/functions';
import { calculate } from '../live/formulas/reader';
import { tokensOf, Unreadable, type Token } from '../live/formulas/tokens';
import { isFault, type Held as Shown } from '../live/formulas/values';
import { cellAt, findSheet, type Book, type Sheet } from './book';
import type { Held } from './entry';
import { OTHERS } from './functions';

const functions = new Map([...FUNCTIONS, ...OTHERS]);
const read = new WeakMap<Held, readonly Token[]>();

/** A formula's pieces, taken apart once. */
function piecesOf(held: Held, formula: string): readonly Token[] {
  const pieces = read.get(held) ?? tokensOf(formula.slice(1));
  read.set(held, pieces);
  return pieces;
}

/** What a cell shows; a formula that cannot be read has no value but the one it was opened with. */
export function heldOf(book: Book, sheet: Sheet, row: number, column: number): Held | null {
  const held = cellAt(sheet, row, column)?.held ?? null;
  if (held?.formula === undefined) return held;
  try {
    return resultOf(book, sheet, held, held.formula);
  } catch (error) {
    if (error instanceof Unreadable) return held;
    throw error;
  }
}

function resultOf(book: Book, sheet: Sheet, held: Held, formula: string): Held {
  const known = book.results.get(held);
  if (known !== undefined) return known;
  book.results.set(held, { formula, value: 0 }); // what a circle finds
  try {
    const value = calculate(piecesOf(held, formula), sheet.name, {
      show: showing(book),
      functions,
      named: names(book, sheet),
    });
    const result: Held = { formula, value: value ?? 0, ...(isFault(value) ? { error: true } : {}) };
    book.results.set(held, result);
    return result;
  } catch (error) {
    book.results.delete(held);
    throw error;
  }
}

/** What cells show to a formula; a sheet that is gone is #REF!. */
function showing(book: Book): (name: string, row: number, column: number) => Shown {
  const sheets = new Map<string, Sheet | undefined>();
  return (name, row, column) => {
    const sheet = sheets.get(name) ?? findSheet(book, name);
    sheets.set(name, sheet);
    if (sheet === undefined) return '#REF!';
    const held = cellAt(sheet, row, column)?.held ?? null;
    if (held?.formula === undefined) return held?.value ?? null;
    return resultOf(book, sheet, held, held.formula).value ?? null;
  };
}

/** Names as a formula of a sheet reads them: the sheet's own come before the workbook's. */
const names =
  ({ names: all }: Book, sheet: Sheet) =>
  (name: string): readonly Token[] | null => {
    const alike = all.filter((one) => one.name.toLowerCase() === name.toLowerCase());
    const found = alike.find((one) => one.sheet === sheet) ?? alike.find((one) => one.sheet === undefined);
    return found === undefined ? null : tokensOf(found.formula.slice(1));
  };

/** Cells are about to change: formulas are calculated anew, or, where Excel waits to be asked, keep what they show. */
export function changing(book: Book): void {
  if (book.calculation === 'Manual') {
    book.calculationState = 'Pending';
    for (const sheet of book.sheets)
      for (const [row, line] of sheet.cells) for (const column of line.keys()) heldOf(book, sheet, row, column);
  } else book.results.clear();
}
