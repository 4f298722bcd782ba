/** What worlds are worth: benefits less budget impact less tasks, discounted; the potential, and what each gate withholds. */
import { add, D, isAll, numberOr, ONE, same, text, ZERO } from '../sheet';
import type { Num } from '../sheet';
import { overTimes } from '../model';
import type { Division, Model, Years } from '../model';
import { careFor } from '../care';
import type { Place } from '../care';
import type { LedgerLine } from '../ledger';
import { technologiesOf, rowOf } from '../shares';
import { benefitsOf } from './benefits';
import type { Benefit } from './benefits';
import { deliver } from './delivery';
import type { Delivery, Setup } from './delivery';
import { displaced, monthsOf } from './demand';
import { poolsOf } from './pools';
import type { PerFound, Pool } from './pools';
import { planOf, taskCosts, tasksOf } from './schedule';
import type { Plan, Slip, Task } from './schedule';
import { groupsOf, isNew } from './groups';
import type { Group } from './groups';
import { deliveredWorld, paidLedger, plannedWorld } from './worlds';
import type { World } from './worlds';

/** A model made ready: the plan, what is outside it, and what holds it back. */
export interface Ready {
  readonly model: Model;
  readonly without: readonly Place[];
  readonly with: readonly Place[];
  readonly inside: readonly Group[];
  readonly outside: readonly Group[];
  readonly outsideLedger: readonly LedgerLine[];
  readonly tasks: readonly Task[];
  readonly plan: Plan;
  readonly pools: readonly Pool[];
  readonly found: PerFound;
}

const at = (years: Years | undefined, t: number): Num => years?.[t] ?? ZERO;

/** Tests carried out in a year for each patient found in the world `with`. */
const foundIn =
  (places: readonly Place[]): PerFound =>
  (test, subgroup, year) => {
    const place = places.find((p) => same(p.subgroup, subgroup));
    const day = place?.tests[year];
    const done = day?.tests.find((t) => same(t.test, test));
    const found = day?.passed ?? done?.measures.get('positive') ?? ZERO;
    return found.isZero() ? ZERO : (done?.measures.get('tested') ?? ZERO).div(found);
  };

export const readyFor = (model: Model): Ready => {
  const { places } = careFor(model);
  const without = places.filter(({ world }) => world === 'without');
  const plan = places.filter(({ world }) => world === 'with');
  const tasks = tasksOf(model);
  return {
    model,
    without,
    with: plan,
    inside: groupsOf(model, plan),
    outside: groupsOf(model, without),
    outsideLedger: paidLedger(model, without).filter(({ world }) => world === 'without'),
    tasks,
    plan: planOf(tasks),
    pools: poolsOf(model),
    found: foundIn(plan),
  };
};

/** A world with its figures by year. */
export interface Account {
  readonly world: World;
  readonly benefits: readonly Benefit[];
  /** With less without, for the model's Payer, without tasks. */
  readonly impact: Years;
  readonly tasks: Years;
}

const paid = (model: Model, lines: readonly LedgerLine[]): Num[] => {
  const counted = lines.filter(({ payer }) => isAll(model.payer) || payer === '' || same(payer, model.payer));
  return overTimes(model, (t) => add(counted.map(({ amounts }) => at(amounts, t))));
};

/** Tasks cost as scheduled, also where a run slips them: what a delay costs is what comes later. */
export const accountOf = (ready: Ready, world: World): Account => {
  const { model } = ready;
  const months = taskCosts(ready.tasks, ready.plan, monthsOf(model));
  const withIt = paid(
    model,
    world.ledger.filter((line) => line.world === 'with'),
  );
  const outside = paid(model, ready.outsideLedger);
  return {
    world,
    benefits: benefitsOf(model, world, ready.inside, ready.outside),
    impact: withIt.map((n, t) => n.minus(at(outside, t))),
    tasks: overTimes(model, (t) => (t === 0 ? ZERO : add(months.slice(12 * (t - 1), 12 * t)))),
  };
};

export const discount = (model: Model, years: Years): Num =>
  add(years.slice(1).map((n, i) => n.div(ONE.plus(model.discountRate).pow(model.discountFromFirst ? i + 1 : i))));

/** Benefits in money by year, as planned or with Realised and Optimism bias. */
export const moneyOf = (model: Model, benefits: readonly Benefit[], haircut: boolean): Num[] =>
  overTimes(model, (t) =>
    add(
      benefits.map((b) =>
        at(b.quantity, t)
          .times(b.unitValue)
          .times(haircut ? b.haircut : ONE),
      ),
    ),
  );

export const yearlyWorth = (model: Model, account: Account, haircut: boolean): Num[] => {
  const money = moneyOf(model, account.benefits, haircut);
  return overTimes(model, (t) => at(money, t).minus(at(account.impact, t)).minus(at(account.tasks, t)));
};

export const worth = (model: Model, account: Account, haircut = false): Num =>
  discount(model, yearlyWorth(model, account, haircut));

/** What of the delivery is changed. */
export interface Change {
  readonly closed?: (gate: string) => boolean;
  readonly unit?: string;
  readonly slip?: Slip;
}

