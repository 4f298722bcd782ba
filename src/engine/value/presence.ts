/**
 * Presence in stock accounting: those on a technology by months since their start, thinned month by month as the number
 * falls. Cohorts need none: persistence says who is still there.
 */
import type { Axis } from '../graph/axis';
import { constant, equal, first, less, one, select, sum, zero, type Expression } from '../graph/expression';
import type { Model } from '../graph/model';
import type { Quantity } from '../graph/quantity';
import type { Structure } from '../model/structure';
import type { Benefits } from './benefits';
import type { Calendar } from './calendar';

/** `starts` and `falling` by [...axes, month]. Gives people by [...axes, months since, month]. */
export function presence(
  model: Model,
  name: string,
  { age, month }: Calendar,
  axes: readonly Axis[],
  starts: Quantity,
  falling: Expression,
): Quantity {
  const there: Quantity = model.quantity(
    `${name}, by months since the start`,
    'person',
    [...axes, age, month],
    () => first(age, starts, first(month, zero(), there.previous(age).previous(month).times(one.minus(falling)))),
    { source: 'workbook contract, The plan' },
  );
  return there;
}

/** What a patient-month of the plan stands for in patients of the year: the same factor as the costs. [world, arm, year] */
export function yearFactor(
  model: Model,
  { world, arm, year }: Structure,
  { age, month }: Calendar,
  there: Quantity,
  staying: Quantity,
): Quantity {
  const on = model.quantity(
    'Patient-months of the plan in stock accounting',
    'person',
    [world, arm, year],
    () => sum(sum(there, age), month, year),
    { source: 'value realisation rules, Benefits' },
  );
  return model.quantity(
    'Patients of the year for twelve patient-months',
    '1',
    [world, arm, year],
    () => select(equal(on, zero()), one, staying.times(constant(12)).over(on)),
    { source: 'value realisation rules, Benefits' },
  );
}

/** What a sum by the year is counted on. */
export interface SinceFirst {
  /** Starts of each whom it waits for. [...axes, who a fixed benefit waits for, month] */
  readonly awaited: Quantity;
  /** 1 person from the month of the first start of any of them on. [...axes, fixed benefit, month] */
  readonly running: Quantity;
}

/** `starts` by [...axes, arm, month]. */
export function sinceFirst(
  model: Model,
  name: string,
  { month }: Calendar,
  axes: readonly Axis[],
  { fixed, counted }: Benefits,
  starts: Expression,
): SinceFirst {
  const source = 'workbook contract, BIM_Outcomes Per year';
  const awaited = model.quantity(
    `${name}, starts of whom a fixed benefit waits for`,
    'person',
    [...axes, counted, month],
    () => starts,
    { source },
  );
  const begun: Quantity = model.quantity(
    `${name}, starts so far`,
    'person',
    [...axes, fixed, month],
    () => {
      const all = sum(awaited, counted, fixed);
      return first(month, all, begun.previous(month).plus(all));
    },
    { source },
  );
  const running = model.quantity(
    `${name}, since the first start`,
    'person',
    [...axes, fixed, month],
    () => select(less(zero(), begun), constant(1, 'person'), zero()),
    { source },
  );
  return { awaited, running };
}
