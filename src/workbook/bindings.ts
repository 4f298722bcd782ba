/**
 * Tables bound to ranges of the user's own. A binding is a name of the workbook, so it is kept with the file, follows
 * inserted rows and renamed sheets, and can be seen and mended in Excel's Name Manager:
 *
 *   BIM_Range_Prices    =Drugs!$B$3:$G$20     headers in the first row, as in a table
 *   BIM_Turned_Prices   =Drugs!$B$3:$M$8      transposed: headers in the first column
 */
import type { Cell, NameSnapshot, TableSnapshot } from './workbook';

const BOUND = /^BIM_(Range|Turned)_(\w+)$/i;

/** One binding. `table` is the name that a table in its place would have. */
export interface Binding {
  readonly name: string;
  readonly table: string;
  readonly turned: boolean;
  /** "=Drugs!$B$3:$G$20"; holds #REF! where the range was deleted. */
  readonly refersTo: string;
}

/** The bindings among the names of a workbook. */
export const bindingsIn = (names: readonly NameSnapshot[]): readonly Binding[] =>
  names.flatMap(({ name, refersTo }) => {
    const [, kind, word] = BOUND.exec(name) ?? [];
    return word === undefined ? [] : [{ name, table: `BIM_${word}`, turned: /^turned$/i.test(kind ?? ''), refersTo }];
  });

/** Whether the range of a binding is still there. */
export const isBroken = ({ refersTo }: Binding): boolean => refersTo.includes('#REF!');

/** The name under which a table ("BIM_Prices") is bound. */
export const bindingName = (table: string, turned: boolean): string =>
  `BIM_${turned ? 'Turned' : 'Range'}_${table.replace(/^BIM_/i, '')}`;

/** Cells of a bound range, as they lie, with its first cell's row and column (1-based). */
export interface BoundCells {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly cells: readonly (readonly Cell[])[];
  readonly hiddenRows: readonly number[];
}

/** A bound range as a table; blank rows at its end are none of it. */
export function boundTable(binding: Binding, { sheet, row, column, cells, hiddenRows }: BoundCells): TableSnapshot {
  const lines = binding.turned ? turned(cells) : cells;
  const last = lines.reduce((found, line, n) => (line.some(isFilled) ? n : found), 0);
  return {
    name: binding.table,
    sheet,
    row,
    column,
    headers: (lines[0] ?? []).map((cell) => (cell.value === null ? '' : String(cell.value))),
    rows: lines.slice(1, last + 1),
    bound: binding.turned ? 'turned' : 'as it lies',
    ...(hiddenRows.length > 0 && !binding.turned ? { hiddenRows } : {}),
  };
}

const isFilled = ({ value, error }: Cell): boolean => value !== null || error !== undefined;

const turned = (cells: readonly (readonly Cell[])[]): readonly (readonly Cell[])[] =>
  (cells[0] ?? []).map((_, column) => cells.map((line) => line[column] ?? { value: null }));

/** Sheet row and column (1-based) of a cell of a table; index −1 is its header. */
export function placeIn(
  table: Pick<TableSnapshot, 'row' | 'column' | 'bound'>,
  index: number,
  column: number,
): { readonly row: number; readonly column: number } {
  return table.bound === 'turned'
    ? { row: table.row + column, column: table.column + 1 + index }
    : { row: table.row + 1 + index, column: table.column + column };
}
