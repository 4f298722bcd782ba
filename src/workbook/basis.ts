/** What figures were computed from, as a hash: a write is refused where the inputs are no longer those. */
import { hashOf, plain } from './mark';
import type { Cell, Snapshot } from './workbook';

/** A table of inputs as far as it counts: its name, its headers, its cells. Where it stands does not matter. */
export interface InputTable {
  readonly name: string;
  readonly headers: readonly string[];
  readonly rows: readonly (readonly Pick<Cell, 'value' | 'error'>[])[];
}

/** True for tables that a user types into; those that Realise writes are none. */
export const isInput = ({ name }: { readonly name: string }): boolean =>
  /^BIM_/i.test(name) && !/^BIM_Out_/i.test(name);

/** The hash of all inputs of a workbook, in any order of its tables. */
export function basisOf({ tables }: { readonly tables: readonly InputTable[] }): string {
  const texts = tables.filter(isInput).map(({ name, headers, rows }) => {
    const lines = rows.map((row) => row.map(contentOf).join('\u0001'));
    return [name.toLowerCase(), headers.join('\u0001'), ...lines].join('\u0000');
  });
  return hashOf(texts.sort().join('\u0002'));
}

const contentOf = ({ value, error }: Pick<Cell, 'value' | 'error'>): string =>
  error ?? (value === null ? '' : plain(value));

/** The same as a condition of a write: nothing where the write depends on nothing. */
export const isSameBasis = (basis: string | undefined, now: Pick<Snapshot, 'tables'>): boolean =>
  basis === undefined || basis === basisOf(now);

/** What is said where it is not. */
export const MOVED = 'Inputs changed since this run, so nothing is written. Run again first.';
