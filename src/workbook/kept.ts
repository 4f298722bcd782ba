/**
 * A report as text, to be kept beside the sheets and written again later. The text comes back out of a workbook, which may
 * be anybody's: it is taken only where it has the shape of a report and calls nothing outside its workbook.
 */
import { base64 } from './base64';
import type { Report } from './workbook';

/** No report is near it: a text that swells beyond is none of ours. */
const LARGEST = 60_000_000;

/** JSON, packed and in letters; null where this browser cannot pack. */
export async function packed(report: Report): Promise<string | null> {
  if (typeof CompressionStream === 'undefined') return null;
  const bytes = await through(new Blob([JSON.stringify(report)]), new CompressionStream('deflate-raw'), LARGEST);
  return bytes === null ? null : base64(bytes);
}

/** The report in a packed text; null where there is none that may be written. */
export async function unpacked(text: unknown): Promise<Report | null> {
  if (typeof text !== 'string' || typeof DecompressionStream === 'undefined') return null;
  try {
    const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    const json = await through(new Blob([bytes]), new DecompressionStream('deflate-raw'), LARGEST);
    const value: unknown = json === null ? null : JSON.parse(new TextDecoder().decode(json));
    return isReport(value) && isHarmless(value) ? value : null;
  } catch {
    return null; // no text of ours
  }
}

/** What comes out of a stream; null where it is more than may be. */
async function through(
  blob: Blob,
  stream: CompressionStream | DecompressionStream,
  largest: number,
): Promise<Uint8Array | null> {
  const reader = blob.stream().pipeThrough(stream).getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value);
    size += value.length;
    if (size > largest) {
      await reader.cancel();
      return null;
    }
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);
const isPlace = (value: unknown): boolean => typeof value === 'number' && Number.isInteger(value) && value > 0;

/** The shape of a report, as far as a write rests on it. */
function isReport(value: unknown): value is Report {
  return (
    isObject(value) &&
    [value.title, value.stamp, value.language, value.open].every(isText) &&
    isList(value.names) &&
    isList(value.sheets) &&
    value.sheets.every(isSheet)
  );
}

const isSheet = (sheet: unknown): boolean =>
  isObject(sheet) &&
  isText(sheet.key) &&
  /^[\w.]+$/.test(sheet.key) &&
  isText(sheet.name) &&
  isObject(sheet.print) &&
  [sheet.widths, sheet.tables, sheet.charts, sheet.validations, sheet.conditions].every(isList) &&
  isList(sheet.cells) &&
  sheet.cells.every((cell) => isObject(cell) && isPlace(cell.row) && isPlace(cell.column) && isText(cell.style));

/** Functions that formulas of ours are made of; none reaches outside its workbook. */
const FUNCTIONS: ReadonlySet<string> = new Set(
  (
    'SUM SUMIF SUMPRODUCT COUNT COUNTA COUNTIF MIN MAX AVERAGE IF IFERROR AND OR NOT EXP LN NORMSDIST ROUND ROUNDDOWN ROUNDUP ' +
    'INT ABS MOD SIGN SQRT POWER INDEX MATCH LEN LEFT RIGHT MID TRIM EXACT ISNUMBER ISTEXT ISBLANK ISERROR NA ROW COLUMN'
  ).split(' '),
);

/** Whether a formula stays inside its workbook: functions of the list, no other workbook, no other program. */
export function staysInside(formula: string): boolean {
  const plain = formula
    .replace(/"(?:[^"]|"")*"/g, '""')
    .replace(/'(?:[^']|'')*'!/g, (sheet) => (sheet.includes('[') ? '[' : '!'));
  return (
    !/[[\]|]/.test(plain) &&
    [...plain.matchAll(/([\p{L}_][\p{L}\p{N}_.]*)\s*\(/gu)].every(([, name = '']) => FUNCTIONS.has(name.toUpperCase()))
  );
}

/** Walks through everything: each formula stays inside, and nothing is called as an object's own workings are. */
function isHarmless(value: unknown): boolean {
  if (isList(value)) return value.every(isHarmless);
  if (!isObject(value)) return true;
  return Object.entries(value).every(([name, one]) => {
    if (name === '__proto__' || name === 'constructor') return false;
    const isFormula = name === 'formula' || name === 'refersTo' || name === 'link';
    return isFormula ? isText(one) && staysInside(one) : isHarmless(one);
  });
}
