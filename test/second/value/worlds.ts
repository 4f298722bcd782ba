/**
 * Worlds with their money: the plan, its potential, and what is delivered behind gates. Where people wait they have
 * the care they would have had, from the month in which they came forward; that care costs, but counts no benefits.
 */
import { add, D, same, ZERO } from '../sheet';
import type { Num } from '../sheet';
import { overTimes } from '../model';
import type { Model, Years } from '../model';
import type { Care, Place } from '../care';
import { afterAgreements } from '../agreements';
import { ledgerOf } from '../costs';
import type { LedgerLine } from '../ledger';
import { monthsOf, otherwise } from './demand';
import type { Delivery, Treated } from './delivery';
import { all, cohortCare, groupsOf, ownFlow, plannedGroup } from './groups';
import type { Group } from './groups';
import { mixedCare, namedWaits, newStock, wayBack } from './stock';
import { waitingFlow, waitsOf, yearly } from './waiting';
import type { Instead, Waiting } from './waiting';

export interface World {
  readonly places: readonly Place[];
  readonly groups: readonly Group[];
  readonly ledger: readonly LedgerLine[];
}

const at = (years: Years | undefined, t: number): Num => years?.[t] ?? ZERO;

/** The ledger as it is paid, of places of any world. */
export const paidLedger = (model: Model, places: readonly Place[]): LedgerLine[] => {
  const { money } = model;
  const paid = afterAgreements(model, ledgerOf(model, places));
  return money === null ? paid : paid.map((line) => ({ ...line, amounts: line.amounts.map(money) }));
};

/** The funnel's deaths for each of those who start. */
const deathsOf = (model: Model, { care }: Place): Num[] =>
  overTimes(model, (t) => {
    const starts = add(care.map((c) => at(c.starts, t)));
    return starts.isZero() ? ZERO : add(care.map((c) => at(c.deaths, t))).div(starts);
  });

/** One cohort technology as it is delivered: its own starts, and those who wait with it. */
const cohortGroup = (
  model: Model,
  plan: Place,
  planned: Group,
  treated: Treated | undefined,
  waits: readonly Waiting[],
): Group => {
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
  return { ...planned, care: cohortCare(model, planned, [own, ...used], total, deathsOf(model, plan)), flow: own };
};

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
  const dying = overTimes(model, (t) => {
    const people = add(plan.care.map((c) => at(c.patients, t).plus(at(c.stops, t))));
    return people.isZero() ? ZERO : add(plan.care.map((c) => at(c.deaths, t))).div(people);
  });
  return plan.care.map((care) => {
    const planned = plannedGroup(model, care);
    const treated = delivery.treated.find((t) => t.care === care);
    if (care.technology.cohort) return cohortGroup(model, plan, planned, treated, waits);
    const there = without.care.find((c) => same(c.technology.name, care.technology.name)) ?? care;
    const named = waits.some((w) => w.named && w.treated === treated);
    if (treated !== undefined) return namedWaits(model, newStock(model, planned, there, treated, named), waits, dying);
    const fresh = waits.filter((w) => !w.care.technology.cohort);
    const part = wayBack(model, stocks, rises, fresh, care.technology.name);
    return namedWaits(model, { ...planned, care: mixedCare(part, care, there) }, waits, dying);
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
