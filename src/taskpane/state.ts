/**
 * The state of the pane and everything that can happen to it: one reducer over a discriminated union.
 * Figures are never in two places; what is shown is derived from the last assessment.
 */
import type { Assessment } from '../assess';
import type { Explanation } from '../engine/results';
import type { Report, Snapshot, Written } from '../workbook/workbook';
import { changesBetween, inputTables, type InputChange } from './changes';
import { BASE, type WorldView } from './reading';
import { afterAssessment, afterFailure, afterWriting, changedWords, type Speech } from './speech';
import type { Waits } from './waiting';

export type PlaceName = 'model' | 'result' | 'share';

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
  readonly place: PlaceName;
  readonly scenario: string;
  readonly world: WorldView;
  readonly overlay: Overlay | null;
  readonly welcomed: boolean;
  readonly speech: Speech;
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
  | { readonly type: 'drafted'; readonly report: Report }
  | { readonly type: 'written'; readonly token: number; readonly written: Written }
  | { readonly type: 'leave out' | 'replace'; readonly key: string; readonly on: boolean }
  | { readonly type: 'visit'; readonly place: PlaceName }
  | { readonly type: 'scenario'; readonly scenario: string }
  | { readonly type: 'world'; readonly world: WorldView }
  | { readonly type: 'explain'; readonly figure: string; readonly scenario: string }
  | { readonly type: 'explained'; readonly figure: string; readonly explanation: Explanation }
  | { readonly type: 'unexplained'; readonly figure: string; readonly message: string }
  | { readonly type: 'back' }
  | { readonly type: 'skip' };

export const START: State = {
  model: { kind: 'unread' },
  activity: { kind: 'idle' },
  trouble: null,
  sheets: { kind: 'none' },
  place: 'model',
  scenario: BASE,
  world: 'change',
  overlay: null,
  welcomed: false,
  speech: { polite: '', assertive: '' },
};

/** True where the answer belongs to work that is still wanted. */
function current(state: State, token: number): boolean {
  return state.activity.kind === 'working' && state.activity.token === token;
}

/** What happens next. Late answers, whose token is no longer the current one, change nothing. */
export function reduce(state: State, action: Action): State {
  if ('token' in action && action.type !== 'started' && !current(state, action.token)) return state;
  switch (action.type) {
    case 'started':
      return {
        ...state,
        trouble: null,
        activity: { ...IDLE_WORK, errand: action.errand, token: action.token },
      };
    case 'tables':
      return { ...state, activity: { ...working(state), errand: 'run', tables: action.tables } };
    case 'waits':
      return { ...state, activity: { ...working(state), waits: action.waits } };
    case 'stopping':
      return { ...state, activity: { ...working(state), stopping: true } };
    case 'cancelled':
      return { ...state, activity: { kind: 'idle' }, speech: { polite: 'Cancelled.', assertive: '' } };
    case 'failed':
      return failed(state, action.message);
    case 'trouble':
      return { ...state, trouble: { errand: 'read', message: action.message }, speech: afterFailure(action.message) };
    case 'found nothing':
      return {
        ...state,
        model: { kind: 'none', snapshot: action.snapshot },
        activity: { kind: 'idle' },
        sheets: { kind: 'none' },
        overlay: null,
        place: 'model',
      };
    case 'assessed':
      return assessed(state, action.snapshot, action.assessment);
    case 'reread':
      return reread(state, action.snapshot);
    case 'drafted':
      return {
        ...state,
        // What was chosen for an earlier draft stays chosen for the next.
        sheets: { left: [], replace: [], ...draftIn(state.sheets), kind: 'drafted', report: action.report },
      };
    case 'written':
      return written(state, action.written);
    default:
      return navigated(state, action);
  }
}

type Working = Extract<Activity, { kind: 'working' }>;
const IDLE_WORK: Working = { kind: 'working', errand: 'read', token: 0, tables: 0, waits: 'no', stopping: false };
function working(state: State): Working {
  return state.activity.kind === 'working' ? state.activity : IDLE_WORK;
}

