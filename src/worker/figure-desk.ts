/** Figures in a worker: a model read, checked and computed, and why a figure is what it is. */
import { assess, explainFigure, type AssessOptions, type Assessment } from '../assess';
import type { Explanation } from '../engine/results';
import type { Snapshot } from '../workbook/workbook';

/** `assess` reads, checks and computes a model; `explain` says why a figure is what it is. */
export type FigureTask =
  | { readonly kind: 'assess'; readonly snapshot: Snapshot; readonly options: AssessOptions }
  | { readonly kind: 'explain'; readonly snapshot: Snapshot; readonly figure: string; readonly options: AssessOptions };
export type FigureAnswer =
  | { readonly kind: 'assessed'; readonly assessment: Assessment }
  | { readonly kind: 'explained'; readonly explanation: Explanation };

/** Throws where a figure is asked for that does not exist. */
export const figures = (task: FigureTask): FigureAnswer =>
  task.kind === 'assess'
    ? { kind: 'assessed', assessment: assess(task.snapshot, task.options) }
    : { kind: 'explained', explanation: explainFigure(task.snapshot, task.figure, task.options) };
