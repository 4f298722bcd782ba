/** Check my model in a worker: one step for each question, so that whoever asks hears how far it is, and may stop asking. */
import { NO_FORMULAS, NOT_HERE, reviewOf, type Review } from '../review/review';
import { trialsOf, type Trials } from '../verify/formulas/trials';
import { verify, type Progress } from '../verify/verify';
import type { SheetsRead } from '../workbook/sheets-read';
import type { Snapshot } from '../workbook/workbook';

/** `verify` begins with a model, and the sheets that remarks are made on; `verify on` goes one step further. */
export type CheckTask =
  | { readonly kind: 'verify'; readonly snapshot: Snapshot; readonly sheets: SheetsRead | null }
  | { readonly kind: 'verify on' };
export type CheckAnswer =
  { readonly kind: 'verifying'; readonly progress: Progress } | ({ readonly kind: 'verified' } & Reviewed);

/** Holds the checks that are under way. */
class CheckDesk {
  private steps: Generator<Progress, Reviewed> | null = null;

  answer(task: CheckTask): CheckAnswer {
    if (task.kind === 'verify') this.steps = reviewed(task.snapshot, task.sheets);
    const step = this.steps?.next();
    if (!step) throw new Error('No checks are under way.');
    return step.done === true ? { kind: 'verified', ...step.value } : { kind: 'verifying', progress: step.value };
  }
}

/** The review, and what to try of the user's own formulas, which the workbook itself has to calculate. */
interface Reviewed {
  readonly review: Review;
  readonly trials: Trials | null;
}

function* reviewed(snapshot: Snapshot, sheets: SheetsRead | null): Generator<Progress, Reviewed> {
  const verification = yield* verify(snapshot, { plant: true });
  const all = verification.lamps.length + verification.planted.length;
  yield { done: all, of: all, doing: 'making trials of the formulas' };
  const trials = trialsOf(snapshot);
  return { review: reviewOf(snapshot, verification, sheets, trials ? NOT_HERE : NO_FORMULAS), trials };
}

export const checkDesk = new CheckDesk();
