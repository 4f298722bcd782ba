/**
 * Plan and actual: the bridge from planned to actual spending, what was recorded beside the plan, where it leads, and how
 * far the plan was off. Workbook contract, BIM_Actuals.
 */
import { constant, sum, type Expression } from '../graph/expression';
import type { Model } from '../graph/model';
import type { Quantity } from '../graph/quantity';
import type { Cohorts } from '../model/cohorts';
import type { Structure } from '../model/structure';
import type { Calendar } from '../value/calendar';
import type { Demand } from '../value/demand';
import { bridge, type Bridge } from './bridge';
import { forecastError, type Compared, type ForecastError } from './forecast-error';
import { people } from './people';
import { plan, type PlanRooms } from './plan';
import { NAMES, records, source, type Records } from './records';
import { reforecast } from './reforecast';
import { isSome, shares, type Recorded } from './shares';
import { trackedOf, type Tracked } from './tracked';

/** Measures that are shown beside the plan. */
export const SHOWN = ['starts', 'patients', 'spend'] as const;
type Shown = (typeof SHOWN)[number];

/** A measure that was recorded, beside its plan. */
export interface Told extends Compared, ForecastError {
  /** Whether a tracked technology has a row of it. */
  readonly of: (technology: number) => boolean;
}

export interface PlanAndActual {
  readonly tracked: Tracked;
  readonly bridge: Bridge;
  /** [tracked subgroup], months */
  readonly lag: Quantity;
  /** Null where nothing was recorded of it. */
  readonly told: Readonly<Record<Shown, Told | null>>;
  /** [tracked technology, month], people */
  readonly reforecast: Quantity;
  /** [tracked technology, year], people */
  readonly reforecastByYear: Quantity;
}

interface Rooms extends PlanRooms {
  readonly at: Calendar;
  readonly wanted: Demand;
  readonly cohort: Cohorts | null;
}

/** Null where nothing of a new technology is recorded. */
export function planAndActual(model: Model, structure: Structure, rooms: Rooms): PlanAndActual | null {
  const tracked = trackedOf(structure);
  if (!tracked) return null;
  const { year, world, assumptions } = structure;
  const { month } = rooms.at;
  const money = assumptions.model.currency;
  const made = plan(model, structure, tracked, month, rooms);
  const recordsOf = (measure: keyof Recorded, unit: string): Records | null =>
    records(model, structure, measure, { tracked, month, planned: made.inYear[measure], unit });
  const recorded: Recorded = {
    eligible: recordsOf('eligible', 'person'),
    starts: recordsOf('starts', 'person'),
    patients: recordsOf('patients', 'person'),
    spend: recordsOf('spend', money),
  };
  const real = shares(model, tracked, month, made, recorded);
  const on = people(model, tracked, { at: rooms.at, year, cohort: rooms.cohort, plan: made, made: real, recorded });
  const steps = bridge(model, tracked, {
    month,
    year,
    money,
    price: made.price,
    people: on,
    spend: recorded.spend,
  });
  const planned = rooms.wanted.planned.at(world, 'with');
  const { lag } = real;
  const now = reforecast(model, tracked, { month, planned, lag, starts: recorded.starts });
  const told = (measure: Shown, unit: string, ofPlan: Expression): Told | null =>
    toldOf(model, structure, tracked, { measure, unit, month, ofPlan, records: recorded[measure] });
  const { technology, place } = tracked;
  const all = model.quantity(
    'Starts reforecast, of the technology',
    'person',
    [technology, month],
    () => sum(now, place, technology),
    { source },
  );
  return {
    tracked,
    bridge: steps,
    lag,
    told: {
      starts: told('starts', 'person', planned),
      patients: told('patients', 'person', on.planned),
      spend: told('spend', money, on.planned.over(constant(12)).times(made.price)),
    },
    reforecast: all,
    reforecastByYear: model.quantity(
      'Starts reforecast by year',
      'person',
      [technology, year],
      () => sum(all, month, year),
      { source },
    ),
  };
}

interface Telling {
  readonly measure: Shown;
  readonly unit: string;
  readonly month: Calendar['month'];
  /** [tracked subgroup, month] */
  readonly ofPlan: Expression;
  readonly records: Records | null;
}

/** A measure of all subgroups beside its plan. */
function toldOf(
  model: Model,
  structure: Structure,
  tracked: Tracked,
  { measure, unit, month, ofPlan, records: found }: Telling,
): Told | null {
  if (!found) return null;
  const { technology, place, places } = tracked;
  const name = NAMES[measure];
  const together = (what: string, of: Expression, in_: string, how = (whole: Expression) => whole): Quantity =>
    model.quantity(`${name}${what}`, in_, [technology, month], () => how(sum(of, place, technology)), { source });
  const compared: Compared = {
    planned: together(' by month, as planned', ofPlan, unit),
    actual: together(' by month, as recorded', found.figure, unit),
    known: together(': recorded or not, of the technology', found.known, '1', isSome),
  };
  return {
    ...compared,
    ...forecastError(model, structure, tracked, measure, unit, month, compared),
    of: (n) => places.some((at, p) => at.technology === n && found.tells(p)),
  };
}
