/** A copy for the payer in a worker: made, written, read back and searched, step by step. */
import { STEPS, type Shared } from '../share/shared';
import { sharing, type Finished } from '../share/sharing';
import { reportFile } from '../workbook/xlsx/reportFile';
import type { Snapshot } from '../workbook/workbook';
import type { StressPart } from './stress';

/** Makes a copy. Nothing leaves: the answer holds the file, which whoever asked may hand over. */
export interface ShareTask {
  readonly kind: 'share';
  readonly snapshot: Snapshot;
  readonly shared: Shared;
  readonly now: string;
}
export interface ShareAnswer {
  readonly kind: 'shared';
  readonly copy: Finished;
}

/** Tells at each step how many are done. */
export function* shareAnswered({ snapshot, shared, now }: ShareTask): Generator<StressPart, ShareAnswer> {
  const steps = sharing(snapshot, shared, now, reportFile);
  for (;;) {
    const step = steps.next();
    if (step.done !== true) yield { done: step.value, of: STEPS.length, so: null };
    else if (step.value === null) throw new Error('The workbook has errors, so there is nothing to share.');
    else return { kind: 'shared', copy: step.value };
  }
}
