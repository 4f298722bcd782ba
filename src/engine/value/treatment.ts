/**
 * On treatment: who is on which technology in each month of the delivered world. Cohorts are followed by months since the
 * start, so that a year's patients are its patient-months / 12; in stock accounting starts add and falls take away.
 * Workbook contract, The plan.
 */
import { link } from '../graph/axis';
import { cases, first, one, sum, zero, type Expression } from '../graph/expression';
import type { Model } from '../graph/model';
import type { Quantity } from '../graph/quantity';
import type { Cohorts } from '../model/cohorts';
import type { Structure } from '../model/structure';
import type { Calendar } from './calendar';
import type { Care } from './care';
import type { Demand } from './demand';

/** What an arm is in the delivered world. */
export type ArmKind = 'new cohort' | 'new stock' | 'other cohort' | 'other stock';

export const armKind =
  ({ arms }: Structure) =>
  (member: number): ArmKind => {
    const at = arms[member];
    return `${at?.role === 'new' ? 'new' : 'other'} ${at?.accounting ?? 'stock'}`;
  };

export interface Treatment {
  /** Starts by month in the delivered world, those of who waits included. [arm, month], people */
  readonly beginning: Quantity;
  /** Patient-months by treatment year (cohorts). [arm, treatment year, month]; null without cohorts */
  readonly patientMonths: Quantity | null;
  /** People on the new technologies at the end of the month. [arm, month] */
  readonly onTreatment: Quantity;
  /** The same as planned (stock). [arm, month] */
  readonly plannedOn: Quantity;
}

interface Rooms {
  readonly at: Calendar;
  readonly wanted: Demand;
  readonly care: Care;
  readonly cohort: Cohorts | null;
  /** Starts of the new [arm, month]; who waits or has left [arm, months since, month]; who does not come [arm, month]. */
  readonly starts: Quantity;
  readonly without: Quantity;
  readonly missed: Quantity;
}

export function treatment(model: Model, structure: Structure, rooms: Rooms): Treatment {
  const { arm, world } = structure;
  const { at, wanted, cohort, starts } = rooms;
  const { month } = at;
  const source = 'workbook contract, The plan';
  const kind = armKind(structure);
  const stand = standingIn(model, structure, rooms);
  const planned = wanted.planned.at(world, 'with');
  const beginning = model.quantity(
    'Starts in the delivered world',
    'person',
    [arm, month],
    () =>
      cases(arm, kind, {
        'new cohort': starts.plus(stand.starts),
        'new stock': starts,
        'other cohort': planned.plus(stand.starts),
        'other stock': planned,
      }),
    { source },
  );
  const patientMonths = cohort ? followed(model, structure, rooms, cohort, stand.months) : null;
  const stock = (of: Quantity, joining: Expression, thinning: Expression, name: string): Quantity => {
    const on: Quantity = model.quantity(
      name,
      'person',
      [arm, month],
      () => {
        const left = on.previous(month).times(one.minus(thinning));
        const level = first(month, joining, left.plus(joining));
        return cases(arm, (member) => (kind(member).endsWith('stock') ? 'stock' : 'cohort'), {
          stock: level,
          cohort: of,
        });
      },
      { source },
    );
    return on;
  };
  const inCohorts = model.quantity(
    'On treatment in cohorts',
    'person',
    [arm, month],
    () => (cohort ? sum(starts.lagged(month, at.age).times(cohort.kept.onTreatment), at.age) : zero()),
    { source, meaning: 'of those who started; who waits with the care of the technology is not among them' },
  );
  const onTreatment = stock(inCohorts, beginning, wanted.thinning, 'On treatment');
  const plannedOn = stock(
    inCohorts,
    planned,
    wanted.falling.at(world, 'with'),
    'On treatment as planned, in stock accounting',
  );
  return { beginning, patientMonths, onTreatment, plannedOn };
}

/** Those who have another technology's care instead: their starts on it, and their months by treatment year. */
function standingIn(model: Model, structure: Structure, { at, care, cohort, without, missed }: Rooms) {
  const { arm, technology, arms } = structure;
  const { month, age } = at;
  const source = 'workbook contract, While waiting';
  const inMonth = (name: string, of: Quantity): Quantity =>
    model.quantity(name, '1', [care.pair, month], () => of, { source });
  const waits = inMonth('Care of who waits, by the month they came', care.waiting);
  const instead = inMonth('Care of who does not come forward', care.givenUp);
  const never = model.quantity(
    'Have the care of another for good',
    'person',
    [care.pair, month],
    () => missed.via(care.from).times(instead),
    { source },
  );
  const begins = model.quantity(
    'Begin with the care of another',
    'person',
    [care.pair, month],
    () => without.via(care.from).at(age, '0').times(waits).plus(never),
    { source },
  );
  const starts = sum(begins, care.pair, care.to);
  if (!cohort) return { starts, months: null };
  const ofTechnology = link(
    'technology of the care',
    care.pair,
    technology,
    care.pairs.map(({ to }) => arms[to]?.technology ?? -1),
  );
  const there = without.via(care.from).times(waits.lagged(month, age)).plus(never.lagged(month, age));
  const months = model.quantity(
    'Patient-months with the care of another',
    'person',
    [care.pair, cohort.treatmentYear, month],
    () => sum(there.times(cohort.kept.onTreatment.via(ofTechnology)), age, age.linkTo(cohort.treatmentYear)),
    { source },
  );
  const byArm = model.quantity(
    'Patient-months of who waits',
    'person',
    [arm, cohort.treatmentYear, month],
    () => sum(months, care.pair, care.to),
    { source },
  );
  return { starts, months: byArm };
}

/** Starts followed by months since: patient-months by treatment year. */
function followed(
  model: Model,
  structure: Structure,
  { at, wanted, starts }: Rooms,
  { kept, treatmentYear }: Cohorts,
  waits: Quantity | null,
): Quantity {
  const { arm, world } = structure;
  const { month, age } = at;
  const planned = wanted.planned.at(world, 'with');
  const inYear = age.linkTo(treatmentYear);
  const follow = (of: Quantity): Expression => sum(of.lagged(month, age).times(kept.onTreatment), age, inYear);
  return model.quantity(
    'Patient-months by treatment year',
    'person',
    [arm, treatmentYear, month],
    () =>
      cases(arm, armKind(structure), {
        'new cohort': waits ? follow(starts).plus(waits) : follow(starts),
        'new stock': zero(),
        'other cohort': waits ? follow(planned).plus(waits) : follow(planned),
        'other stock': zero(),
      }),
    { source: 'workbook contract, Step = month' },
  );
}
