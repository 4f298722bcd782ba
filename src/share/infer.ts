/**
 * The inference test: whether a secret can be solved from figures that depend on it. Each secret is one unknown; how far each
 * figure moves with it is found by moving it, through whatever agreements stand between. An unknown is given away where
 * some of the figures together determine it: exactly, or within a band narrow enough to be a price.
 */
import type { Decimal } from 'decimal.js';
import { Exact } from '../engine/readings/decimals';

/** A figure that would be shown: how it moves with each unknown (change of the figure for a change of the whole unknown), and how wide its band is. */
export interface Disclosed {
  readonly name: string;
  readonly moves: readonly Decimal[];
  /** 0: exact. A figure shown to the nearest million has a band of a million. */
  readonly band: Decimal;
  /** How far the figure that is shown lies from the true one. */
  readonly off: Decimal;
}

/** An unknown known to within a tenth of itself is given away. */
const NARROW = new Exact('0.1');
const TINY = new Exact('1e-12');

/** Subsets of figures that are tried together are no larger than the unknowns, and no more than this. */
const MOST = 4000;

function* subsets(count: number, size: number): Generator<readonly number[]> {
  const pick = function* (from: number, left: number): Generator<readonly number[]> {
    if (left === 0) yield [];
    else for (let n = from; n <= count - left; n += 1) for (const rest of pick(n + 1, left - 1)) yield [n, ...rest];
  };
  yield* pick(0, size);
}

/** What an unknown can be, as far from what it is: parts of itself. */
interface Range {
  readonly low: Decimal;
  readonly high: Decimal;
}

/** What these figures together let an unknown be; null where they do not determine it. */
function rangeBy(figures: readonly Disclosed[], unknown: number): Range | null {
  const unknowns = figures[0]?.moves.length ?? 0;
  const scale = figures.map((of) => of.moves.reduce((most, move) => Exact.max(most, move.abs()), new Exact(0)));
  if (scale.some((most) => most.isZero())) return null;
  // Weights of the figures such that together they move with this unknown alone: Gauss on the transposed moves.
  const rows = Array.from({ length: unknowns }, (_, u) => [
    ...figures.map((of, n) => (of.moves[u] ?? new Exact(0)).div(scale[n] ?? 1)),
    new Exact(u === unknown ? 1 : 0),
  ]);
  const weights = solved(rows, figures.length)?.map((weight, n) => weight.div(scale[n] ?? 1));
  if (!weights) return null;
  const sum = (of: (figure: Disclosed, weight: Decimal) => Decimal): Decimal =>
    figures.reduce((all, figure, n) => all.plus(of(figure, weights[n] ?? new Exact(0))), new Exact(0));
  const [middle, half] = [
    sum(({ off }, weight) => weight.times(off)),
    sum(({ band }, weight) => weight.abs().times(band).div(2)),
  ];
  return { low: middle.minus(half), high: middle.plus(half) };
}

/** The solution of a system of equations (each row its coefficients and its right side); null where it has none. */
function solved(given: readonly (readonly Decimal[])[], width: number): readonly Decimal[] | null {
  const rows = given.map((row) => [...row]);
  const pivots: number[] = [];
  let at = 0;
  for (let column = 0; column < width && at < rows.length; column += 1) {
    let best = at;
    for (let row = at; row < rows.length; row += 1)
      if (absAt(rows, row, column).gt(absAt(rows, best, column))) best = row;
    if (absAt(rows, best, column).lte(TINY)) continue;
    [rows[at], rows[best]] = [rows[best] ?? [], rows[at] ?? []];
    const lead = rows[at] ?? [];
    const pivot = lead[column] ?? new Exact(1);
    rows.forEach((row, n) => {
      if (n === at) return;
      const by = (row[column] ?? new Exact(0)).div(pivot);
      if (!by.isZero()) row.forEach((value, k) => (row[k] = value.minus(by.times(lead[k] ?? 0))));
    });
    pivots[at] = column;
    at += 1;
  }
  if (rows.slice(at).some((row) => (row[width] ?? new Exact(0)).abs().gt(TINY))) return null;
  const weights = Array.from({ length: width }, () => new Exact(0));
  pivots.forEach((column, row) => {
    const [lead, right] = [rows[row]?.[column], rows[row]?.[width]];
    if (lead && right) weights[column] = right.div(lead);
  });
  return weights;
}

const absAt = (rows: readonly (readonly Decimal[])[], row: number, column: number): Decimal =>
  (rows[row]?.[column] ?? new Exact(0)).abs();

/** Figures that give an unknown away; `width`: how far it is then known, as a part of itself (0: exactly). */
export interface Solved {
  readonly from: readonly Disclosed[];
  readonly width: Decimal;
}

/**
 * The figures that give an unknown away, fewest first; null where none do. Each set of figures lets it lie in a range, and
 * it lies in all of them: several figures in wide bands can be as good as one in a narrow band.
 */
export function solvableFrom(figures: readonly Disclosed[], unknown: number): Solved | null {
  const moving = figures.filter((of) => of.moves.some((move) => !move.isZero()));
  const unknowns = moving[0]?.moves.length ?? 0;
  let low: Decimal | null = null;
  let high: Decimal | null = null;
  const from = new Set<Disclosed>();
  let tried = 0;
  for (let size = 1; size <= Math.min(unknowns, moving.length); size += 1)
    for (const chosen of subsets(moving.length, size)) {
      tried += 1;
      if (tried > MOST) return { from: moving, width: NARROW };
      const some = chosen.flatMap((n) => moving[n] ?? []);
      const range = rangeBy(some, unknown);
      if (!range) continue;
      if (low === null || range.low.gt(low) || high === null || range.high.lt(high))
        for (const of of some) from.add(of);
      low = Exact.max(low ?? range.low, range.low);
      high = Exact.min(high ?? range.high, range.high);
      if (high.minus(low).lt(NARROW)) return { from: [...from], width: high.minus(low) };
    }
  return null;
}
