/**
 * Draws: a value of every uncertain parameter for every draw. They are made in blocks, each from the seed, its number and
 * the parameter's name alone, so that whoever makes a block makes the same, and the first thousand of ten thousand are the
 * thousand. Sobol points by default: a parameter (or a group that moves together) takes a dimension, in the order of the rows.
 */
import { gammaQuantile } from '../distributions/gamma';
import type { Sampling } from '../stress/answers';
import { concentrationOf, sharersOf } from './dirichlet';
import { generator } from './generator';
import { groupOf } from './groups';
import { distributionOf, quantileOf, type UncertainRow } from './parameter';
import { coordinate, MOST_DIMENSIONS, type Coordinate } from './sobol';
import { tabulated, type Fill } from './tabulated';

/** Draws of a block. */
export const BLOCK = 1024;

/** Values by parameter, then by draw. Null where a row has no distribution that exists. */
export type Values = readonly (Float64Array | null)[];

/** Draws ready to be made: the first so many of a block. */
export type DrawPlan = (block: number, count: number) => Values;

export function drawPlan(rows: readonly UncertainRow[], seed: number, sampling: Sampling = 'sobol'): DrawPlan {
  const fills = rows.map((row) => fillOf(row, rows));
  const keys = rows.map((row) => keyOf(row, rows));
  const names = [...new Set(keys)];
  const streams = new Map(
    names.map((name, dimension) => [
      name,
      sampling === 'sobol' && dimension < MOST_DIMENSIONS
        ? coordinate(dimension, streamOf(seed, name))
        : plain(seed, name),
    ]),
  );
  return (block, count) => {
    const all = new Float64Array(rows.length * count);
    const drawn = fills.map((fill, n) => {
      const stream = streams.get(keys[n] ?? '');
      if (!fill || !stream) return null;
      const values = all.subarray(n * count, (n + 1) * count);
      stream(block * BLOCK, values);
      fill(values);
      return values;
    });
    return rows.map((row, n) => (row.distribution === 'dirichlet' ? shared(rows, drawn, n) : (drawn[n] ?? null)));
  };
}

/** All draws at once. */
export function drawsOf(rows: readonly UncertainRow[], count: number, seed: number, sampling?: Sampling): Values {
  const plan = drawPlan(rows, seed, sampling);
  const made = rows.map(() => new Float64Array(count));
  const missing = new Set<number>();
  for (let from = 0; from < count; from += BLOCK)
    plan(from / BLOCK, Math.min(BLOCK, count - from)).forEach((values, n) => {
      if (values) made[n]?.set(values, from);
      else missing.add(n);
    });
  return made.map((values, n) => (missing.has(n) ? null : values));
}

/** Plain sampling: a stream of its own for each block. */
const plain =
  (seed: number, name: string): Coordinate =>
  (from, into) => {
    const random = generator(streamOf(seed, `${name} ${String(from / BLOCK)}`));
    for (let n = 0; n < into.length; n += 1) into[n] = random();
  };

/** Rows of a group move together; the rows of a dirichlet group are drawn apart, and divided by their sum. */
const keyOf = (row: UncertainRow, rows: readonly UncertainRow[]): string =>
  row.group !== '' && row.distribution !== 'dirichlet'
    ? `group ${groupOf(row)}`
    : `${row.parameter} ${row.op} ${String(rows.filter((other) => other.parameter === row.parameter).indexOf(row))}`;

/** A seed for a name: FNV-1a over the seed and the name. */
function streamOf(seed: number, key: string): number {
  let hash = 0x811c9dc5;
  for (const letter of `${String(seed)} ${key}`)
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash;
}

function fillOf(row: UncertainRow, rows: readonly UncertainRow[]): Fill | null {
  if (row.distribution === 'dirichlet') {
    const concentration = concentrationOf(row, rows);
    return concentration > 0 ? tabulated((u) => gammaQuantile(concentration, u), 'positive') : null;
  }
  const exact = quantileOf(row);
  return exact && tabulated(exact, distributionOf(row)?.support, row.low?.value.toNumber(), row.high?.value.toNumber());
}

/** A dirichlet share: its gamma over the sum of its group's. */
function shared(rows: readonly UncertainRow[], drawn: Values, n: number): Float64Array | null {
  const row = rows[n];
  const own = drawn[n];
  if (!row || !own) return null;
  const group = sharersOf(row, rows).map((other) => drawn[rows.indexOf(other)] ?? null);
  if (group.some((values) => values === null)) return null;
  return own.map((value, draw) => value / group.reduce((total, values) => total + (values?.[draw] ?? 0), 0));
}
