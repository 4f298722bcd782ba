/** Scrambled Sobol points: those of Joe & Kuo, evenly spread whatever the scramble, and far nearer the mean than chance. */
import { coordinate, MOST_DIMENSIONS } from '../../../src/engine/uncertainty/sobol';
import { drawsOf } from '../../../src/engine/uncertainty/draws';
import { summarise } from '../../../src/engine/uncertainty/statistics';
import { normalRow } from './rows';

const points = (dimension: number, count: number, seed = 5, from = 0): Float64Array => {
  const made = new Float64Array(count);
  coordinate(dimension, seed)(from, made);
  return made;
};

test('each coordinate puts one point into each of 1024 equal parts', () => {
  for (const dimension of [0, 1, 2, 17, 100, MOST_DIMENSIONS - 1])
    expect(new Set([...points(dimension, 1024)].map((u) => Math.floor(u * 1024))).size).toBe(1024);
});

/** Most points of any elementary box of 2^m boxes, among 2^m points: 2^t of a (t, m, 2)-net. */
function crowd(a: number, b: number, m: number): number {
  const [x, y] = [points(a, 2 ** m, 3), points(b, 2 ** m, 9)];
  let most = 0;
  for (let across = 0; across <= m; across += 1) {
    const boxes = new Map<number, number>();
    x.forEach((u, n) => {
      const box = Math.floor(u * 2 ** across) * 2 ** m + Math.floor((y[n] ?? 0) * 2 ** (m - across));
      boxes.set(box, (boxes.get(box) ?? 0) + 1);
    });
    most = Math.max(most, ...boxes.values());
  }
  return most;
}

test('the first two coordinates are a (0, m, 2)-net, and scrambling keeps the quality of every pair', () => {
  for (const m of [4, 7, 10]) expect(crowd(0, 1, m)).toBe(1);
  // By Joe & Kuo's numbers as scipy 1.17 has them: t of these pairs at m = 10.
  expect([crowd(1, 2, 10), crowd(3, 4, 10), crowd(10, 11, 10), crowd(80, 81, 10)].map(Math.log2)).toEqual(NETS);
});
const NETS = [1, 1, 1, 2];

test('a point is made from its number alone', () => {
  expect([...points(7, 100, 5, 1300)]).toEqual([...points(7, 1400).subarray(1300)]);
});

test('twenty parameters: the mean of their sum is nearer than that of sixteen times as many plain draws', () => {
  const rows = Array.from({ length: 20 }, (_, n) => normalRow(`p${String(n)}`, 10, 1 + n / 10));
  const off = (sampling: 'sobol' | 'plain', count: number, seed: number): number => {
    const drawn = drawsOf(rows, count, seed, sampling);
    const sums = Float64Array.from({ length: count }, (_, n) =>
      drawn.reduce((sum, values) => sum + (values?.[n] ?? 0), 0),
    );
    return (summarise(sums).mean - 200) ** 2;
  };
  const mean = (sampling: 'sobol' | 'plain', count: number): number =>
    [1, 2, 3, 4].reduce((sum, seed) => sum + off(sampling, count, seed), 0);
  expect(mean('sobol', 1024)).toBeLessThan(mean('plain', 16384));
});
