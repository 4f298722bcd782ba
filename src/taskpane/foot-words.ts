/** The words of the foot, as data: a sign, a sentence, the seal of the run, and the next thing to do. */
import { STEPS } from '../share/shared';
import { foundSaid, type CopyingNow } from './copying';
import { several } from './figures';
import type { Tone } from './parts/Message';
import { errorsIn } from './speech';
import type { Job } from './stress/jobs';
import { secondsLeft } from './stress/jobs';
import type { Activity, State } from './state';

export type Deed =
  'search copy' | 'stop copy' | 'make copy' | 'run' | 'cancel' | 'stop draws' | 'save' | 'write' | 'share' | 'result';

export interface FootWords {
  readonly tone: Tone;
  readonly busy: boolean;
  readonly text: string;
  readonly seal: string | null;
  readonly next: { readonly deed: Deed; readonly label: string; readonly disabled: boolean } | null;
}

const say = (
  tone: Tone,
  text: string,
  next: FootWords['next'] = null,
  seal: string | null = null,
  busy = false,
): FootWords => ({ tone, busy, text, seal, next });
const press = (deed: Deed, label: string, disabled = false): FootWords['next'] => ({ deed, label, disabled });

/** The first four characters of the hash of a run's inputs. */
export function sealOf(inputs: string): string {
  return inputs.replace(/^sha256:/, '').slice(0, 4);
}

function busyWords(activity: Extract<Activity, { kind: 'working' }>): FootWords {
  const cancel = press('cancel', 'Cancel');
  if (activity.stopping) return say('waiting', 'Stopping', null, null, true);
  if (activity.waits === 'editing') return say('waiting', 'Waiting for your edit', cancel);
  if (activity.waits === 'silent') return say('waiting', 'Waiting for an answer', cancel);
  const doing = {
    read: 'Reading',
    run: `Working on ${several(activity.tables, 'table')}`,
    write: 'Writing',
    begin: 'Putting the tables in',
  }[activity.errand];
  return say('notice', doing, activity.errand === 'write' ? null : cancel, null, true);
}

/** What goes on under Stress: draws that are being made, and whether a dial is turned on the page that is shown. */
export interface Stressing {
  readonly draws: Job | null;
  readonly turned: boolean;
  /** The payer copy, where it is on the page. */
  readonly copying?: CopyingNow | null;
}

const STILL: Stressing = { draws: null, turned: false };

/** "1,180 of 2,000 draws · 3 s left". */
export function drawsWords(draws: Job): string {
  const left = secondsLeft(draws);
  const grouped = (n: number): string => n.toLocaleString('en-GB');
  const far = draws.of === 0 ? 'Making the model ready' : `${grouped(draws.done)} of ${grouped(draws.of)} draws`;
  return left === null ? far : `${far} · ${String(Math.max(1, Math.round(left)))} s left`;
}

/** What the foot says in this state. */
export function footOf(state: State, sheets: number, { draws, turned, copying = null }: Stressing = STILL): FootWords {
  const { model, activity, trouble } = state;
  if (activity.kind === 'working') return busyWords(activity);
  if (draws !== null) return say('notice', drawsWords(draws), press('stop draws', 'Cancel'), null, true);
  if (model.kind === 'unread')
    return trouble === null
      ? say('notice', 'Reading', null, null, true)
      : say('wrong', 'Not read', press('run', 'Try again'));
  if (model.kind === 'none') return say('notice', 'No model yet', press('run', 'Look again'));
  const { results, findings } = model.assessment;
  if (model.changes.length > 0)
    return say(
      'careful',
      `${several(model.changes.length, 'input')} changed`,
      press('run', results === null ? 'Run' : 'Run again'),
    );
  if (results === null)
    return say('wrong', `${several(errorsIn(findings).length, 'error')}, no figures`, press('run', 'Run', true));
  if (trouble !== null && trouble.errand !== 'write') return say('wrong', 'Not run', press('run', 'Try again'));
  if (turned) return say('notice', 'What if · sheet untouched', press('save', 'Save scenario…'));
  if (copying !== null) return copyWords(copying);
  return state.place === 'share'
    ? shareWords(state, sheets, sealOf(results.inputs))
    : say('good', 'Up to date', press('share', 'Write…'), sealOf(results.inputs));
}

/** The copy for the payer: how far it is, what leaks, and the one thing to do. */
function copyWords({ doing, copy }: CopyingNow): FootWords {
  switch (doing.kind) {
    case 'searching':
      return say('notice', STEPS[doing.done] ?? STEPS[0], press('stop copy', 'Cancel'), null, true);
    case 'handing':
      return say('notice', 'Handing it over', null, null, true);
    case 'failed':
      return say('wrong', 'Not made', press('search copy', 'Try again'));
    default:
      if (copy === null) return say('notice', 'Not searched', press('search copy', 'Search again'));
      if (copy.leaks.length > 0)
        return say('wrong', foundSaid(copy).replace(/\.$/, ''), press('make copy', 'Make the copy', true));
      if (doing.kind === 'handed') return say('good', 'Made', press('make copy', 'Make it again'));
      return doing.kind === 'refused'
        ? say('wrong', 'Not handed over', press('make copy', 'Try again'))
        : say(
            copy.marked === 0 ? 'careful' : 'good',
            foundSaid(copy).replace(/\.$/, ''),
            press('make copy', 'Make the copy'),
          );
  }
}

function shareWords(state: State, sheets: number, seal: string): FootWords {
  switch (state.sheets.kind) {
    case 'failed':
      return say('wrong', `${several(sheets, 'sheet')} not written`, press('write', 'Try again'));
    case 'written':
      return say('good', 'Written', press('result', 'See the result'), seal);
    default:
      return say(
        'good',
        'Up to date',
        press('write', sheets === 0 ? 'Write' : `Write ${several(sheets, 'sheet')}`, sheets === 0),
        seal,
      );
  }
}
