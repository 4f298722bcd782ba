/** What follows from what happens: one reducer. Late answers change nothing. */
import type { Assessment } from '../assess';
import type { Report, Snapshot, Written } from '../workbook/workbook';
import { changesBetween, inputTables } from './changes';
import { BASE } from './reading';
import { afterAssessment, afterFailure, afterWriting, changedWords } from './speech';
import type { Action, Activity, Draft, Overlay, Sheets, State } from './state';

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
        sheets: {
          left: [],
          replace: [],
          ...draftIn(state.sheets),
          kind: 'drafted',
          report: action.report,
          said: action.said ?? '',
        },
      };
    case 'form':
      return { ...state, form: action.form, sheets: { kind: 'none' } };
    case 'too large':
      return {
        ...state,
        form: action.byYear ? 'by year' : 'values',
        tooLarge: action.message,
        sheets: { kind: 'none' },
      };
    case 'written':
      return written({ ...state, earlier: kept(state.earlier, action.report) }, action.written);
    case 'earlier':
      return { ...state, keeps: true, earlier: [...state.earlier, ...action.reports].reduceRight(kept, NONE) };
    case 'tidied':
      return {
        ...state,
        activity: { kind: 'idle' },
        speech: { polite: 'The unfinished sheets are empty.', assertive: '' },
      };
    case 'forgotten':
      return { ...state, earlier: [] };
    default:
      return navigated(state, action);
  }
}

type Working = Extract<Activity, { kind: 'working' }>;
const IDLE_WORK: Working = { kind: 'working', errand: 'read', token: 0, tables: 0, waits: 'no', stopping: false };
function working(state: State): Working {
  return state.activity.kind === 'working' ? state.activity : IDLE_WORK;
}

type Steps =
  'leave out' | 'replace' | 'visit' | 'part' | 'scenario' | 'world' | 'explain' | 'explained' | 'unexplained';
type Step = Extract<Action, { type: Steps | 'say' | 'stressed' | 'reviewed' | 'back' | 'skip' }>;

function navigated(state: State, action: Step): State {
  switch (action.type) {
    case 'leave out':
      return choosing(state, 'left', action);
    case 'replace':
      return choosing(state, 'replace', action);
    case 'visit':
      return { ...state, place: action.place, overlay: null, welcomed: true };
    case 'part':
      return { ...state, parts: { ...state.parts, [state.place]: action.part } };
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
    case 'say':
      return {
        ...state,
        speech:
          action.aloud === true ? { polite: '', assertive: action.words } : { polite: action.words, assertive: '' },
      };
    case 'stressed':
      // Sheets that were written stay said; the next draft holds what was asked since.
      return {
        ...state,
        stress: action.stress,
        sheets: state.sheets.kind === 'drafted' ? { kind: 'none' } : state.sheets,
      };
    case 'reviewed':
      return {
        ...state,
        review: action.review,
        sheets: state.sheets.kind === 'drafted' ? { kind: 'none' } : state.sheets,
      };
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
const draftOf = ({ report, said, left, replace }: Draft): Draft => ({ report, said, left, replace });

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
  const place = assessment.results === null ? 'model' : before || state.place !== 'model' ? state.place : 'result';
  const known = assessment.results?.scenarios.some((one) => one.scenario === state.scenario) ?? false;
  return {
    ...state,
    place,
    activity: { kind: 'idle' },
    trouble: null,
    overlay: null,
    sheets: { kind: 'none' },
    tooLarge: '',
    welcomed: true,
    scenario: known ? state.scenario : BASE,
    stress: {},
    review: null,
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

/** How many results can be gone back to: each is a few hundred kilobytes. */
const MOST_EARLIER = 8;

const NONE: readonly Report[] = [];
const kept = (earlier: readonly Report[], report: Report | undefined): readonly Report[] =>
  report === undefined
    ? earlier
    : [report, ...earlier.filter((one) => one.stamp !== report.stamp)].slice(0, MOST_EARLIER);

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
