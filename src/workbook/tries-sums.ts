/**
 * The port for trying a workbook's own formulas: cells are typed over in a copy of its sheets, the application calculates,
 * the answers are read, and the copy is removed whatever happens. Doors that do not calculate lack it.
 */
import type { CellValue } from './workbook';

/** A number, or a text in place of one, typed over a cell of the copy. */
export interface TypedOver {
  readonly sheet: string;
  readonly cell: string;
  readonly value: number | string;
}
/** The range in which the answers stand, and what is typed over at each try. */
export interface SumsAsked {
  readonly sheet: string;
  readonly range: string;
  readonly tries: readonly (readonly TypedOver[])[];
}
/** The answers of each try, row by row. `held`: formulas that could not be copied and stood as their values. */
export interface SumsTried {
  readonly answers: readonly (readonly CellValue[])[];
  readonly held: number;
}
export interface TriesSums {
  readonly trySums?: (asked: SumsAsked) => Promise<SumsTried>;
}
