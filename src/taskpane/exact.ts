/**
 * Sums and roundings for display, on exact decimal text. The engine's figures arrive as text at full
 * precision; what the pane adds up or rounds it does in decimals, so that no printed digit is a float's.
 */
import { Decimal } from 'decimal.js';

const Exact = Decimal.clone({ precision: 80 });

/** To the nearest (half away from zero), or to the safe side of a limit: never above it, never below it. */
export type Direction = 'nearest' | 'at most' | 'at least';

const MODES = {
  nearest: Decimal.ROUND_HALF_UP,
  'at most': Decimal.ROUND_FLOOR,
  'at least': Decimal.ROUND_CEIL,
} as const;

/** The sum of exact amounts. */
export function add(...amounts: readonly string[]): string {
  return amounts.reduce((sum, amount) => sum.plus(amount), new Exact(0)).toFixed();
}

/** a less b. */
export function subtract(a: string, b: string): string {
  return new Exact(a).minus(b).toFixed();
}

export function times(a: string, b: string): string {
  return new Exact(a).times(b).toFixed();
}

/** a over b; null where b is nothing. */
export function ratio(a: string, b: string): string | null {
  const divisor = new Exact(b);
  return divisor.isZero() ? null : new Exact(a).dividedBy(divisor).toFixed();
}

/** Sign of an amount: −1, 0 or 1. */
export function sign(amount: string): -1 | 0 | 1 {
  const value = new Exact(amount);
  if (value.isZero()) return 0;
  return value.isNegative() ? -1 : 1;
}

export function magnitude(amount: string): string {
  return new Exact(amount).abs().toFixed();
}

/** Below zero where a is the smaller. */
export function compare(a: string, b: string): number {
  return new Exact(a).comparedTo(b);
}

/** The largest absolute amount of a list, "0" where it is empty. */
export function largest(amounts: readonly string[]): string {
  return amounts.map(magnitude).reduce((most, amount) => (compare(amount, most) > 0 ? amount : most), '0');
}

/** An amount over a power of ten, rounded to a number of places, as plain text ("-1.03"). */
export function round(amount: string, places: number, power = 0, direction: Direction = 'nearest'): string {
  return new Exact(amount).times(new Exact(10).pow(-power)).toFixed(places, MODES[direction]);
}

/** The nearest double, for geometry alone: the length of a bar, never a printed figure. */
export function approximate(amount: string): number {
  return new Exact(amount).toNumber();
}

/**
 * Rounds parts so that they add up to their rounded total: each is rounded down, and the last places
 * that are missing go to the largest remainders (the earlier part where two are equal).
 */
export function largestRemainder(parts: readonly string[], places: number, power = 0): readonly string[] {
  const unit = new Exact(10).pow(power - places);
  const floors = parts.map((part) => new Exact(part).dividedBy(unit).floor());
  const rests = parts.map((part, index) => new Exact(part).dividedBy(unit).minus(floors[index] ?? 0));
  const target = new Exact(round(add(...parts), places, power)).times(new Exact(10).pow(places));
  const missing = target.minus(floors.reduce((sum, floor) => sum.plus(floor), new Exact(0))).toNumber();
  const order = rests.map((_, index) => index).sort((a, b) => (rests[b] ?? unit).comparedTo(rests[a] ?? unit) || a - b);
  const raised = new Set(order.slice(0, missing));
  return floors.map((floor, index) =>
    floor
      .plus(raised.has(index) ? 1 : 0)
      .dividedBy(new Exact(10).pow(places))
      .toFixed(places),
  );
}
