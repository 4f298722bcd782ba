/**
 * What Excel makes of what is put into a cell through `values` or `formulas`.
 *
 * Documented: both take en-US forms; null leaves the cell; "" empties it. From office-js issue 6687: a leading
 * apostrophe makes text and is not read back. From memory of Excel: the forms of numbers, dates, booleans and errors
 * that are taken for such, and that a leading + or - before anything but a number begins a formula.
 */
export type Value = string | number | boolean;

/** What a cell holds. A formula has a value only where it was calculated or seeded. */
export interface Held {
  readonly value?: Value;
  readonly formula?: string;
  readonly error?: true;
}

const ERRORS = new Set([
  '#N/A',
  '#REF!',
  '#VALUE!',
  '#DIV/0!',
  '#NAME?',
  '#NUM!',
  '#NULL!',
  '#SPILL!',
  '#CALC!',
  '#BUSY!',
]);
const NUMBER = /^[+-]?(\d{1,3}(,\d{3})+|\d+)?(\.\d*)?([eE][+-]?\d+)?$/;
const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*';
const DATES = [
  /^\d{1,4}[-/]\d{1,2}([-/]\d{1,4})?$/,
  new RegExp(`^(\\d{1,2}[- ])?${MONTH}[- ,]+\\d{1,4}$`, 'i'),
  new RegExp(`^\\d{1,2}[- ]${MONTH}$`, 'i'),
  /^\d{1,2}:\d{2}(:\d{2})?( [ap]m)?$/i,
];

/** What is held after `input` is entered; null where nothing is. */
export function entered(input: Value, format: string): Held | null {
  if (input === '') return null;
  if (typeof input !== 'string') return { value: input };
  if (input.startsWith("'")) return { value: input.slice(1) };
  if (format === '@') return { value: input };
  if (input.startsWith('=') && input.length > 1) return { formula: input };
  if (/^true$|^false$/i.test(input)) return { value: /^true$/i.test(input) };
  if (ERRORS.has(input.toUpperCase())) return { value: input.toUpperCase(), error: true };
  return numeric(input.trim()) ?? (/^[+\-@]./.test(input) ? { formula: `=${input}` } : { value: input });
}

function numeric(input: string): Held | null {
  const percent = /^(.*\d)\s*%$/.exec(input);
  const figure = percent?.[1] ?? input;
  if (/\d/.test(figure) && NUMBER.test(figure))
    return { value: Number(figure.replaceAll(',', '')) / (percent === null ? 1 : 100) };
  const fraction = /^(\d+) (\d+)\/(\d+)$/.exec(input);
  if (fraction !== null) return { value: Number(fraction[1]) + Number(fraction[2]) / Number(fraction[3]) };
  // The serial number itself does not matter here: what matters is that the text is gone.
  return DATES.some((date) => date.test(input)) ? { value: 45_000 } : null;
}
