/**
 * Forecast error: how far the plan was from what was recorded, period by period. Weighted by the actual (bias and
 * weighted absolute percentage error), so that a month without starts divides by nothing. Hyndman & Koehler 2006.
 */
import type { Axis } from '../graph/axis';
import { cases, equal, max, min, one, select, sum, zero, type Expression } from '../graph/expression';
import type { Model } from '../graph/model';
import type { Quantity } from '../graph/quantity';
import type { Structure } from '../model/structure';
import type { Measure } from '../horizon-assumptions';
import { NAMES } from './records';
import type { Tracked } from './tracked';

const source = 'Hyndman & Koehler 2006, weighted by the actual';

/** Plan and actual of a measure, all subgroups. [tracked technology, month] */
export interface Compared {
  readonly planned: Quantity;
  readonly actual: Quantity;
  /** 1 where something was recorded. */
  readonly known: Quantity;
}

export interface ForecastError {
  /** Months that were recorded, each by itself; a year of which only the whole was typed is one. [tracked technology] */
  readonly periods: Quantity;
  /** What was recorded in all: where that is nothing there is no error. [tracked technology] */
  readonly whole: Quantity;
  /** Σ (planned − actual) ÷ Σ actual. [tracked technology] */
  readonly bias: Quantity;
  /** Σ |planned − actual| ÷ Σ actual. [tracked technology] */
  readonly error: Quantity;
}

export function forecastError(
  model: Model,
  { year, assumptions }: Structure,
  { technology }: Tracked,
  measure: Measure,
  unit: string,
  month: Axis,
  { planned, actual, known }: Compared,
): ForecastError {
  const name = NAMES[measure];
  const single = (n: number): string =>
    assumptions.actuals.some(
      (row) => row.measure === measure && row.month !== null && String(row.year) === year.members[n],
    )
      ? 'by month'
      : 'whole year';
  const size = (of: Expression): Expression => max(of, zero().minus(of));
  const off = model.quantity(
    `${name}: planned less actual`,
    unit,
    [technology, month],
    () => known.times(planned.minus(actual)),
    { source, meaning: 'where it was recorded' },
  );
  const offInYear = model.quantity(
    `${name}: planned less actual, in the year`,
    unit,
    [technology, year],
    () => sum(off, month, year),
    { source },
  );
  const apart = model.quantity(
    `${name}: how far the plan was off`,
    unit,
    [technology, year],
    () => cases(year, single, { 'by month': sum(size(off), month, year), 'whole year': size(offInYear) }),
    { source, meaning: 'month by month; a year of which only the whole was typed as one' },
  );
  const counted = model.quantity(
    `${name}: periods recorded in the year`,
    '1',
    [technology, year],
    () => {
      const months = sum(known, month, year);
      return cases(year, single, { 'by month': months, 'whole year': min(one, months) });
    },
    { source },
  );
  const total = (of: string, what: Quantity, along: Axis, in_: string): Quantity =>
    model.quantity(`${name}: ${of}`, in_, [technology], () => sum(what, along), { source });
  const whole = total('recorded in all', actual, month, unit);
  const ofWhole = (of: string, what: Quantity): Quantity =>
    model.quantity(
      `${name}: ${of}`,
      '1',
      [technology],
      () => select(equal(whole, zero()), zero(), sum(what, year).over(whole)),
      { source },
    );
  return {
    periods: total('periods recorded', counted, year, '1'),
    whole,
    bias: ofWhole('bias of the plan', offInYear),
    error: ofWhole('mean error of the plan', apart),
  };
}
