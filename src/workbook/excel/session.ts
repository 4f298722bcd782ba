/** One conversation with Excel: every round trip is watched, and a refused one is tried again where that is safe. */
import { codeOf, Silence } from './errors';

/** How long Excel may be silent, and how often a refused conversation is begun again. */
export interface Patience {
  readonly seconds: number;
  readonly attempts: number;
  /** Wait before the second attempt, in milliseconds; doubled for each further one. */
  readonly pause: number;
}

export const PATIENCE: Patience = { seconds: 25, attempts: 3, pause: 400 };

/** What a conversation may do: queue calls on `context`, and send them. */
export interface Session {
  readonly context: Excel.RequestContext;
  /** One round trip; rejects with {@link Silence} where Excel does not answer. */
  readonly send: () => Promise<void>;
  /** False where Excel refused to take it all back in one step of its Undo. */
  readonly undoable: boolean;
}

/** Refusals after which nothing has happened, so that the same request may be made again. */
const PASSING = new Set([
  'InvalidOperationInCellEditMode',
  'CellEditMode',
  'GeneralException',
  'ActivityLimitReached',
  'ServiceNotAvailable',
  'InternalServerError',
  'Timeout',
]);

/**
 * Holds a conversation. `delayForCellEdit` lets Excel wait until a cell is no longer edited; Excel on the web says
 * now and then that one is although none is (office-js issues 3019, 3020), hence the attempts. One Undo takes all of it
 * back where this Excel can (`mergeUndoGroup`); where it says that it cannot, the same is done without.
 */
export async function converse<T>(patience: Patience, talk: (session: Session) => Promise<T>): Promise<T> {
  let mergeUndoGroup = true;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await Excel.run({ delayForCellEdit: true, mergeUndoGroup }, (context) =>
        talk({ context, undoable: mergeUndoGroup, send: () => watched(context, patience.seconds) }),
      );
    } catch (error) {
      if (mergeUndoGroup && codeOf(error) === 'UndoNotSupported') {
        mergeUndoGroup = false;
        continue;
      }
      if (attempt >= patience.attempts || !PASSING.has(codeOf(error))) throw error;
      await pause(patience.pause * 2 ** (attempt - 1));
    }
  }
}

/**
 * A round trip with a watchdog: `sync` has been seen never to settle (office-js issues 697, 6150, 6678). While a cell
 * is being edited Excel is not silent but waiting, for as long as the user likes.
 */
async function watched(context: Excel.RequestContext, seconds: number): Promise<void> {
  const answer = context.sync().then(() => true);
  while (!(await within(answer, seconds))) if (!(await isEditing())) throw new Silence(seconds);
}

/** The answer, or false once the seconds are over. */
export async function within(answer: Promise<boolean>, seconds: number): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, seconds * 1000, false);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Excel answers this question at once or not at all. */
const LONGEST_PROBE = 2;
const EDITING: readonly string[] = ['InvalidOperationInCellEditMode', 'CellEditMode'];

/**
 * True while Excel refuses to answer because a cell is being edited. Without `delayForCellEdit` it says so at once;
 * asked beside a conversation that waits, this tells waiting from silence.
 */
export async function isEditing(): Promise<boolean> {
  const probe = Excel.run(async (context) => {
    context.application.load('calculationMode');
    await context.sync();
    return false;
  }).catch((error: unknown) => EDITING.includes(codeOf(error)));
  return within(probe, LONGEST_PROBE);
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
