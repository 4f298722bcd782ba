/**
 * Reads formulas as Excel writes them and calculates them, for the functions it is given and nothing more. Precedence,
 * blanks and text are Excel's; a difference of two nearly equal numbers is nothing, as there. Where the cells stand is
 * whoever's business asks: a report that is judged, or the emulated Excel.
 */
import { between, LEVELS } from './arithmetic';
import type { Made } from './functions';
import { isArea, single, type Area, type Held, type Value } from './values';
import { Unreadable, type Token } from './tokens';

/** What stands around a formula. */
export interface Surroundings {
  /** What a cell shows. */
  readonly show: (sheet: string, row: number, column: number) => Held;
  readonly functions: ReadonlyMap<string, Made>;
  /** What a name of the workbook stands for, as a formula; null where there is no such name. */
  readonly named: (name: string) => readonly Token[] | null;
}

/** The value of a formula that stands on a sheet. */
export function calculate(tokens: readonly Token[], sheet: string, around: Surroundings): Held {
  const value = single(new Reader(tokens, sheet, around).whole());
  return typeof value === 'number' && !Number.isFinite(value) ? '#NUM!' : (value ?? 0);
}

class Reader {
  private next = 0;
  /** Within SUMPRODUCT, where what stands between areas is done cell by cell. */
  private inArrays = false;
  constructor(
    private readonly tokens: readonly Token[],
    private readonly sheet: string,
    private readonly around: Surroundings,
  ) {}

  whole(): Value {
    const value = this.level(0);
    if (this.next < this.tokens.length) throw this.unread('not a formula');
    return value;
  }

  private level(at: number): Value {
    const signs = LEVELS[at];
    if (!signs) return this.signed();
    let left = this.level(at + 1);
    for (;;) {
      const token = this.tokens[this.next];
      if (token?.kind !== 'sign' || !signs.includes(token.text)) return left;
      this.next += 1;
      left = between(token.text, left, this.level(at + 1), this.inArrays);
    }
  }

  private signed(): Value {
    if (this.taken('-')) return between('-', 0, this.signed(), this.inArrays);
    if (this.taken('+') || this.taken('@')) return this.signed(); // of one value @ is that value
    const value = this.range();
    return this.taken('%') ? between('/', value, 100, this.inArrays) : value;
  }

  /** A value, and where a colon follows the area from one cell to another. */
  private range(): Value {
    const from = this.single();
    if (!this.taken(':')) return from;
    const to = this.single();
    if (!isArea(from) || !isArea(to)) throw this.unread('a range of what is no cell');
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
      case 'name':
        return this.named(token.text);
      case 'sign':
        if (token.text === '(') {
          const inside = this.level(0);
          this.expect(')');
          return inside;
        }
        break;
      case undefined:
    }
    throw this.unread('a value is wanted');
  }

  private named(name: string): Value {
    if (/^(true|false)$/i.test(name)) return /^true$/i.test(name);
    const tokens = this.around.named(name);
    return tokens === null ? '#NAME?' : new Reader(tokens, this.sheet, this.around).whole();
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
    const made = this.around.functions.get(name);
    if (!made) throw new Unreadable(`${name} is not listed`);
    const value = made(given, this.inArrays);
    this.inArrays = around;
    return value;
  }

  private area(sheet: string, top: number, left: number, bottom: number, right: number): Area {
    const cell = (row: number, column: number): Area => this.area(sheet, row, column, row, column);
    const show = (row: number, column: number): Held => this.around.show(sheet, row, column);
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
    if (!this.taken(sign)) throw this.unread(`${sign} is missing`);
  }

  private unread(why: string): Unreadable {
    return new Unreadable(`${why}: ${this.tokens.map(({ text }) => text).join(' ')}`);
  }
}
