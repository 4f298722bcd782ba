/**
 * Delivery month by month: the plan held back by gates. A queue is a technology × subgroup × wave; pools are
 * divided in equal shares of what is asked; the oldest wait first. Every figure is a plain loop.
 */
import { D, numberOr, ZERO } from '../sheet';
import type { Line, Num } from '../sheet';
import type { Model } from '../model';
import type { Care } from '../care';
import { monthlyOf, monthsOf, staying, yearIn } from './demand';
import type { Monthly } from './demand';
import { perStart, readyIn, rowOfUse, supplyIn, trainedIn } from './pools';
import type { Clock, PerFound, Pool } from './pools';
import { liveIn, wavesOf } from './waves';
import type { Wave } from './waves';
import type { Plan, Task } from './schedule';

const ONE = new D(1);
/** Below this part of what is asked, nobody is held: what is left of a division. */
const NOBODY = new D('1e-25');

/** What is run: the plan in which gates are closed, and what is changed. */
export interface Setup {
  readonly model: Model;
  readonly tasks: readonly Task[];
  readonly plan: Plan;
  readonly pools: readonly Pool[];
  /** Technologies of Role new, subgroup by subgroup, as planned. */
  readonly planned: readonly Care[];
  readonly found: PerFound;
  readonly closed: (gate: string) => boolean;
  /** The gate of which there is one unit more. */
  readonly unit?: string;
}

/** One queue, by month; those who wait by the month in which they came forward. */
export interface Queue {
  readonly care: Care;
  readonly wave: Wave;
  readonly monthly: Monthly;
  readonly leave: Num;
  readonly started: Num[];
  /** Months waited, summed over those who start. */
  readonly waited: Num[];
  readonly backlog: Num[];
  readonly leavers: Num[];
  readonly waiting: Num[];
  readonly gone: Num[];
  /** [month of coming forward][month]: still waiting, or left the queue. */
  readonly kept: Num[][];
  /** Held by gate and month. */
  readonly held: Map<string, Num[]>;
  readonly asked: Num[];
}

/** One technology in one subgroup. */
export interface Treated {
  readonly care: Care;
  readonly queues: readonly Queue[];
  readonly monthly: Monthly;
  readonly starts: Num[];
  readonly on: Num[];
  /** [month of start][month]: those who started then and whom no fall of the plan took away. */
  readonly left: Num[][];
}

/** A pool as one month uses it. */
interface Vessel {
  readonly gate: string;
  readonly order: number;
  left: Num;
  readonly takes: (queue: Queue) => Num;
}

export interface Delivery {
  readonly treated: readonly Treated[];
  readonly queues: readonly Queue[];
  readonly trained: ReadonlyMap<string, Num[]>;
  readonly supply: ReadonlyMap<string, Num[]>;
  readonly followUp: ReadonlyMap<string, Num[]>;
  /** What starts may use of each pool. */
  readonly usable: ReadonlyMap<string, Num[]>;
}

const blank = (months: number): Num[] => Array.from({ length: months }, () => ZERO);
const at = (list: readonly Num[] | undefined, i: number): Num => list?.[i] ?? ZERO;
const sum = (list: readonly Num[]): Num => list.reduce((a, b) => (b.isZero() ? a : a.plus(b)), ZERO);

const waveAt = (setup: Setup, wave: Wave): Wave => {
  if (!setup.closed('access')) return { ...wave, live: ZERO };
  return setup.unit === 'access' && wave.live !== null ? { ...wave, live: wave.live.minus(1) } : wave;
};

const queuesFor = (setup: Setup, care: Care, months: number): Queue[] => {
  const { model, tasks, plan } = setup;
  const whole = monthlyOf(model, care);
  const extra = setup.unit === 'sites' ? ONE : ZERO;
  return wavesOf(model, tasks, plan, care.technology.name, extra).map((wave) => ({
    care,
    wave: waveAt(setup, wave),
    monthly: { ...whole, demand: whole.demand.map((n) => n.times(wave.share)) },
    leave: numberOr(care.technology.line, 'Leave queue', ZERO),
    started: blank(months),
    waited: blank(months),
    backlog: blank(months),
    leavers: blank(months),
    waiting: blank(months),
    gone: blank(months),
    kept: Array.from({ length: months }, () => blank(months)),
    held: new Map(),
    asked: blank(months),
  }));
};

