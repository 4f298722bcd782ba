/**
 * The monthly clock: months of years 1 … N, and lengths of time in months. Time t is t months after the start, so that
 * month m runs from time m − 1 to time m. A year has 12 months; a day is 12 / Days in year months; there are no holidays.
 * Workbook contract, value realisation.
 */
import type { Given } from '../assumptions';
import { axis, periodAxis, type Axis } from '../graph/axis';
import { cases, constant, max, min, one, position, zero, type Expression } from '../graph/expression';
import type { Model } from '../graph/model';
import type { Quantity } from '../graph/quantity';
import type { Structure } from '../model/structure';
import { Exact } from '../readings/decimals';
import type { Lag, TimeUnit } from '../realisation-assumptions';

export interface Calendar {
  readonly month: Axis;
  /** Months since somebody started or came forward, from 0. */
  readonly age: Axis;
  readonly daysInYear: Quantity;
  readonly firstYear: number;
}

export const aMonth = constant(1, 'month');
const UNITS: readonly TimeUnit[] = ['day', 'working day', 'week', 'month', 'year'];

/** Months of the years 1 … N; a baseline year has none. `ages` is the axis of cohorts where a model has them. */
export function calendar(model: Model, structure: Structure, ages: Axis | null): Calendar {
  const { year, baseline, assumptions } = structure;
  const { years, firstYear } = assumptions.model;
  const name = (n: number): string =>
    `${String(firstYear + Math.floor(n / 12))}-${String((n % 12) + 1).padStart(2, '0')}`;
  const month = periodAxis(
    'month',
    Array.from({ length: 12 * years }, (_, n) => name(n)),
  );
  month.belongsTo(
    year,
    month.members.map((_, n) => Math.floor(n / 12) + (baseline ? 1 : 0)),
  );
  const since = Array.from({ length: 12 * years }, (_, n) => String(n));
  return {
    month,
    age: ages ?? axis('months since start', since),
    daysInYear: model.input('Days in a year of tasks', '1', [], [assumptions.model.daysInYear], new Exact('365.25')),
    firstYear,
  };
}

/** Months in one of a unit of time. */
function monthsIn(unit: TimeUnit, { daysInYear }: Calendar): Expression {
  const day = constant(12, 'month').over(daysInYear);
  switch (unit) {
    case 'day':
      return day;
    case 'working day':
      return day.times(constant('1.4'));
    case 'week':
      return day.times(constant(7));
    case 'month':
      return aMonth;
    case 'year':
      return constant(12, 'month');
  }
}

/** Lengths of time along an axis, in months; 0 where none is typed. */
export function lengths(
  model: Model,
  at: Calendar,
  name: string,
  along: Axis,
  typed: readonly { readonly amount: Given | null; readonly unit: TimeUnit }[],
): Quantity {
  const amount = model.input(
    `${name}, as typed`,
    '1',
    [along],
    typed.map((length) => length.amount),
    new Exact(0),
  );
  return model.quantity(
    name,
    'month',
    [along],
    () =>
      cases(
        along,
        (member) => typed[member]?.unit ?? 'month',
        Object.fromEntries(UNITS.map((unit) => [unit, amount.times(monthsIn(unit, at))])),
      ),
    { source: 'workbook contract, BIM_Tasks Unit' },
  );
}

/** Lags as lengths: a link without one is at once. */
export const asLength = (lag: Lag | null): { readonly amount: Given | null; readonly unit: TimeUnit } => ({
  amount: lag?.amount ?? null,
  unit: lag?.unit ?? 'month',
});

/** The part of the current month that lies after a moment: 0 … 1. */
export const partAfter = ({ month }: Calendar, moment: Expression): Expression =>
  min(one, max(zero(), position(month).minus(moment.over(aMonth))));

/** Weeks in a month, from the days of a year. */
export const weeksInMonth = ({ daysInYear }: Calendar): Expression => daysInYear.over(constant(84));
