/**
 * Quantiles by table, for many draws: a value is found from the standard normal of its probability, on a scale on which
 * the two follow each other closely (itself, its logarithm or its log odds), by cubic pieces between exact nodes.
 */
import type { Distribution, Quantile } from '../distributions/kind';
import { standardNormal } from '../distributions/normal';
import { normalFloat } from '../readings/fast/floats';

/** Nodes of the normal's own table; its outermost cells, where it bends most, are computed as they are. */
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

interface Table {
  readonly nodes: Float64Array;
  readonly slopes: Float64Array;
}

/** Turns probabilities into values, in place. */
export type Fill = (values: Float64Array) => void;

/** Probabilities into standard normals, within 1e-7. */
function toNormals(values: Float64Array): void {
  const { nodes, slopes } = NORMAL;
  for (let n = 0; n < values.length; n += 1) {
    const u = values[n] ?? 0;
    const place = u * CELLS;
    const cell = Math.floor(place);
    values[n] =
      cell < OUTER || cell >= CELLS - OUTER
        ? standardNormal(u)
        : cubic(nodes[cell] ?? 0, nodes[cell + 1] ?? 0, slopes[cell] ?? 0, slopes[cell + 1] ?? 0, place - cell);
  }
}

/** Slopes are 1 over the density, a cell wide. */
function tableOfNormal(): Table {
  const nodes = Float64Array.from({ length: CELLS + 1 }, (_, n) =>
    n === 0 || n === CELLS ? 0 : standardNormal(n / CELLS),
  );
  return { nodes, slopes: nodes.map((z) => (Math.sqrt(2 * Math.PI) * Math.exp((z * z) / 2)) / CELLS) };
}
const NORMAL = tableOfNormal();

/** The scale of a support, from a value; the way back is {@link unscale}. */
function scaled(support: 'positive' | 'unit' | 'range', value: number, low: number, high: number): number {
  if (support === 'positive') return Math.log(value);
  return support === 'unit' ? Math.log(value) - Math.log1p(-value) : Math.log(value - low) - Math.log(high - value);
}

function unscale(support: 'positive' | 'unit' | 'range', values: Float64Array, low: number, high: number): void {
  if (support === 'positive') for (let n = 0; n < values.length; n += 1) values[n] = Math.exp(values[n] ?? 0);
  else {
    const [from, width] = support === 'unit' ? [0, 1] : [low, high - low];
    for (let n = 0; n < values.length; n += 1) values[n] = from + width / (1 + Math.exp(-(values[n] ?? 0)));
  }
}

/** A quantile by table; as it is where its values come too close to their bounds to be told apart. */
export function tabulated(exact: Quantile, support: Distribution['support'], low = 0, high = 1): Fill {
  const asItIs: Fill = (values) => {
    for (let n = 0; n < values.length; n += 1) values[n] = exact(values[n] ?? 0);
  };
  if (!support) return asItIs;
  if (support === 'line') return straight(exact);
  const last = 2 * REACH * PER_UNIT;
  const nodes = Float64Array.from({ length: last + 1 }, (_, n) =>
    scaled(support, exact(normalFloat(n / PER_UNIT - REACH)), low, high),
  );
  if (!nodes.every(Number.isFinite)) return asItIs;
  const slopes = slopesOf(nodes);
  return (values) => {
    toNormals(values);
    for (let n = 0; n < values.length; n += 1) {
      const place = ((values[n] ?? 0) + REACH) * PER_UNIT;
      const cell = Math.max(0, Math.min(last - 1, Math.floor(place)));
      const t = place - cell;
      values[n] = cubic(nodes[cell] ?? 0, nodes[cell + 1] ?? 0, slopes[cell] ?? 0, slopes[cell + 1] ?? 0, t);
    }
    unscale(support, values, low, high);
  };
}

/** A normal: its middle, and so many of its standard errors. */
function straight(exact: Quantile): Fill {
  const middle = exact(0.5);
  const error = exact(normalFloat(1)) - middle;
  return (values) => {
    toNormals(values);
    for (let n = 0; n < values.length; n += 1) values[n] = middle + error * (values[n] ?? 0);
  };
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
