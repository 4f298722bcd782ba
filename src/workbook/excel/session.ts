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
 * now and then that one is although none is (office-js issues 3019, 3020), hence the attempts.
 */
export async function converse<T>(patience: Patience, talk: (session: Session) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await Excel.run({ delayForCellEdit: true, mergeUndoGroup: true }, (context) =>
        talk({ context, send: () => watched(context, patience.seconds) }),
      );
    } catch (error) {
      if (attempt >= patience.attempts || !PASSING.has(codeOf(error))) throw error;
      await pause(patience.pause * 2 ** (attempt - 1));
    }
  }
}

/** A round trip with a watchdog: `sync` has been seen never to settle (office-js issues 697, 6150, 6678). */
async function watched(context: Excel.RequestContext, seconds: number): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Silence(seconds));
    }, seconds * 1000);
  });
  try {
    await Promise.race([context.sync(), silence]);
  } finally {
    clearTimeout(timer);
  }
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
