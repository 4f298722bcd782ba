/**
 * Presence in stock accounting: those on a technology by months since their start, thinned month by month as the number
 * falls. Cohorts need none: persistence says who is still there.
 */
import type { Axis } from '../graph/axis';
import { constant, equal, first, less, one, select, sum, zero, type Expression } from '../graph/expression';
import type { Model } from '../graph/model';
import type { Quantity } from '../graph/quantity';
import type { Structure } from '../model/structure';
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
    () =>
      first(age, starts, first(month, zero('person'), there.previous(age).previous(month).times(one.minus(falling)))),
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
  const on = model.quantity('Patient-months of the plan in stock accounting', 'person', [world, arm, year], () =>
    sum(sum(there, age), month, year),
  );
  return model.quantity(
    'Patients of the year for twelve patient-months',
    '1',
    [world, arm, year],
    () => select(equal(on, zero('person')), one, staying.times(constant(12)).over(on)),
    { source: 'value realisation rules, Benefits' },
  );
}

/** 1 person from the month of the first start on: what a sum by the year is counted on. [...axes, month] */
export function sinceFirst(
  model: Model,
  name: string,
  { month }: Calendar,
  axes: readonly Axis[],
  starts: Quantity,
): Quantity {
  const begun: Quantity = model.quantity(
    `${name}, starts so far`,
    'person',
    [...axes, month],
    () => first(month, starts, begun.previous(month).plus(starts)),
    { source: 'workbook contract, BIM_Outcomes Per year' },
  );
  return model.quantity(
    `${name}, since the first start`,
    'person',
    [...axes, month],
    () => select(less(zero('person'), begun), constant(1, 'person'), zero('person')),
    { source: 'workbook contract, BIM_Outcomes Per year' },
  );
}
