/** Work for Excel in small pieces, sent together up to the size that Excel takes. */
import type { Session } from './session';

/** A piece of work: `queue` puts calls on the context, about `bytes` of them. */
export interface Step {
  readonly bytes: number;
  readonly queue: () => void;
}

/** Excel on the web takes 5 MB a request and a response; two leave room for what is counted only roughly. */
export const LARGEST_LOAD = 2_000_000;

/** What a call costs on the wire besides its values. */
export const CALL = 250;

export const step = (bytes: number, queue: () => void): Step => ({ bytes, queue });

/** Steps in as few loads as there may be. */
export function loads(steps: readonly Step[], largest = LARGEST_LOAD): readonly (readonly Step[])[] {
  const all: Step[][] = [];
  let room = 0;
  for (const next of steps) {
    const last = all.at(-1);
    if (last === undefined || next.bytes > room) {
      all.push([next]);
      room = largest - next.bytes;
    } else {
      last.push(next);
      room -= next.bytes;
    }
  }
  return all;
}

/** Sends all steps, a round trip for each load, after which `sent` is told. Screen and calculation wait for its end. */
export async function carryOut({ context, send }: Session, steps: readonly Step[], sent: () => void): Promise<void> {
  for (const load of loads(steps)) {
    context.application.suspendScreenUpdatingUntilNextSync();
    context.application.suspendApiCalculationUntilNextSync();
    for (const { queue } of load) queue();
    await send();
    sent();
  }
}
