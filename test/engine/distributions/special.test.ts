/** The functions behind gamma and beta against what is known in closed form, to the last digits that floats hold. */
import { normalDistribution, Exact } from '../../../src/engine/readings/decimals';
import { standardNormal } from '../../../src/engine/distributions/normal';
import { betaBelow, gammaBelow, inverse, lnGamma } from '../../../src/engine/distributions/special';

/** Equal but for so many parts of what is wanted. */
const near = (found: number, wanted: number, part = 2e-14): void => {
  expect(Math.abs(found - wanted) / Math.abs(wanted)).toBeLessThan(part);
};

test('ln Γ: factorials, halves by Legendre, and near 0', () => {
  let factorial = 1;
  for (let n = 3; n < 160; n += 1) {
    factorial *= n - 1;
    near(lnGamma(n), Math.log(factorial), 1e-14);
  }
  near(lnGamma(0.5), Math.log(Math.PI) / 2);
  near(lnGamma(1.5), Math.log(Math.PI) / 2 - Math.log(2), 1e-13);
  near(lnGamma(5.5), Math.log((945 * Math.sqrt(Math.PI)) / 32));
  for (const x of [1e-8, 0.03, 0.2, 0.45, 0.49]) near(lnGamma(x), lnGamma(x + 1) - Math.log(x));
  for (const x of [0.1, 0.3, 0.49]) near(lnGamma(x) + lnGamma(1 - x), Math.log(Math.PI / Math.sin(Math.PI * x)), 1e-13);
});

test('a gamma of a whole shape is what a Poisson leaves, on both sides of where the sums change', () => {
  for (const shape of [1, 2, 5, 12])
    for (const x of [0.01, 0.5, 1, 2, shape + 0.9, shape + 1, shape + 1.1, 3 * shape + 8]) {
      let [term, below] = [Math.exp(-x), 0];
      for (let n = 0; n < 400; n += 1) {
        if (n >= shape) below += term;
        term *= x / (n + 1);
      }
      near(gammaBelow(shape, x), below, 2e-13);
    }
  expect([gammaBelow(2, 0), gammaBelow(2, -1), gammaBelow(1, 3000)]).toEqual([0, 0, 1]);
  // x^a / Γ(a + 1) as x goes to 0; ½ is the error function's: erf(√x).
  near(gammaBelow(40, 1e-5), Math.exp(40 * Math.log(1e-5) - lnGamma(41)), 1e-4);
  near(gammaBelow(0.5, 0.25), 0.5204998778130465);
  near(gammaBelow(0.5, 4), 0.9953222650189527);
});

test('a beta of whole shapes is what a binomial leaves, on both sides of where the sums change', () => {
  for (const [a, b] of [
    [1, 1],
    [1, 6],
    [6, 1],
    [2, 3],
    [7, 4],
    [20, 31],
  ] as const)
    for (const x of [0.001, 0.1, 0.27, a / (a + b), (a + 1) / (a + b + 2), 0.6, 0.93]) {
      const trials = a + b - 1;
      let [ways, below] = [1, 0];
      for (let k = 0; k <= trials; k += 1) {
        if (k >= a) below += ways * x ** k * (1 - x) ** (trials - k);
        ways *= (trials - k) / (k + 1);
      }
      near(betaBelow(a, b, x), below, 3e-13);
    }
  expect([betaBelow(2, 3, 0), betaBelow(2, 3, -1), betaBelow(2, 3, 1), betaBelow(2, 3, 1.5)]).toEqual([0, 0, 1, 1]);
  for (const x of [0.02, 0.5, 0.98]) near(betaBelow(0.5, 0.5, x), (2 / Math.PI) * Math.asin(Math.sqrt(x)), 1e-13);
});

test('an inverse is found by its slope, by halves where the slope leads out, and by doubling where there is no upper bound', () => {
  let asked = 0;
  const square = (x: number): number => {
    asked += 1;
    return x * x;
  };
  near(
    inverse(square, (x) => 2 * x, 0.3, 0.9, 0, 1),
    Math.sqrt(0.3),
    1e-15,
  );
  expect(asked).toBeLessThan(30);
  near(
    inverse(square, () => 1e-9, 0.3, 0.9, 0, 1),
    Math.sqrt(0.3),
    1e-14,
  );
  expect(asked).toBeGreaterThan(40);
  asked = 0;
  near(
    inverse(
      (x) => 1 - 1 / (1 + square(x)),
      () => -1e-9,
      0.9999,
      1,
      0,
      Infinity,
    ),
    Math.sqrt(9999),
    1e-11,
  );
  expect(asked).toBeLessThan(80);
  expect(
    inverse(
      (x) => x,
      () => 1,
      0.25,
      0.25,
      0,
      1,
    ),
  ).toBe(0.25);
});

test('the standard normal quantile is the inverse of the distribution in decimals, in the middle, the sides and the tails', () => {
  for (const u of [
    1e-30, 1e-16, 1.3e-11, 1.4e-11, 1e-6, 0.02, 0.07, 0.0749, 0.0751, 0.2, 0.5, 0.6, 0.9249, 0.9251, 0.97,
  ]) {
    const back = normalDistribution(new Exact(standardNormal(u))).toNumber();
    near(back, u, u < 1e-6 ? 2e-13 : 5e-15);
  }
  near(1 - normalDistribution(new Exact(standardNormal(1 - 2 ** -40))).toNumber(), 2 ** -40, 1e-3);
});
