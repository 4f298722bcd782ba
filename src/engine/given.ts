/** What every table gives: numbers with the cells they came from, values by year, rows, and changes to them. */
import type { Decimal } from 'decimal.js';
import type { Place } from './finding';

/** A number typed in (or computed by) the workbook. `parameter` is its address, as in `Prices/Statin/List price`. */
export interface Given {
  readonly value: Decimal;
  readonly at: Place;
  readonly parameter: string;
  /** True where nothing was typed and the setting's default stands; `at` is then where it would be typed. */
  readonly standing?: true;
  /** True where the number is a part of the cell's text, as a lag is: no formula can point at it. */
  readonly inText?: true;
  /** Made by a scenario from what stood there: the figure typed before (null: none was, and `old` is what the row gave). */
  readonly change?: {
    readonly op: 'x' | '+';
    readonly by: Decimal;
    readonly from: Given | null;
    readonly old: Decimal;
  };
}

/**
 * A value by year: Base and Growth, year columns, or both. Years are indices into the model's periods
 * (0 = the baseline year where there is one, else the first year); absent = not typed.
 */
export interface Series {
  readonly base: Given | null;
  readonly growth: Given | null;
  readonly years: ReadonlyMap<number, Given>;
  /** Where years would be typed, blank or not; years without a column are left out. */
  readonly places?: ReadonlyMap<number, Place>;
  /** Where Growth would be typed; null where the table has no such column. */
  readonly growthAt?: Place | null;
}

/** Any row of a table: where it stands, and the parameter address of the row without its column. */
export interface Row {
  readonly at: Place;
  readonly address: string;
  readonly source: string;
  /** Cells of optional numbers that are blank, by the label of their column. */
  readonly blanks?: ReadonlyMap<string, Place>;
}

/** Where each row has a blank cell for a number that may still be typed; null where it holds one, or has no such column. */
export const blanksIn = (rows: readonly (Row | undefined)[], label: string): readonly (Place | null)[] =>
  rows.map((row) => row?.blanks?.get(label) ?? null);

/** One change of one parameter: a row of BIM_Scenarios, or `--set` on the command line. */
export interface Change {
  readonly parameter: string;
  readonly op: 'set' | 'x' | '+';
  /** A decimal number, or text where the field holds text. */
  readonly value: string;
  readonly at: Place | null;
}
