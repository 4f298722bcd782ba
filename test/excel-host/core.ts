/**
 * Excel, emulated: a workbook in memory that answers what office.js says, whichever way it is carried.
 *
 * What it does not emulate it refuses with `NotImplemented`, never with silent success; formulas are calculated
 * (`calculate.ts`). Assumptions about Excel stand, with their evidence, where they are made.
 */
import { boxAddress } from './address';
import { emptyBook, enter, type Book, type Sheet } from './book';
import { changing } from './calculate';
import type { Value } from './entry';
import { messagesOf, type Entry, type News } from './events';
import { execute, type World } from './execute';
import { refusal, respond, type Fault, type Outcome } from './faults';
import { history, type History, type Platform } from './history';
import { surface, type ApiSet } from './surface';
import type { Thing } from './thing';
import { services, type FunctionResult } from './things/services';
import { workbookThing } from './things/workbook';
import type { Request, Response } from './wire';

/** One request with its answer; null where the host kept silent. Sizes are of the JSON bodies. */
export interface Exchange {
  readonly request: Request;
  readonly response: Response | null;
  readonly requestBytes: number;
  readonly responseBytes: number;
}

export interface CoreOptions {
  /** Highest ExcelApi that this Excel has. */
  readonly excelApi?: string;
  /** Largest body, either way, before Excel on the web refuses (5 MB, documented). */
  readonly payload?: number;
  /** Where this Excel keeps a list of what Undo takes back; without it the host keeps none, which is faster. */
  readonly undo?: Platform;
}

/** What tests do to an Excel, and see of it. */
export interface Controls {
  readonly book: Book;
  /** Everything said so far, but for the release of handles that `Excel.run` sends when it is done. */
  readonly exchanges: Exchange[];
  /** Makes the nth request from now fail (1 is the next). */
  readonly inject: (nth: number, fault: Fault) => void;
  /** Makes every use of a member fail ("ChartSeries.MarkerStyle"), as on platforms that claim more than they do. */
  readonly forbid: (member: string, code: string) => void;
  /** Somebody types into a cell: Excel calculates, or waits to be asked, and tells of the change. */
  readonly type: (sheet: Sheet, row: number, column: number, value: Value) => void;
  /** Tells the handlers that are registered of a change. */
  readonly announce: (news: News) => void;
  /** Begins or ends the edit of a cell. Meanwhile requests that may wait (flag 64) wait, and others are refused: documented. */
  readonly edit: (on: boolean) => void;
  /** What the user's Undo does, where this Excel keeps a list. */
  readonly history: Pick<History, 'undo' | 'steps' | 'group'> | null;
}

/** An Excel without a way to be reached: `ask` carries a request out, `tell` is where its events go. */
export interface Core extends Controls {
  readonly supports: (set: ApiSet) => boolean;
  readonly ask: (request: Request, flags: number, reply: (outcome: Outcome) => void) => void;
}

/** `delayForCellEdit`, as office.js puts it on the wire. */
const MAY_WAIT = 64;
const EDITED = refusal('InvalidOperationInCellEditMode', 'Excel is in cell-editing mode.');

export function excelCore(
  { excelApi = '1.15', payload = 5_000_000, undo }: CoreOptions,
  tell: (entries: readonly Entry[]) => void,
  results: (all: readonly FunctionResult[]) => void = () => undefined,
): Core {
  const book = emptyBook();
  const supports = ([name, version]: ApiSet): boolean => name === 'ExcelApi' && !isLater(version, excelApi);
  const past = undo === undefined ? null : history(book, undo);
  const world: World = {
    root: workbookThing(book),
    surface: surface(),
    supports,
    references: new Map<string, Thing>(),
    services: services(results, (file) => book.beside.push(file)),
    forbidden: new Map<string, string>(),
    uses: past?.uses ?? (() => undefined),
  };
  const exchanges: Exchange[] = [];
  const faults = new Map<number, Fault>();
  let count = 0;
  const announce = (news: readonly News[]): void => {
    const entries = messagesOf(book, news);
    if (entries.length > 0) tell(entries);
  };
  const answer = (request: Request): Outcome => {
    if (isRelease(request)) return { response: execute(world, request), after: 0 };
    if (book.calculation !== 'Manual') book.results.clear();
    count += 1;
    const fault = faults.get(count);
    if (fault?.kind !== 'refused' && fault?.kind !== 'silent') past?.before(request);
    const outcome = respond(world, book, request, fault, payload);
    exchanges.push(exchangeOf(request, outcome.response));
    announce(book.news.splice(0));
    return outcome;
  };
  const { edit, whenFree } = editing();
  return {
    book,
    exchanges,
    supports,
    edit,
    history: past,
    inject: (nth, fault) => {
      faults.set(count + nth, fault);
    },
    forbid: (name, code) => {
      world.forbidden.set(name, code);
    },
    type: (sheet, row, column, value) => {
      changing(book);
      enter(sheet, row, column, value);
      const address = boxAddress({ top: row, bottom: row, left: column, right: column });
      announce([{ sheet, address, by: 'the user' }]);
    },
    announce: (one) => {
      announce([one]);
    },
    ask: (request, flags, reply) => {
      whenFree(
        flags,
        () => {
          reply(answer(request));
        },
        () => {
          reply({ response: EDITED, after: 0 });
        },
      );
    },
  };
}

const bytesOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));

const exchangeOf = (request: Request, response: Response | null): Exchange => ({
  request,
  response,
  requestBytes: bytesOf(request),
  responseBytes: response === null ? 0 : bytesOf(response),
});

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

const isRelease = (request: Request): boolean =>
  request.Actions.every((action) => action.Name === '_RemoveReference' || action.ActionType === 1) &&
  request.Actions.some((action) => action.Name === '_RemoveReference');

const isLater = (version: string, than: string): boolean => {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [toMajor = 0, toMinor = 0] = than.split('.').map(Number);
  return major > toMajor || (major === toMajor && minor > toMinor);
};
