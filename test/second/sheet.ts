/**
 * Tables as plain data, and the second calculation's own way of reading them: headers ignoring case,
 * blanks and `_`; a blank cell is null; a key that is blank or `All` means every member.
 */
import { Decimal } from 'decimal.js';

/** Decimals of the second calculation: 40 digits, its own settings. */
export const D = Decimal.clone({ precision: 40, toExpNeg: -60, toExpPos: 60 });
export type Num = Decimal;
export const ZERO: Num = new D(0);
export const ONE: Num = new D(1);
export const add = (values: readonly Num[]): Num => values.reduce((a, b) => a.plus(b), ZERO);

/** A cell as plain data: text, a number, or nothing. */
export type Plain = string | number | null;

/** One table as plain data. A workbook is a list of these. */
export interface PlainTable {
  readonly table: string;
  readonly headers: readonly string[];
  readonly rows: readonly (readonly Plain[])[];
}

/** Says that the workbook cannot be computed. The first mistake ends the second calculation. */
export class Refused extends Error {}

/** `List price`, `list_price` and `ListPrice` are one header. */
export const fold = (text: string): string => text.toLowerCase().replace(/[\s_]/g, '');
/** Names compare without case and outer blanks. */
export const same = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();
export const isAll = (key: string): boolean => key === '' || same(key, 'All');
/** Whether a row with this key speaks of this member. */
export const covers = (key: string, member: string): boolean => isAll(key) || same(key, member);

/** One row; a scenario may put a decimal into a cell. */
export interface Line {
  readonly cells: Map<string, Plain | Num>;
}

/** A workbook that a scenario may change: rows by table (`costs`, without `BIM_`). */
export type Book = ReadonlyMap<string, readonly Line[]>;

const filled = (row: readonly Plain[]): boolean => row.some((cell) => cell !== null && cell !== '');

/** Rows that hold anything at all, by table. */
export const openBook = (tables: readonly PlainTable[]): Book => {
  const book = new Map<string, Line[]>();
  for (const { table, headers, rows } of tables) {
    const key = fold(table).replace(/^bim/, '');
    const lines = rows.filter(filled).map((row) => ({
      cells: new Map(headers.map((header, i) => [fold(header), row[i] ?? null] as const)),
    }));
    book.set(key, [...(book.get(key) ?? []), ...lines]);
  }
  return book;
};

/** A copy that can be changed without touching the model as typed. */
export const copyBook = (book: Book): Book =>
  new Map([...book].map(([key, lines]) => [key, lines.map((line) => ({ cells: new Map(line.cells) }))]));

export const linesOf = (book: Book, table: string): readonly Line[] => book.get(table) ?? [];

/** A cell's text, '' where blank. */
export const text = (line: Line, header: string): string => {
  const cell = line.cells.get(fold(header)) ?? null;
  return cell === null ? '' : String(cell).trim();
};

/** A cell's text in lower case, or what stands for a blank one. */
export const word = (line: Line, header: string, blank: string): string => {
  const typed = text(line, header);
  return typed === '' ? blank : typed.toLowerCase();
};

/** A cell's number, or null where blank. A number stored as text is refused. */
export const number = (line: Line, header: string): Num | null => {
  const cell = line.cells.get(fold(header)) ?? null;
  if (cell === null || cell === '') return null;
  if (typeof cell === 'string') throw new Refused(`${header}: '${cell}' is not a number`);
  return new D(String(cell));
};

export const numberOr = (line: Line, header: string, blank: Num): Num => number(line, header) ?? blank;

/** A number that must be there. */
export const needed = (line: Line, header: string): Num => {
  const value = number(line, header);
  if (value === null) throw new Refused(`${header} is not given`);
  return value;
};

/**
 * Of the rows that speak of a member, the one with most keys named; on a tie, the one whose named key
 * stands further left. For tables that give one value.
 */
export const mostSpecific = (lines: readonly Line[], keys: Readonly<Record<string, string>>): Line | null => {
  const headers = Object.keys(keys);
  const rank = (line: Line): string => {
    const named = headers.map((header) => (isAll(text(line, header)) ? '0' : '1'));
    return String(named.filter((n) => n === '1').length).padStart(2, '0') + named.join('');
  };
  const speaking = lines.filter((line) => headers.every((header) => covers(text(line, header), keys[header] ?? '')));
  return speaking.reduce<Line | null>((best, line) => (best === null || rank(line) > rank(best) ? line : best), null);
};
