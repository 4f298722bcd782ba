/** Check 64: draws near what they are drawn from. */
import { drawsOf } from '../../engine/uncertainty/draws';
import type { UncertainRow } from '../../engine/uncertainty/parameter';
import type { Check, Failure } from '../check';
import { drawnRows } from './same-draws';

const COUNT = 2000;
/** Distributions whose P1 is their mean. */
const MEANS: ReadonlySet<string> = new Set(['normal', 'lognormal', 'gamma', 'beta']);

function judgeRow(row: UncertainRow, values: Float64Array): Failure | null {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
  const at = row.p1?.at ?? row.at;
  const changed = `${row.parameter} drawn ${String(COUNT)} times (${row.distribution ?? ''})`;
  const [low, high] = [row.low?.value.toNumber() ?? NaN, row.high?.value.toNumber() ?? NaN];
  if (row.distribution === 'uniform' && values.some((value) => value < low || value > high))
    return { changed, expected: `between ${String(low)} and ${String(high)}`, got: 'a draw outside', at };
  const meant = row.p1?.value.toNumber();
  if (meant === undefined || !MEANS.has(row.distribution ?? '')) return null;
  return Math.abs(mean - meant) > (5 * deviation) / Math.sqrt(COUNT) + 1e-12
    ? { changed, expected: `a mean near ${String(meant)}`, got: String(Number(mean.toPrecision(6))), at }
    : null;
}

export const drawsNearMean: Check = {
  number: 64,
  family: 'Uncertainty',
  name: 'Draws lie around the mean that is typed, shares of a group sum to 1',
  why: 'A distribution given by the wrong parameters moves the result without widening it.',
  ofFormulas: true,
  judge: (subject) => {
    const { rows, seed } = drawnRows(subject);
    const values = drawsOf(rows, COUNT, seed);
    for (const [n, row] of rows.entries()) {
      const drawn = values[n];
      if (!drawn)
        return {
          changed: `${row.parameter} drawn`,
          expected: 'draws',
          got: `none: ${row.distribution ?? ''} cannot be drawn from what is typed`,
          at: row.at,
        };
      const failure = row.distribution === 'dirichlet' ? null : judgeRow(row, drawn);
      if (failure) return failure;
    }
    return null;
  },
};
