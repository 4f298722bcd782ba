/**
 * Worlds with their money: the plan, its potential, and what is delivered behind gates. Where people wait they have
 * the care they would have had, from the month in which they came forward; that care costs, but counts no benefits.
 */
import { add, D, ONE, same, word, ZERO } from '../sheet';
import type { Num } from '../sheet';
import { overTimes } from '../model';
import type { Model, Years } from '../model';
import type { Care, Place } from '../care';
import { afterAgreements } from '../agreements';
import { ledgerOf } from '../costs';
import type { LedgerLine } from '../ledger';
import { monthlyOf, monthsOf, otherwise, plannedMonths, staying, yearIn } from './demand';
import type { Otherwise } from './demand';
import type { Delivery, Treated } from './delivery';

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

export interface World {
  readonly places: readonly Place[];
  readonly groups: readonly Group[];
  readonly ledger: readonly LedgerLine[];
}

const at = (years: Years | undefined, t: number): Num => years?.[t] ?? ZERO;
const all = (months: number): number[] => Array.from({ length: months }, (_, i) => i);

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

/** The ledger as it is paid, of places of any world. */
export const paidLedger = (model: Model, places: readonly Place[]): LedgerLine[] => {
  const { money } = model;
  const paid = afterAgreements(model, ledgerOf(model, places));
  return money === null ? paid : paid.map((line) => ({ ...line, amounts: line.amounts.map(money) }));
};

/** Patient-years in treatment year k of year t. */
const yearsOn = (model: Model, care: Care, flows: readonly Flow[], k: number, t: number): Num => {
  let months = ZERO;
  for (const flow of flows)
    for (const j of flow.from)
      for (let m = 12 * (t - 1); m < 12 * t; m++) {
        const age = m - j;
        if (age < 12 * (k - 1) || age >= 12 * k) continue;
        months = months.plus(flow.on(j, m).times(staying(model, care, age)));
      }
  return months.div(12);
};

/** A cohort technology's year figures from its months; the baseline year's cohort goes on as planned. */
const cohortCare = (model: Model, care: Care, flows: readonly Flow[], starts: Years): Care => {
  const shares = care.treatmentYears.map((_, i) =>
    staying(model, care, 12 * i).minus(staying(model, care, 12 * (i + 1))),
  );
  const treatmentYears = care.treatmentYears.map((_, i) =>
    overTimes(model, (t) => yearsOn(model, care, flows, i + 1, t)),
  );
  return {
    ...care,
    starts,
    treatmentYears,
    patients: overTimes(model, (t) => add(treatmentYears.map((years) => at(years, t)))),
    stops: overTimes(model, (t) => add(shares.map((drop, i) => (t - i < 1 ? ZERO : at(starts, t - i).times(drop))))),
  };
};

/** What one technology's waiting people bring to the others. */
interface Waiting {
  readonly care: Care;
  readonly treated: Treated;
  readonly otherwise: (t: number) => Otherwise;
  /** Planned patients that are realised, by year (stock). */
  readonly realised: Years;
  readonly named: boolean;
}

const ratioOf = (model: Model, treated: Treated): Num[] =>
  overTimes(model, (t) => {
    const planned = plannedMonths(model, treated.care, t);
    if (t === 0 || planned.isZero()) return ONE;
    return add(treated.on.slice(12 * (t - 1), 12 * t)).div(planned);
  });

/** Still waiting, or gone from the queue, of those who came forward in month j. */
const keptOf = (treated: Treated, j: number, m: number): Num =>
  add(treated.queues.map((queue) => queue.kept[j]?.[m] ?? ZERO));

const yearly = (model: Model, months: readonly Num[]): Num[] =>
  overTimes(model, (t) => (t === 0 ? ZERO : add(months.slice(12 * (t - 1), 12 * t))));

const ownFlow = (treated: Treated): Flow => ({
  on: (j, m) => treated.left[j]?.[m] ?? ZERO,
  ever: (j) => treated.starts[j] ?? ZERO,
  from: all(treated.starts.length).filter((j) => treated.starts[j]?.isZero() === false),
});

