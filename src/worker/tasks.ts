/**
 * What the pane asks to be computed away from the main thread. Questions and answers are plain data,
 * so the same code answers in a worker and, where workers are refused, in the pane itself.
 */
import { assess, assessLive, explainFigure, type AssessOptions, type Assessment } from '../assess';
import { TooLarge } from '../engine/readings/live/document';
import type { Explanation, Results } from '../engine/results';
import type { StressFigures } from '../engine/stress/answers';
import { liveReport } from '../outputs/live-report';
import { liveSaid } from '../outputs/live-said';
import { buildReport } from '../outputs/report';
import type { Report, Snapshot } from '../workbook/workbook';
import { CheckDesk, type CheckAnswer, type CheckTask } from './check-desk';
import { DialDesk, type DialAnswer, type DialTask } from './dial-desk';
import { stressed, type StressAnswer, type StressPart, type StressQuestion } from './stress';

/**
 * A question. `assess` reads, checks and computes a model; `explain` says why a figure is what it is; `draft` lays out
 * the sheets of a run, and `draft live` the model itself in formulas, with its results on them. `stress` tries the model with
 * changes and draws; `dials` holds it ready for `turn`, which gives the figures with some of them turned.
 */
export type Task =
  | { readonly kind: 'assess'; readonly snapshot: Snapshot; readonly options: AssessOptions }
  | { readonly kind: 'explain'; readonly snapshot: Snapshot; readonly figure: string; readonly options: AssessOptions }
  | { readonly kind: 'draft'; readonly results: Results; readonly now: string }
  | {
      readonly kind: 'draft live';
      readonly snapshot: Snapshot;
      readonly now: string;
      readonly byYear?: boolean;
      readonly stress?: StressFigures;
    }
  | { readonly kind: 'stress'; readonly snapshot: Snapshot; readonly question: StressQuestion }
  | CheckTask
  | DialTask;

/** Its answer. `too large` says why no sheet could hold the model; `failed` is a fault of ours or a figure that does not exist, said in a sentence. */
export type Answer =
  | { readonly kind: 'assessed'; readonly assessment: Assessment }
  | { readonly kind: 'explained'; readonly explanation: Explanation }
  | { readonly kind: 'drafted'; readonly report: Report; readonly said?: string }
  | { readonly kind: 'stressed'; readonly answer: StressAnswer }
  | CheckAnswer
  | DialAnswer
  | { readonly kind: 'too large'; readonly message: string; readonly byYear: boolean }
  | { readonly kind: 'failed'; readonly message: string };

/** Answers one question, telling on the way how far it is; never throws. */
export function* answering(task: Task): Generator<StressPart, Answer> {
  try {
    if (task.kind === 'stress') return { kind: 'stressed', answer: yield* stressed(task.snapshot, task.question) };
    return answerTo(task);
  } catch (thrown) {
    if (thrown instanceof TooLarge) return { kind: 'too large', message: thrown.message, byYear: thrown.byYear };
    return { kind: 'failed', message: thrown instanceof Error ? thrown.message : String(thrown) };
  }
}

const desk = new DialDesk();
const checkDesk = new CheckDesk();

function answerTo(task: Exclude<Task, { kind: 'stress' }>): Answer {
  switch (task.kind) {
    case 'assess':
      return { kind: 'assessed', assessment: assess(task.snapshot, task.options) };
    case 'explain':
      return { kind: 'explained', explanation: explainFigure(task.snapshot, task.figure, task.options) };
    case 'draft':
      return { kind: 'drafted', report: buildReport(task.results, task.now) };
    case 'draft live':
      return draftLive(task);
    case 'dials':
    case 'turn':
      return desk.answer(task);
    case 'verify':
    case 'verify on':
      return checkDesk.answer(task);
  }
}

function draftLive({ snapshot, now, byYear = false, stress = {} }: Extract<Task, { kind: 'draft live' }>): Answer {
  const { results, live } = assessLive(snapshot, { byYear });
  if (results === null || live === null)
    return { kind: 'failed', message: 'There are no figures, so there is nothing to write.' };
  return { kind: 'drafted', report: liveReport({ ...results, stress }, live, now), said: liveSaid(live) };
}
