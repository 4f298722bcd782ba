/** A copy for the payer, from a workbook to the finished file, at a fixed time. */
import type { Shared } from '../../src/share/shared';
import { sharing, type Finished } from '../../src/share/sharing';
import { reportFile } from '../../src/workbook/xlsx/reportFile';
import type { Snapshot } from '../../src/workbook/workbook';

/** Null where the workbook has errors. */
export function finished(snapshot: Snapshot, shared: Shared): Finished | null {
  const steps = sharing(snapshot, shared, '23 Nov 2026 10:00', reportFile);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
