/** What would give a secret away, and where it was looked for. */
import type { LeftCell, Remedy } from './shared';

export const PLACES = [
  'Cells, also hidden',
  'Formulas and names',
  'Chart data and labels',
  'Notes, comments, alt text',
  'Pivot, link and query caches',
  'Document properties',
] as const;
export type Place = (typeof PLACES)[number];

/** The place of what stands nowhere and can be worked out. */
export const SUMS = 'Sums that give it away';

/** Something that gives a secret away. The secret itself is never said. */
export interface Leak {
  /** "price of Drug A". */
  readonly secret: string;
  readonly place: Place | typeof SUMS;
  /** Where: a cell of the user's, a part of the copy, or the figures that are solved. */
  readonly at: string;
  /** How it is worked out, as a sentence. */
  readonly how: string;
  /** The user's own cell, where it is one. */
  readonly cell: LeftCell | null;
  readonly remedies: readonly Remedy[];
}
