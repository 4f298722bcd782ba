/** What a user typed since a file was opened or a report was written: the cells that must go back into the file. */
import type { CellEdit } from '../book';
import { CHOICE_SIGN } from '../mark';
import type { Cell } from '../workbook';

/** Cells of one sheet by "row,column". */
export type CellsByPlace = ReadonlyMap<string, Cell>;
/** Key of a cell in {@link CellsByPlace}. */
export const placeKey = (row: number, column: number): string => `${String(row)},${String(column)}`;

/** A sum in another order differs in its last digits only; that is no edit. */
const CLOSE = 1e-13;
const sameValue = (one: Cell['value'], two: Cell['value']): boolean =>
  one === two ||
  (one === '' && two === null) ||
  (one === null && two === '') ||
  (typeof one === 'number' &&
    typeof two === 'number' &&
    Math.abs(one - two) <= CLOSE * Math.max(Math.abs(one), Math.abs(two)));

/** Does a cell need to be written back? A value that a formula fails to give here is left as the file has it. */
function edited(before: Cell, now: Cell): boolean {
  if (before.formula !== now.formula) return true;
  if (now.formula === undefined)
    return before.error !== now.error || (before.value !== now.value && !sameBlank(before, now));
  return now.error === undefined && (before.error !== undefined || !sameValue(before.value, now.value));
}
const sameBlank = (before: Cell, now: Cell): boolean => (before.value ?? '') === '' && (now.value ?? '') === '';

/** The edits of one sheet. */
export function editsBetween(sheet: string, before: CellsByPlace, now: CellsByPlace): readonly CellEdit[] {
  const blank: Cell = { value: null };
  const places = new Set([...before.keys(), ...now.keys()]);
  return [...places].flatMap((place) => {
    const cell = now.get(place) ?? blank;
    if (!edited(before.get(place) ?? blank, cell)) return [];
    const [row = 0, column = 0] = place.split(',').map(Number);
    return [{ sheet, row, column, cell }];
  });
}

/** A formula without the names of sheets: another name for a sheet is no change of what looks at it. */
const nameless = (formula: string | undefined): string | undefined =>
  formula?.replace(/"(?:[^"]|"")*"|(?:'(?:[^']|'')*'|[\p{L}_][\p{L}\p{N}_.]*)!/gu, (part) =>
    part.startsWith('"') ? part : '!',
  );

/** Did somebody change what was written? Values that follow the inputs are no change. */
export function isChanged(before: CellsByPlace, now: CellsByPlace): boolean {
  return editsBetween('', before, now).some(({ row, column, cell }) => {
    const was = before.get(placeKey(row, column));
    const label = before.get(placeKey(row, column - 1))?.value;
    if (typeof label === 'string' && label.endsWith(CHOICE_SIGN)) return false;
    return cell.formula === undefined || nameless(cell.formula) !== nameless(was?.formula);
  });
}
