/** Draws of a workbook: prefixes, groups, shares that add up, nothing drawn where nothing spreads, and statistics by hand. */
import { assess } from '../../../src/assess';
import { BLOCK, drawPlan, drawsOf } from '../../../src/engine/uncertainty/draws';
import { movingAsOne } from '../../../src/engine/uncertainty/groups';
import { percentile, summarise } from '../../../src/engine/uncertainty/statistics';
import { modelWith, settings, type Block, type Typed } from '../../build/snapshot';
import { rowOf } from './rows';

const row = (parameter: string, distribution: string, p1: number, p2: number | null, group = '') =>
  rowOf(parameter, distribution, p1, p2, { group });

test.each(['sobol', 'plain'] as const)('%s: the first of many draws are the few, whatever rows follow', (sampling) => {
  const rows = [row('a', 'normal', 10, 2), row('b', 'gamma', 5, 1)];
  const [few] = drawsOf(rows, 1100, 7, sampling);
  const [many] = drawsOf([...rows, row('c', 'beta', 0.5, 0.1)], 3000, 7, sampling);
  expect([...(many?.subarray(0, 1100) ?? [])]).toEqual([...(few ?? [])]);
  const [other] = drawsOf(rows, 1100, 8, sampling);
  expect([...(other ?? [])]).not.toEqual([...(few ?? [])]);
});

test.each(['sobol', 'plain'] as const)('%s: a block is the same whoever makes it, in whatever order', (sampling) => {
  const rows = [row('a', 'normal', 10, 2), row('b', 'gamma', 5, 1, 'g'), row('d', 'dirichlet', 3, null, 's')];
  const all = drawsOf(rows, 3 * BLOCK, 7, sampling);
  const plan = drawPlan(rows, 7, sampling);
  for (const block of [2, 0, 1])
    plan(block, BLOCK).forEach((values, n) => {
      expect([...(values ?? [])]).toEqual([...(all[n]?.subarray(block * BLOCK, (block + 1) * BLOCK) ?? [])]);
    });
});

test('rows of a group move together; rows apart do not', () => {
  const [a, b, c] = drawsOf(
    [row('a', 'normal', 0, 1, 'g'), row('b', 'normal', 5, 2, 'g'), row('c', 'normal', 0, 1)],
    500,
    1,
  );
  a?.forEach((value, n) => {
    expect(b?.[n]).toBeCloseTo(5 + 2 * value, 12);
  });
  expect([...(c ?? [])]).not.toEqual([...(a ?? [])]);
});

test('two rows of one parameter are drawn apart, by their op and their number', () => {
  const [a, b, c] = drawsOf(
    [row('a', 'normal', 0, 1), row('a', 'normal', 0, 1), rowOf('a', 'normal', 0, 1, { op: 'x' })],
    50,
    1,
  );
  const said = [a, b, c].map((values) => [...(values ?? [])].join());
  expect(new Set(said).size).toBe(3);
});

test('rows move as one with those of their group, however it is written; shares of one do not', () => {
  const rows = [
    row('a', 'normal', 0, 1, 'g'),
    row('b', 'normal', 0, 1),
    row('c', 'gamma', 3, 1, ' G '),
    row('d', 'dirichlet', 3, null, 's'),
    row('e', 'dirichlet', 5, null, 's'),
    row('f', 'normal', 0, 1, '1'),
  ];
  expect(movingAsOne(rows)).toEqual([[0, 2], [1], [3], [4], [5]]);
});

test('dirichlet shares add up to 1, with the means of their counts', () => {
  const rows = [
    row('a', 'dirichlet', 30, null, 's'),
    row('b', 'dirichlet', 50, null, 's'),
    row('c', 'dirichlet', 20, null, 's'),
  ];
  const drawn = drawsOf(rows, 4000, 3);
  for (let draw = 0; draw < 4000; draw += 1)
    expect(drawn.reduce((sum, values) => sum + (values?.[draw] ?? 0), 0)).toBeCloseTo(1, 12);
  expect(drawn.map((values) => summarise(values ?? new Float64Array(1)).mean.toFixed(2))).toEqual([
    '0.30',
    '0.50',
    '0.20',
  ]);
});

