/**
 * Quantiles by table, for many draws. A table is made once a row: by the standard normal, on a scale on which the two
 * follow each other closely (itself, its logarithm or its log odds), by cubic pieces between exact nodes. From it a second
 * one by the probability itself, which takes neither a logarithm nor a power to read.
 */
import type { Distribution, Quantile } from '../distributions/kind';
import { standardNormal } from '../distributions/normal';
import { exponential, logarithm, logarithmOnePlus } from '../elementary';
import { normalFloat } from '../readings/fast/floats';

/** Cells of probability; in the outermost, where quantiles bend most, values are found by their standard normal. */
const CELLS = 1024;
const OUTER = 16;
/** Nodes from −6.5 to 6.5 standard errors: the smallest probability that is drawn is 1 in 2³³. */
const REACH = 6.5;
const PER_UNIT = 8;

/** A cubic piece between nodes a and b with these slopes (a step wide), at t from 0 to 1 (Hermite). */
function cubic(a: number, b: number, slopeA: number, slopeB: number, t: number): number {
  const rise = b - a;
  const left = 1 - t;
  return a + t * (rise + left * ((slopeA - rise) * left + (rise - slopeB) * t));
}

/** Turns probabilities into values, in place. */
export type Fill = (values: Float64Array) => void;
/** A value by its standard normal. */
type ByNormal = (z: number) => number;
type Curved = Exclude<NonNullable<Distribution['support']>, 'line'>;

/** A quantile by table; as it is where its values come too close to their bounds to be told apart. */
export function tabulated(exact: Quantile, support: Distribution['support'], low = 0, high = 1): Fill {
  const byNormal = support === 'line' ? straight(exact) : support ? curved(exact, support, low, high) : null;
  return byNormal ? byProbability(byNormal) : each(exact);
}

const each =
  (of: Quantile): Fill =>
  (values) => {
    for (let n = 0; n < values.length; n += 1) values[n] = of(values[n] ?? 0);
  };

/** A normal: its middle, and so many of its standard errors. */
function straight(exact: Quantile): ByNormal {
  const middle = exact(0.5);
  const error = exact(normalFloat(1)) - middle;
  return (z) => middle + error * z;
}

/** Null where a node lies too close to a bound. */
function curved(exact: Quantile, support: Curved, low: number, high: number): ByNormal | null {
  const last = 2 * REACH * PER_UNIT;
  const nodes = Float64Array.from({ length: last + 1 }, (_, n) =>
    scaled(support, exact(normalFloat(n / PER_UNIT - REACH)), low, high),
  );
  if (!nodes.every(Number.isFinite)) return null;
  const slopes = slopesOf(nodes);
  return (z) => {
    const place = (z + REACH) * PER_UNIT;
    const cell = Math.max(0, Math.min(last - 1, Math.floor(place)));
    return unscaled(support, piece(nodes, slopes, cell, place - cell), low, high);
  };
}

const piece = (nodes: Float64Array, slopes: Float64Array, cell: number, t: number): number =>
  cubic(nodes[cell] ?? 0, nodes[cell + 1] ?? 0, slopes[cell] ?? 0, slopes[cell + 1] ?? 0, t);

/** The scale of a support, from a value. */
function scaled(support: Curved, value: number, low: number, high: number): number {
  if (support === 'positive') return logarithm(value);
  return support === 'unit'
    ? logarithm(value) - logarithmOnePlus(-value)
    : logarithm(value - low) - logarithm(high - value);
}

/** And back. */
function unscaled(support: Curved, value: number, low: number, high: number): number {
  if (support === 'positive') return exponential(value);
  return support === 'unit' ? 1 / (1 + exponential(-value)) : low + (high - low) / (1 + exponential(-value));
}

/** Standard normals where cells of probability meet; nothing at the two ends, which are never read. */
const NORMALS = Float64Array.from({ length: CELLS + 1 }, (_, n) =>
  n === 0 || n === CELLS ? 0 : standardNormal(n / CELLS),
);

function byProbability(of: ByNormal): Fill {
  const nodes = NORMALS.map(of);
  const slopes = slopesOf(nodes);
  const fromNormal = (u: number): number => of(standardNormal(u));
  return (values) => {
    read(values, nodes, slopes, fromNormal);
  };
}

/** By function and not in place, so that one piece of machine code serves every row. */
function read(values: Float64Array, nodes: Float64Array, slopes: Float64Array, outside: Quantile): void {
  for (let n = 0; n < values.length; n += 1) {
    const u = values[n] ?? 0;
    const place = u * CELLS;
    // Much faster than Math.floor: no float in between.
    const cell = place | 0;
    if (cell < OUTER || cell >= CELLS - OUTER) values[n] = outside(u);
    else values[n] = piece(nodes, slopes, cell, place - cell);
  }
}

/** Slopes at nodes, a step wide: five-point differences within, one-sided at the ends (Fornberg 1988). */
function slopesOf(nodes: Float64Array): Float64Array {
  const at = (n: number): number => nodes[n] ?? 0;
  const last = nodes.length - 1;
  return nodes.map((_, n) => {
    if (n < 2) return ends((k) => at(n + k));
    if (n > last - 2) return -ends((k) => at(n - k));
    return (at(n - 2) - 8 * at(n - 1) + 8 * at(n + 1) - at(n + 2)) / 12;
  });
}

const ends = (at: (k: number) => number): number =>
  (-25 * at(0) + 48 * at(1) - 36 * at(2) + 16 * at(3) - 3 * at(4)) / 12;
