/** Quantiles by table against the exact ones, and the moments of what is drawn, for every distribution (property 64). */
import { DISTRIBUTIONS } from '../../../src/engine/distributions';
import { drawsOf } from '../../../src/engine/uncertainty/draws';
import { distributionOf, quantileOf, type UncertainRow } from '../../../src/engine/uncertainty/parameter';
import { percentile, summarise } from '../../../src/engine/uncertainty/statistics';
import { tabulated, type Fill } from '../../../src/engine/uncertainty/tabulated';
import { givenOf, rowOf } from './rows';

const between = (low: number, high: number) => ({ low: givenOf(low), high: givenOf(high) });
/** Rows with their mean and standard deviation, by the formulas of the textbooks. */
const CASES: readonly (readonly [row: UncertainRow, mean: number, sd: number])[] = [
  [rowOf('a', 'normal', 100, 20), 100, 20],
  [rowOf('b', 'lognormal', 50, 30), 50, 30],
  [rowOf('c', 'gamma', 5, 4), 5, 4],
  [rowOf('d', 'gamma', 1000, 50), 1000, 50],
  [rowOf('e', 'beta', 0.2, 0.05), 0.2, 0.05],
  [rowOf('f', 'beta', 0.03, 0.03), 0.03, 0.03],
  [rowOf('g', 'uniform', null, null, between(2, 6)), 4, 4 / Math.sqrt(12)],
  [rowOf('h', 'triangular', 3, null, between(1, 8)), 4, Math.sqrt((1 + 9 + 64 - 3 - 8 - 24) / 18)],
  [rowOf('i', 'pert', 3, null, between(1, 8)), 3.5, Math.sqrt((2.5 * 4.5) / 7)],
  [rowOf('j', 'normal', 10, null, between(8.04, 11.96)), 10, 1],
  [rowOf('k', 'beta', 0.2, null, between(0.1, 0.3)), 0.2, 0.2 / (2 * 1.959963984540054)],
];

function at(fill: Fill, u: number): number {
  const values = Float64Array.of(u);
  fill(values);
  return values[0] ?? NaN;
}

test('every distribution is among the cases', () => {
  expect(new Set(CASES.map(([row]) => row.distribution))).toEqual(new Set(DISTRIBUTIONS.map(({ name }) => name)));
});

test.each(CASES.map(([row, mean, sd]) => [row.distribution, row, mean, sd] as const))(
  '%s: by table within a third of a millionth of its deviation; mean, deviation and percentiles of the draws',
  (_, row, mean, sd) => {
    const exact = quantileOf(row);
    if (!exact) throw new Error('no quantile');
    const table = tabulated(exact, distributionOf(row)?.support, row.low?.value.toNumber(), row.high?.value.toNumber());
    for (const u of [
      1e-9,
      1e-6,
      0.001,
      0.0155,
      0.0158,
      0.02,
      0.1,
      0.37,
      0.5003,
      0.8,
      0.9,
      0.984,
      0.9846,
      0.99,
      0.9999,
      1 - 1e-6,
    ])
      expect(Math.abs(at(table, u) - exact(u))).toBeLessThan(sd * 3e-7);
    const [drawn] = drawsOf([row], 16384, 3);
    const values = drawn ?? new Float64Array(1);
    const summary = summarise(values);
    expect(Math.abs(summary.mean - mean)).toBeLessThan(sd * 0.002);
    expect(Math.abs(summary.sd / sd - 1)).toBeLessThan(0.005);
    const sorted = Float64Array.from(values).sort();
    for (const u of [0.025, 0.25, 0.5, 0.975])
      expect(Math.abs(percentile(sorted, u) - exact(u))).toBeLessThan(sd * 0.01);
    const [least, greatest] = [exact(1e-12), exact(1 - 1e-12)];
    expect([(sorted[0] ?? 0) >= least, (sorted.at(-1) ?? 0) <= greatest]).toEqual([true, true]);
  },
);

test('in the farthest tails too, the logarithm of a lognormal is a straight line', () => {
  const exact = quantileOf(rowOf('l', 'lognormal', 50, 30));
  if (!exact) throw new Error('no quantile');
  const table = tabulated(exact, 'positive');
  for (const u of [6e-11, 1e-10, 1.5e-10, 1 - 1e-10, 1 - 2e-10]) expect(at(table, u) / exact(u)).toBeCloseTo(1, 6);
});

test('the most skew gamma that is read by table stays above 0, and rises', () => {
  const row = rowOf('k', 'gamma', 5, 25);
  const exact = quantileOf(row);
  if (!exact) throw new Error('no quantile');
  const table = tabulated(exact, 'positive');
  const values = Float64Array.from({ length: 4000 }, (_, n) => (n + 0.5) / 4000);
  table(values);
  expect(values.findIndex((value, n) => !(value > (values[n - 1] ?? 0)))).toBe(-1);
});
