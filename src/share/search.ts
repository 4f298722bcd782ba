/** Searches a finished copy: every part of the file, wherever a digit can hide, for every spelling of every secret. */
import { Exact } from '../engine/readings/decimals';
import type { TableSnapshot } from '../workbook/workbook';
import type { Secret } from './secrets';
import { tellings, toldBy, toldByNumber } from './spellings';

/** A piece of a file: a text, or a number that stands in a cell. */
export interface Piece {
  /** Where it is of: cells, formulas and names, charts, notes and texts, caches, or properties. */
  readonly place: Place;
  /** Part of the file, and what there: "xl/worksheets/sheet1.xml C7". */
  readonly at: string;
  readonly text: string;
  readonly number: boolean;
}
export const PLACES = [
  'Cells, also hidden',
  'Formulas and names',
  'Chart data and labels',
  'Notes, comments, alt text',
  'Pivot, link and query caches',
  'Document properties',
] as const;
export type Place = (typeof PLACES)[number];

/** Something that gives a secret away. The secret itself is never said. */
export interface Leak {
  readonly secret: string;
  readonly place: Place | 'Sums that give it away';
  readonly at: string;
}

/** What was searched, and what was found. */
export interface Searched {
  readonly counts: Readonly<Record<Place, number>>;
  readonly leaks: readonly Leak[];
}

/**
 * Searches a file for what was typed. Numbers of the results are computed from public inputs alone, so that none of them
 * can depend on a secret, whatever it looks like; numbers that were typed are judged by `typedNumbers`.
 */
export function search(pieces: readonly Piece[], secrets: readonly Secret[]): Searched {
  const all = tellings(secrets);
  const counts = Object.fromEntries(PLACES.map((place) => [place, 0])) as Record<Place, number>;
  const leaks: Leak[] = [];
  for (const { place, at, text, number } of pieces) {
    counts[place] += 1;
    const told = number ? null : toldBy(text, all);
    if (told) leaks.push({ secret: told.secret.name, place, at });
  }
  return { counts, leaks };
}

/** A list price is whole packs of its own rebate by chance: 25% of four. */
const LISTED = /^BIM_Prices$/i;

/** Numbers of the tables that go into the copy, as they were typed. */
export function typedNumbers(tables: readonly TableSnapshot[], secrets: readonly Secret[]): readonly Leak[] {
  const all = tellings(secrets);
  return tables.flatMap((table) =>
    table.rows.flatMap((row, r) =>
      row.flatMap(({ value }, c): readonly Leak[] => {
        const told = typeof value === 'number' ? toldByNumber(new Exact(value), all, !LISTED.test(table.name)) : null;
        const at = `${table.name}, row ${String(r + 1)}, ${table.headers[c] ?? ''}`;
        return told ? [{ secret: told.secret.name, place: 'Cells, also hidden', at }] : [];
      }),
    ),
  );
}
