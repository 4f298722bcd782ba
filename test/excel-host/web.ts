/**
 * Excel on the web: the same host behind the messages that a page and its iframe exchange. Seen in office.js: who asks
 * (`_messageType` 0) is answered under the same ids; methods of the object model come as `executeMethod` with a number.
 */
import { excelCore, type Controls, type CoreOptions } from './core';
import { areaOfBinding, type Binding, type Book } from './book';
import { BOUND, type Entry } from './events';
import type { Outcome } from './faults';
import type { FunctionResult } from './things/services';
import type { Request } from './wire';

/** A message of either side; `_data` differs by action. */
interface Message {
  readonly _messageType: number;
  readonly _actionName: string;
  readonly _actionType: number;
  readonly _conversationId: string;
  readonly _correlationId: number;
  readonly _data?: unknown;
}

/** Numbers of methods, which exist only in this transport. */
const PROCESS_QUERY = 93;
const GET_BINDING = 68;
const LOAD_SETTINGS = 75;
const SAVE_SETTINGS = 76;
/** A ribbon button says that it has done its work. */
const COMMAND_DONE = 94;
const [REGISTER_EVENT, UNREGISTER_EVENT] = [1, 2];
/** There is no binding of that id. */
const NO_BINDING = 3002;
/** Events of custom functions, and what a cell says of its call. */
const [INVOKE, CANCEL] = [1000, 1001];
const [CANCELABLE, STREAMING] = [1, 2];
/** The event through which the object model's events arrive. */
const RICH = 'richApiMessage';

export interface WebHost extends Controls {
  /** Takes a message of the iframe. */
  readonly take: (text: string) => void;
  /** Names of actions and numbers of methods that were met and not understood. */
  readonly unknown: string[];
  /** Calls the function of a ribbon button. */
  readonly press: (action: string) => void;
  /** Begins a custom function as a cell does; gives the number under which its results come. */
  readonly call: (name: string, values: readonly unknown[], address?: string) => number;
  /** Ends it, as when the cell is cleared. */
  readonly end: (id: number) => void;
  /** What each call has given so far, oldest first. */
  readonly given: ReadonlyMap<number, readonly FunctionResult[]>;
}

export interface WebOptions extends CoreOptions {
  /** Language of Excel itself. */
  readonly language?: string;
  /** Requirement sets beside ExcelApi. */
  readonly sets?: Readonly<Record<string, string>>;
  /** Where the workbook stands. */
  readonly url?: string;
}

