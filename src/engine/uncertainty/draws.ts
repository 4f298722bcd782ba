/**
 * Draws: a value of every uncertain parameter for every draw. Each parameter (or group that moves together) has a stream of
 * its own from the seed, so that the first thousand of ten thousand draws are the thousand, and a new row leaves the
 * others' draws alone. Sampling is plain; a quantile of uniform numbers.
 */
import { gammaQuantile } from '../distributions/gamma';
import type { Quantile } from '../distributions/kind';
import { generator } from './generator';
import { quantileOf, type UncertainRow } from './parameter';

/** Values by parameter, then by draw. Null where a row has no distribution that exists. */
export function drawsOf(rows: readonly UncertainRow[], count: number, seed: number): readonly (Float64Array | null)[] {
  const marginals = rows.map((row): Quantile | null =>
    row.distribution === 'dirichlet' ? dirichletGamma(row, rows) : quantileOf(row),
  );
  const drawn = rows.map((row, n) => {
    const quantile = marginals[n];
    if (!quantile) return null;
    const random = generator(streamOf(seed, keyOf(row, rows)));
    return Float64Array.from({ length: count }, () => quantile(random()));
  });
  return rows.map((row, n) => (row.distribution === 'dirichlet' ? shared(rows, drawn, n, count) : (drawn[n] ?? null)));
}

/** Rows of a group move together; the rows of a dirichlet group are drawn apart, and divided by their sum. */
const keyOf = (row: UncertainRow, rows: readonly UncertainRow[]): string =>
  row.group !== '' && row.distribution !== 'dirichlet'
    ? `group ${row.group.trim().toLowerCase()}`
    : `${row.parameter} ${row.op} ${String(rows.filter((other) => other.parameter === row.parameter).indexOf(row))}`;

/** A seed for a name: FNV-1a over the seed and the name. */
function streamOf(seed: number, key: string): number {
  let hash = 0x811c9dc5;
  for (const letter of `${String(seed)} ${key}`)
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash;
}

const sameGroup = (a: UncertainRow, b: UncertainRow): boolean =>
  a.distribution === b.distribution && a.group.trim().toLowerCase() === b.group.trim().toLowerCase();

/**
 * P1 is a count; where the first row of the group that has one gives a standard error, P1 is a mean share, and the counts
 * are m × ν with ν = m (1 − m) / se² − 1 of that row.
 */
function dirichletGamma(row: UncertainRow, rows: readonly UncertainRow[]): Quantile | null {
  const group = rows.filter((other) => sameGroup(other, row));
  const sized = group.find((other) => other.p2);
  const [mean, error] = [sized?.p1?.value.toNumber() ?? 0, sized?.p2?.value.toNumber() ?? 0];
  const precision = sized ? (mean * (1 - mean)) / error ** 2 - 1 : 1;
  const shape = (row.p1?.value.toNumber() ?? 0) * precision;
  return shape > 0 ? (u) => gammaQuantile(shape, u) : null;
}

/** A dirichlet share: its gamma over the sum of its group's. */
function shared(
  rows: readonly UncertainRow[],
  drawn: readonly (Float64Array | null)[],
  n: number,
  count: number,
): Float64Array | null {
  const row = rows[n];
  const own = drawn[n];
  if (!row || !own) return null;
  const group = drawn.filter((_, other) => rows[other] !== undefined && sameGroup(rows[other], row));
  if (group.some((values) => values === null)) return null;
  return Float64Array.from({ length: count }, (_, draw) => {
    const sum = group.reduce((total, values) => total + (values?.[draw] ?? 0), 0);
    return (own[draw] ?? 0) / sum;
  });
}
