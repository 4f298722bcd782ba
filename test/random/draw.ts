/** Small draws from fast-check's generator, in the words of the random models. */
import fc from 'fast-check';
import type { GeneratorValue } from 'fast-check';
import type { Plain, PlainTable } from '../second/sheet';

/** Draws one value after another. */
export class Draw {
  constructor(private readonly g: GeneratorValue) {}

  /** A whole number, ends included. */
  whole(least: number, most: number): number {
    return this.g(fc.integer, { min: least, max: most });
  }
  /** A decimal with so many places. */
  decimal(least: number, most: number, places: number): number {
    const scale = 10 ** places;
    return Number((this.whole(Math.round(least * scale), Math.round(most * scale)) / scale).toFixed(places));
  }
  /** True so many times in a hundred. */
  chance(percent: number): boolean {
    return this.whole(1, 100) <= percent;
  }
  of<T>(choices: readonly T[]): T {
    const chosen = choices[this.whole(0, choices.length - 1)];
    if (chosen === undefined) throw new Error('nothing to choose from');
    return chosen;
  }
  shuffled<T>(items: readonly T[]): T[] {
    const left = [...items];
    return items.flatMap(() => left.splice(this.whole(0, left.length - 1), 1));
  }
  /** Hundredths that sum to `sum`, each at least `least`. */
  parts(count: number, sum: number, least = 0): number[] {
    const cuts = Array.from({ length: count - 1 }, () => this.whole(0, sum - count * least)).sort((a, b) => a - b);
    const ends = [...cuts, sum - count * least];
    return ends.map((end, i) => (end - (ends[i - 1] ?? 0) + least) / 100);
  }
}

/** An arbitrary made by drawing. */
export const drawn = <T>(make: (draw: Draw) => T): fc.Arbitrary<T> => fc.gen().map((g) => make(new Draw(g)));

/** A row as headers and cells. */
export type Row = Readonly<Record<string, Plain>>;

/** Rows as a table: its columns are those that any row has, in the order in which they are first met. */
export const tableOf = (table: string, rows: readonly Row[]): PlainTable[] => {
  if (rows.length === 0) return [];
  const headers = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return [{ table, headers, rows: rows.map((row) => headers.map((header) => row[header] ?? null)) }];
};

/** `a/b` stands in quotes in an address; a blank key is `All`. */
export const addressOf = (...parts: readonly string[]): string =>
  parts.map((part) => (part === '' ? 'All' : part.includes('/') ? `'${part}'` : part)).join('/');
