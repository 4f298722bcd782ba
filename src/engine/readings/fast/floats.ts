/**
 * Arithmetic of the fast reading in floats. A float misses the last digits of what a decimal holds, so what comes out
 * equal in decimals is taken as equal here when it is so to {@link SLACK}, and rounding treats a tie as a tie.
 */
import { exponential, wholePower } from '../../elementary';
import type { Comparison, RoundingMode } from '../../graph/expression';

/** Part of a figure within which two computed figures count as equal. */
export const SLACK = 1e-12;
/** Part of two figures below which their difference is what floats alone leave of it: nothing. */
export const CLEAN = 1e-13;
/** What is beyond this, without end among it, is no nearer to other figures than they are to each other. */
export const VAST = 1e300;
/** Part of a figure within which a draw is said to lie at a tie of rounding. */
export const NEAR = 1e-9;

export function compareFloats(op: Comparison, a: number, b: number, sure: boolean): boolean {
  const slack = sure ? 0 : SLACK * Math.min(Math.max(Math.abs(a), Math.abs(b)), VAST);
  switch (op) {
    case '<':
      return a + slack < b;
    case '<=':
      return a <= b + slack;
    case '=':
      return a === b || Math.abs(a - b) <= slack;
  }
}

export function cleanDifference(a: number, b: number): number {
  const difference = a - b;
  return Math.abs(difference) < CLEAN * Math.max(Math.abs(a), Math.abs(b)) ? 0 : difference;
}

/** A product in which nothing times whatever, be it without an answer, is nothing. */
export const cleanProduct = (a: number, b: number): number => (a === 0 || b === 0 ? 0 : a * b);

/** Whole numbers: to the nearest even. */
function nearestEven(x: number): number {
  const down = Math.floor(x);
  if (x - down !== 0.5) return Math.round(x);
  return down % 2 === 0 ? down : down + 1;
}

/** A figure rounded, and whether its unrounded value lies at a tie (or, when truncated, at a whole unit). */
export function roundFloat(x: number, mode: RoundingMode, places: number): { value: number; tie: boolean } {
  const scale = wholePower(10, places);
  const size = Math.abs(x * scale);
  const slack = SLACK * (size + 1);
  const half = mode === 'truncate' ? 0 : 0.5;
  const tie = size !== 0 && Math.abs(size + half - nearestEven(size + half)) <= NEAR * (size + 1);
  const whole = Math.floor(size);
  const rounded =
    mode === 'half even' && Math.abs(size - whole - 0.5) <= slack
      ? nearestEven(whole + 0.5)
      : Math.floor(size + half + (mode === 'half even' ? 0 : slack));
  return { value: (Math.sign(x) * rounded) / scale, tie };
}

const SQRT_2 = Math.SQRT2;
const SQRT_PI = Math.sqrt(Math.PI);

/**
 * Standard normal distribution function: the series of the error function near 0, the continued fraction of its
 * complement in the tails. Abramowitz & Stegun 7.1.6 and 7.1.14.
 */
export function normalFloat(x: number): number {
  const z = Math.abs(x) / SQRT_2;
  if (Number.isNaN(x)) return x;
  if (z > 27) return x < 0 ? 0 : 1;
  const scale = exponential(-z * z) / SQRT_PI;
  if (z < 2.5) {
    let [term, total] = [z, z];
    for (let n = 1; term > total * 1e-17; n += 1) {
      term *= (2 * z * z) / (2 * n + 1);
      total += term;
    }
    return 0.5 + Math.sign(x) * scale * total;
  }
  let fraction = z;
  for (let n = 60; n > 0; n -= 1) fraction = z + n / 2 / fraction;
  const tail = scale / fraction / 2;
  return x < 0 ? tail : 1 - tail;
}
