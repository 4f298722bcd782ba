/** The plan of a new technology by subgroup and month, beside what was recorded of it. */
import type { Decimal } from 'decimal.js';
import { years, type Run } from '../figures';
import { Exact } from '../readings/decimals';
import type { ValueRealisation } from '../value/value-realisation';
import { recorded, type Recorded } from './actual-months';
import type { Place } from './bridge-quantities';

const ZERO = new Exact(0);

export function plannedPlaces(run: Run, value: ValueRealisation, technology: number): readonly Place[] {
  const { structure, patients, cohorts } = run.of;
  const { arms, subgroup, assumptions } = structure;
  const periods = years(run);
  const months = value.at.month.members.map((_, month) => month);
  const mine = arms.flatMap((arm, index) => (arm.technology === technology ? [{ arm, index }] : []));
  const name = assumptions.technologies[technology]?.technology ?? '';
  const starting = (index: number, month: number): Decimal =>
    run.exact.at(patients.starting, [1, index, periods[Math.floor(month / 12)] ?? 0]);
  const made = mine.map(({ arm, index }): Place => {
    const part = (month: number): Decimal => {
      const all = mine.reduce((sum, other) => sum.plus(starting(other.index, month)), ZERO);
      if (all.isZero()) return new Exact(1).div(mine.length);
      return starting(index, month).div(all);
    };
    const of = (measure: Parameters<typeof recorded>[2], by = part): Recorded =>
      recorded(assumptions.actuals, assumptions.model, measure, name, subgroup.members[arm.subgroup] ?? '', by);
    const cohort = arm.accounting === 'cohort';
    const perMonth = (people: Decimal): Decimal => (cohort ? people.div(12) : people);
    const inYear = (figures: typeof patients.eligible, at: readonly number[]) => (month: number) =>
      run.exact.at(figures, [...at, periods[Math.floor(month / 12)] ?? 0]);
    const eligible = inYear(patients.eligible, [1, arm.subgroup]);
    return {
      cohort,
      persistence: cohorts ? months.map((age) => run.exact.at(cohorts.kept.onTreatment, [technology, age])) : [],
      eligible: months.map((month) => perMonth(eligible(month))),
      share: months.map(inYear(patients.shares.share, [1, index])),
      planned: months.map((month) => run.exact.at(value.wanted.planned, [1, index, month])),
      eligibleActual: of('eligible', () => new Exact(1)).map((people) => people && perMonth(people)),
      starts: of('starts'),
      patients: of('patients'),
      spend: of('spend'),
      covered: [],
      price: periods.map((period) => plannedPrice(run, index, period)),
    };
  });
  const covered = months.map((month) =>
    made.some(({ starts, patients: on, spend }) => [starts, on, spend].some((list) => (list[month] ?? null) !== null)),
  );
  return made.map((place) => ({ ...place, covered }));
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
