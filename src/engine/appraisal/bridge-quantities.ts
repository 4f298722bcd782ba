/**
 * Quantities of the bridge for one subgroup: patients by month as one measure after another takes its actual place:
 * eligible, start date, curve, ceiling, persistence. What was not recorded keeps what the step before gives.
 */
import type { Decimal } from 'decimal.js';
import { Exact } from '../readings/decimals';
import type { Recorded } from './actual-months';

type ByMonth = readonly Decimal[];

/** A technology in a subgroup: the plan, and what was recorded, by month. */
export interface Place {
  readonly cohort: boolean;
  /** Share still on treatment by months since the start (cohorts). */
  readonly persistence: ByMonth;
  /** People who could start in the month (cohorts), or could be on it (stock). */
  readonly eligible: ByMonth;
  /** Of these: who do start, or are on it after discontinuation. */
  readonly share: ByMonth;
  /** People who start as planned. */
  readonly planned: ByMonth;
  readonly eligibleActual: Recorded;
  readonly starts: Recorded;
  readonly patients: Recorded;
  readonly spend: Recorded;
  /** Months with starts, patients or spend, of any subgroup. */
  readonly covered: readonly boolean[];
  /** Planned spending for a patient-year, by year. */
  readonly price: readonly Decimal[];
}

export interface Quantities {
  /** Patients by month: planned, and after each step. */
  readonly stages: readonly ByMonth[];
  /** First actual − first planned month with starts. */
  readonly lag: number;
  /** Actual starts to date, then the plan's, later by the lag, × (actual ÷ planned and shifted to date). */
  readonly reforecast: ByMonth;
}

const ZERO = new Exact(0);

export function quantitiesOf(place: Place): Quantities {
  const { eligible, share, covered } = place;
  const people = eligible.map((planned, month) => place.eligibleActual[month] ?? planned);
  const taken = place.cohort ? place.starts : place.patients;
  const actual = taken.map((count, month) => {
    const all = people[month] ?? ZERO;
    return count === null || all.isZero() ? null : count.div(all);
  });
  const lag = lagOf(share, actual);
  const later = shifted(share, lag);
  const shares = actual.map((known, month) => known ?? later[month] ?? ZERO);
  const highest = (of: ByMonth): Decimal =>
    of.reduce((most, value, month) => (covered[month] && value.gt(most) ? value : most), ZERO);
  const [planned, reached] = [highest(share), highest(shares)];
  const scale = reached.isZero() ? new Exact(1) : planned.div(reached);
  const scaled = shares.map((value, month) => (actual[month] === null ? value : value.times(scale)));
  const patientsWith = (of: ByMonth, by: ByMonth): ByMonth =>
    onTreatment(
      place,
      by.map((part, month) => part.times(of[month] ?? ZERO)),
    );
  const counted = patientsWith(people, shares);
  const stages = [
    patientsWith(eligible, share),
    patientsWith(people, share),
    patientsWith(people, later),
    patientsWith(people, scaled),
    counted,
    place.cohort ? counted.map((value, month) => place.patients[month] ?? value) : counted,
  ];
  return { stages, lag, reforecast: reforecastOf(place, lag) };
}

/** Months from the first planned to the first actual start; 0 where either is not known. */
function lagOf(planned: ByMonth, actual: Recorded): number {
  const [plan, done] = [planned.findIndex((share) => share.gt(0)), actual.findIndex((share) => share?.gt(0) ?? false)];
  return plan < 0 || done < 0 ? 0 : done - plan;
}

/** A curve later by so many months; before it begins there is nothing, after it ends its last share. */
const shifted = (of: ByMonth, lag: number): ByMonth =>
  of.map((_, month) => (month - lag < 0 ? ZERO : (of[Math.min(of.length - 1, month - lag)] ?? ZERO)));

/** Cohorts: starts followed by months since; stock: those who are on it. */
function onTreatment({ cohort, persistence }: Place, people: ByMonth): ByMonth {
  if (!cohort) return people;
  return people.map((_, month) => {
    let sum = ZERO;
    for (let age = 0; age <= month; age += 1)
      sum = sum.plus((people[month - age] ?? ZERO).times(persistence[age] ?? ZERO));
    return sum;
  });
}

function reforecastOf({ planned, starts }: Place, lag: number): ByMonth {
  const later = shifted(planned, lag);
  const known = starts.reduce((last, count, month) => (count === null ? last : month), -1);
  const upTo = (of: readonly (Decimal | null)[]): Decimal =>
    of.slice(0, known + 1).reduce<Decimal>((sum, value) => sum.plus(value ?? ZERO), ZERO);
  const expected = upTo(later);
  const factor = known < 0 || expected.isZero() ? new Exact(1) : upTo(starts).div(expected);
  return later.map((coming, month) => (month <= known ? (starts[month] ?? ZERO) : coming.times(factor)));
}
