/**
 * Reading one cell. Nothing is coerced: an error value, a date, TRUE, minus zero, or text where a number belongs is
 * an error that says what to type; blank is not given, and never 0.
 */
import type { Finding, Place } from '../engine/finding';
import type { Cell } from '../workbook/workbook';
import type { EntryCell } from './entry';
import type { Field } from './field';
import { clean } from './labels';
import { cellNumber, meantNumber, strictNumber } from './numbers';
import { error, quoted } from './said';

/** What a cell gave: nothing where it is blank. */
export interface CellRead {
  readonly cell: EntryCell | null;
  readonly finding: Finding | null;
}

/** What is being read: where it stands, its parameter address, and how a sentence calls it. */
export interface CellContext {
  readonly field: Field;
  readonly at: Place;
  readonly parameter: string;
  readonly name: string;
}

const isYear = (field: Field): boolean => field.kind === 'number' && field.unit === 'year';
const bad = (context: CellContext, code: string, message: string, remedy: string): CellRead => ({
  cell: { kind: 'broken', at: context.at },
  finding: error(code, context.at, message, remedy),
});

/** What may be typed, as a remedy says it. */
function wanted(field: Field): string {
  if (field.kind === 'choice') return `Type one of: ${field.words.join(', ')}.`;
  if (field.kind === 'text') return field.form ? `Type ${field.form.words}.` : 'Type it as text.';
  return `Type ${field.bounds}.`;
}

function textInNumber(text: string, context: CellContext): CellRead {
  const meant = meantNumber(text);
  return meant === null
    ? bad(context, 'text-in-number', `${context.name} is text: ${quoted(text)}.`, wanted(context.field))
    : bad(context, 'number-as-text', `${context.name} is text: ${quoted(text)}.`, `Retype it as a number: ${meant}.`);
}

function readText(text: string, context: CellContext): CellRead {
  const { field, at } = context;
  if (clean(text) === '') return { cell: null, finding: null };
  if (field.kind === 'number') return textInNumber(text, context);
  // A number in single quotes is a name that looks like one.
  const named = /^'.*'$/u.test(clean(text));
  if (field.kind === 'mixed' && !named && meantNumber(text) !== null) return textInNumber(text, context);
  return { cell: { kind: 'text', text: clean(text), at }, finding: null };
}

function readNumber(value: number, cell: Cell, context: CellContext): CellRead {
  const { field, at, parameter, name } = context;
  if (cell.date === true)
    return bad(
      context,
      'date',
      `${name} is a date.`,
      isYear(field) ? 'Type the year as a whole number: 2026.' : wanted(field),
    );
  if (!Number.isFinite(value)) return bad(context, 'not-a-number', `${name} is not a finite number.`, wanted(field));
  if (Object.is(value, -0))
    return bad(context, 'negative-zero', `${name} is −0.`, 'Type 0, or leave it blank where it is not known.');
  const exact = cellNumber(value, cell.formula !== undefined);
  return field.kind === 'text' || field.kind === 'choice'
    ? { cell: { kind: 'text', text: exact.toString(), at }, finding: null }
    : { cell: { kind: 'number', given: { value: exact, at, parameter } }, finding: null };
}

/** What no field takes: an error value, a merged cell, TRUE or FALSE. */
function refused(cell: Cell, context: CellContext): CellRead | null {
  const { name, field } = context;
  if (cell.error !== undefined) {
    const remedy = cell.formula === undefined ? wanted(field) : `Mend its formula, ${quoted(cell.formula)}.`;
    return bad(context, 'error-value', `${name} is ${cell.error}.`, remedy);
  }
  if (cell.merged === true)
    return bad(
      context,
      'merged-cell',
      `${name} is in a merged cell.`,
      'Unmerge the cells and type a value in each row.',
    );
  return typeof cell.value === 'boolean'
    ? bad(context, 'true-or-false', `${name} is ${cell.value ? 'TRUE' : 'FALSE'}.`, wanted(field))
    : null;
}

/** Reads a cell as its field wants it. */
export function readCell(cell: Cell, context: CellContext): CellRead {
  const no = refused(cell, context);
  if (no) return no;
  const { value } = cell;
  if (value === null || typeof value === 'boolean' || (typeof value === 'string' && clean(value) === ''))
    return { cell: null, finding: null };
  return typeof value === 'string' ? readText(value, context) : readNumber(value, cell, context);
}

/** Reads text given outside a sheet (a scenario's value, `--set`) as a field wants it. */
export function readTyped(value: string, context: CellContext): CellRead {
  const { field, at, parameter } = context;
  const exact = strictNumber(value);
  if (exact !== null && (field.kind === 'number' || field.kind === 'mixed'))
    return { cell: { kind: 'number', given: { value: exact, at, parameter } }, finding: null };
  return readText(value, context);
}
