/**
 * exp, ln and powers in floats, the same to the last bit on every machine: the language leaves those of `Math` to
 * whoever built the engine of the browser, and two versions of it differ. Only sums, products, quotients and roots are
 * exact everywhere, so these are made of them, step for step as the compiled module makes them
 * (`readings/fast/wasm/arithmetic.ts`). exp and ln are good to 1e-15 of themselves, powers to 1e-13.
 */

/** ln 2 in two parts: the first has zeros at its end, so that a whole number times it is exact. Cody & Waite 1980. */
export const LN2_HIGH = 0.6931471803691238;
export const LN2_LOW = 1.9082149292705877e-10;
/** Adding this puts a whole number, to the nearest and at a tie to the even one, into the last bits of a float. */
export const MAGIC = 6755399441055744;
/** The series of e^x: 1 / n!. */
export const EXPONENTIAL = series(14, (before, n) => (n === 0 ? 1 : before / n));
/** The series of artanh(s) / s in s²: 1 / (2n + 1). */
export const ARTANH = series(12, (_, n) => 1 / (2 * n + 1));
/** Below the first e^x is nothing, beyond the second more than a float holds. */
export const [LEAST_EXPONENT, GREATEST_EXPONENT] = [-708, 709.7] as const;

function series(count: number, next: (before: number, n: number) => number): readonly number[] {
  const terms: number[] = [];
  for (let n = 0; n < count; n += 1) terms.push(next(terms[n - 1] ?? 1, n));
  return terms;
}

/** By Horner's rule. */
function polynomial(x: number, factors: readonly number[]): number {
  let sum = factors[factors.length - 1] ?? 0;
  for (let n = factors.length - 2; n >= 0; n -= 1) sum = sum * x + (factors[n] ?? 0);
  return sum;
}

const bits = new DataView(new ArrayBuffer(8));
const BIAS = 1023;

function powerOfTwo(k: number): number {
  bits.setUint32(0, (k + BIAS) * 0x100000);
  bits.setUint32(4, 0);
  return bits.getFloat64(0);
}

/** e^x = 2^k · e^r with |r| ≤ ln 2 / 2, e^r by its series to r^13. */
export function exponential(x: number): number {
  if (x < LEAST_EXPONENT) return 0;
  if (x > GREATEST_EXPONENT) return Infinity;
  if (Number.isNaN(x)) return x;
  const k = Math.min(x * Math.LOG2E + MAGIC - MAGIC, BIAS);
  const r = x - k * LN2_HIGH - k * LN2_LOW;
  return polynomial(r, EXPONENTIAL) * powerOfTwo(k);
}

/** ln x = e·ln 2 + 2·artanh((m − 1)/(m + 1)), x = m·2^e with m between √½ and √2. */
export function logarithm(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : Number.NaN;
  if (x === Infinity) return x;
  bits.setFloat64(0, x);
  const high = bits.getUint32(0);
  bits.setUint32(0, (high & 0xfffff) | 0x3ff00000);
  const m = bits.getFloat64(0);
  const halved = m > Math.SQRT2;
  return sized((high >>> 20) - BIAS + (halved ? 1 : 0), halved ? m * 0.5 : m);
}

function sized(e: number, m: number): number {
  const s = (m - 1) / (m + 1);
  return e * LN2_HIGH + (s * 2 * polynomial(s * s, ARTANH) + e * LN2_LOW);
}

/** ln(1 + x), to its last digits where x is small. */
export function logarithmOnePlus(x: number): number {
  if (Math.abs(x) > 0.25) return logarithm(1 + x);
  const s = x / (2 + x);
  return 2 * s * polynomial(s * s, ARTANH);
}

/** x^y = e^(y·ln|x|), negative where x is and y is odd; not a number where x is negative and y is not whole. */
export function power(x: number, y: number): number {
  if (y === 0) return 1;
  const size = exponential(logarithm(Math.abs(x)) * y);
  if (x >= 0) return size;
  if (!Number.isInteger(y)) return Number.NaN;
  return Math.trunc(y * 0.5) * 2 === y ? size : -size;
}

export const square = (x: number): number => x * x;

/** An exponent that is reached by squares. */
export const isWholePower = (n: number): boolean => Number.isInteger(n) && Math.abs(n) <= 1000;

/** x^n for a whole n, by squares. */
export function wholePower(x: number, n: number): number {
  let [total, square] = [1, x];
  for (let left = Math.abs(n); left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) total *= square;
    square *= square;
  }
  return n < 0 ? 1 / total : total;
}