/** Those who wait for one technology with the care of another. */
const waitingFlow = (waiting: Waiting, name: string): Flow => {
  const months = waiting.treated.starts.length;
  const part = (j: number): Num => waiting.otherwise(yearIn(j)).get(name.toLowerCase()) ?? ZERO;
  const kept = all(months).map((j) => {
    const share = part(j);
    return all(months).map((m) => (m < j || share.isZero() ? ZERO : keptOf(waiting.treated, j, m).times(share)));
  });
  const people = (j: number, m: number): Num => kept[j]?.[m] ?? ZERO;
  return { on: people, ever: people, from: all(months).filter((j) => !people(j, j).isZero()) };
};

/** One cohort technology as it is delivered: its own starts, and those who wait with it. */
const cohortGroup = (model: Model, planned: Group, treated: Treated | undefined, waits: readonly Waiting[]): Group => {
  const { care } = planned;
  const own = treated === undefined ? planned.flow : ownFlow(treated);
  const others = waits.filter((w) => w.care.technology.cohort).map((w) => waitingFlow(w, care.technology.name));
  const used = others.filter((flow) => flow.from.length > 0);
  if (treated === undefined && used.length === 0) return planned;
  const arriving = yearly(
    model,
    all(monthsOf(model)).map((j) => add(used.map((flow) => flow.on(j, j)))),
  );
  const starts = treated === undefined ? care.starts : yearly(model, treated.starts);
  const total = overTimes(model, (t) => at(starts, t).plus(at(arriving, t)));
  return { ...planned, care: cohortCare(model, care, [own, ...used], total), flow: own };
};

/** A straight way between two years' figures. */
const mixed = (part: Years, from: Years, to: Years): Num[] =>
  from.map((n, t) => n.plus(at(part, t).times(at(to, t).minus(n))));

const mixedCare = (part: Years, care: Care, to: Care): Care => ({
  ...care,
  starts: mixed(part, care.starts, to.starts),
  patients: mixed(part, care.patients, to.patients),
  stops: mixed(part, care.stops, to.stops),
  deaths: mixed(part, care.deaths, to.deaths),
  treatmentYears: care.treatmentYears.map((years, i) => mixed(part, years, to.treatmentYears[i] ?? [])),
});

const times = (part: Years, years: Years): Num[] => years.map((n, t) => n.times(at(part, t)));

/** A new stock technology: planned patients × realised ÷ planned patient-months; those it has in `without` go on there. */
const newStock = (model: Model, planned: Group, without: Care, treated: Treated): Group => {
  const ratio = ratioOf(model, treated);
  const { care } = planned;
  const missing = ratio.map((n) => ONE.minus(n));
  const plus = (years: Years, own: Years, out: Years): Num[] =>
    years.map((_, t) => at(own, t).plus(at(missing, t).times(at(out, t))));
  const scaled = (which: 'patients' | 'stops' | 'deaths'): Num[] =>
    plus(care[which], times(ratio, care[which]), without[which]);
  const starts = plus(care.starts, yearly(model, treated.starts), without.starts);
  const patients = scaled('patients');
  const first = patients.map((n, t) => D.min(at(starts, t), n));
  return {
    ...planned,
    flow: ownFlow(treated),
    care: {
      ...care,
      starts,
      patients,
      stops: scaled('stops'),
      deaths: scaled('deaths'),
      treatmentYears: [first, patients.map((n, t) => n.minus(at(first, t)))],
    },
  };
};

/** How much of the way back to `without` another stock technology goes, by year. */
const wayBack = (model: Model, waits: readonly Waiting[], rises: readonly Years[], name: string): Num[] =>
  overTimes(model, (t) => {
    const moved = waits.map((w, i) => at(rises[i], t).times(w.otherwise(t).get(name.toLowerCase()) ?? ZERO));
    const sum = add(moved);
    const weights = sum.isZero() ? rises.map((rise) => at(rise, t)) : moved;
    const whole = add(weights);
    if (whole.isZero()) return ZERO;
    return add(waits.map((w, i) => ONE.minus(at(w.realised, t)).times(weights[i] ?? ZERO))).div(whole);
  });

