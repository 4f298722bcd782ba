/** Exact amounts on their way to paper: sums of decimal text, rounding for words alone, and text for cells. */
import { Decimal } from 'decimal.js';
import type { NumberValue } from '../workbook/workbook';

/** Decimals of the report: wide enough that a sum of printed amounts never rounds. */
const Exact = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP, toExpNeg: -9e15, toExpPos: 9e15 });

export type Amount = Decimal;

export const amount = (text: string | number): Amount => new Exact(text);
export const ZERO = amount(0);

export const sum = (amounts: readonly Amount[]): Amount => amounts.reduce((total, each) => total.plus(each), ZERO);

/** The largest absolute amount; 0 of none. */
export const largest = (amounts: readonly Amount[]): Amount =>
  amounts.reduce((most, each) => (each.abs().gt(most) ? each.abs() : most), ZERO);

/** What divisions leave behind the last digit is nothing. */
export const settled = (value: Amount): Amount => (value.abs().lt('1e-9') ? ZERO : value);

/** Plain decimal text without an exponent, and never a negative zero. */
export const plain = (value: Amount): string => (value.isZero() ? '0' : value.toFixed());

/** A number of a cell, at full precision: formats scale it, nothing rounds it. */
export const inCell = (value: Amount): NumberValue => ({ number: plain(value) });

/** Rounded to places (half away from zero) in units of ten to the power, digits grouped: 38111582 by 6 and 1 is "38.1". */
export function printed(value: Amount, places: number, power = 0): string {
  const text = value.div(amount(10).pow(power)).toFixed(places);
  const [whole = '0', fraction] = text.replace('-', '').split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',') + (fraction === undefined ? '' : `.${fraction}`);
  return text.startsWith('-') && /[1-9]/.test(text) ? `-${grouped}` : grouped;
}

/**
 * Rounds parts that must add up as printed (largest-remainder allocation): each is rounded down and the units that
 * are missing from the rounded total go to the largest remainders, the earlier part first where two are equal.
 */
export function partsThatAdd(parts: readonly Amount[], places: number, power = 0): readonly Amount[] {
  const unit = amount(10).pow(power - places);
  const floors = parts.map((part) => part.div(unit).floor());
  const rests = parts.map((part, index) => part.div(unit).minus(floors[index] ?? ZERO));
  const missing = sum(parts).div(unit).toDecimalPlaces(0).minus(sum(floors)).toNumber();
  const order = rests.map((_, index) => index).sort((a, b) => (rests[b] ?? ZERO).comparedTo(rests[a] ?? ZERO) || a - b);
  const raised = new Set(order.slice(0, missing));
  return floors.map((floor, index) => floor.plus(raised.has(index) ? 1 : 0).times(unit));
}
