/** Holds a run against the figures that a source prints, each within its tolerance. */
import { Decimal } from 'decimal.js';
import { figuresAt, isFigure } from './path';
import type { Leaf } from './path';

const P = Decimal.clone({ precision: 40 });
type Bound = string | readonly string[];

/** The figures of one path, as `expected.json` holds them. `null` is not compared. */
export interface Expected {
  readonly path: string;
  readonly values: readonly (string | null)[];
  readonly tolerance?: { readonly abs?: Bound; readonly rel?: Bound };
  readonly why: string;
}
export interface ExpectedCase {
  readonly case: string;
  readonly source: string;
  readonly compare: readonly Expected[];
}
export interface Comparison {
  readonly compared: number;
  readonly mismatches: readonly string[];
}

const boundAt = (bound: Bound | undefined, i: number): Decimal | null => {
  const value = typeof bound === 'string' || bound === undefined ? bound : bound[i];
  return value === undefined ? null : new P(value);
};

/** Whether a figure is as expected; a figure that is not there counts as 0 where 0 is expected. */
const agrees = (expected: string, got: Leaf, entry: Expected, i: number): boolean => {
  if (!isFigure(expected)) return String(got) === expected;
  const figure = got === undefined && new P(expected).isZero() ? '0' : got;
  if (!isFigure(figure)) return false;
  const difference = new P(figure).minus(expected).abs();
  const relative = boundAt(entry.tolerance?.rel, i);
  return (
    difference.lte(boundAt(entry.tolerance?.abs, i) ?? 0) ||
    (relative !== null && difference.lte(relative.times(expected).abs()))
  );
};

/** Compares every figure; `skip` leaves out paths that begin with one of these words. */
export const compare = (run: unknown, expected: ExpectedCase, skip: readonly string[] = []): Comparison => {
  const mismatches: string[] = [];
  let compared = 0;
  for (const entry of expected.compare.filter(({ path }) => !skip.some((start) => path.startsWith(start)))) {
    const got = figuresAt(run, entry.path);
    for (const [i, value] of entry.values.entries()) {
      if (value === null) continue;
      compared++;
      const figure = got !== undefined && got.length === 1 && entry.values.length === 1 ? got[0] : got?.[i];
      if (!agrees(value, figure, entry, i))
        mismatches.push(`${entry.path} [${String(i)}]: expected ${value}, got ${String(figure)} (${entry.why})`);
    }
  }
  return { compared, mismatches };
};