/** Those who wait with a named technology of stock accounting. */
const namedWaits = (model: Model, group: Group, waits: readonly Waiting[]): Group =>
  waits
    .filter(({ named, otherwise: o }) => named && o(1).has(group.care.technology.name.toLowerCase()))
    .reduce((g, w) => {
      const extra = overTimes(model, (t) =>
        ONE.minus(at(w.realised, t)).times(at(w.care.patients, t).plus(at(w.care.stops, t))),
      );
      const { care } = g;
      const people = overTimes(model, (t) => at(care.patients, t).plus(at(care.stops, t)));
      const staysIn = (t: number): Num => (at(people, t).isZero() ? ONE : at(care.patients, t).div(at(people, t)));
      const patients = overTimes(model, (t) => at(care.patients, t).plus(at(extra, t).times(staysIn(t))));
      const starts = overTimes(model, (t) =>
        at(care.starts, t).plus(D.max(ZERO, at(extra, t).minus(t > 1 ? at(extra, t - 1) : ZERO))),
      );
      const first = patients.map((n, t) => D.min(at(starts, t), n));
      return {
        ...g,
        care: {
          ...care,
          starts,
          patients,
          stops: overTimes(model, (t) => at(care.stops, t).plus(at(extra, t).times(ONE.minus(staysIn(t))))),
          treatmentYears: [first, patients.map((n, t) => n.minus(at(first, t)))],
        },
      };
    }, group);

/** What those who wait (or are not treated) have instead. */
export type Instead = (model: Model, without: Place, plan: Place, technology: string, t: number) => Otherwise;

const waitsOf = (model: Model, delivery: Delivery, without: Place, plan: Place, instead: Instead): Waiting[] =>
  delivery.treated
    .filter(({ care }) => care.subgroup === plan.subgroup)
    .map((treated) => {
      const { name, line } = treated.care.technology;
      const years = new Map<number, Otherwise>();
      return {
        care: treated.care,
        treated,
        named: instead === otherwise && word(line, 'While waiting', '') !== '',
        realised: treated.care.technology.cohort ? overTimes(model, () => ONE) : ratioOf(model, treated),
        otherwise: (t) => {
          const known = years.get(t) ?? instead(model, without, plan, name, t);
          years.set(t, known);
          return known;
        },
      };
    });

/** The people of one subgroup as delivered. */
const deliveredGroups = (model: Model, delivery: Delivery, without: Place, plan: Place, instead: Instead): Group[] => {
  const waits = waitsOf(model, delivery, without, plan, instead);
  const stocks = waits.filter((w) => !w.care.technology.cohort && !w.named);
  const riseOf = (w: Waiting): Num[] => {
    const there = without.care.find((c) => same(c.technology.name, w.care.technology.name));
    const people = (care: Care | undefined, t: number): Num => at(care?.patients, t).plus(at(care?.stops, t));
    return overTimes(model, (t) => D.max(ZERO, people(w.care, t).minus(people(there, t))));
  };
  const rises = stocks.map(riseOf);
  return plan.care.map((care) => {
    const planned = plannedGroup(model, care);
    const treated = delivery.treated.find((t) => t.care === care);
    if (care.technology.cohort) return cohortGroup(model, planned, treated, waits);
    const there = without.care.find((c) => same(c.technology.name, care.technology.name)) ?? care;
    if (treated !== undefined) return namedWaits(model, newStock(model, planned, there, treated), waits);
    const part = wayBack(model, stocks, rises, care.technology.name);
    return namedWaits(model, { ...planned, care: mixedCare(part, care, there) }, waits);
  });
};

/** The world as delivered. */
export const deliveredWorld = (
  model: Model,
  delivery: Delivery,
  without: readonly Place[],
  plan: readonly Place[],
  instead: Instead = otherwise,
): World => {
  const groups = plan.map((place) => {
    const outside = without.find(({ subgroup }) => subgroup === place.subgroup) ?? place;
    return { place, groups: deliveredGroups(model, delivery, outside, place, instead) };
  });
  const places = groups.map(({ place, groups: own }) => ({ ...place, care: own.map(({ care }) => care) }));
  return { places, groups: groups.flatMap(({ groups: own }) => own), ledger: paidLedger(model, places) };
};

/** The plan (or a potential) as a world. */
export const plannedWorld = (model: Model, places: readonly Place[], level = false): World => ({
  places,
  groups: groupsOf(model, places, level),
  ledger: paidLedger(model, places),
});

export const isNew = (care: Care): boolean => care.technology.role === 'new';
