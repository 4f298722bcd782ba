/** Every distribution: quantiles against reference values (R 4.2: qnorm, qgamma, qbeta), its mean and standard error, its bounds. */
import fc from 'fast-check';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DISTRIBUTIONS } from '../../../src/engine/distributions';
import { betaQuantile } from '../../../src/engine/distributions/beta';
import { gammaQuantile } from '../../../src/engine/distributions/gamma';
import type { Described } from '../../../src/engine/distributions/kind';
import { standardNormal } from '../../../src/engine/distributions/normal';
import { betaBelow, gammaBelow } from '../../../src/engine/distributions/special';

const close = (found: number, wanted: number): void => {
  expect(Math.abs(found - wanted)).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(wanted)));
};
const quantile = (name: string, of: Partial<Described>) =>
  DISTRIBUTIONS.find((kind) => kind.name === name)?.quantile({ centre: 0, spread: 0, low: 0, high: 0, ...of }) ?? null;

test('every file of the folder is in the list', () => {
  const folder = join(__dirname, '../../../src/engine/distributions');
  const files = readdirSync(folder).map((file) => file.replace('.ts', ''));
  const kinds = files.filter((file) => !['index', 'kind', 'special'].includes(file));
  expect(DISTRIBUTIONS.map(({ name }) => name).sort()).toEqual(kinds.sort());
});

test.each(['uniform', 'triangular', 'pert'])('%s from a number to the same is that number', (name) => {
  const none = quantile(name, { centre: 2, low: 2, high: 2 });
  expect([0.1, 0.5, 0.9].map((part) => none?.(part))).toEqual([2, 2, 2]);
  expect(quantile(name, { centre: 2, low: 3, high: 1 })).toBeNull();
});

test('a beta without spread is its mean, where that is a share', () => {
  const at = (centre: number): number | null => quantile('beta', { centre })?.(0.3) ?? null;
  expect([0, 0.4, 1, -0.1, 1.1].map(at)).toEqual([0, 0.4, 1, null, null]);
});

test('quantiles against reference values', () => {
  close(standardNormal(0.975), 1.959963984540054);
  close(standardNormal(0.0001), -3.719016485455709);
  close(standardNormal(1e-10), -6.361340902404056);
  close(gammaQuantile(2.5, 0.1), 0.8051539934811625);
  expect(gammaQuantile(0.3, 0.01) / 1.5022226552360407e-7).toBeCloseTo(1, 10);
  close(betaQuantile(2, 3)(0.25), 0.2430220837560767);
  close(betaQuantile(0.5, 0.5)(0.1), 0.024471741852423214);
});

/**
 * A quantile is right to 1e-14 of itself: what was asked lies between what the distribution function says on either side.
 * Where the density has no end (a beta of shape 1/2 near 1) the last digits of a quantile move that function by more than 5e-9.
 */
const inverts = (below: (x: number) => number, found: number, part: number): void => {
  expect(below(found * (1 - 1e-14))).toBeLessThan(part + 5e-9);
  expect(below(found * (1 + 1e-14))).toBeGreaterThan(part - 5e-9);
};

test('a quantile is the inverse of its distribution function', () => {
  const u = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true });
  const shape = fc.double({ min: 0.5, max: 200, noNaN: true });
  fc.assert(
    fc.property(u, shape, shape, (part, a, b) => {
      inverts((x) => gammaBelow(a, x), gammaQuantile(a, part), part);
      inverts((x) => betaBelow(a, b, Math.min(1, x)), betaQuantile(a, b)(part), part);
    }),
    { examples: [[0.9999875619518995, 135.51367187394064, 0.5]] },
  );
});

describe.each(['normal', 'lognormal', 'gamma', 'beta'])('%s', (name) => {
  test('has the mean and the standard error it was described by', () => {
    const of = quantile(name, { centre: 0.3, spread: 0.1 });
    const values = Array.from({ length: 40000 }, (_, n) => of?.((n + 0.5) / 40000) ?? NaN);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const sd = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
    expect(mean).toBeCloseTo(0.3, 4);
    expect(sd).toBeCloseTo(0.1, 3);
  });

  test('without spread is its mean', () => {
    expect(quantile(name, { centre: 0.3 })?.(0.9)).toBeCloseTo(0.3, 12);
  });
});

test('what does not exist has no quantile', () => {
  expect(quantile('beta', { centre: 0.3, spread: 0.6 })).toBeNull();
  expect(quantile('gamma', { centre: -1, spread: 0.6 })).toBeNull();
  expect(quantile('lognormal', { centre: 0, spread: 0.6 })).toBeNull();
  expect(quantile('uniform', { low: 2, high: 1 })).toBeNull();
  expect(quantile('triangular', { centre: 3, low: 1, high: 2 })).toBeNull();
  expect(quantile('pert', { centre: 0, low: 1, high: 2 })).toBeNull();
});

test('triangular and pert keep to their bounds, with their mode in between', () => {
  const shape = { centre: 2, low: 1, high: 5 };
  for (const name of ['triangular', 'pert', 'uniform']) {
    const of = quantile(name, shape);
    expect(of?.(1e-9)).toBeGreaterThanOrEqual(1);
    expect(of?.(1 - 1e-9)).toBeLessThanOrEqual(5);
  }
  expect(quantile('triangular', shape)?.(0.25)).toBeCloseTo(2, 12);
});

test('a mode may stand at an end: of a pert the part below it is then (u), or 1 − (1 − u), to the power of a fifth', () => {
  // With α = 5 and β = 1 the beta is u^(1/5); with α = 1 and β = 5 its mirror image.
  const [last, early] = [
    { centre: 5, low: 1, high: 5 },
    { centre: 1, low: 1, high: 5 },
  ];
  for (const u of [0.1, 0.5, 0.9]) {
    expect(quantile('pert', last)?.(u)).toBeCloseTo(1 + 4 * u ** 0.2, 9);
    expect(quantile('pert', early)?.(u)).toBeCloseTo(1 + 4 * (1 - (1 - u) ** 0.2), 9);
  }
});
