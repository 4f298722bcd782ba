/**
 * Excel, emulated: office.js as Microsoft ships it, talking over its native bridge to a workbook in memory.
 *
 * What it does not emulate it refuses with `NotImplemented`, never with silent success. It calculates
 * where a test gives it a calculator; else reading the value of a formula that was written is refused too. Undo is not
 * here yet. Assumptions about Excel stand, with their evidence, where they are made.
 */
import { runBundle, type Bridge } from './bundle';
import { emptyBook, type Book } from './book';
import { messagesOf, type News } from './events';
import { execute, type World } from './execute';
import { refusal, respond, type Fault, type Outcome } from './faults';
import { surface, type ApiSet } from './surface';
import type { Thing } from './thing';
import { workbookThing } from './things/workbook';
import type { Request, Response } from './wire';

/** One request with its answer; null where the host kept silent. Sizes are of the JSON bodies. */
export interface Exchange {
  readonly request: Request;
  readonly response: Response | null;
  readonly requestBytes: number;
  readonly responseBytes: number;
}

export interface HostOptions {
  /** Highest ExcelApi that this Excel has. */
  readonly excelApi?: string;
  /** File of office.js to run. */
  readonly bundle?: string;
  /** Largest body, either way, before Excel on the web refuses (5 MB, documented). */
  readonly payload?: number;
}

export interface ExcelHost {
  readonly book: Book;
  readonly Excel: typeof Excel;
  readonly Office: typeof Office;
  /** Everything said so far, but for the release of handles that `Excel.run` sends when it is done. */
  readonly exchanges: Exchange[];
  /** Makes the nth request from now fail (1 is the next). */
  readonly inject: (nth: number, fault: Fault) => void;
  /** Makes every use of a member fail ("ChartSeries.MarkerStyle"), as on platforms that claim more than they do. */
  readonly forbid: (member: string, code: string) => void;
  /** Tells the handlers that are registered of a change. */
  readonly announce: (news: News) => void;
  /** Begins or ends the edit of a cell. Meanwhile requests that may wait (flag 64) wait, and others are refused: documented. */
  readonly edit: (on: boolean) => void;
}

/** `delayForCellEdit`, as office.js puts it on the wire. */
const MAY_WAIT = 64;

export function excelHost({
  excelApi = '1.15',
  bundle = 'excel-web-16.00.js',
  payload = 5_000_000,
}: HostOptions = {}): ExcelHost {
  const book = emptyBook();
  const supports = ([name, version]: ApiSet): boolean => name === 'ExcelApi' && !isLater(version, excelApi);
  const world: World = {
    root: workbookThing(book),
    surface: surface(),
    supports,
    references: new Map<string, Thing>(),
    forbidden: new Map<string, string>(),
  };
  const exchanges: Exchange[] = [];
  const faults = new Map<number, Fault>();
  let count = 0;
  const answer = (request: Request): Outcome => {
    if (isRelease(request)) return { response: execute(world, request), after: 0 };
    book.results = null;
    count += 1;
    const outcome = respond(world, book, request, faults.get(count), payload);
    const { response } = outcome;
    const bytes = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));
    exchanges.push({
      request,
      response,
      requestBytes: bytes(request),
      responseBytes: response === null ? 0 : bytes(response),
    });
    announce(book.news.splice(0));
    return outcome;
  };
  const editor = editing();
  const bridge = bridgeTo(answer, editor);
  const announce = (news: readonly News[]): void => {
    for (const message of messagesOf(book, news))
      setImmediate(() => bridge.onMessageFromHost?.(JSON.stringify(message)));
  };
  const loaded = runBundle(bundle, bridge);
  const requirements = { isSetSupported: (name: string, version = '1.1') => supports([name, version]) };
  // Over this bridge office.js leaves `Office.context` undefined; a page would find it, so it stands before the real one.
  const context = { requirements, contentLanguage: book.culture, displayLanguage: 'en-GB' };
  const office = Object.create(loaded.Office, { context: { value: context } }) as typeof Office;
  return {
    book,
    exchanges,
    Excel: loaded.Excel,
    Office: office,
    inject: (nth, fault) => {
      faults.set(count + nth, fault);
    },
    forbid: (name, code) => {
      world.forbidden.set(name, code);
    },
    announce: (one) => {
      announce([one]);
    },
    edit: editor.edit,
  };
}

/** Whether a cell is being edited, and what waits for its end. */
interface Editor {
  readonly edit: (on: boolean) => void;
  readonly whenFree: (flags: number, work: () => void, refused: () => void) => void;
}

function editing(): Editor {
  let on = false;
  const waiting: (() => void)[] = [];
  return {
    edit: (now) => {
      on = now;
      if (!on) for (const work of waiting.splice(0)) work();
    },
    whenFree: (flags, work, refused) => {
      if (!on) work();
      else if ((flags & MAY_WAIT) === 0) refused();
      else waiting.push(work);
    },
  };
}

/** The native bridge: requests come as JSON, answers go back under the request's id, in a later turn. */
function bridgeTo(answer: (request: Request) => Outcome, { whenFree }: Editor): Bridge {
  const bridge: Bridge = {
    sendMessageToHost: (message) => {
      const { id, flags, message: sent } = JSON.parse(message) as Sent;
      const edited = refusal('InvalidOperationInCellEditMode', 'Excel is in cell-editing mode.');
      whenFree(
        flags,
        () => {
          reply(id, answer(sent.body));
        },
        () => {
          reply(id, { response: edited, after: 0 });
        },
      );
    },
  };
  const reply = (id: number, { response, after }: Outcome): void => {
    if (response === null) return;
    const body = JSON.stringify(response);
    const message = { id, type: 2, flags: 0, message: { statusCode: 200, headers: {}, body } };
    const send = (): void => bridge.onMessageFromHost?.(JSON.stringify(message));
    if (after === 0) setImmediate(send);
    else setTimeout(send, after);
  };
  return bridge;
}

interface Sent {
  readonly id: number;
  readonly flags: number;
  readonly message: { readonly body: Request };
}

const isRelease = (request: Request): boolean =>
  request.Actions.every((action) => action.Name === '_RemoveReference' || action.ActionType === 1) &&
  request.Actions.some((action) => action.Name === '_RemoveReference');

const isLater = (version: string, than: string): boolean => {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [toMajor = 0, toMinor = 0] = than.split('.').map(Number);
  return major > toMajor || (major === toMajor && minor > toMinor);
};

export { addSheet } from './book';
