/** What Excel says, in plain sentences: what happened, what was and was not written, what to do. */

/** What the adapter was doing, and what of it was done. */
export interface Deed {
  /** "read the workbook", "write the results". */
  readonly doing: string;
  /** "Nothing was written." */
  readonly done: string;
}

/** Excel did not answer within the time allowed. */
export class Silence extends Error {
  override readonly name = 'Silence';
  constructor(readonly seconds: number) {
    super(`Excel did not answer for ${String(seconds)} seconds`);
  }
}

/** A sentence of ours that needs no translation. */
export class Plain extends Error {
  override readonly name = 'Plain';
}

/** By the codes of office.js: what happened, and what to do. */
const SENTENCES: Readonly<Record<string, readonly [happened: string, remedy: string]>> = {
  InvalidOperationInCellEditMode: ['a cell is being edited', 'Press Enter or Esc in the cell, then try again.'],
  CellEditMode: ['a cell is being edited', 'Press Enter or Esc in the cell, then try again.'],
  AccessDenied: [
    'the workbook or a sheet is protected or read-only',
    'Remove the protection, or save a copy, then try again.',
  ],
  ItemNotFound: ['a sheet or table is no longer there', 'Read the workbook again.'],
  ItemAlreadyExists: ['a sheet or table of that name appeared meanwhile', 'Try again.'],
  InvalidSelection: ['another workbook has the focus', 'Click into this workbook, then try again.'],
  InactiveWorkbook: ['another workbook has the focus', 'Click into this workbook, then try again.'],
  RequestPayloadSizeLimitExceeded: ['it is more than Excel takes in one go', 'Choose fewer sheets or years.'],
  ResponsePayloadSizeLimitExceeded: ['the workbook holds more than Excel gives in one go', 'Make the tables smaller.'],
  PayloadSizeLimitExceeded: ['it is more than Excel takes in one go', 'Choose fewer sheets or years.'],
  ActivityLimitReached: ['Excel is too busy', 'Wait a minute, then try again.'],
  InvalidOrTimedOutSession: ['the session with Excel has ended', 'Reload the workbook, then try again.'],
  UnsupportedOperation: ['this Excel does not offer what is needed', 'Update Excel, or use the results in the pane.'],
  ApiNotFound: ['this Excel does not offer what is needed', 'Update Excel, or use the results in the pane.'],
  NotImplemented: ['this Excel does not offer what is needed', 'Update Excel, or use the results in the pane.'],
};

/** The code of an error of office.js; empty for any other. */
export function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return '';
  return typeof error.code === 'string' ? error.code : '';
}

/** Whether Excel refused a member whose class begins so: "Chart" for "ChartSeries.markerStyle" and "Chart.setPosition". */
export function isAbout(what: 'Chart' | 'Setting', error: unknown): boolean {
  if (typeof error !== 'object' || error === null || !('debugInfo' in error)) return false;
  const { debugInfo } = error;
  const place: unknown =
    typeof debugInfo === 'object' && debugInfo !== null ? Reflect.get(debugInfo, 'errorLocation') : '';
  return typeof place === 'string' && place.startsWith(what);
}

/** An `Error` whose message can be shown as it stands. */
export function plainError(error: unknown, deed: Deed): Error {
  if (error instanceof Plain) return error;
  const code = codeOf(error);
  const said = error instanceof Error ? error.message : String(error);
  const message = said.startsWith(`${code}: `) ? said.slice(code.length + 2) : said;
  const [happened, remedy] = SENTENCES[code] ?? [code === '' ? message : `${trimmed(message)} (${code})`, 'Try again.'];
  const after =
    error instanceof Silence
      ? 'Press Enter if a cell is being edited, then try again; if it stays so, reload the pane.'
      : remedy;
  return new Error(`Realise could not ${deed.doing}: ${trimmed(happened)}. ${deed.done} ${after}`, { cause: error });
}

const trimmed = (text: string): string => text.replace(/[.\s]+$/, '');
