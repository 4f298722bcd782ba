/**
 * Supply: what a pool has in a month, what follow-up takes of it, and what is left for starts. What is not used lapses,
 * is kept, or is the year's. In the month of a change each row counts for its part. Workbook contract, BIM_Resources.
 */
import { link, type Link } from '../graph/axis';
import { cases, equal, first, less, max, select, sum, zero, type Expression } from '../graph/expression';
import type { Model } from '../graph/model';
import type { Quantity } from '../graph/quantity';
import { sameName, type Structure } from '../model/structure';
import { typedYears } from '../model/series';
import { Exact } from '../readings/decimals';
import type { Moment } from '../realisation-assumptions';
import { partAfter, type Calendar } from './calendar';
import type { Levers } from './levers';
import { latestMoment } from './moments';
import { perMonth } from './periods';
import type { Pools } from './pools';
import type { Schedule } from './schedule';
import { training } from './training';

export interface Supply {
  /** Trained at the start of the month (staff; else 0). [pool, month] */
  readonly trained: Quantity;
  /** What comes in the month. [pool, month] */
  readonly supply: Quantity;
  /** What starts may use. [pool, month] */
  readonly usable: Quantity;
}

const source = 'workbook contract, BIM_Resources';

/** `followUp` and `used` [pool, month] are what those on treatment and those who start take. */
export function supply(
  model: Model,
  structure: Structure,
  resource: Pools,
  at: Calendar,
  plan: Schedule,
  lever: Levers,
  taken: { readonly followUp: () => Expression; readonly used: () => Expression },
): Supply {
  const { pool, pools } = resource;
  const { month } = at;
  const part = rowsInForce(model, resource, at, plan);
  const amounts = rowSupply(model, structure, resource, at, lever);
  const { trained } = training(model, resource, at, lever, part);
  const yields = model.input(
    'Yield of one who is trained',
    '1',
    [pool],
    pools.map(({ supply: held }) => held.map((index) => resource.rows[index]?.yield ?? null).find(Boolean) ?? null),
    new Exact(1),
  );
  const kind = (member: number): string => (pools[member]?.kind === 'staff' ? 'staff' : 'rows');
  const flow = model.quantity(
    'Supply',
    '1',
    [pool, month],
    () => cases(pool, kind, { staff: trained.times(yields), rows: sum(part.times(amounts), resource.row, pool) }),
    { source },
  );
  const opensYear = (n: number): string => (n % 12 === 0 ? 'first month' : 'later');
  const yearly = model.quantity(
    'Supply of the year',
    '1',
    [pool, structure.year],
    () => sum(flow, month, structure.year),
    {
      source,
    },
  );
  const carry = (member: number): string => pools[member]?.carry ?? 'no';
  const opened = poolOpens(model, resource, at, plan);
  const ready = model.quantity(
    'Supply that is ready',
    '1',
    [pool, month],
    () => {
      const isOpen = select(less(zero(), opened), yearly, zero());
      const opensNow = select(equal(first(month, zero(), opened.previous(month)), zero()), isOpen, zero());
      return cases(pool, carry, {
        no: flow,
        forward: flow,
        year: cases(month, opensYear, { 'first month': isOpen, later: opensNow }),
      });
    },
    {
      source: 'workbook contract, BIM_Resources Carry',
      meaning:
        'carried by the year: the year’s amount in its first month, or in the month in which a task opens the pool',
    },
  );
  const kept: Quantity = model.quantity(
    'Kept from the month before',
    '1',
    [pool, month],
    () => {
      const before = first(month, zero(), unused.previous(month));
      return cases(pool, carry, {
        no: zero(),
        forward: before,
        year: cases(month, opensYear, { 'first month': zero(), later: before }),
      });
    },
    { source: 'workbook contract, BIM_Resources Carry' },
  );
  const usable: Quantity = model.quantity(
    'What starts may use',
    '1',
    [pool, month],
    () => max(zero(), ready.plus(kept).minus(taken.followUp())),
    { source: 'workbook contract, Delivery 3' },
  );
  const unused: Quantity = model.quantity(
    'Left of the pool',
    '1',
    [pool, month],
    () => max(zero(), usable.minus(taken.used())),
    { source: 'workbook contract, BIM_Resources Carry' },
  );
  return { trained, supply: flow, usable };
}

/** Moments of the tasks that open a pool. */
const openedBy = (plan: Schedule, name: string): readonly Moment[] =>
  plan.tasks.flatMap((task, index): readonly Moment[] =>
    task.opens.some((opened) => sameName(opened, name)) ? [{ kind: 'task', task: index, lag: null }] : [],
  );

/** The part of the month in which no task keeps a pool shut. [pool, month] */
function poolOpens(model: Model, { pool, pools }: Pools, at: Calendar, plan: Schedule): Quantity {
  const moments = pools.map(({ name }) => openedBy(plan, name));
  const time = latestMoment(model, at, plan, 'Pool is opened', pool, moments);
  return model.quantity(
    'Part of the month in which the pool is open',
    '1',
    [pool, at.month],
    () => partAfter(at, time),
    {
      source: 'workbook contract, BIM_Resources Opens',
    },
  );
}

/** The part of the month for which a row of supply holds: from its own moment until the next row takes over. */
function rowsInForce(model: Model, resource: Pools, at: Calendar, plan: Schedule): Quantity {
  const { pools, row, rows } = resource;
  const conditions = rows.map((of): readonly Moment[] => [
    ...(of.from ? [of.from] : []),
    ...openedBy(plan, of.resource),
  ]);
  const from = latestMoment(model, at, plan, 'Supply begins', row, conditions);
  const next = rows.map((_, index) => {
    const held = pools.find((of) => of.supply.includes(index));
    return held?.supply[held.supply.indexOf(index) + 1] ?? -1;
  });
  const later: Link = link('the next row of the pool', row, row, next);
  const isSupply = (index: number): boolean => pools.some((of) => of.supply.includes(index));
  return model.quantity(
    'Part of the month in force',
    '1',
    [row, at.month],
    () => {
      const begun = partAfter(at, from);
      return cases(row, (member) => (!isSupply(member) ? 'none' : (next[member] ?? -1) >= 0 ? 'until' : 'last'), {
        none: zero(),
        until: max(zero(), begun.minus(partAfter(at, from.via(later)))),
        last: begun,
      });
    },
    { source: 'workbook contract, BIM_Resources From' },
  );
}

/** What a row supplies in a whole month: a typed year wins over Available. [resource row, month] */
function rowSupply(model: Model, structure: Structure, resource: Pools, at: Calendar, lever: Levers): Quantity {
  const { row, rows } = resource;
  const available = model.input(
    'Available',
    '1',
    [row],
    rows.map((of) => of.available),
    new Exact(0),
  );
  const years = rows.map((of) => of.years);
  const { typed, isTyped } = typedYears(model, 'Available in the year', '1', row, structure.year, years);
  const chosen = model.quantity(
    'Available in its period',
    '1',
    [row, structure.year],
    () => select(isTyped, typed, available),
    { source },
  );
  return model.quantity(
    'Supply of the row in a month',
    '1',
    [row, at.month],
    () => perMonth(row, rows, at, chosen.plus(lever.more)),
    { source },
  );
}