/** The new demand joins those who wait, after a fall of the plan has taken its part of them. */
const join = (queue: Queue, i: number): void => {
  const thin = ONE.minus(at(queue.monthly.thinned, i));
  let taken = ZERO;
  for (let j = 0; j < i && !thin.eq(1); j++) {
    const now = at(queue.waiting, j);
    queue.waiting[j] = now.times(thin);
    taken = taken.plus(now.minus(now.times(thin)));
    queue.gone[j] = at(queue.gone, j).times(thin);
  }
  queue.leavers[i] = taken;
  queue.waiting[i] = at(queue.monthly.demand, i);
};

/** Starts the oldest first. */
const start = (queue: Queue, i: number, count: Num): void => {
  queue.started[i] = count;
  let left = count;
  for (let j = 0; j <= i && left.gt(0); j++) {
    const from = D.min(left, at(queue.waiting, j));
    queue.waiting[j] = at(queue.waiting, j).minus(from);
    queue.waited[i] = at(queue.waited, i).plus(from.times(i - j));
    left = left.minus(from);
  }
};

/** Who leaves the queue at the month's end, and who is left. */
const close = (queue: Queue, i: number): void => {
  for (let j = 0; j <= i; j++) {
    const now = at(queue.waiting, j);
    if (now.isZero() && at(queue.gone, j).isZero()) continue;
    const leaving = now.times(queue.leave);
    queue.waiting[j] = now.minus(leaving);
    queue.gone[j] = at(queue.gone, j).plus(leaving);
    queue.leavers[i] = at(queue.leavers, i).plus(leaving);
    const row = queue.kept[j];
    if (row !== undefined) row[i] = at(queue.waiting, j).plus(at(queue.gone, j));
  }
  queue.backlog[i] = sum(queue.waiting);
};

const hold = (queue: Queue, gate: string, i: number, count: Num, months: number): void => {
  const list = queue.held.get(gate) ?? blank(months);
  list[i] = at(list, i).plus(count);
  queue.held.set(gate, list);
};

/** Shares of what is asked rise together from 0; the queues that use a spent pool stop there. */
const divide = (queues: readonly Queue[], vessels: readonly Vessel[], i: number, months: number): void => {
  let going = queues.filter((queue) => at(queue.asked, i).gt(0));
  let share = ZERO;
  while (going.length > 0) {
    const rates = vessels.map((vessel) => sum(going.map((q) => at(q.asked, i).times(vessel.takes(q)))));
    const ends = vessels.map((vessel, v) => {
      const rate = at(rates, v);
      return rate.gt(0) ? share.plus(D.max(ZERO, vessel.left).div(rate)) : null;
    });
    const first = ends.reduce<Num | null>((a, b) => (b === null || (a !== null && a.lte(b)) ? a : b), null);
    const to = first === null || first.gte(ONE.minus(NOBODY)) ? ONE : first;
    for (const [v, vessel] of vessels.entries()) vessel.left = vessel.left.minus(at(rates, v).times(to.minus(share)));
    share = to;
    const spent = to.eq(ONE) ? [] : vessels.filter((_, v) => ends[v]?.lte(to.plus(NOBODY)) === true);
    const stopping = spent.length === 0 ? going : going.filter((q) => spent.some((v) => !v.takes(q).isZero()));
    for (const queue of stopping) {
      const count = at(queue.asked, i).times(share);
      const by = spent.filter((v) => !v.takes(queue).isZero()).sort((a, b) => a.order - b.order)[0];
      if (by !== undefined) hold(queue, by.gate, i, at(queue.asked, i).minus(count), months);
      start(queue, i, count);
    }
    going = going.filter((queue) => !stopping.includes(queue));
  }
};

/** Follow-up of one month: of those on treatment, or of those who started in the last so many months. */
const followUpOf = (pool: Pool, treated: readonly Treated[], i: number): Num =>
  sum(
    treated.map(({ care, on, starts }) => {
      const line = rowOfUse(pool, care.technology.name, care.subgroup);
      if (line === null) return ZERO;
      const months = numberOr(line, 'Follow-up months', ZERO).toNumber();
      const people = months > 0 ? sum(starts.slice(Math.max(0, i - months), i)) : at(on, i - 1);
      return numberOr(line, 'Per follow-up', ZERO).times(people);
    }),
  );

