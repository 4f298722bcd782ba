/** What can go wrong between office.js and Excel, on command: for one request, for one member, or for as long as told. */
import type { Book } from './book';
import { execute, type World } from './execute';
import type { Request, Response } from './wire';

/** A fault of one request. */
export type Fault =
  /** The whole request is refused before anything is done. */
  | { readonly kind: 'refused'; readonly code: string; readonly message?: string }
  /** Done up to this action, then refused. */
  | { readonly kind: 'breaks off'; readonly code: string; readonly action: number }
  /** Not done, and no answer ever. */
  | { readonly kind: 'silent' }
  /** Done, and the answer is lost. */
  | { readonly kind: 'unanswered' }
  /** Done, and answered late. */
  | { readonly kind: 'late'; readonly milliseconds: number }
  /** Something happens to the workbook just before: a co-author, the user, a macro. */
  | { readonly kind: 'meanwhile'; readonly deed: (book: Book) => void };

/** What comes of a request: null for silence; `after` milliseconds where it is late. */
export interface Outcome {
  readonly response: Response | null;
  readonly after: number;
}

/** Carries a request out under a fault. `payload`: largest body, either way. */
export function respond(
  world: World,
  book: Book,
  request: Request,
  fault: Fault | undefined,
  payload: number,
): Outcome {
  const done = (): Response => withinPayload(world, request, payload);
  switch (fault?.kind) {
    case undefined:
      return { response: done(), after: 0 };
    case 'silent':
      return { response: null, after: 0 };
    case 'unanswered':
      done();
      return { response: null, after: 0 };
    case 'late':
      return { response: done(), after: fault.milliseconds };
    case 'refused':
      return { response: refusal(fault.code, fault.message ?? `injected: ${fault.code}`), after: 0 };
    case 'meanwhile':
      fault.deed(book);
      return { response: done(), after: 0 };
    case 'breaks off':
      return { response: brokenOff(world, request, fault.action, fault.code), after: 0 };
  }
}

function brokenOff(world: World, request: Request, action: number, code: string): Response {
  const last = Math.min(action, request.Actions.length - 1);
  const done = execute(world, { ...request, Actions: request.Actions.slice(0, last) });
  return done.Error === undefined
    ? { ...done, Error: { Code: code, Message: `injected: ${code}`, ActionIndex: last } }
    : done;
}

function withinPayload(world: World, request: Request, payload: number): Response {
  if (Buffer.byteLength(JSON.stringify(request)) > payload)
    return refusal('RequestPayloadSizeLimitExceeded', 'The request payload size has exceeded the limit.');
  const response = execute(world, request);
  return Buffer.byteLength(JSON.stringify(response)) > payload
    ? refusal('ResponsePayloadSizeLimitExceeded', 'The response payload size has exceeded the limit.')
    : response;
}

/** A request that is refused as a whole. */
export const refusal = (code: string, message: string): Response => ({
  Results: [],
  TraceIds: [],
  Error: { Code: code, Message: message },
});