type Step = Extract<
  Action,
  {
    type:
      | 'leave out'
      | 'replace'
      | 'visit'
      | 'scenario'
      | 'world'
      | 'explain'
      | 'explained'
      | 'unexplained'
      | 'back'
      | 'skip';
  }
>;
function navigated(state: State, action: Step): State {
  switch (action.type) {
    case 'leave out':
      return choosing(state, 'left', action);
    case 'replace':
      return choosing(state, 'replace', action);
    case 'visit':
      return { ...state, place: action.place, overlay: null, welcomed: true };
    case 'scenario':
      return { ...state, scenario: action.scenario };
    case 'world':
      return { ...state, world: action.world };
    case 'explain':
      return {
        ...state,
        overlay: { figure: action.figure, scenario: action.scenario, explanation: null, trouble: null },
      };
    case 'explained':
      return overlaid(state, action.figure, { explanation: action.explanation });
    case 'unexplained':
      return overlaid(state, action.figure, { trouble: action.message });
    case 'back':
      return { ...state, overlay: null };
    case 'skip':
      return { ...state, welcomed: true };
  }
}

function overlaid(state: State, figure: string, part: Partial<Overlay>): State {
  return state.overlay?.figure === figure ? { ...state, overlay: { ...state.overlay, ...part } } : state;
}

const draftIn = (sheets: Sheets): Partial<Draft> => (sheets.kind === 'none' ? {} : draftOf(sheets));
const draftOf = ({ report, left, replace }: Draft): Draft => ({ report, left, replace });

function choosing(
  state: State,
  list: 'left' | 'replace',
  { key, on }: { readonly key: string; readonly on: boolean },
): State {
  if (state.sheets.kind === 'none') return state;
  const others = state.sheets[list].filter((one) => one !== key);
  return { ...state, sheets: { ...state.sheets, [list]: on ? [...others, key] : others } };
}

function failed(state: State, message: string): State {
  const { errand } = working(state);
  const sheets =
    errand === 'write' && state.sheets.kind !== 'none'
      ? { ...draftOf(state.sheets), kind: 'failed' as const, message }
      : state.sheets;
  return { ...state, activity: { kind: 'idle' }, trouble: { errand, message }, sheets, speech: afterFailure(message) };
}

function assessed(state: State, snapshot: Snapshot, assessment: Assessment): State {
  const before = state.model.kind === 'read' && state.model.assessment.results !== null;
  const place = assessment.results === null ? 'model' : before || state.place === 'share' ? state.place : 'result';
  const known = assessment.results?.scenarios.some((one) => one.scenario === state.scenario) ?? false;
  return {
    ...state,
    place,
    activity: { kind: 'idle' },
    trouble: null,
    overlay: null,
    sheets: { kind: 'none' },
    welcomed: true,
    scenario: known ? state.scenario : BASE,
    model: { kind: 'read', snapshot, assessment, changes: [] },
    speech: afterAssessment(assessment, snapshot.language),
  };
}

/** A quiet look at the workbook: only what changed since the run is taken from it, and which sheets are ours. */
function reread(state: State, snapshot: Snapshot): State {
  if (state.model.kind !== 'read')
    return inputTables(snapshot).length === 0 ? { ...state, model: { kind: 'none', snapshot } } : state;
  const { model } = state;
  const changes = changesBetween(model.snapshot, snapshot);
  const owned = {
    ...model.snapshot,
    owned: snapshot.owned,
    tables: [...inputTables(model.snapshot), ...snapshot.tables.filter((table) => /^BIM_Out_/i.test(table.name))],
  };
  const speech =
    changes.length === model.changes.length ? state.speech : { polite: changedWords(changes.length), assertive: '' };
  return { ...state, model: { ...model, snapshot: owned, changes }, speech };
}

function written(state: State, result: Written): State {
  if (state.sheets.kind === 'none') return { ...state, activity: { kind: 'idle' } };
  return {
    ...state,
    activity: { kind: 'idle' },
    trouble: null,
    sheets: { ...draftOf(state.sheets), kind: 'written', written: result },
    speech: afterWriting(result),
  };
}