const usesOf = (pool: Pool, found: PerFound, i: number): ((queue: Queue) => Num) => {
  const lines = new Map<Care, Line | null>();
  return ({ care }) => {
    const known = lines.get(care);
    const line = known === undefined ? rowOfUse(pool, care.technology.name, care.subgroup) : known;
    lines.set(care, line);
    return line === null ? ZERO : perStart(line, care.subgroup, yearIn(i), found);
  };
};

/** The sites of each row of waves, as pools. */
const sitesAt = (setup: Setup, queues: readonly Queue[], i: number): Vessel[] => {
  if (!setup.closed('sites')) return [];
  const rows = new Map(queues.filter(({ wave }) => wave.starts !== null).map(({ wave }) => [wave.row, wave] as const));
  return [...rows.values()].map((wave) => ({
    gate: 'sites',
    order: -1,
    left: liveIn(wave, i).times(wave.starts ?? ZERO),
    takes: (queue) => (queue.wave.row === wave.row ? ONE : ZERO),
  }));
};

/** Those on treatment after a month's starts. */
const treat = (setup: Setup, treated: Treated, i: number): void => {
  const thin = ONE.minus(at(treated.monthly.thinned, i));
  const starting = sum(treated.queues.map((queue) => at(queue.started, i)));
  treated.starts[i] = starting;
  let people = ZERO;
  for (let j = 0; j <= i; j++) {
    const before = at(treated.left[j], i - 1);
    const left = j === i ? starting : thin.eq(1) ? before : before.times(thin);
    const row = treated.left[j];
    if (row !== undefined) row[i] = left;
    people = people.plus(left.times(staying(setup.model, treated.care, i - j)));
  }
  treated.on[i] = people;
};

const fill = (names: readonly Pool[], months: number): Map<string, Num[]> =>
  new Map(names.map((pool) => [pool.name, blank(months)]));

/** Runs every month. */
export const deliver = (setup: Setup): Delivery => {
  const { model, tasks, plan, pools } = setup;
  const months = monthsOf(model);
  const clock: Clock = { model, tasks, plan, months };
  const treated: Treated[] = setup.planned.map((care) => ({
    care,
    queues: queuesFor(setup, care, months),
    monthly: monthlyOf(model, care),
    starts: blank(months),
    on: blank(months),
    left: Array.from({ length: months }, () => blank(months)),
  }));
  const queues = treated.flatMap((t) => t.queues);
  const extra = (pool: Pool): Num => (setup.unit === pool.name ? ONE : ZERO);
  const supply = new Map(pools.map((pool) => [pool.name, supplyIn(clock, pool, extra(pool))]));
  const ready = new Map(pools.map((pool) => [pool.name, readyIn(clock, pool, supply.get(pool.name) ?? [])]));
  const staff = pools.filter(({ kind }) => kind === 'staff');
  const trained = new Map(staff.map((pool) => [pool.name, trainedIn(clock, pool, extra(pool))]));
  const [followUp, usable, carried] = [fill(pools, months), fill(pools, months), new Map<string, Num>()];
  for (let i = 0; i < months; i++) {
    for (const queue of queues) {
      join(queue, i);
      const waiting = sum(queue.waiting);
      const live = liveIn(queue.wave, i);
      queue.asked[i] = waiting.times(live);
      if (!live.eq(ONE)) hold(queue, 'access', i, waiting.minus(at(queue.asked, i)), months);
    }
    const vessels = pools.map((pool, order): Vessel => {
      const load = followUpOf(pool, treated, i);
      const carry = pool.carry === 'no' || (pool.carry === 'year' && i % 12 === 0) ? ZERO : carried.get(pool.name);
      const left = D.max(ZERO, (carry ?? ZERO).plus(at(ready.get(pool.name), i)).minus(load));
      (followUp.get(pool.name) ?? [])[i] = load;
      (usable.get(pool.name) ?? [])[i] = left;
      return { gate: pool.name, order, left, takes: usesOf(pool, setup.found, i) };
    });
    divide(queues, [...sitesAt(setup, queues, i), ...vessels.filter(({ gate }) => setup.closed(gate))], i, months);
    for (const vessel of vessels) carried.set(vessel.gate, D.max(ZERO, vessel.left));
    for (const queue of queues) close(queue, i);
    for (const t of treated) treat(setup, t, i);
  }
  return { treated, queues, trained, supply, followUp, usable };
};
