/** Roots between tried points: straight lines at once, bends and curves by halving, leaps said, refusals passed over. */
import type { Decimal } from 'decimal.js';
import { Exact } from '../../../src/engine/readings/decimals';
import { isStraight, rootsAmong, type Point } from '../../../src/engine/stress/roots';

type Gap = (at: Decimal) => Decimal | null;
const pointsOf = (gap: Gap, ...at: readonly number[]): readonly Point[] =>
  at.map((value) => ({ at: new Exact(value), gap: gap(new Exact(value)) }));
const found = (gap: Gap, ...at: readonly number[]): readonly (readonly [number, boolean])[] =>
  rootsAmong(gap, pointsOf(gap, ...at)).map(({ value, leaps }) => [value.toNumber(), leaps]);

test('a line is met where it crosses, in one more try', () => {
  const tried: number[] = [];
  const line: Gap = (at) => {
    tried.push(at.toNumber());
    return at.times(3).minus(7);
  };
  const points = pointsOf(line, 0, 10);
  tried.length = 0;
  expect(rootsAmong(line, points).map(({ value }) => value.toFixed(20))).toEqual(['2.33333333333333333333']);
  expect(tried).toHaveLength(1);
});

test('a curve to thirty digits, and each of its roots', () => {
  const gap: Gap = (at) => at.times(at).minus(2);
  const [low, high] = rootsAmong(gap, pointsOf(gap, -2, 0, 2));
  expect(low?.value.plus(Exact.sqrt(2)).abs().lt('1e-25')).toBe(true);
  expect(high?.value.minus(Exact.sqrt(2)).abs().lt('1e-25')).toBe(true);
  expect([low?.leaps, high?.leaps]).toEqual([false, false]);
});

test('a curve so bent that straight lines hardly move is met all the same', () => {
  expect(found((at) => at.pow(15).minus(1), 0, 10)).toEqual([[1, false]]);
});

test('a point that meets the target is a root once', () => {
  expect(found((at) => at.minus(4), 0, 4, 8)).toEqual([[4, false]]);
});

test('a leap is said to be one', () => {
  const [root] = found((at) => new Exact(at.lt(5) ? -1 : 1), 0, 8);
  expect(root?.[0]).toBeCloseTo(5, 12);
  expect(root?.[1]).toBe(true);
});

test('a value that the model refuses on the way leaves that interval without a root', () => {
  const refused: Gap = (at) => (at.gt(2) && at.lt(6) ? null : at.minus(4));
  expect(found(refused, 0, 8)).toEqual([]);
  expect(found(refused, 0, 3, 8)).toEqual([]);
});

test('points on one line are told from points that are not', () => {
  expect(isStraight(pointsOf((at) => at.times(3).minus(7), 0, 1, 10))).toBe(true);
  expect(isStraight(pointsOf((at) => at.times(at), 0, 1, 10))).toBe(false);
  expect(isStraight(pointsOf((at) => (at.eq(1) ? null : at), 0, 1, 10))).toBe(false);
});
