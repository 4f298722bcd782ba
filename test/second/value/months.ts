/** What a delivery gives by month, as `realisation` shows it. */
import { add, D, ZERO } from '../sheet';
import type { Num } from '../sheet';
import { figure } from '../impact';
import { yearIn } from './demand';
import type { Delivery, Queue } from './delivery';
import { perStart, rowOfUse } from './pools';
import type { Ready } from './worth';
import { gatesOf } from './worth';
import { reliefCapacity, targetQueue } from './queues';
import { reliefMonths, targetWait } from './settings';
import { liveIn } from './waves';

type Figures = string[];
interface ByPeople {
  technology: string;
  subgroup: string;
  values: Figures;
}
interface ByGate {
  gate: string;
  technology: string;
  values: Figures;
}
interface ByResource {
  resource: string;
  values: Figures;
}

export interface Months {
  months: string[];
  live: { values: Figures }[];
  demand: ByPeople[];
  starts: ByPeople[];
  backlog: ByPeople[];
  leavers: ByPeople[];
  onTreatment: ByPeople[];
  wait: ByPeople[];
  trained: ByResource[];
  supply: ByResource[];
  followUp: ByResource[];
  capacity: ByGate[];
  held: ByGate[];
  binding: { technology: string; values: string[] }[];
  queue: (ByPeople & { measure: string })[];
}

/** Fewer than this part of one, or of those asked: nobody. */
const NOBODY = new D('1e-20');
const nobodyOf = (people: Num): Num => D.max(1, people).times(NOBODY);
const at = (list: readonly Num[] | undefined, i: number): Num => list?.[i] ?? ZERO;
const sumAt = (queues: readonly Queue[], which: (queue: Queue) => readonly Num[] | undefined, i: number): Num =>
  add(queues.map((queue) => at(which(queue), i)));

/** Share of patients whose wave is live: the mean of the new technologies. */
const liveShare = (queues: readonly Queue[], technologies: readonly string[], i: number): Num => {
  const shares = technologies.map((name) => {
    const own = queues.filter(({ care }) => care.technology.name === name);
    const one = own.filter(({ care }) => care.subgroup === own[0]?.care.subgroup);
    return add(one.map(({ wave }) => wave.share.times(liveIn(wave, i))));
  });
  return shares.length === 0 ? ZERO : add(shares).div(shares.length);
};

const capacityOf = (ready: Ready, delivery: Delivery, gate: string, technology: string, i: number): Num | null => {
  const own = delivery.queues.filter(({ care }) => care.technology.name === technology);
  if (gate === 'access') return sumAt(own, ({ asked }) => asked, i);
  if (gate === 'sites') {
    const waves = new Map(own.filter(({ wave }) => wave.starts !== null).map(({ wave }) => [wave.row, wave] as const));
    return waves.size === 0 ? null : add([...waves.values()].map((w) => liveIn(w, i).times(w.starts ?? ZERO)));
  }
  const pool = ready.pools.find(({ name }) => name === gate);
  if (pool === undefined) return null;
  for (const { care } of own) {
    const line = rowOfUse(pool, technology, care.subgroup);
    const units = line === null ? ZERO : perStart(line, care.subgroup, yearIn(i), ready.found);
    if (!units.isZero()) return at(delivery.usable.get(gate), i).div(units);
  }
  return null;
};

/** The gate that holds most, the earlier on a tie; `demand` where nobody is held. */
const bindingOf = (own: readonly Queue[], gates: readonly string[], i: number): string => {
  const least = nobodyOf(add(own.map(({ asked, backlog }) => at(asked, i).plus(at(backlog, i)))));
  let [best, most] = ['demand', least];
  for (const gate of gates) {
    const held = sumAt(own, (queue) => queue.held.get(gate), i);
    if (held.gt(most.plus(most.times(NOBODY)))) [best, most] = [gate, held];
  }
  return best;
};

export const monthsOfDelivery = (ready: Ready, delivery: Delivery): Months => {
  const { queues, treated } = delivery;
  const months = Array.from({ length: 12 * ready.model.count }, (_, i) => i);
  const list = (valueAt: (i: number) => Num): Figures => months.map((i) => figure(valueAt(i)));
  const technologies = [...new Set(treated.map(({ care }) => care.technology.name))];
  const gates = gatesOf(ready).map(({ gate }) => gate);
  const people = (valueAt: (own: readonly Queue[], i: number) => Num): ByPeople[] =>
    treated.map(({ care, queues: own }) => ({
      technology: care.technology.name,
      subgroup: care.subgroup,
      values: list((i) => valueAt(own, i)),
    }));
  const resources = (held: ReadonlyMap<string, Num[]>): ByResource[] =>
    [...held].map(([resource, values]) => ({ resource, values: values.map(figure) }));
  const byGate = (valueAt: (gate: string, technology: string, i: number) => Num | null): ByGate[] =>
    gates.flatMap((gate) =>
      technologies
        .filter((technology) => capacityOf(ready, delivery, gate, technology, 0) !== null)
        .map((technology) => ({ gate, technology, values: list((i) => valueAt(gate, technology, i) ?? ZERO) })),
    );
  const ownOf = (technology: string): Queue[] => queues.filter(({ care }) => care.technology.name === technology);
  const wait = targetWait(ready.model);
  const target = (own: readonly Queue[], i: number): Num =>
    targetQueue(
      sumAt(own, ({ monthly }) => monthly.demand, i),
      wait ?? ZERO,
    );
  return {
    months: months.map(
      (i) => `${String(ready.model.firstYear + yearIn(i) - 1)}-${String((i % 12) + 1).padStart(2, '0')}`,
    ),
    live: [{ values: list((i) => liveShare(queues, technologies, i)) }],
    demand: people((own, i) => sumAt(own, ({ monthly }) => monthly.demand, i)),
    starts: people((own, i) => sumAt(own, ({ started }) => started, i)),
    backlog: people((own, i) => sumAt(own, ({ backlog }) => backlog, i)),
    leavers: people((own, i) => sumAt(own, ({ leavers }) => leavers, i)),
    onTreatment: treated.map(({ care, on }) => ({
      technology: care.technology.name,
      subgroup: care.subgroup,
      values: on.map(figure),
    })),
    wait: people((own, i) => {
      const starting = sumAt(own, ({ started }) => started, i);
      const asked = sumAt(own, (queue) => queue.asked, i);
      return starting.lte(nobodyOf(asked)) ? ZERO : sumAt(own, ({ waited }) => waited, i).div(starting);
    }),
    trained: resources(delivery.trained),
    supply: resources(delivery.supply),
    followUp: resources(delivery.followUp),
    capacity: byGate((gate, technology, i) => capacityOf(ready, delivery, gate, technology, i)),
    held: byGate((gate, technology, i) => sumAt(ownOf(technology), (queue) => queue.held.get(gate), i)),
    binding: technologies.map((technology) => ({
      technology,
      values: months.map((i) => bindingOf(ownOf(technology), gates, i)),
    })),
    queue:
      wait === null
        ? []
        : [
            ...people(target).map((row) => ({ ...row, measure: 'target queue' })),
            ...people((own, i) =>
              reliefCapacity(
                sumAt(own, ({ monthly }) => monthly.demand, i),
                sumAt(own, ({ backlog }) => backlog, i),
                target(own, i),
                reliefMonths(ready.model),
              ),
            ).map((row) => ({ ...row, measure: 'relief capacity' })),
          ],
  };
};
