/**
 * In the workbench a run writes its tables and charts into the sheet at once, and the model in formulas too where it
 * was last written so; opening a file only reads it.
 */
import type { Calculator } from '../taskpane/calculator';
import { timeOfRun } from '../taskpane/drafting';
import { LIVE_SHEET } from '../taskpane/state';
import type { Workbook } from '../workbook/workbook';

/** A calculator that, from the second assessment on, writes what it found. The first is made when a file opens. */
export function writingRuns(
  inner: Calculator,
  workbook: Pick<Workbook, 'write'>,
  now: () => Date,
  said: (sentence: string) => void,
): Calculator {
  let opened = false;
  return {
    cancel: () => {
      inner.cancel();
    },
    ask: async (task, tell) => {
      const answer = await inner.ask(task, tell);
      if (task.kind !== 'assess' || answer.kind !== 'assessed') return answer;
      const first = !opened;
      opened = true;
      const { results } = answer.assessment;
      if (first || results === null) return answer;
      const time = timeOfRun(now());
      const keys = task.snapshot.owned.map((sheet) => sheet.key);
      const live = keys.includes(LIVE_SHEET);
      const byYear = results.realisation !== undefined && !keys.some((key) => key.startsWith(`${LIVE_SHEET}.`));
      const draft = await inner.ask(
        live
          ? { kind: 'draft live', snapshot: task.snapshot, now: time, byYear }
          : { kind: 'draft', results, now: time },
      );
      if (draft.kind === 'failed' || draft.kind === 'too large')
        said(`The sheets could not be laid out: ${draft.message}`);
      if (draft.kind !== 'drafted') return answer;
      const written = await workbook.write(draft.report);
      if (written.kept.length > 0)
        said(
          `You had changed ${written.kept.map((name) => `“${name}”`).join(', ')}. It is kept, and a new sheet stands beside it.`,
        );
      return answer;
    },
  };
}
