/** Sheets in a worker: those of a run, and the model itself in formulas, laid out before anybody writes them. */
import { assessLive } from '../assess';
import { TooLarge } from '../engine/readings/live/document';
import type { Results } from '../engine/results';
import type { StressFigures } from '../engine/stress/answers';
import { liveReport } from '../outputs/live-report';
import { liveSaid } from '../outputs/live-said';
import { buildReport, type Beside } from '../outputs/report';
import { beside } from '../review/beside';
import type { Review } from '../review/review';
import type { Report, Snapshot } from '../workbook/workbook';

/** `draft` lays out the sheets of a run, `draft live` the model in formulas, with its results on them; a review adds its sheets. */
export type DraftTask =
  | { readonly kind: 'draft'; readonly results: Results; readonly now: string; readonly review?: Review | null }
  | {
      readonly kind: 'draft live';
      readonly snapshot: Snapshot;
      readonly now: string;
      readonly byYear?: boolean;
      readonly stress?: StressFigures;
      readonly review?: Review | null;
    };
/** `too large` says why no sheet could hold the model. */
export type DraftAnswer =
  | { readonly kind: 'drafted'; readonly report: Report; readonly said?: string }
  | { readonly kind: 'too large'; readonly message: string; readonly byYear: boolean };

export function drafted(task: DraftTask): DraftAnswer {
  const held = task.review ? beside(task.review) : undefined;
  if (task.kind === 'draft') return { kind: 'drafted', report: buildReport(task.results, task.now, held) };
  try {
    return live(task, held);
  } catch (thrown) {
    if (thrown instanceof TooLarge) return { kind: 'too large', message: thrown.message, byYear: thrown.byYear };
    throw thrown;
  }
}

function live(
  { snapshot, now, byYear = false, stress = {} }: Extract<DraftTask, { kind: 'draft live' }>,
  held: Beside | undefined,
): DraftAnswer {
  const made = assessLive(snapshot, { byYear });
  if (made.results === null || made.live === null)
    throw new Error('There are no figures, so there is nothing to write.');
  const report = liveReport({ ...made.results, stress }, made.live, now, held);
  return { kind: 'drafted', report, said: liveSaid(made.live) };
}
