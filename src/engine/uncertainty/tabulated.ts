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
const cubic = (a: number, b: number, slopeA: number, slopeB: number, t: number): number => {
  const [d, e] = [slopeA - (b - a), b - a - slopeB];
  return a + t * (b - a + (1 - t) * (d * (1 - t) + e * t));
};

interface Table {
  readonly nodes: Float64Array;
  readonly slopes: Float64Array;
}

let normalTable: Table | null = null;

/** The standard normal quantile by table, within 1e-7. */
export function tabledNormal(u: number): number {
  const place = u * CELLS;
  const cell = Math.floor(place);
  if (cell < OUTER || cell >= CELLS - OUTER) return standardNormal(u);
  normalTable ??= tableOfNormal();
  const { nodes, slopes } = normalTable;
  return cubic(nodes[cell] ?? 0, nodes[cell + 1] ?? 0, slopes[cell] ?? 0, slopes[cell + 1] ?? 0, place - cell);
}

/** Slopes are 1 over the density, a cell wide. */
function tableOfNormal(): Table {
  const nodes = Float64Array.from({ length: CELLS + 1 }, (_, n) =>
    n === 0 || n === CELLS ? 0 : standardNormal(n / CELLS),
  );
  return { nodes, slopes: nodes.map((z) => (Math.sqrt(2 * Math.PI) * Math.exp((z * z) / 2)) / CELLS) };
}

/** A scale: there, and back. */
interface Scale {
  readonly to: (value: number) => number;
  readonly from: (scaled: number) => number;
}

function scaleOf(support: NonNullable<Distribution['support']>, low: number, high: number): Scale {
  switch (support) {
    case 'line':
      return { to: (value) => value, from: (scaled) => scaled };
    case 'positive':
      return { to: Math.log, from: Math.exp };
    case 'unit':
      return { to: (value) => Math.log(value) - Math.log1p(-value), from: (odds) => 1 / (1 + Math.exp(-odds)) };
    case 'range':
      return {
        to: (value) => Math.log(value - low) - Math.log(high - value),
        from: (odds) => low + (high - low) / (1 + Math.exp(-odds)),
      };
  }
}

/** A quantile by table; as it is where its values come too close to their bounds to be told apart. */
export function tabulated(exact: Quantile, support: Distribution['support'], low = 0, high = 1): Quantile {
  if (!support) return exact;
  const scale = scaleOf(support, low, high);
  const last = 2 * REACH * PER_UNIT;
  const nodes = Float64Array.from({ length: last + 1 }, (_, n) => scale.to(exact(normalFloat(n / PER_UNIT - REACH))));
  if (!nodes.every(Number.isFinite)) return exact;
  const slopes = slopesOf(nodes);
  return (u) => {
    const place = (tabledNormal(u) + REACH) * PER_UNIT;
    const cell = Math.max(0, Math.min(last - 1, Math.floor(place)));
    const value = cubic(nodes[cell] ?? 0, nodes[cell + 1] ?? 0, slopes[cell] ?? 0, slopes[cell + 1] ?? 0, place - cell);
    return scale.from(value);
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
