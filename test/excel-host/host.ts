/** The emulated Excel behind office.js's native bridge: office.js as Microsoft ships it, in Node, without a page. */
import { runBundle, type Bridge } from './bundle';
import { excelCore, type Controls, type Core, type CoreOptions } from './core';
import type { Entry } from './events';
import type { Outcome } from './faults';
import type { Request } from './wire';

export interface HostOptions extends CoreOptions {
  /** File of office.js to run. */
  readonly bundle?: string;
}

export interface ExcelHost extends Controls {
  readonly Excel: typeof Excel;
  readonly Office: typeof Office;
}

export function excelHost({ bundle = 'excel-web-16.00.js', ...options }: HostOptions = {}): ExcelHost {
  let send: (message: object) => void = () => undefined;
  const core = excelCore(options, (entries: readonly Entry[]) => {
    send({ type: 3, controlId: '', flags: 0, message: { entries } });
  });
  const bridge = bridgeTo(core);
  send = (message) => setImmediate(() => bridge.onMessageFromHost?.(JSON.stringify(message)));
  const loaded = runBundle(bundle, bridge);
  const requirements = { isSetSupported: (name: string, version = '1.1') => core.supports([name, version]) };
  // Over this bridge office.js leaves `Office.context` undefined; a page would find it, so it stands before the real one.
  const context = { requirements, contentLanguage: core.book.culture, displayLanguage: 'en-GB' };
  const office = Object.create(loaded.Office, { context: { value: context } }) as typeof Office;
  return { ...core, Excel: grouping(loaded.Excel, core), Office: office };
}

/** What `Excel.run` may be given beside the batch; `mergeUndoGroup` is younger than this office.js, which passes it over. */
type Run = (...given: readonly unknown[]) => Promise<unknown>;

/** Excel's own `run`, with the host told when a group of undos begins and ends. */
function grouping(excel: typeof Excel, { history }: Core): typeof Excel {
  if (history === null) return excel;
  const run = excel.run as unknown as Run;
  const grouped: Run = async (...given) => {
    const [options] = given;
    const merges = typeof options === 'object' && options !== null && Reflect.get(options, 'mergeUndoGroup') === true;
    if (!merges) return run(...given);
    history.group(true);
    try {
      return await run(...given);
    } finally {
      history.group(false);
    }
  };
  return Object.create(excel, { run: { value: grouped } }) as typeof Excel;
}

/** The native bridge: requests come as JSON, answers go back under the request's id, in a later turn. */
function bridgeTo(core: Core): Bridge {
  const bridge: Bridge = {
    sendMessageToHost: (message) => {
      const { id, flags, message: sent } = JSON.parse(message) as Sent;
      core.ask(sent.body, flags, (outcome) => {
        reply(id, outcome);
      });
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

export { addSheet } from './book';
