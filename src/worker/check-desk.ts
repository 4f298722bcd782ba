/** Check my model in a worker: one step for each question, so that whoever asks hears how far it is, and may stop asking. */
import type { Snapshot } from '../workbook/workbook';
import { verify, type Progress, type Verification } from '../verify/verify';

/** `verify` begins with a model; `verify on` goes one step further. */
export type CheckTask = { readonly kind: 'verify'; readonly snapshot: Snapshot } | { readonly kind: 'verify on' };
export type CheckAnswer =
  | { readonly kind: 'verifying'; readonly progress: Progress }
  | { readonly kind: 'verified'; readonly verification: Verification };

/** Holds the checks that are under way. */
class CheckDesk {
  private steps: Generator<Progress, Verification> | null = null;

  answer(task: CheckTask): CheckAnswer {
    if (task.kind === 'verify') this.steps = verify(task.snapshot, { plant: true });
    const step = this.steps?.next();
    if (!step) throw new Error('No checks are under way.');
    return step.done === true
      ? { kind: 'verified', verification: step.value }
      : { kind: 'verifying', progress: step.value };
  }
}

export const checkDesk = new CheckDesk();
