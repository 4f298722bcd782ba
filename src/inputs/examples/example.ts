/** A worked example: the rows of each input table, as they would be typed. */

/** Cells of one row by header; decimal text for numbers, words for the rest. A header may be a year. */
export type ExampleRow = Readonly<Record<string, string>>;

export interface Example {
  readonly title: string;
  /** What it shows, in a sentence or two, for the Start sheet. */
  readonly about: string;
  /** Rows by the table's word: `Population`, `Costs` … */
  readonly tables: Readonly<Record<string, readonly ExampleRow[]>>;
}
