/**
 * Special functions behind gamma and beta: ln Γ (Lanczos), the regularised incomplete functions (series and continued
 * fractions; Press et al., Numerical Recipes, 6.2 and 6.4), and the inverse of a distribution function by bracketed Newton.
 */
import { exponential, logarithm, logarithmOnePlus } from '../elementary';

const LANCZOS = [
  0.9999999999998099, 676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905,
  -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7,
];
/** ½ ln 2π. */
const HALF_LN_TWO_PI = 0.9189385332046727;
const TINY = 1e-300;
const CLOSE = 1e-16;
const MOST = 500;

/** ln Γ(x), x > 0. */
export function lnGamma(x: number): number {
  if (x < 0.5) return lnGamma(x + 1) - logarithm(x);
  const base = x + 6.5;
  const sum = LANCZOS.reduce((total, term, n) => (n === 0 ? term : total + term / (x - 1 + n)), 0);
  return HALF_LN_TWO_PI + (x - 0.5) * logarithm(base) - base + logarithm(sum);
}

/** Part of a gamma distribution (shape a, scale 1) that lies below x. */
export function gammaBelow(a: number, x: number): number {
  if (x <= 0) return 0;
  const front = exponential(a * logarithm(x) - x - lnGamma(a));
  if (x < a + 1) {
    let [term, sum] = [1 / a, 1 / a];
    for (let n = 1; n < MOST && term > sum * CLOSE; n += 1) sum += term *= x / (a + n);
    return front * sum;
  }
  let [b, c, d] = [x + 1 - a, 1 / TINY, 1 / (x + 1 - a)];
  let fraction = d;
  for (let n = 1; n < MOST; n += 1) {
    const step = -n * (n - a);
    b += 2;
    d = 1 / (step * d + b || TINY);
    c = b + step / c || TINY;
    fraction *= d * c;
    if (Math.abs(d * c - 1) < CLOSE) break;
  }
  return 1 - front * fraction;
}

/** Part of a beta distribution that lies below x. */
export function betaBelow(a: number, b: number, x: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = exponential(lnGamma(a + b) - lnGamma(a) - lnGamma(b) + a * logarithm(x) + b * logarithmOnePlus(-x));
  return x < (a + 1) / (a + b + 2) ? (front * fractionOf(a, b, x)) / a : 1 - (front * fractionOf(b, a, 1 - x)) / b;
}

/** The continued fraction of the incomplete beta function (Lentz). */
function fractionOf(a: number, b: number, x: number): number {
  let c = 1;
  let d = 1 / (1 - ((a + b) * x) / (a + 1) || TINY);
  let fraction = d;
  for (let m = 1; m < MOST; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / (1 + even * d || TINY);
    c = 1 + even / c || TINY;
    fraction *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / (1 + odd * d || TINY);
    c = 1 + odd / c || TINY;
    fraction *= d * c;
    if (Math.abs(d * c - 1) < CLOSE) break;
  }
  return fraction;
}

/** Where a rising function reaches u: Newton from a start, kept between bounds that close in. */
export function inverse(
  below: (x: number) => number,
  density: (x: number) => number,
  u: number,
  start: number,
  low: number,
  high: number,
): number {
  let [from, to, x] = [low, high, start];
  for (let n = 0; n < 100; n += 1) {
    const gap = below(x) - u;
    if (gap === 0) return x;
    if (gap > 0) to = x;
    else from = x;
    const step = x - gap / density(x);
    const next = step > from && step < to ? step : Number.isFinite(to) ? (from + to) / 2 : 2 * x;
    if (Math.abs(next - x) <= 1e-15 * Math.abs(x)) return next;
    x = next;
  }
  return x;
}