/** `post` sends a message to the iframe. */
export function webHost(options: WebOptions, post: (text: string) => void): WebHost {
  const listeners = new Map<string, Message>();
  const unknown: string[] = [];
  const push = (name: string, data: unknown): void => {
    for (const [event, message] of listeners) if (event.startsWith(name)) post(reply(message, data, 1));
  };
  const core = excelCore(
    options,
    (entries: readonly Entry[]) => {
      for (const { targetId } of entries.filter((one) => one.messageType === BOUND))
        push(`${targetId}_bindingDataChanged`, { ddaBinding: bindingOf(core.book, targetId) });
      const others = entries.filter((one) => one.messageType !== BOUND);
      if (others.length === 0) return;
      const rows = others.map((one) => [
        one.messageCategory,
        one.messageType,
        one.targetId,
        one.message,
        one.id,
        one.isRemoteOverride,
      ]);
      push(RICH, { ArrayData: rows });
    },
    (all) => {
      for (const one of all) given.set(one.id, [...(given.get(one.id) ?? []), one]);
    },
  );
  const given = new Map<number, readonly FunctionResult[]>();
  let calls = 0;
  const event = (type: number, said: object): void => {
    push(RICH, { ArrayData: [[1, type, '', JSON.stringify(said), 0, false]] });
  };
  const execute = (message: Message): void => {
    const data = message._data as {
      readonly DdaMethod: { readonly DispatchId: number };
      readonly ArrayData?: readonly unknown[];
      readonly DdaBindingsMethod?: { readonly BindingId: string };
    };
    const number = data.DdaMethod.DispatchId;
    if (number === GET_BINDING) {
      const found = bindingOf(core.book, data.DdaBindingsMethod?.BindingId);
      post(reply(message, { Error: found === null ? NO_BINDING : 0, Version: 1, Bindings: [found] }));
      return;
    }
    if (number !== PROCESS_QUERY) {
      if (![LOAD_SETTINGS, SAVE_SETTINGS, COMMAND_DONE].includes(number)) unknown.push(String(number));
      post(reply(message, { Error: 0, Version: 1, Properties: [], Settings: [] }));
      return;
    }
    const request = JSON.parse(String(data.ArrayData?.[4])) as Request;
    core.ask({ ...request, partition: String(data.ArrayData?.[0]) }, Number(data.ArrayData?.[6]), (outcome) => {
      answer(message, outcome);
    });
  };
  const answer = (message: Message, { response, after }: Outcome): void => {
    if (response === null) return;
    setTimeout(() => {
      post(reply(message, { Error: 0, Version: 1, Data: [200, [], JSON.stringify(response)] }));
    }, after);
  };
  return {
    ...core,
    unknown,
    given,
    call: (functionName, values, address = 'Sheet1!A1') => {
      calls += 1;
      const parameterValues = values.map((value) => (value === undefined ? null : value));
      event(INVOKE, { invocationId: calls, functionName, parameterValues, address, flags: STREAMING | CANCELABLE });
      return calls;
    },
    end: (id) => {
      event(CANCEL, { invocationId: id });
    },
    press: (action) => {
      push('appCommandInvoked', [crypto.randomUUID(), action, JSON.stringify({ source: { id: action } })]);
    },
    take: (text) => {
      const message = parsed(text);
      if (message?._messageType !== 0) return;
      if (message._actionType === REGISTER_EVENT) {
        listeners.set(message._actionName, message);
        post(reply(message, { Error: 0, Version: 1 }));
      } else if (message._actionType === UNREGISTER_EVENT) {
        listeners.delete(message._actionName);
        post(reply(message, { Error: 0, Version: 1 }));
      } else if (message._actionName === 'executeMethod') execute(message);
      else if (message._actionName === 'ContextActivationManager_getAppContextAsync')
        post(reply(message, contextOf(options)));
      else {
        if (message._actionName !== 'ContextActivationManager_notifyHost') unknown.push(message._actionName);
        post(reply(message, null));
      }
    },
  };
}

/** A binding as Office's older common interface tells of it, through which office.js listens to its events on the web. */
function bindingOf(book: Book, id: string | undefined): object | null {
  const found: Binding | undefined = book.bindings.find((one) => one.id === id);
  const area = found === undefined ? null : areaOfBinding(book, found);
  if (found === undefined || area === null) return null;
  const { top, left, bottom, right } = area.box;
  const kind = { Table: 1, Text: 2 }[found.type] ?? 3;
  return {
    Name: id,
    BindingType: kind,
    RowCount: bottom - top + 1,
    ColCount: right - left + 1,
    HasHeaders: kind === 1,
  };
}

function parsed(text: string): Message | null {
  try {
    return JSON.parse(text) as Message;
  } catch {
    return null; // other frames talk too
  }
}

/** Type 0 answers, type 1 tells of an event. */
const reply = ({ _actionName, _conversationId, _correlationId }: Message, data: unknown, type = 0): string =>
  JSON.stringify({
    _messageType: 1,
    _actionName,
    _conversationId,
    _correlationId,
    _errorCode: 0,
    _responseType: type,
    _data: data,
    _origin: '',
    _serializerVersion: 1,
  });

/** What Excel on the web says of itself and of the workbook. */
const contextOf = ({ excelApi = '1.15', language = 'en-GB', sets = {}, url = '' }: WebOptions): object => ({
  _id: 'realise',
  _appName: 16,
  _appVersion: '16.01',
  _appUILocale: language,
  _dataLocale: language,
  _docUrl: url,
  _clientMode: 1,
  _settings: [],
  _reason: 0,
  _osfControlType: 1,
  _eToken: '',
  _correlationId: 'realise',
  _appInstanceId: 'realise',
  _touchEnabled: false,
  _commerceAllowed: false,
  _requirementMatrix: JSON.stringify({ excelapi: excelApi, ...sets }),
});
