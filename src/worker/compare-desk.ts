/** The new technologies of a workbook side by side, in a worker: a run of the model for each, told as they are made. */
import { technologiesIn } from '../compare/technologies';
import type { SideBySide } from '../engine/appraisal/side-by-side';
import type { Snapshot } from '../workbook/workbook';
import type { StressPart } from './stress';

export interface CompareTask {
  readonly kind: 'side by side';
  readonly snapshot: Snapshot;
}
/** Null: nothing of value realisation, or no figures. */
export interface CompareAnswer {
  readonly kind: 'side by side';
  readonly sideBySide: SideBySide | null;
}

export function* comparing({ snapshot }: CompareTask): Generator<StressPart, CompareAnswer> {
  const steps = technologiesIn(snapshot);
  let step = steps.next();
  for (; step.done !== true; step = steps.next()) yield { ...step.value, so: null };
  return { kind: 'side by side', sideBySide: step.value };
}