test('what is no dirichlet takes no part in the shares of its group', () => {
  const shares = [row('a', 'dirichlet', 30, null, 's'), row('b', 'dirichlet', 70, null, 's')];
  const [a, b] = drawsOf([...shares, row('c', 'normal', 40, 1, 's')], 50, 3);
  for (let draw = 0; draw < 50; draw += 1) expect((a?.[draw] ?? 0) + (b?.[draw] ?? 0)).toBeCloseTo(1, 12);
});

test('percentiles of type 7, and the sample deviation', () => {
  const sorted = Float64Array.from([1, 2, 3, 4]);
  expect([percentile(sorted, 0), percentile(sorted, 0.5), percentile(sorted, 0.975), percentile(sorted, 1)]).toEqual([
    1, 2.5, 3.925, 4,
  ]);
  expect(summarise(sorted)).toMatchObject({ mean: 2.5, sd: Math.sqrt(5 / 3) });
});

const uncertain = (...rows: readonly (readonly Typed[])[]): Block => [
  ['Parameter', 'Op', 'Low', 'High', 'Distribution', 'P1', 'P2'],
  ...rows,
];
const drawn = (uncertainty: Block) => {
  const { results, findings } = assess(
    modelWith({ Model: settings(['Draws', 500], ['Seed', 4]), Uncertainty: uncertainty }),
  );
  return { results, findings, base: results?.impact.total.map(Number) ?? [] };
};

test('draws without spread are the model as typed', () => {
  const { results, base } = drawn(uncertain(['Prices/Drug A/List price', 'x', null, null, 'normal', 1, 0]));
  results?.uncertainty?.impact.mean.forEach((mean, year) => {
    expect(Number(mean)).toBeCloseTo(base[year] ?? NaN, 6);
  });
  expect(results?.uncertainty?.impact.sd.map(Number).every((sd) => sd < 1e-6)).toBe(true);
});

test('a parameter that costs follow in a straight line has the mean and deviation of its own', () => {
  const fixed = drawn(uncertain(['Prices/Drug A/List price', 'x', null, null, 'normal', 2, 0]));
  const { results, base } = drawn(uncertain(['Prices/Drug A/List price', 'x', null, null, 'normal', 1, 0.1]));
  const [mean, sd] = [Number(results?.uncertainty?.impact.mean[0]), Number(results?.uncertainty?.impact.sd[0])];
  const slope = Number(fixed.results?.uncertainty?.impact.mean[0]) - (base[0] ?? 0);
  expect(Math.abs(mean - (base[0] ?? 0))).toBeLessThan((4 * 0.1 * Math.abs(slope)) / Math.sqrt(500));
  expect(sd / (0.1 * Math.abs(slope))).toBeCloseTo(1, 0);
  expect(results?.uncertainty?.draws).toBe(500);
});

test('draws beyond the bounds of a price are used, and counted', () => {
  const { findings } = drawn(uncertain(['Prices/Drug A/List price', 'set', null, null, 'normal', 100, 100]));
  expect(findings.filter(({ code }) => code === 'drawn-beyond-bounds').map(({ message }) => message)).toEqual([
    expect.stringMatching(/was drawn beyond what it can be in \d+ of 500 draws/) as string,
  ]);
});

test('a beta that cannot be is an error in its cell', () => {
  const { findings, results } = drawn(uncertain(['Uptake/with/All/Drug A/2026', 'set', null, null, 'beta', 0.3, 0.6]));
  expect(results).toBeNull();
  expect(findings.find(({ code }) => code === 'no-such-distribution')).toMatchObject({
    severity: 'error',
    at: { column: 'P1' },
  });
});
