/** The new technologies of a workbook side by side: each is taken away once, and the model run anew. */
import { sideBySide, type SideBySide } from '../engine/appraisal/side-by-side';
import { assessed, hasError } from '../run/read-and-run';
import type { Snapshot } from '../workbook/workbook';

/** Null where the workbook gives no figures, or holds nothing of value realisation. */
export function* technologiesIn(
  snapshot: Snapshot,
): Generator<{ readonly done: number; readonly of: number }, SideBySide | null> {
  const { run, findings } = assessed(snapshot);
  return run && !hasError(findings) ? yield* sideBySide(run) : null;
}
