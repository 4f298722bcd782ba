/** Decimal arithmetic of the exact reading: 40 significant digits, no exponents in text, half-even inside. */
import { Decimal } from 'decimal.js';
import type { Arithmetic, Comparison, NamedFunction, RoundingMode } from '../graph/expression';

/** The decimals of Realise; a clone of its own, so that nobody else's settings reach it. */
export const Exact = Decimal.clone({
  precision: 40,
  rounding: Decimal.ROUND_HALF_EVEN,
  toExpNeg: -9e15,
  toExpPos: 9e15,
});

type Compute = () => Decimal;

/** Whole powers by repeated multiplication: exact, and far faster than the general power. */
function wholePower(base: Decimal, exponent: number): Decimal {
  let [result, square, left]: [Decimal, Decimal, number] = [new Exact(1), base, Math.abs(exponent)];
  while (left > 0) {
    if (left % 2 === 1) result = result.times(square);
    left = Math.floor(left / 2);
    if (left > 0) square = square.times(square);
  }
  return exponent < 0 ? new Exact(1).div(result) : result;
}

/** x to the power y. */
export const power = (x: Decimal, y: Decimal): Decimal =>
  y.isInteger() && y.abs().lte(1000) ? wholePower(x, y.toNumber()) : x.pow(y);

/** Sum; a 0 changes nothing and is not worth an addition. */
export const add = (a: Decimal, b: Decimal): Decimal => (b.isZero() ? a : a.isZero() ? b : a.plus(b));
const multiply = (a: Decimal, b: Decimal): Decimal => (a.isZero() ? a : b.isZero() ? b : a.times(b));

export function arithmeticOn(op: Arithmetic, left: Compute, right: Compute): Compute {
  switch (op) {
    case '+':
      return () => add(left(), right());
    case '-':
      return () => {
        const [from, less] = [left(), right()];
        return less.isZero() ? from : from.minus(less);
      };
    case '*':
      return () => multiply(left(), right());
    case '/':
      return () => left().div(right());
    case '^':
      return () => power(left(), right());
  }
}

const ONE = new Exact(1);
const ZERO = new Exact(0);

/** 1 where the comparison holds, else 0. */
export function compareOn(op: Comparison, left: Compute, right: Compute): Compute {
  switch (op) {
    case '<':
      return () => (left().lt(right()) ? ONE : ZERO);
    case '<=':
      return () => (left().lte(right()) ? ONE : ZERO);
    case '=':
      return () => (left().eq(right()) ? ONE : ZERO);
  }
}

/**
 * Standard normal distribution function by its series, Φ(x) = ½ + φ(x)·Σ x^(2k+1)/(1·3·5…(2k+1)); beyond 12 standard
 * deviations it is 0 or 1 (the tail is below 1e-32). Marsaglia, J Stat Softw 2004;11(4).
 */
export function normalDistribution(x: Decimal): Decimal {
  if (x.abs().gt(12)) return x.isNegative() ? ZERO : ONE;
  const Wide = Exact.clone({ precision: 80 });
  const square = new Wide(x).times(x);
  let [term, total, odd] = [new Wide(x), new Wide(x), 1];
  while (!term.isZero() && term.abs().gt('1e-75')) {
    odd += 2;
    term = term.times(square).div(odd);
    total = total.plus(term);
  }
  const density = square.div(-2).exp().div(Wide.acos(-1).times(2).sqrt());
  return new Exact(total.times(density).plus('0.5')).toSignificantDigits(40);
}

export function functionOn(name: NamedFunction, of: Compute): Compute {
  switch (name) {
    case 'exp':
      return () => of().exp();
    case 'ln':
      return () => of().ln();
    case 'normal':
      return () => normalDistribution(of());
  }
}

const MODES: Readonly<Record<RoundingMode, Decimal.Rounding>> = {
  'half up': Decimal.ROUND_HALF_UP,
  'half even': Decimal.ROUND_HALF_EVEN,
  truncate: Decimal.ROUND_DOWN,
};

/** Digits that count when something is rounded: what a division loses behind them must not move a half, or a whole patient. */
const CERTAIN = 34;

/** Rounded to decimal places; half up means away from zero. */
export function roundOn(mode: RoundingMode, places: number, of: Compute): Compute {
  return () => of().toSignificantDigits(CERTAIN).toDecimalPlaces(places, MODES[mode]);
}
