/**
 * The whole product as one function: what a workbook holds → findings, results, explanations.
 * Pure: no clock, no Office, no files. The report is built from its answer by `outputs/report.ts`.
 */
import type { Change } from './engine/assumptions';
import type { Finding } from './engine/finding';
import type { Explanation, Results } from './engine/results';
import type { Snapshot } from './workbook/workbook';

/** What was read of one table, for the pane's list. */
export interface TableRead {
  readonly table: string;
  readonly sheet: string;
  readonly cell: string;
  readonly rows: number;
  readonly findings: number;
}

/** The answer: results are null where an error was found. */
export interface Assessment {
  readonly findings: readonly Finding[];
  readonly results: Results | null;
  readonly read: readonly TableRead[];
}

/** Options of a run: changes on top of what is typed (`--set`), or one scenario shown in place of the base. */
export interface AssessOptions {
  readonly changes?: readonly Change[];
  readonly scenario?: string;
}

/** Reads, checks and computes a model. Never throws for a user's mistake: see `findings`. */
export function assess(_snapshot: Snapshot, _options: AssessOptions = {}): Assessment {
  throw new Error('assess: under construction');
}

/**
 * Explains one figure, such as `Budget impact[2028]` or `Treated patients[with, Drug A, Adults, 2028]`
 * (members of its axes in any order; an axis left out is summed where the figure has a total).
 */
export function explainFigure(_snapshot: Snapshot, _figure: string, _options: AssessOptions = {}): Explanation {
  throw new Error('explainFigure: under construction');
}
