/** People on a tracked technology by month, as one measure after another takes its actual place. Workbook contract, BIM_Actuals. */
import { axis, type Axis } from '../graph/axis';
import { cases, constant, equal, one, select, sum, type Expression } from '../graph/expression';
import type { Model } from '../graph/model';
import type { Quantity } from '../graph/quantity';
import type { Cohorts } from '../model/cohorts';
import type { Calendar } from '../value/calendar';
import { accountingOf, type Plan } from './plan';
import { source } from './records';
import type { Recorded, Shares } from './shares';
import type { Tracked } from './tracked';

/** The plan, and what people and shares make of it. */
const BY_SHARES = ['planned', 'eligible', 'start date', 'curve', 'ceiling'] as const;
/** The same, and people on it as they were counted. */
export const BY_PEOPLE = [...BY_SHARES, 'persistence'] as const;

export interface People {
  /** People on it, by shares. [tracked subgroup, after the step of shares, month] */
  readonly on: Quantity;
  /** Steps of {@link BY_PEOPLE}. */
  readonly step: Axis;
  /** In the months recorded. [tracked subgroup, after the step, month] */
  readonly counted: Quantity;
  /** The same, in patient-years. [tracked subgroup, after the step, year] */
  readonly patientYears: Quantity;
  /** As planned. [tracked subgroup, month] */
  readonly planned: Quantity;
}

interface Rooms {
  readonly at: Calendar;
  readonly year: Axis;
  readonly cohort: Cohorts | null;
  readonly plan: Plan;
  readonly made: Shares;
  readonly recorded: Recorded;
}

export function people(model: Model, tracked: Tracked, rooms: Rooms): People {
  const { at, year, made, recorded } = rooms;
  const { month } = at;
  const { place } = tracked;
  const byShares = axis('after the step of shares', BY_SHARES);
  const step = axis('after the step', BY_PEOPLE);
  step.belongsTo(byShares, [0, 1, 2, 3, 4, 4]);
  const on = onIt(model, tracked, byShares, rooms);
  const { patients } = recorded;
  const asCounted = patients ? select(equal(patients.known, one), patients.figure, on) : on;
  const counted = model.quantity(
    'People on it in the months recorded',
    'person',
    [place, step, month],
    () =>
      made.covered.times(
        cases(step, (n) => (BY_PEOPLE[n] === 'persistence' ? 'persistence' : 'by shares'), {
          'by shares': on,
          persistence: cases(place, accountingOf(tracked), { cohort: asCounted, stock: on }),
        }),
      ),
    { source, meaning: 'in cohorts the last step is the people recorded; in stock accounting they are the shares' },
  );
  const patientYears = model.quantity(
    'Patient-years of the months recorded',
    'person',
    [place, step, year],
    () => sum(counted, month, year).over(constant(12)),
    { source },
  );
  return { on, step, counted, patientYears, planned: on.at(byShares, 'planned') };
}

/** Cohorts: those who start, followed by months since; stock: those who are on it. */
function onIt(
  model: Model,
  tracked: Tracked,
  byShares: Axis,
  { at: { month, age }, cohort, plan, made }: Rooms,
): Quantity {
  const { place } = tracked;
  const step = (n: number): string => BY_SHARES[n] ?? '';
  const taken = model.quantity(
    'Who take it in the month, by shares',
    'person',
    [place, byShares, month],
    () =>
      cases(byShares, step, {
        planned: plan.share.times(plan.eligible),
        eligible: plan.share.times(made.eligible),
        'start date': made.later.times(made.eligible),
        curve: made.shaped.times(made.eligible),
        ceiling: made.real.times(made.eligible),
      }),
    { source, meaning: 'who start, in cohorts; who are on it, in stock accounting' },
  );
  const followed: Expression = cohort ? sum(taken.lagged(month, age).times(cohort.kept.onTreatment), age) : taken;
  return model.quantity(
    'People on it, by shares',
    'person',
    [place, byShares, month],
    () => cases(place, accountingOf(tracked), { cohort: followed, stock: taken }),
    { source },
  );
}
