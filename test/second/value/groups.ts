/** The people of one technology in one subgroup of a world: by month of coming, and their year figures. */
import { add, ONE, ZERO } from '../sheet';
import type { Num } from '../sheet';
import { overTimes } from '../model';
import type { Model, Years } from '../model';
import type { Care, Place } from '../care';
import { monthlyOf, monthsOf, plannedMonths, staying, yearIn } from './demand';
import type { Treated } from './delivery';

/** People who came to a technology in month j: how many of them are still with it, and were ever, in month m. */
export interface Flow {
  readonly on: (j: number, m: number) => Num;
  readonly ever: (j: number, m: number) => Num;
  /** Months (numbers of j) in which anybody came. */
  readonly from: readonly number[];
}

/** One technology's people in one subgroup of a world. */
export interface Group {
  readonly care: Care;
  /** Those who started it; without those who wait with it. */
  readonly flow: Flow;
  /** In stock accounting: patients of a year for a year of patient-months; else 1. */
  readonly scale: Years;
}

const at = (years: Years | undefined, t: number): Num => years?.[t] ?? ZERO;
export const all = (months: number): number[] => Array.from({ length: months }, (_, i) => i);
export const isNew = (care: Care): boolean => care.technology.role === 'new';

/** The plan's people of one technology; `level` for a potential. */
export const plannedGroup = (model: Model, care: Care, level = false): Group => {
  const { demand, thinned } = monthlyOf(model, care, level);
  const months = monthsOf(model);
  const left = demand.map((starts, j) => {
    const row: Num[] = [];
    let people = starts;
    for (let m = j; m < months; m++) {
      if (m > j) people = people.times(ONE.minus(thinned[m] ?? ZERO));
      row[m] = people;
    }
    return row;
  });
  return {
    care,
    flow: {
      on: (j, m) => left[j]?.[m] ?? ZERO,
      ever: (j) => demand[j] ?? ZERO,
      from: all(months).filter((j) => demand[j]?.isZero() === false),
    },
    scale: scaleOf(model, care, level),
  };
};

const scaleOf = (model: Model, care: Care, level = false): Num[] =>
  overTimes(model, (t) => {
    if (care.technology.cohort || t === 0) return ONE;
    const months = plannedMonths(model, care, t, level);
    return months.isZero() ? ZERO : at(care.patients, t).times(12).div(months);
  });

export const groupsOf = (model: Model, places: readonly Place[], level = false): Group[] =>
  places.flatMap((place) => place.care.map((care) => plannedGroup(model, care, level)));

export const ownFlow = (treated: Treated): Flow => ({
  on: (j, m) => treated.left[j]?.[m] ?? ZERO,
  ever: (j) => treated.starts[j] ?? ZERO,
  from: all(treated.starts.length).filter((j) => treated.starts[j]?.isZero() === false),
});

/** Patient-years by treatment year and year: [k − 1][t]. */
const yearsOn = (model: Model, care: Care, flows: readonly Flow[]): Num[][] => {
  const months = care.treatmentYears.map(() => overTimes(model, () => ZERO));
  for (const flow of flows)
    for (const j of flow.from)
      for (let m = j; m < monthsOf(model); m++) {
        const row = months[Math.floor((m - j) / 12)] ?? [];
        row[yearIn(m)] = at(row, yearIn(m)).plus(flow.on(j, m).times(staying(model, care, m - j)));
      }
  return months.map((row) => row.map((n) => n.div(12)));
};

/** Last digits that are left where all of an amount was taken off are nobody. */
const unlessNothing = (left: Num, of: Num): Num => (left.abs().lt(of.abs().times('1e-30')) ? ZERO : left);

/** A cohort technology's year figures: as planned, with what its months now add and lack; `deaths` for each starter. */
export const cohortCare = (
  model: Model,
  { care, flow }: Group,
  flows: readonly Flow[],
  starts: Years,
  deaths: Years,
): Care => {
  const drops = care.treatmentYears.map((_, i) =>
    staying(model, care, 12 * i).minus(staying(model, care, 12 * (i + 1))),
  );
  const [now, before] = [yearsOn(model, care, flows), yearsOn(model, care, [flow])];
  const treatmentYears = care.treatmentYears.map((years, k) =>
    years.map((n, t) => unlessNothing(n.plus(at(now[k], t)).minus(at(before[k], t)), n)),
  );
  const more = starts.map((n, t) => n.minus(at(care.starts, t)));
  return {
    ...care,
    starts,
    treatmentYears,
    deaths: starts.map((n, t) => (t === 0 ? at(care.deaths, t) : n.times(at(deaths, t)))),
    patients: overTimes(model, (t) => add(treatmentYears.map((years) => at(years, t)))),
    stops: overTimes(model, (t) =>
      at(care.stops, t).plus(add(drops.map((drop, i) => (t - i < 1 ? ZERO : at(more, t - i).times(drop))))),
    ),
  };
};
