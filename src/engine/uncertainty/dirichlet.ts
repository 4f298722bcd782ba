/** Dirichlet shares: rows of one Group that add up to 1. Each is a gamma over the sum of them all; alone, a beta. */
import { betaQuantile } from '../distributions/beta';
import type { Quantile } from '../distributions/kind';
import { square } from '../elementary';
import { groupOf } from './groups';
import type { UncertainRow } from './parameter';

/** The rows that share 1 with this one, itself included. */
export const sharersOf = (row: UncertainRow, rows: readonly UncertainRow[]): readonly UncertainRow[] =>
  rows.filter((other) => other.distribution === 'dirichlet' && groupOf(other) === groupOf(row));

/**
 * The concentration of a row. P1 is a count; where the first row of the group that has one gives a standard error, P1 is
 * a mean share, and the counts are m × ν with ν = m (1 − m) / se² − 1 of that row. 0 or less: there is none such.
 */
export function concentrationOf(row: UncertainRow, rows: readonly UncertainRow[]): number {
  const sized = sharersOf(row, rows).find((other) => other.p2);
  const [mean, error] = [sized?.p1?.value.toNumber() ?? 0, sized?.p2?.value.toNumber() ?? 0];
  const precision = sized ? (mean * (1 - mean)) / square(error) - 1 : 1;
  return (row.p1?.value.toNumber() ?? 0) * precision;
}

/** A share by itself: a beta of its concentration against the others'. Null where there is none such. */
export function shareQuantile(row: UncertainRow, rows: readonly UncertainRow[]): Quantile | null {
  const own = concentrationOf(row, rows);
  const all = sharersOf(row, rows).reduce((sum, other) => sum + concentrationOf(other, rows), 0);
  return own > 0 && all > own ? betaQuantile(own, all - own) : null;
}
