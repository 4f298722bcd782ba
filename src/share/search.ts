/** Searches a finished copy: every part of the file, wherever a digit can hide, for every spelling of every secret. */
import { Exact } from '../engine/readings/decimals';
import { digitsOf } from './digits';
import { PLACES, type Leak, type Place } from './leak';
import type { Secret } from './secrets';
import { leavingOut, type Remedy, type Shared } from './shared';
import { tellings, type Telling } from './spellings';
import { toldBy, toldByNumber, type Told } from './told';

/** A piece of a file: a text, or a number that stands in a cell or in the memory of a chart. */
export interface Piece {
  readonly place: Place;
  /** Part of the file, and what there: "xl/worksheets/sheet1.xml C7". */
  readonly at: string;
  readonly text: string;
  readonly number: boolean;
}

/** What was searched, and what was found. */
export interface Searched {
  readonly counts: Readonly<Record<Place, number>>;
  readonly leaks: readonly Leak[];
}

/**
 * Numbers of the results are computed from public inputs, so one of few digits that looks like a secret is another number;
 * from seven digits on it is none by chance. Whether figures follow the secret is asked of `figure-leaks`.
 */
const BY_NO_CHANCE = 7;
const JUDGED = { packs: false, about: () => false };

function told({ text, number }: Piece, all: readonly Telling[]): Told | null {
  if (!number) return toldBy(text, all);
  const value = new Exact(text);
  return digitsOf(value) < BY_NO_CHANCE ? null : toldByNumber(value, all, JUDGED);
}

/** Leaves the results out where they hold it. */
const remediesFor = (shared: Shared, at: string, sheets: readonly string[]): readonly Remedy[] =>
  sheets.some((sheet) => at.startsWith(`${sheet}!`)) ? [leavingOut(shared, 'results')] : [];

/** What is known of a file: names of its sheets in their order, those of the results, and texts that are told to leak already. */
interface Known {
  readonly sheets: readonly string[];
  readonly results: readonly string[];
  readonly told: ReadonlySet<string>;
  readonly shared: Shared;
}

/** Searches a file. */
export function search(pieces: Iterable<Piece>, secrets: readonly Secret[], known: Known): Searched {
  const all = tellings(secrets);
  const counts = Object.fromEntries(PLACES.map((place) => [place, 0])) as Record<Place, number>;
  const leaks: Leak[] = [];
  for (const piece of pieces) {
    counts[piece.place] += 1;
    const found = secrets.length === 0 || known.told.has(piece.text) ? null : told(piece, all);
    if (found === null) continue;
    const at = piece.at.replace(
      /^xl\/worksheets\/sheet(\d+)\.xml (\w+)$/,
      (whole, n: string, cell: string) => `${known.sheets[Number(n) - 1] ?? whole}!${cell}`,
    );
    const remedies = remediesFor(known.shared, at, known.results);
    leaks.push({ secret: found.telling.secret.name, place: piece.place, at, how: found.how, cell: null, remedies });
  }
  return { counts, leaks };
}
