/** A live model as plain data: what the sheets hold, before anybody decides how it looks. It survives structuredClone. */
import type { Listed } from '../../traces';

/** One written figure. */
export interface LiveCell {
  readonly column: number;
  /** Its present value, as decimal text of 17 digits (or text, where a text is brought). */
  readonly value: string;
  /** A formula of ours; a link to the user's own cell (`link`); or null: a number of the structure. */
  readonly formula: string | null;
  /** True where the formula refers to cells of the user alone. */
  readonly link: boolean;
}
export interface LiveRow {
  readonly row: number;
  readonly labels: readonly string[];
  readonly cells: readonly LiveCell[];
  /** The first period has a formula of its own, which is marked. */
  readonly first: boolean;
  /** Numbers of this row, for sums over scattered rows, by column right of the grid. */
  readonly keys: readonly (readonly [column: number, number: number])[];
}
/** One quantity. */
export interface LiveBlock {
  readonly name: string;
  readonly unit: string;
  readonly words: string;
  readonly source: string;
  readonly usedBy: readonly string[];
  /** What its rows are: the user's inputs, formulas, numbers that the structure fixes, or values of the run. */
  readonly kind: 'input' | 'formula' | 'structure' | 'value';
  readonly band: number;
  readonly rows: readonly LiveRow[];
}
/** One column of a sheet. */
export interface LivePeriod {
  readonly column: number;
  readonly label: string;
  /** What the counter shows: 0 in a baseline year, 1 in the first period. */
  readonly counter: number;
  /** On a sheet of finer periods: the number of the year it belongs to. */
  readonly year: number | null;
}
export interface LiveSheet {
  readonly sheet: string;
  /** Name of the periods: year, month. */
  readonly axis: string;
  readonly periods: readonly LivePeriod[];
  readonly firstRow: number;
  readonly noteColumn: number;
  readonly blocks: readonly LiveBlock[];
}
/** Where a row stands: added, or (−1) taken away. */
export interface LiveTerm {
  readonly sheet: string;
  readonly row: number;
  readonly sign: 1 | -1;
  /** The row, on the same sheet, that says by 1 or 0 where there is a figure; absent: everywhere. */
  readonly known?: number;
}
/** How a sum is found by the rows of one sheet that it adds. */
export const sumKey = (sheet: string, rows: readonly number[]): string =>
  [sheet, ...[...rows].sort((a, b) => a - b)].join(',');

/** A sheet of finer periods, and how a year finds its own: the numbers of their years, and its own number above. */
export interface LiveFiner {
  readonly sheet: string;
  readonly firstColumn: number;
  readonly lastColumn: number;
  readonly yearRow: number;
  readonly counter: { readonly sheet: string; readonly row: number };
}
/** A table of the user's as it was run, its cells as they lie on the sheet; `row` and `column` (from 1) are of the first. */
export interface TypedTable {
  readonly name: string;
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  /** Of the columns; none where the table runs across. */
  readonly headers: readonly string[];
  readonly rows: readonly (readonly TypedCell[])[];
}
/** `read`: in a column that the model is made from; sources, notes and columns of the user's own are not. */
export interface TypedCell {
  readonly value: string | number | boolean | null;
  readonly read: boolean;
}
/** Values of all years, discounted: one figure each. */
export type LiveTotal = 'planned' | 'delivered' | 'realised' | 'cashReleased';

/** Where the figures of the results stand in a live model. */
export interface LiveFigures {
  /** The rows that each list of the results is the sum of. */
  readonly rows: ReadonlyMap<Listed, readonly LiveTerm[]>;
  /** Rows that are the sum of others, by {@link sumKey}, so that a total points at one row. */
  readonly sums: ReadonlyMap<string, LiveTerm>;
  /** Single figures, in the column of constants: the limit of the affordability test. */
  readonly threshold: LiveTerm | null;
  readonly totals: ReadonlyMap<LiveTotal, LiveTerm>;
  /** Chances of launch, in the order of the register. */
  readonly chances: readonly LiveTerm[];
  /** Forecast errors, by the key of each. */
  readonly errors: ReadonlyMap<string, LiveTerm>;
  /** Null where every figure is of a year. */
  readonly finer: LiveFiner | null;
  /** What the user's tables held when they were run. */
  readonly typed: readonly TypedTable[];
  /** Live budget impact less the engine's, by year: 0 as long as the cells are as they were run. */
  readonly gap: LiveTerm | null;
  /** Rows of the sums of shares, which are 1. */
  readonly shares: readonly LiveTerm[];
  /** Names of the scenarios that the selector offers, Base first; none where there is no selector. */
  readonly scenarios: readonly string[];
  /** The cells that hold those names. */
  readonly names: { readonly sheet: string; readonly first: number; readonly last: number } | null;
}
export interface LiveModel {
  readonly sheets: readonly LiveSheet[];
  readonly baseline: boolean;
  readonly figures: LiveFigures;
}

/** Too many rows or formulas for anybody to read. */
export class TooLarge extends Error {
  /** `byYear`: whether the model has finer periods, so that its years alone are fewer. */
  constructor(
    message: string,
    readonly byYear: boolean,
  ) {
    super(message);
  }
}
