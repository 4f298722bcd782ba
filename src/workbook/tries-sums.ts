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
/** Cells in which an answer stands: "Sums", "B9:F12". */
export interface AnswerAt {
  readonly sheet: string;
  readonly range: string;
}
/** Where the answers stand, and what is typed over at each try. */
export interface SumsAsked {
  readonly answers: readonly AnswerAt[];
  readonly tries: readonly (readonly TypedOver[])[];
}
/** What stands in a range, row by row. */
export type Answer = readonly (readonly CellValue[])[];
/** The answers of each try, in the order asked. `held`: formulas that could not be copied and stood as their values. */
export interface SumsTried {
  readonly answers: readonly (readonly Answer[])[];
  readonly held: number;
}
export interface TriesSums {
  readonly trySums?: (asked: SumsAsked) => Promise<SumsTried>;
}
