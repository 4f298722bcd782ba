/** The plan of a new technology by subgroup and month, beside what was recorded of it. */
import type { Decimal } from 'decimal.js';
import { years, type Run } from '../figures';
import type { Quantity } from '../graph/quantity';
import type { Measure } from '../horizon-assumptions';
import { Exact } from '../readings/decimals';
import type { ValueRealisation } from '../value/value-realisation';
import { recorded, type Recorded } from './actual-months';
import type { Place } from './bridge-quantities';

const ZERO = new Exact(0);

export function plannedPlaces(run: Run, value: ValueRealisation, technology: number): readonly Place[] {
  const { arms } = run.of.structure;
  const mine = arms.flatMap((arm, index) => (arm.technology === technology ? [yearlyPlan(run, index)] : []));
  const made = mine.map((plan) => placeOf(run, value, plan, mine));
  const covered = value.at.month.members.map((_, month) =>
    made.some(({ starts, patients: on, spend }) => [starts, on, spend].some((list) => (list[month] ?? null) !== null)),
  );
  return made.map((place) => ({ ...place, covered }));
}

/** The plan of a technology in a subgroup, in the year of a month. */
interface YearlyPlan extends Readonly<Record<Measure, (month: number) => Decimal>> {
  readonly arm: number;
  /** Planned spending for a patient-year, by year. */
  readonly price: readonly Decimal[];
}

const inYear =
  (run: Run, figures: Quantity, at: readonly number[]) =>
  (month: number): Decimal =>
    run.exact.at(figures, [...at, years(run)[Math.floor(month / 12)] ?? 0]);

function yearlyPlan(run: Run, arm: number): YearlyPlan {
  const { patients, onTechnology, structure } = run.of;
  const price = years(run).map((period) => plannedPrice(run, arm, period));
  const people = inYear(run, onTechnology, [1, arm]);
  return {
    arm,
    price,
    eligible: inYear(run, patients.eligible, [1, structure.arms[arm]?.subgroup ?? 0]),
    starts: inYear(run, patients.starting, [1, arm]),
    patients: people,
    spend: (month) => people(month).times(price[Math.floor(month / 12)] ?? ZERO),
  };
}

/** What was recorded for all subgroups goes in proportion to the plan of that measure in the year. */
function recordedIn(run: Run, plan: YearlyPlan, all: readonly YearlyPlan[], measure: Measure): Recorded {
  const { arms, assumptions, subgroup } = run.of.structure;
  const arm = arms[plan.arm];
  const name = assumptions.technologies[arm?.technology ?? -1]?.technology ?? '';
  const part = (month: number): Decimal => {
    const whole = all.reduce((sum, other) => sum.plus(other[measure](month)), ZERO);
    return whole.isZero() ? new Exact(1).div(all.length) : plan[measure](month).div(whole);
  };
  const among = subgroup.members[arm?.subgroup ?? -1] ?? '';
  return recorded(assumptions.actuals, assumptions.model, measure, name, among, part);
}

function placeOf(run: Run, value: ValueRealisation, plan: YearlyPlan, all: readonly YearlyPlan[]): Place {
  const { structure, patients, cohorts } = run.of;
  const months = value.at.month.members.map((_, month) => month);
  const arm = structure.arms[plan.arm];
  const cohort = arm?.accounting === 'cohort';
  const perMonth = (people: Decimal): Decimal => (cohort ? people.div(12) : people);
  const of = (measure: Measure): Recorded => recordedIn(run, plan, all, measure);
  const share = (month: number): Decimal => {
    const people = plan.eligible(month);
    return people.isZero() ? ZERO : plan.patients(month).div(people);
  };
  return {
    cohort,
    persistence: cohorts
      ? months.map((age) => run.exact.at(cohorts.kept.onTreatment, [arm?.technology ?? 0, age]))
      : [],
    eligible: months.map((month) => perMonth(plan.eligible(month))),
    share: months.map(cohort ? inYear(run, patients.shares.share, [1, plan.arm]) : share),
    planned: months.map((month) => run.exact.at(value.wanted.planned, [1, plan.arm, month])),
    eligibleActual: of('eligible').map((people) => people && perMonth(people)),
    starts: of('starts'),
    patients: of('patients'),
    spend: of('spend'),
    covered: [],
    price: plan.price,
  };
}

/** Planned spending on a technology in a subgroup for a patient-year. */
function plannedPrice(run: Run, index: number, period: number): Decimal {
  const { ledger, onTechnology, structure } = run.of;
  const arm = structure.arms[index];
  const people = run.exact.at(onTechnology, [1, index, period]);
  const spent = ledger.entries.reduce(
    (sum, entry, n) =>
      entry.world === 1 && entry.technology === arm?.technology && entry.subgroup === arm.subgroup
        ? sum.plus(run.exact.at(ledger.amount, [n, period]))
        : sum,
    ZERO,
  );
  return people.isZero() ? ZERO : spent.div(people);
}
