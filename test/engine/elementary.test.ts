/** exp, ln and powers in floats: near enough to those in decimals, whole to the last digit where they are whole, and their ends. */
import fc from 'fast-check';
import {
  exponential,
  isWholePower,
  logarithm,
  logarithmOnePlus,
  power,
  square,
  wholePower,
} from '../../src/engine/elementary';
import { Exact } from '../../src/engine/readings/decimals';

/** Floats that decimals hold as they are. */
const float = (min: number, max: number): fc.Arbitrary<number> =>
  fc.integer({ min: min * 1024, max: max * 1024 }).map((n) => n / 1024);
const near = (found: number, wanted: InstanceType<typeof Exact>, part: number): void => {
  expect(Math.abs(found / wanted.toNumber() - 1)).toBeLessThan(part);
};

test('exp and ln, against 40 digits', () => {
  fc.assert(
    fc.property(float(-700, 700), float(1 / 1024, 1e9), (x, y) => {
      near(exponential(x), new Exact(x).exp(), 1e-15);
      if (y !== 1) near(logarithm(y), new Exact(y).ln(), 1e-15);
    }),
    { numRuns: 300 },
  );
  fc.assert(
    fc.property(float(-0.875, 5), (x) => {
      if (x !== 0) near(logarithmOnePlus(x), new Exact(x).plus(1).ln(), 3e-15);
    }),
    { numRuns: 300 },
  );
});

test('powers, against 40 digits', () => {
  fc.assert(
    fc.property(float(1 / 1024, 1e6), float(-20, 20), fc.integer({ min: -30, max: 30 }), (x, y, n) => {
      near(power(x, y), new Exact(x).pow(y), 1e-13);
      near(wholePower(x, n), new Exact(x).pow(n), 1e-13);
      near(power(-x, n), new Exact(-x).pow(n), 1e-13);
    }),
    { numRuns: 300 },
  );
  for (let n = 0; n <= 22; n += 1) expect(wholePower(10, n)).toBe(Number(`1e${String(n)}`));
  expect([wholePower(10, -2), wholePower(2, -3), square(-1.5)]).toEqual([0.01, 0.125, 2.25]);
  expect([isWholePower(1000), isWholePower(-1000), isWholePower(1001), isWholePower(0.5)]).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

test('ends: nothing, beyond what a float holds, no answer', () => {
  expect([0, -1000, 1000, -Infinity, Infinity, Number.NaN].map(exponential)).toEqual([
    ...[1, 0, Infinity, 0, Infinity, Number.NaN],
  ]);
  expect([1, 0, -1, Infinity, Number.NaN].map(logarithm)).toEqual([0, -Infinity, Number.NaN, Infinity, Number.NaN]);
  expect([0, -1, -2].map(logarithmOnePlus)).toEqual([0, -Infinity, Number.NaN]);
  expect([power(0, 2.5), power(0, -1), power(-8, 1 / 3), power(0, 0), power(-2, 3), power(-2, 2)].map(rounded)).toEqual(
    [...[0, Infinity, Number.NaN, 1, -8, 4]],
  );
});
const rounded = (x: number): number => Number(x.toPrecision(12));
