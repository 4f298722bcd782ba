/** Ranks, correlation and the part of the variance that one parameter explains, by hand. */
import { correlation, ranks, varianceShare } from '../../../src/engine/uncertainty/drivers';
import { percentile, summarise } from '../../../src/engine/uncertainty/statistics';

const of = (...values: readonly number[]): Float64Array => Float64Array.from(values);

test('equal values share the mean of their ranks', () => {
  expect([...ranks(of(3, -1, 0, 3, 2, 3))]).toEqual([5, 1, 2, 5, 3, 5]);
  expect([...ranks(of())]).toEqual([]);
});

test('a correlation is that of the textbook, whatever the means; 0 where one side does not move', () => {
  const [a, b] = [of(11, 12, 13, 14), of(102, 101, 104, 103)];
  expect(correlation(a, b)).toBeCloseTo(0.6, 12);
  expect(
    correlation(
      b,
      a.map((value) => -value),
    ),
  ).toBeCloseTo(-0.6, 12);
  expect([correlation(a, of(7, 7, 7, 7)), correlation(of(7, 7, 7, 7), a)]).toEqual([0, 0]);
});

describe('the part of the variance', () => {
  const count = 80;
  const rank = Float64Array.from({ length: count }, (_, n) => n + 1);
  const figure = (at: (n: number) => number): Float64Array => Float64Array.from(rank, (_, n) => at(n));
  const step = (n: number): number => (n < count / 2 ? 0 : 3);

  test('is all, where figures are the same within a class, and nothing where the classes have one mean', () => {
    expect(varianceShare(rank, figure(step))).toBe(1);
    expect(
      varianceShare(
        rank,
        figure((n) => n % 2),
      ),
    ).toBe(0);
    expect(
      varianceShare(
        rank,
        figure(() => 4),
      ),
    ).toBe(0);
  });

  test('is the sum of squares between the classes less what chance gives, of the whole', () => {
    // Means 1 and 4, and 1 up or down about them: 180 between, 80 within on 78 degrees of freedom.
    expect(
      varianceShare(
        rank,
        figure((n) => step(n) + 2 * (n % 2)),
      ),
    ).toBeCloseTo((180 - 80 / 78) / 260, 12);
    const [turned, same] = [rank.map((at) => count + 1 - at), figure((n) => step(n) + 2 * (n % 2))];
    expect(varianceShare(turned, same)).toBeCloseTo((180 - 80 / 78) / 260, 12);
  });

  test('takes classes of forty draws, no more than 32, and none of fewer than two', () => {
    expect(varianceShare(rank.subarray(1), figure(step).subarray(1))).toBe(0);
    const many = Float64Array.from({ length: 4000 }, (_, n) => n + 1);
    // A step in the middle of the last of 32 classes: 125 draws a class, of which 62 are 1.
    const late = many.map((at) => (at > 4000 - 62 ? 1 : 0));
    const [mean, within] = [62 / 4000, (63 * 62) / 125];
    const total = 4000 * mean * (1 - mean);
    expect(varianceShare(many, late)).toBeCloseTo((total - within - (31 * within) / (4000 - 32)) / total, 12);
  });

  test('leaves out classes in which no draw is: ranks that are shared fall into one', () => {
    // Three classes of 40; the middle rank is shared by all but the first and last forty.
    const shared = Float64Array.from({ length: 120 }, (_, n) => (n < 60 ? 30.5 : 90.5));
    const made = Float64Array.from(shared, (_, n) => (n < 60 ? 0 : 3) + 2 * (n % 2));
    expect(varianceShare(shared, made)).toBeCloseTo((270 - 120 / 118) / 390, 12);
  });
});

test('a summary by hand: what is lost of a small number beside large ones is kept', () => {
  const made = summarise(of(4, 1, 3, 2));
  expect(made).toMatchObject({ mean: 2.5, median: 2.5 });
  expect([made.sd, made.error]).toEqual([Math.sqrt(5 / 3), Math.sqrt(5 / 3) / 2]);
  expect([made.low, made.high].map((value) => Number(value.toFixed(12)))).toEqual([1.075, 3.925]);
  expect(summarise(of(1e16, 1, -1e16, 1)).mean).toBe(0.5);
  expect(summarise(of(1, 1e16, 1, -1e16)).mean).toBe(0.5);
  expect(summarise(of(5))).toEqual({ mean: 5, sd: 0, low: 5, median: 5, high: 5, error: 0 });
  expect([0, 0.25, 1].map((at) => percentile(of(1, 2, 3), at))).toEqual([1, 1.5, 3]);
});
