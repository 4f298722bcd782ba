/** Parameter addresses, and what a change does to the model as typed. */
import { copyBook, D, fold, isAll, linesOf, number, Refused, text, word } from './sheet';
import type { Book, Line, Num, Plain } from './sheet';
import { headersOf, readModel, valueAt } from './model';
import type { Model } from './model';
import { uptakeAt } from './curves';

/** Key columns from left to right. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  model: ['Setting'],
  population: ['Subgroup', 'Step'],
  technologies: ['Technology'],
  persistence: ['Technology', 'Since start'],
  uptake: ['World', 'Subgroup', 'Technology'],
  displacement: ['Technology', 'Displaced'],
  prices: ['Item', 'Pack'],
  costs: ['Technology', 'Subgroup', 'Category', 'Item'],
  tests: ['Test', 'World'],
  agreements: ['Technology', 'Type'],
  regimens: ['Technology', 'Item'],
  patients: ['Subgroup'],
  outcomes: ['Technology', 'Subgroup', 'Benefit'],
  tasks: ['ID'],
  waves: ['Wave'],
  resources: ['Resource', 'Technology'],
};
/** The column to which years belong. */
const YEARLY: Readonly<Record<string, string>> = {
  population: 'Base',
  technologies: 'Discontinuation',
  prices: 'List price',
  costs: 'Unit cost',
  tests: 'Uptake',
  uptake: 'Base',
  resources: 'Available',
};

/** `Costs/'A/B'/All/x` → its parts. */
export const partsOf = (address: string): string[] =>
  [...address.matchAll(/'([^']*)'(?=\/|$)|([^/]+)|(?<=\/)(?=\/|$)/g)].map((m) => (m[1] ?? m[2] ?? '').trim());

const matches = (line: Line, header: string, key: string): boolean => {
  if (key === '*') return true;
  const cell = text(line, header);
  return isAll(key) ? isAll(cell) : fold(cell) === fold(key);
};

/** The rows an address speaks of, and the column. */
export const addressed = (book: Book, address: string): { table: string; lines: Line[]; column: string } => {
  const parts = partsOf(address);
  const table = fold(parts[0] ?? '').replace(/^bim/, '');
  const [keys, column] = [parts.slice(1, -1), parts.at(-1) ?? ''];
  const headers = KEYS[table] ?? [];
  const lines = linesOf(book, table).filter((line) => keys.every((key, i) => matches(line, headers[i] ?? '', key)));
  if (lines.length === 0) throw new Refused(`'${address}' matches nothing`);
  return { table, lines, column };
};

const timeOf = (model: Model, column: string): number | null =>
  model.times.find((t) => headersOf(model, t).some((header) => fold(header) === fold(column))) ?? null;

/** What a row comes to in a year, before the change. */
const yearValue = (model: Model, table: string, line: Line, t: number): Num => {
  if (table !== 'uptake') return valueAt(model, line, YEARLY[table] ?? 'Base', t);
  const { Subgroup, World } = { Subgroup: text(line, 'Subgroup'), World: word(line, 'World', '') };
  const others = linesOf(model.book, 'uptake').filter(
    (other) => text(other, 'Subgroup') === Subgroup && word(other, 'World', '') === World,
  );
  return uptakeAt(model, line, others, t);
};

const combined = (op: string, now: Num, value: Num): Num => (op === 'x' ? now.times(value) : now.plus(value));

/** A typed number, or text where it is none. */
const plain = (value: Plain | Num): Plain | Num =>
  typeof value === 'string' && /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(value.trim()) ? new D(value.trim()) : value;

const typeYear = (model: Model, line: Line, t: number, value: Num): void => {
  for (const header of headersOf(model, t)) line.cells.delete(fold(header));
  line.cells.set(fold(headersOf(model, t)[0] ?? ''), value);
};

/** Changes one parameter in place. */
export const change = (book: Book, address: string, op: string, given: Plain | Num): void => {
  const model = readModel(book);
  const { table, lines, column } = addressed(book, address);
  const value = plain(given);
  const amount = (): Num => {
    if (value instanceof D) return value;
    if (typeof value === 'number') return new D(String(value));
    throw new Refused(`'${address}': a number is needed`);
  };
  for (const line of lines) {
    const t = timeOf(model, column);
    if (column === '*' || t !== null) {
      const times = t === null ? model.times : [t];
      const next = times.map((s) =>
        op === 'set' ? amount() : combined(op, yearValue(model, table, line, s), amount()),
      );
      for (const [i, s] of times.entries()) typeYear(model, line, s, next[i] ?? amount());
    } else if (op === 'set') line.cells.set(fold(column), value);
    else {
      const now = number(line, column);
      if (now === null) throw new Refused(`'${address}' is blank`);
      line.cells.set(fold(column), combined(op, now, amount()));
    }
  }
};

/** Scenarios in the order in which they are first named, each from the model as typed. */
export const scenarioBooks = (book: Book): { scenario: string; book: Book }[] => {
  const rows = linesOf(book, 'scenarios');
  const names = [...new Set(rows.map((line) => text(line, 'Scenario')))];
  return names.map((scenario) => {
    const copy = copyBook(book);
    for (const line of rows.filter((row) => text(row, 'Scenario') === scenario && text(row, 'Parameter') !== ''))
      change(copy, text(line, 'Parameter'), word(line, 'Op', 'set'), line.cells.get('value') ?? null);
    return { scenario, book: copy };
  });
};
