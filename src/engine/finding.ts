/** What is noticed about a model: said to its user, never thrown. */

/** `error`: no figures are given. `warning`: figures are given, read this first. `notice`: worth knowing. */
export type Severity = 'error' | 'warning' | 'notice';

/** Where something stands in the workbook. */
export interface Place {
  readonly sheet: string;
  /** A1 address without sheet: "C7". */
  readonly cell: string;
  readonly table?: string;
  /** Sheet row, 1-based. */
  readonly row?: number;
  /** Header of the column. */
  readonly column?: string;
}

/** One thing to tell the user: what is wrong, and how to mend it. */
export interface Finding {
  readonly severity: Severity;
  /** A stable short name: "number-as-text", "shares-do-not-sum". */
  readonly code: string;
  readonly at: Place | null;
  /** A plain sentence: what is wrong. */
  readonly message: string;
  /** A plain sentence: how to mend it, or why it matters; may be empty. */
  readonly remedy: string;
}
