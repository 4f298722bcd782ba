/** A worked example: the rows of each input table, as they would be typed. */

/** Cells of one row by header; decimal text for numbers, words for the rest. A header may be a year. */
export type ExampleRow = Readonly<Record<string, string>>;

/** One figure of an example, and where it comes from. */
export interface ExampleSource {
  readonly figure: string;
  readonly value: string;
  readonly kind: 'published' | 'derived' | 'assumption';
  readonly source: string;
}

export interface Example {
  readonly title: string;
  /** What it shows, in a sentence or two, for the Start sheet. */
  readonly about: string;
  /** Rows by the table's word: `Population`, `Costs` … */
  readonly tables: Readonly<Record<string, readonly ExampleRow[]>>;
  /** With its own tables alone, and none of those that every template has. */
  readonly bare?: true;
  /** Numbered from 1 on a sheet of their own, where rows say `Sources 1`. */
  readonly sources?: readonly ExampleSource[];
}

/** Tables that an example can have besides, and what it becomes with them. */
export interface ExampleOption {
  /** The words of the tables it brings. */
  readonly brings: readonly string[];
  readonly add: (tables: Example['tables']) => Example['tables'];
}
