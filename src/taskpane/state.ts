/**
 * The state of the pane and everything that can happen to it, as a discriminated union.
 * Figures are never in two places; what is shown is derived from the last assessment.
 */
import type { Assessment } from '../assess';
import type { Explanation } from '../engine/results';
import type { StressFigures } from '../engine/stress/answers';
import type { Review } from '../review/review';
import type { Report, Snapshot, Written } from '../workbook/workbook';
import type { InputChange } from './changes';
import { BASE, type WorldView } from './reading';
import type { Speech } from './speech';
import type { Waits } from './waiting';

export type PlaceName = 'model' | 'result' | 'stress' | 'realise' | 'share';

/**
 * What the sheets hold: the figures of a run, or the model itself in formulas and the figures made from it; by year, what
 * is counted by month stands as values.
 */
export type Form = 'values' | 'live' | 'by year';

/** What is known of the workbook's model. */
export type Model =
  | { readonly kind: 'unread' }
  | { readonly kind: 'none'; readonly snapshot: Snapshot }
  | {
      readonly kind: 'read';
      readonly snapshot: Snapshot;
      readonly assessment: Assessment;
      readonly changes: readonly InputChange[];
    };

/** Work that is under way, what it waits for, and whether it has been called off and ends as soon as it can. */
export type Errand = 'read' | 'run' | 'write' | 'begin';
export type Activity =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'working';
      readonly errand: Errand;
      readonly token: number;
      readonly tables: number;
      readonly waits: Waits;
      readonly stopping: boolean;
    };

/** What would be written: sheets left out, and sheets of ours that the user changed and lets go, by their keys. */
export interface Draft {
  readonly report: Report;
  /** What a live model will hold, in words; empty for values. */
  readonly said: string;
  readonly left: readonly string[];
  readonly replace: readonly string[];
}

/** What became of the sheets. `failed` keeps the draft, so that it can be tried again. */
export type Sheets =
  | { readonly kind: 'none' }
  | (Draft & { readonly kind: 'drafted' })
  | (Draft & { readonly kind: 'written'; readonly written: Written })
  | (Draft & { readonly kind: 'failed'; readonly message: string });

/** How many sheets would be written now. */
export function sheetsToWrite(sheets: Sheets): number {
  return sheets.kind === 'none' ? 0 : sheets.report.sheets.filter((sheet) => !sheets.left.includes(sheet.key)).length;
}

/** The explanation that lies over a place. */
export interface Overlay {
  readonly figure: string;
  readonly scenario: string;
  readonly explanation: Explanation | null;
  readonly trouble: string | null;
}

export interface State {
  readonly model: Model;
  readonly activity: Activity;
  readonly trouble: { readonly errand: Errand; readonly message: string } | null;
  readonly sheets: Sheets;
  /** What was written so far, newest first: each can be written again. */
  readonly earlier: readonly Report[];
  /** Whether the workbook keeps them, so that they are here when it is opened again. */
  readonly keeps: boolean;
  /** As chosen; null: as the workbook was last written. */
  readonly form: Form | null;
  /** Why no sheet could hold the model in formulas; empty where one could, or nobody asked. */
  readonly tooLarge: string;
  readonly place: PlaceName;
  /** The part of each place that is shown, where it has parts. */
  readonly parts: Partial<Readonly<Record<PlaceName, string>>>;
  readonly scenario: string;
  readonly world: WorldView;
  readonly overlay: Overlay | null;
  readonly welcomed: boolean;
  readonly speech: Speech;
  /** What has been asked under Stress of this run. */
  readonly stress: StressFigures;
  /** What checking this run's model found; null where it was not checked. */
  readonly review: Review | null;
}

export type Action =
  | { readonly type: 'started'; readonly errand: Errand; readonly token: number }
  | { readonly type: 'tables'; readonly token: number; readonly tables: number }
  | { readonly type: 'waits'; readonly token: number; readonly waits: Waits }
  | { readonly type: 'stopping' }
  | { readonly type: 'cancelled' }
  | { readonly type: 'failed'; readonly token: number; readonly message: string }
  | { readonly type: 'trouble'; readonly message: string }
  | { readonly type: 'found nothing'; readonly token: number; readonly snapshot: Snapshot }
  | { readonly type: 'assessed'; readonly token: number; readonly snapshot: Snapshot; readonly assessment: Assessment }
  | { readonly type: 'reread'; readonly snapshot: Snapshot }
  | { readonly type: 'drafted'; readonly report: Report; readonly said?: string }
  | { readonly type: 'form'; readonly form: Form }
  | { readonly type: 'too large'; readonly message: string; readonly byYear: boolean }
  | { readonly type: 'written'; readonly token: number; readonly written: Written; readonly report?: Report }
  | { readonly type: 'earlier'; readonly reports: readonly Report[] }
  | { readonly type: 'forgotten' }
  | { readonly type: 'tidied'; readonly token: number }
  | { readonly type: 'leave out' | 'replace'; readonly key: string; readonly on: boolean }
  | { readonly type: 'visit'; readonly place: PlaceName }
  | { readonly type: 'part'; readonly part: string }
  | { readonly type: 'scenario'; readonly scenario: string }
  | { readonly type: 'world'; readonly world: WorldView }
  | { readonly type: 'explain'; readonly figure: string; readonly scenario: string }
  | { readonly type: 'explained'; readonly figure: string; readonly explanation: Explanation }
  | { readonly type: 'unexplained'; readonly figure: string; readonly message: string }
  /** `aloud`: at once, over whatever is being read. */
  | { readonly type: 'say'; readonly words: string; readonly aloud?: boolean }
  | { readonly type: 'stressed'; readonly stress: StressFigures }
  | { readonly type: 'reviewed'; readonly review: Review }
  | { readonly type: 'back' }
  | { readonly type: 'skip' };

export const START: State = {
  model: { kind: 'unread' },
  activity: { kind: 'idle' },
  trouble: null,
  sheets: { kind: 'none' },
  earlier: [],
  keeps: false,
  form: null,
  tooLarge: '',
  place: 'model',
  parts: {},
  scenario: BASE,
  world: 'change',
  overlay: null,
  welcomed: false,
  speech: { polite: '', assertive: '' },
  stress: {},
  review: null,
};

/** Key of the sheet that every live model of ours has (`CALC` of the outputs, whose sheets are not loaded here). */
export const LIVE_SHEET = 'calc';

/** Whether the model is counted by month, so that its years alone can be written. */
export const hasMonths = ({ model }: Pick<State, 'model'>): boolean =>
  model.kind === 'read' && (model.assessment.results?.realisation ?? null) !== null;

/** The form in which sheets would be written now: as chosen, else as the workbook holds a live model of ours. */
export function formOf({ form, model }: State): Form {
  if (form !== null) return form;
  const keys = model.kind === 'read' ? model.snapshot.owned.map((sheet) => sheet.key) : [];
  if (!keys.includes(LIVE_SHEET)) return 'values';
  const months = keys.some((key) => key.startsWith(`${LIVE_SHEET}.`));
  return hasMonths({ model }) && !months ? 'by year' : 'live';
}
