/**
 * A live workbook calculated in this process: a reader of formulas as Excel writes them, for the listed functions and
 * nothing more, so that what LibreOffice proves overnight is judged in seconds. Precedence, blanks and text are Excel's;
 * a difference of two nearly equal numbers is nothing, as there.
 */
import { columnName } from '../../src/engine/readings/live/references';
import type { Report, Snapshot } from '../../src/workbook/workbook';
import type { Sheets } from '../libreoffice/batch';
import { between, LEVELS } from './formulas/arithmetic';
import { FUNCTIONS } from './formulas/functions';
import { isArea, single, type Area, type Held, type Value } from './formulas/values';
import { tokensOf, type Token } from './formulas/tokens';

/** A cell that is typed over before anything is calculated. */
export type Edit = readonly [sheet: string, cell: string, value: number | string | null];

type Cells = Map<string, () => Held>;

/** What every cell of the user's tables and of the written sheets shows. */
export function calculated(snapshot: Snapshot, report: Report, edits: readonly Edit[] = []): Sheets {
  const book = new Map<string, Cells>();
  const put = (sheet: string, cell: string, show: () => Held): void => {
    const cells = book.get(sheet) ?? new Map<string, () => Held>();
    book.set(sheet, cells.set(cell, show));
  };
  for (const { sheet, row, column, headers, rows } of snapshot.tables)
    [headers, ...rows.map((cells) => cells.map(({ value }) => value))].forEach((cells, down) => {
      cells.forEach((value, along) => {
        put(sheet, `${columnName(column + along)}${String(row + down)}`, () => value);
      });
    });
  for (const { name, cells } of report.sheets)
    for (const { row, column, value } of cells) {
      const at = `${columnName(column)}${String(row)}`;
      if (typeof value === 'string') put(name, at, () => (value === '' ? null : value));
      else if ('formula' in value) put(name, at, once(value.formula.slice(1), name, book));
      else if ('number' in value) put(name, at, () => Number(value.number));
    }
  for (const [sheet, cell, value] of edits) put(sheet, cell, () => value);
  const shown = (cells: Cells): Record<string, number | string> =>
    Object.fromEntries(
      [...cells].flatMap(([at, show]) => {
        const held = show();
        return held === null || held === '' ? [] : [[at, typeof held === 'boolean' ? Number(held) : held]];
      }),
    );
  return Object.fromEntries([...book].map(([sheet, cells]) => [sheet, shown(cells)]));
}

/** The result of a formula, calculated when it is first asked for; faults and circles show as Excel's words. */
function once(formula: string, sheet: string, book: ReadonlyMap<string, Cells>): () => Held {
  let known: Held | undefined;
  let open = false;
  return () => {
    if (known !== undefined) return known;
    if (open) return '#CIRCLE!';
    open = true;
    const value = new Reader(tokensOf(formula), sheet, book).whole();
    return (known = typeof value === 'number' && !Number.isFinite(value) ? '#NUM!' : (value ?? 0));
  };
}

class Reader {
  private next = 0;
  /** Within SUMPRODUCT, where what stands between areas is done cell by cell. */
  private inArrays = false;
  constructor(
    private readonly tokens: readonly Token[],
    private readonly sheet: string,
    private readonly book: ReadonlyMap<string, Cells>,
  ) {}

  whole(): Held {
    const value = single(this.level(0));
    if (this.next < this.tokens.length)
      throw new Error(`not a formula: ${this.tokens.map(({ text }) => text).join(' ')}`);
    return value;
  }

  private level(at: number): Value {
    const signs = LEVELS[at];
    if (!signs) return this.signed();
    let left = this.level(at + 1);
    for (;;) {
      const sign = this.tokens[this.next]?.text ?? '';
      if (this.tokens[this.next]?.kind !== 'sign' || !signs.includes(sign)) return left;
      this.next += 1;
      left = between(sign, left, this.level(at + 1), this.inArrays);
    }
  }

  private signed(): Value {
    if (this.taken('-')) return between('-', 0, this.signed(), this.inArrays);
    return this.taken('+') ? this.signed() : this.range();
  }

  /** A value, and where a colon follows the area from one cell to another. */
  private range(): Value {
    const from = this.single();
    if (!this.taken(':')) return from;
    const to = this.single();
    if (!isArea(from) || !isArea(to)) throw new Error('a range of what is no cell');
    return this.area(from.sheet, from.top, from.left, to.bottom, to.right);
  }

  private single(): Value {
    const token = this.tokens[this.next];
    this.next += 1;
    switch (token?.kind) {
      case 'number':
        return Number(token.text);
      case 'text':
        return token.text;
      case 'cell':
        return this.area(token.sheet ?? this.sheet, token.row, token.column, token.row, token.column);
      case 'call':
        return this.call(token.text);
      case 'sign':
        if (token.text === '(') {
          const inside = this.level(0);
          this.expect(')');
          return inside;
        }
        break;
      case undefined:
    }
    throw new Error(`a value is wanted after ${this.tokens.map(({ text }) => text).join(' ')}`);
  }

  private call(name: string): Value {
    const given: Value[] = [];
    const around = this.inArrays;
    this.inArrays ||= name === 'SUMPRODUCT';
    if (!this.taken(')')) {
      do given.push(this.level(0));
      while (this.taken(','));
      this.expect(')');
    }
    const made = FUNCTIONS.get(name);
    if (!made) throw new Error(`${name} is not listed`);
    const value = made(given, this.inArrays);
    this.inArrays = around;
    return value;
  }

  private area(sheet: string, top: number, left: number, bottom: number, right: number): Area {
    const cells = this.book.get(sheet);
    const cell = (row: number, column: number): Area => this.area(sheet, row, column, row, column);
    const show = (row: number, column: number): Held => cells?.get(`${columnName(column)}${String(row)}`)?.() ?? null;
    const column = (at: number): Area => this.area(sheet, top, at, bottom, at);
    return { sheet, top, left, bottom, right, cell, column, show };
  }

  private taken(sign: string): boolean {
    const token = this.tokens[this.next];
    const found = token?.kind === 'sign' && token.text === sign;
    if (found) this.next += 1;
    return found;
  }

  private expect(sign: string): void {
    if (!this.taken(sign)) throw new Error(`${sign} is missing in ${this.tokens.map(({ text }) => text).join(' ')}`);
  }
}