export const setupOf = (ready: Ready, change: Change = {}): Setup => ({
  model: ready.model,
  tasks: ready.tasks,
  plan: planOf(ready.tasks, change.slip),
  pools: ready.pools,
  planned: ready.with.flatMap(({ care }) => care.filter(isNew)),
  found: ready.found,
  closed: change.closed ?? ((): boolean => true),
  ...(change.unit === undefined ? {} : { unit: change.unit }),
});

export const deliveredAccount = (ready: Ready, change: Change = {}): { delivery: Delivery; account: Account } => {
  const delivery = deliver(setupOf(ready, change));
  const world = deliveredWorld(ready.model, delivery, ready.without, ready.with);
  return { delivery, account: accountOf(ready, world) };
};

export const plannedAccount = (ready: Ready): Account => accountOf(ready, plannedWorld(ready.model, ready.with));

/** Shares of the new technologies by subgroup and year, as planned. */
type ShareOf = (subgroup: string, technology: string, t: number) => Num;

const plannedShares =
  (ready: Ready): ShareOf =>
  (subgroup, technology, t) => {
    const place = ready.with.find((p) => p.subgroup === subgroup);
    const care = place?.care.find((c) => same(c.technology.name, technology));
    const eligible = at(place?.eligible, t);
    if (care === undefined || eligible.isZero()) return ZERO;
    const people = care.technology.cohort ? at(care.starts, t) : at(care.patients, t).plus(at(care.stops, t));
    return people.div(eligible);
  };

/** The plan with other shares of the new technologies: the others give what those displace. */
const reshaped = (ready: Ready, share: ShareOf): Account => {
  const { model } = ready;
  const fresh = technologiesOf(model).filter(({ role }) => role === 'new');
  const reshape = (subgroup: string, t: number, eligible: Num, typed: Division): Division => {
    if (eligible.isZero() || typed.size === 0) return typed;
    // Who does not have a technology in the plan has no potential of it.
    const planned = (name: string): boolean => rowOf(model, 'with', subgroup, name) !== null;
    const wanted = fresh.map(({ name }) => (planned(name) ? share(subgroup, name, t) : ZERO));
    const sum = add(wanted);
    const shares = wanted.map((n) => (sum.gt(1) ? n.div(sum) : n));
    const outside = ready.without.find((p) => p.subgroup === subgroup);
    const inside = ready.with.find((p) => p.subgroup === subgroup);
    if (outside === undefined || inside === undefined) return typed;
    const given = (name: string): Num =>
      add(
        fresh.map((technology, i) => {
          const more = (shares[i] ?? ZERO).minus(typed.get(technology.name)?.share ?? ZERO);
          return more.times(displaced(model, outside, inside, technology.name, t).get(name.toLowerCase()) ?? ZERO);
        }),
      );
    return new Map(
      [...typed.keys()].map((name) => {
        const i = fresh.findIndex((technology) => same(technology.name, name));
        const whole = i === -1 ? (typed.get(name)?.share ?? ZERO).minus(given(name)) : (shares[i] ?? ZERO);
        const part = whole.abs().lt('1e-30') ? ZERO : whole;
        return [name, { share: part, people: part.times(eligible) }];
      }),
    );
  };
  const places = careFor({ ...model, reshape }).places.filter(({ world }) => world === 'with');
  return accountOf(ready, plannedWorld(model, places, true));
};

const potentialShare =
  (ready: Ready): ShareOf =>
  (_, name) => {
    const line = technologiesOf(ready.model).find((technology) => same(technology.name, name))?.line;
    return line === undefined ? ONE : numberOr(line, 'Potential', ONE);
  };

/** Everybody of `Potential`, from the first month. */
export const potentialOf = (ready: Ready): Account => reshaped(ready, potentialShare(ready));

/** The potential from the first year with planned starts, and the highest planned share from then. */
export const shortfallOf = (ready: Ready): { readonly fromFirst: Account; readonly highest: Account } => {
  const [planned, potential] = [plannedShares(ready), potentialShare(ready)];
  const years = Array.from({ length: ready.model.count }, (_, i) => i + 1);
  const first = (subgroup: string, name: string): number =>
    years.find((t) => planned(subgroup, name, t).gt(0)) ?? Infinity;
  const highest = (subgroup: string, name: string): Num =>
    years.map((t) => planned(subgroup, name, t)).reduce((a, b) => D.max(a, b), ZERO);
  return {
    fromFirst: reshaped(ready, (s, n, t) => (t < first(s, n) ? planned(s, n, t) : potential(s, n, t))),
    highest: reshaped(ready, (s, n, t) => (t < first(s, n) ? planned(s, n, t) : highest(s, n))),
  };
};

/** A gate with its dimension, in their order. */
export interface Gate {
  readonly gate: string;
  readonly dimension: string;
  readonly unitCost: Num | null;
}

export const DIMENSIONS = ['resources', 'process', 'attention'] as const;

export const gatesOf = (ready: Ready): Gate[] => {
  const waves = ready.model.book.get('waves') ?? [];
  const limited = waves.some((line) => text(line, 'Starts per site') !== '');
  return [
    ...(waves.length > 0 ? [{ gate: 'access', dimension: 'process', unitCost: null }] : []),
    ...(limited ? [{ gate: 'sites', dimension: 'process', unitCost: null }] : []),
    ...ready.pools
      .filter(({ uses }) => uses.length > 0)
      .map(({ name, dimension, unitCost }) => ({ gate: name, dimension, unitCost })),
  ];
};
