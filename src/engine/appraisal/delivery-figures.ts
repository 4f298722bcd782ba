/** Delivery by month, as figures: demand, starts, backlog, waits, supplies, and what holds people back. */
import type { Decimal } from 'decimal.js';
import { text, type Run } from '../figures';
import type { Quantity } from '../graph/quantity';
import { Exact } from '../readings/decimals';
import type { Amounts } from '../results';
import type { ByPeople, ByResource, DeliveryFigures } from '../realisation-results';
import { rowOf, traced, type Traced } from '../traces';
import type { ValueRealisation } from '../value/value-realisation';
import { bindingGates, capacities, heldBy, nobodyOf } from './binding';
import type { Gate } from './gates';

const ZERO = new Exact(0);

/** A block's rows along its last axis, months. */
export const rowsOf = (run: Run, quantity: Quantity): ((...members: readonly number[]) => readonly Decimal[]) => {
  const months = quantity.block.axes.at(-1)?.size ?? 0;
  return (...members) => Array.from({ length: months }, (_, month) => run.exact.at(quantity, [...members, month]));
};

export const added = (lists: readonly (readonly Decimal[])[], size: number): readonly Decimal[] =>
  Array.from({ length: size }, (_, n) => lists.reduce((sum, list) => sum.plus(list[n] ?? ZERO), ZERO));

const texts = (values: readonly Decimal[]): Amounts => values.map(text);

/** The new technologies by subgroup, in table order: the arms that have queues. */
export function newArms(run: Run, value: ValueRealisation): readonly number[] {
  return run.of.structure.arms.flatMap((_, arm) => (value.line.queues.some((queue) => queue.arm === arm) ? [arm] : []));
}

/** Figures of queues, added up by technology and subgroup; `from`: the rows of an arm that they are the sum of. */
function byPeople(
  run: Run,
  value: ValueRealisation,
  of: (arm: number) => readonly Decimal[],
  from?: (arm: number) => readonly Traced[],
): readonly ByPeople[] {
  const { arms, technology, subgroup } = run.of.structure;
  return newArms(run, value).map((arm) => ({
    technology: technology.members[arms[arm]?.technology ?? -1] ?? '',
    subgroup: subgroup.members[arms[arm]?.subgroup ?? -1] ?? '',
    values: from ? traced(run.traces, texts(of(arm)), ...from(arm)) : texts(of(arm)),
  }));
}

export function deliveryFigures(run: Run, value: ValueRealisation, gates: readonly Gate[]): DeliveryFigures {
  const { at, line, made, resource, on, waits } = value;
  const { size } = at.month;
  const inQueues = (quantity: Quantity) => (arm: number) => {
    const rows = rowsOf(run, quantity);
    const mine = line.queues.flatMap((queue, n) => (queue.arm === arm ? [rows(n)] : []));
    return added(mine, size);
  };
  const people = (quantity: Quantity): readonly ByPeople[] =>
    byPeople(run, value, inQueues(quantity), (arm) =>
      line.queues.flatMap((queue, n) => (queue.arm === arm ? [rowOf(quantity, [n])] : [])),
    );
  const [starts, waited, treated] = [made.starts, waits.waited, on.onTreatment].map((of) => rowsOf(run, of));
  const wait = (arm: number): readonly Decimal[] => {
    const [begun, asked] = [starts?.(arm) ?? [], inQueues(made.asked)(arm)];
    return (waited?.(arm) ?? []).map((months, n) => {
      const starting = begun[n] ?? ZERO;
      return starting.lte(nobodyOf(asked[n] ?? ZERO)) ? ZERO : months.div(starting);
    });
  };
  const byResource = (quantity: Quantity, which: (kind: string) => boolean): readonly ByResource[] =>
    resource.pools.flatMap((pool, n) =>
      which(pool.kind) ? [{ resource: pool.name, values: texts(rowsOf(run, quantity)(n)) }] : [],
    );
  return {
    months: at.month.members,
    live: [{ values: texts(liveShare(run, value)) }],
    demand: people(made.demand),
    starts: people(made.started),
    backlog: people(made.backlog),
    leavers: people(made.leavers),
    onTreatment: byPeople(
      run,
      value,
      (arm) => treated?.(arm) ?? [],
      (arm) => [rowOf(on.onTreatment, [arm])],
    ),
    wait: byPeople(run, value, wait),
    trained: byResource(made.trained, (kind) => kind === 'staff'),
    supply: byResource(made.supply, () => true),
    followUp: byResource(made.followUp, () => true),
    capacity: capacities(run, value, gates),
    held: heldBy(run, value, gates),
    binding: bindingGates(run, value, gates),
    queue: queueFigures(run, value, inQueues(made.demand), inQueues(made.backlog)),
  };
}

/** Share of patients whose wave is live: the mean of the new technologies. */
function liveShare(run: Run, { line, at }: ValueRealisation): readonly Decimal[] {
  const { arms } = run.of.structure;
  const live = rowsOf(run, line.live);
  const technologies = [...new Set(line.queues.map((queue) => arms[queue.arm]?.technology ?? -1))];
  const lists = technologies.map((technology) => {
    const first = line.queues.find((queue) => arms[queue.arm]?.technology === technology)?.arm;
    const mine = line.queues.flatMap((queue, n) => {
      const share = run.exact.at(line.share, [n]);
      return queue.arm === first ? [live(n).map((part) => part.times(share))] : [];
    });
    return added(mine, at.month.size);
  });
  return added(lists, at.month.size).map((sum) => (lists.length === 0 ? ZERO : sum.div(lists.length)));
}

/** Target queue = demand × wait / 4; relief capacity = demand + (backlog − target queue) / Relief months. Fong 2022. */
function queueFigures(
  run: Run,
  value: ValueRealisation,
  demand: (arm: number) => readonly Decimal[],
  backlog: (arm: number) => readonly Decimal[],
): DeliveryFigures['queue'] {
  const { targetWait, reliefMonths } = value.given;
  if (!targetWait) return [];
  const target = (arm: number): readonly Decimal[] =>
    demand(arm).map((coming) => coming.times(targetWait.value).div(4));
  const relief = (arm: number): readonly Decimal[] => {
    const [waiting, allowed] = [backlog(arm), target(arm)];
    return demand(arm).map((coming, n) =>
      coming.plus((waiting[n] ?? ZERO).minus(allowed[n] ?? ZERO).div(reliefMonths.value)),
    );
  };
  const named = (measure: string, of: (arm: number) => readonly Decimal[]) =>
    byPeople(run, value, of).map((row) => ({ ...row, measure }));
  return [...named('target queue', target), ...named('relief capacity', relief)];
}
