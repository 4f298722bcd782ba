/** What a parameter address means in a workbook: which table, which rows, which column or years. */
import { addressOf, addressParts, isWild, type Part } from './address';
import { rowsOf, settingNamed, textOf, type Entries, type Entry, type EntryTable } from './entry';
import type { Field } from './field';
import { ALL, folded, isAll, listed, nearest, squeezed } from './labels';
import { quoted } from './said';
import { excelName, type Table } from './table';
import { TABLES } from './tables';
import { periodCount, periodOf, yearHeader, type Horizon } from './years';

export type Target =
  { readonly kind: 'field'; readonly field: Field } | { readonly kind: 'years'; readonly periods: readonly number[] };

/** What an address found. `added` are rows that the change brings into being (a setting that has its default). */
export interface Found {
  readonly table: Table;
  readonly target: Target;
  readonly matches: (entry: Entry) => boolean;
  readonly added: readonly Entry[];
}
export interface NotFound {
  readonly code: 'unknown-parameter' | 'not-yet-supported';
  readonly fault: string;
  readonly remedy: string;
}

const not = (fault: string, remedy: string): NotFound => ({ code: 'unknown-parameter', fault, remedy });

const form = (table: Table): string =>
  `${table.word}/${table.address.map((field, place) => (place >= table.address.length - (table.openKeys ?? 0) ? `[${field.label}]` : field.label)).join('/')}/Column`;

/** The setting that an address names. */
function settingTarget(table: Table, name: string): Target | NotFound {
  const setting = settingNamed(table, name);
  const known = table.variants?.fields.map((field) => field.label) ?? [];
  return setting
    ? { kind: 'field', field: setting }
    : not(`There is no setting ${quoted(name)}.`, `Settings are ${listed(known)}.`);
}

/** One year, or every year; null where the part is neither. */
function yearsTarget(part: Part, horizon: Horizon): Target | NotFound | null {
  if (isWild(part))
    return { kind: 'years', periods: Array.from({ length: periodCount(horizon) }, (_, period) => period) };
  const year = yearHeader(part.text);
  const period = year && periodOf(year, horizon);
  if (period !== null) return { kind: 'years', periods: [period] };
  return (
    year &&
    not(`${quoted(part.text)} lies outside the years of the model.`, 'Address a year of the model: 2026, or Year 1.')
  );
}

function noColumn(table: Table, typed: string): NotFound {
  const known = table.fields.map((field) => field.label);
  const meant = nearest(typed, known);
  const remedy =
    meant === null
      ? `Columns are ${listed(known)}${table.years ? ', and years' : ''}.`
      : `${quoted(meant)} is probably meant.`;
  return not(`${excelName(table)} has no column ${quoted(typed)}.`, remedy);
}

/** The column of an address: a field, one year, or every year. */
function targetOf(table: Table, part: Part, keys: readonly Part[], horizon: Horizon | null): Target | NotFound {
  if (table.variants && squeezed(part.text) === squeezed(table.variants.column.label))
    return settingTarget(table, keys[0]?.text ?? '');
  const field = table.fields.find((known) => squeezed(known.label) === squeezed(part.text));
  if (field && table.address.includes(field))
    return not(
      `${quoted(field.label)} names the row; a change cannot rename it.`,
      'Address a column that holds a value.',
    );
  if (field) return { kind: 'field', field };
  return (table.years && horizon ? yearsTarget(part, horizon) : null) ?? noColumn(table, part.text);
}

function keyFits(part: Part | undefined, typed: string): boolean {
  if (part === undefined || isWild(part)) return true;
  return isAll(part.text) ? isAll(typed) : folded(part.text) === folded(typed);
}

/** The settings table's row for a setting that stands at its default. */
function standing(held: EntryTable, keys: readonly Part[]): readonly Entry[] {
  const { table, at, columns, rows } = held;
  const key = table.variants?.key;
  const named = settingNamed(table, keys[0]?.text ?? '');
  if (!key || !named || rows.some((entry) => squeezed(textOf(entry, key)) === squeezed(named.label))) return [];
  return [
    {
      table,
      index: rows.length,
      at,
      address: addressOf(table.word, named.label),
      columns,
      years: [],
      cells: new Map([[key.label, { kind: 'text', text: named.label, at }]]),
    },
  ];
}

function noRow(entries: Entries, table: Table, keys: readonly Part[]): NotFound {
  const typed = keys.map((part) => part.text).join('/');
  const rows = rowsOf(entries, table).map((entry) => table.address.map((field) => textOf(entry, field) || ALL));
  const wrong = keys.findIndex((part, place) => !rows.some((row) => keyFits(part, row[place] ?? '')));
  const known = [...new Set(rows.map((row) => row[Math.max(0, wrong)] ?? ''))];
  const meant = wrong < 0 ? null : nearest(keys[wrong]?.text ?? '', known);
  const remedy =
    meant !== null
      ? `${quoted(meant)} is probably meant.`
      : wrong < 0
        ? 'Each key exists, but no row has them all.'
        : `${table.address[wrong]?.label ?? 'The key'} is one of: ${known.slice(0, 8).join(', ')}.`;
  return not(`No row of ${excelName(table)} matches ${quoted(typed)}.`, remedy);
}

/** The table of an address. */
function tableOf(entries: Entries, typed: string): EntryTable | NotFound {
  const word = squeezed(typed).replace(/^bim/, '');
  const table = TABLES.find((known) => squeezed(known.word) === word);
  if (table)
    return (
      entries.get(table.word) ??
      not(`The workbook has no table ${excelName(table)}.`, 'Address a table of this workbook.')
    );
  const meant = nearest(
    typed,
    TABLES.map((known) => known.word),
  );
  const remedy =
    meant === null
      ? 'An address is Table/key/…/Column, as in Prices/Drug A/List price.'
      : `${meant} is probably meant.`;
  return not(`${quoted(typed)} is no input table.`, remedy);
}

/** Keys and column of an address; a setting may be addressed without its column. */
function keysAndColumn(
  table: Table,
  rest: readonly Part[],
): { readonly keys: readonly Part[]; readonly column: Part } | null {
  const sole =
    table.variants && rest.length === table.address.length
      ? [{ text: table.variants.column.label, quoted: false }]
      : [];
  const parts = [...rest, ...sole];
  const column = parts.pop();
  const fewest = table.address.length - (table.openKeys ?? 0);
  return column && parts.length >= fewest && parts.length <= table.address.length ? { keys: parts, column } : null;
}

/** Finds what an address means. */
export function findTarget(entries: Entries, address: string, horizon: Horizon | null): Found | NotFound {
  const parts = addressParts(address);
  if (parts === null)
    return not(`The quotes of ${quoted(address)} do not close.`, 'A part that holds / stands in single quotes.');
  const [first, ...rest] = parts;
  const held = tableOf(entries, first?.text ?? '');
  if ('fault' in held) return held;
  const { table } = held;
  const read = keysAndColumn(table, rest);
  if (!read)
    return not(
      `${quoted(address)} does not have the parts of an address of ${excelName(table)}.`,
      `Write ${form(table)}; a name that holds / stands in single quotes.`,
    );
  const { keys, column } = read;
  const target = targetOf(table, column, keys, horizon);
  if ('fault' in target) return target;
  const matches = (entry: Entry): boolean =>
    table.variants
      ? squeezed(textOf(entry, table.variants.key)) === squeezed(keys[0]?.text ?? '')
      : table.address.every((field, place) => keyFits(keys[place], textOf(entry, field)));
  const added = standing(held, keys);
  return [...held.rows, ...added].some(matches) ? { table, target, matches, added } : noRow(entries, table, keys);
}
