/** What a check sees: the rows in the engine's words, and the cells they came from. */
import type { Given, Row, Series } from '../../engine/assumptions';
import type { Finding, Place } from '../../engine/finding';
import type { Built } from '../build';
import { placeOf, type Entries } from '../entry';
import { cellName, error, rowName } from '../said';

export interface Seen extends Built {
  readonly entries: Entries;
}

/** One rule, or a few that belong together. Checks never throw; they tolerate rows that other checks refuse. */
export type Check = (seen: Seen) => readonly Finding[];

/** A finding where something holds. */
export const where = (holds: boolean, finding: () => Finding): readonly Finding[] => (holds ? [finding()] : []);

/** Where a column of a row stands. */
export function at(seen: Built, row: Row, label: string): Place {
  const entry = seen.entryOf(row);
  return entry ? placeOf(entry, label) : row.at;
}

/** A row as a sentence calls it. */
export function called(seen: Built, row: Row): string {
  const entry = seen.entryOf(row);
  return entry ? rowName(entry) : row.address;
}

/** The values of a series as typed: base and years. */
export const valuesOf = (series: Series | null): readonly Given[] =>
  series === null ? [] : [...(series.base ? [series.base] : []), ...series.years.values()];

/** Values that a row's kind does not allow. */
export function outside(
  seen: Built,
  row: Row,
  values: readonly Given[],
  allowed: (value: Given['value']) => boolean,
  wanted: string,
): readonly Finding[] {
  return values
    .filter((given) => !allowed(given.value))
    .map((given) =>
      error(
        'out-of-bounds',
        given.at,
        `${cellName(given.parameter.slice(row.address.length + 1), called(seen, row))} is ${given.value.toString()}.`,
        `Type ${wanted}.`,
      ),
    );
}

/** Columns that a row's kind needs and that are blank. */
export function needed(
  seen: Built,
  row: Row,
  kind: string,
  columns: Readonly<Record<string, unknown>>,
): readonly Finding[] {
  return Object.entries(columns)
    .filter(([label, held]) => held === null && seen.entryOf(row)?.cells.get(label)?.kind !== 'broken')
    .map(([label]) =>
      error('blank', at(seen, row, label), `${cellName(label, called(seen, row))} is blank.`, `${kind} needs it.`),
    );
}

export const isShare = (value: Given['value']): boolean => value.gte(0) && value.lte(1);
