/** The shortest move onto a plane within bounds, against closed forms and against points tried one by one. */
import fc from 'fast-check';
import { nearestOnPlane } from '../../../src/engine/stress/nearest';

const FREE = [-100, 100] as const;

test.each([
  ['in proportion to the slopes', [1, 2], 5, [FREE, FREE], [1, 2]],
  ['what stands at its upper bound is made up for', [1, 2], 5, [FREE, [-1, 1]], [3, 1]],
  ['what stands at its lower bound is made up for', [1, -2], 5, [FREE, [-1, 1]], [3, -1]],
  ['bound after bound', [1, 2, 4], 21, [FREE, [0, 1], [0, 3]], [7, 1, 3]],
  ['every one at its bound', [1, 1], 2, [[0, 1] as const, [0, 1] as const], [1, 1]],
  ['nowhere to go', [1, 2], 0, [FREE, FREE], [0, 0]],
] as const)('%s', (_, slopes, rest, bounds, moves) => {
  expect(nearestOnPlane(slopes, rest, bounds)).toEqual(moves);
});

test.each([
  ['nothing moves the figure', [0, 0], 1, [FREE, FREE]],
  ['all bounds together are too near', [1, 1], 3, [[0, 1] as const, [0, 1] as const]],
] as const)('out of reach: %s', (_, slopes, rest, bounds) => {
  expect(nearestOnPlane(slopes, rest, bounds)).toBeNull();
});

test('no other move of a fine net that meets the plane within the bounds is shorter', () => {
  const slope = fc.integer({ min: -4, max: 4 }).filter((value) => value !== 0);
  const reach = fc.integer({ min: 1, max: 6 });
  fc.assert(
    fc.property(slope, slope, reach, reach, fc.integer({ min: -12, max: 12 }), (a, b, left, right, rest) => {
      const bounds = [[-left, left] as const, [-right, right] as const];
      const found = nearestOnPlane([a, b], rest, bounds);
      const net = Array.from({ length: 481 }, (_, n) => -6 + n / 40)
        .map((x) => [x, (rest - a * x) / b] as const)
        .filter(([x, y]) => Math.abs(x) <= left && Math.abs(y) <= right);
      const shortest = Math.min(...net.map(([x, y]) => Math.hypot(x, y)));
      if (found === null) {
        expect(net).toEqual([]);
        return;
      }
      expect(a * (found[0] ?? NaN) + b * (found[1] ?? NaN)).toBeCloseTo(rest, 9);
      expect(Math.hypot(...found)).toBeLessThanOrEqual(shortest + 1e-9);
    }),
  );
});
