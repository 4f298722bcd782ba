/**
 * Delivery, month by month: demand joins those waiting; each queue asks for its live share of them; pools and sites give
 * what they have; the rest wait on, or leave. Demand = starts + change of backlog + leavers, exactly.
 * Workbook contract, Delivery.
 */
import { cases, constant, first, less, one, position, select, sum, zero } from '../graph/expression';
import { link } from '../graph/axis';
import type { Model } from '../graph/model';
import type { Quantity } from '../graph/quantity';
import type { Patients } from '../model/patients';
import type { Structure } from '../model/structure';
import { Exact } from '../readings/decimals';
import type { RealisationAssumptions } from '../realisation-assumptions';
import type { Calendar } from './calendar';
import type { Demand } from './demand';
import { stopped, type Stopped } from './held';
import type { Levers } from './levers';
import { limits, type Limits } from './limits';
import type { Pools } from './pools';
import type { Queues } from './queues';
import type { Schedule } from './schedule';
import { sharing } from './sharing';
import { supply, type Supply } from './supply';
import type { Waves } from './waves';

export interface Delivery extends Supply {
  readonly limits: Limits;
  /** [queue, month], people: those who come forward, wait, ask, start, still wait, leave. */
  readonly demand: Quantity;
  readonly waiting: Quantity;
  readonly asked: Quantity;
  readonly started: Quantity;
  readonly backlog: Quantity;
  readonly leavers: Quantity;
  /** Share of those still waiting that leaves at the month's end. [technology] */
  readonly leaveQueue: Quantity;
  /** 1 where this limit is the one that stops the queue. [claim, month] */
  readonly stopping: Quantity;
  readonly held: Stopped;
  /** Starts by arm. [arm, month], people */
  readonly starts: Quantity;
  /** What those on treatment take. [pool, month] */
  readonly followUp: Quantity;
}

const source = 'workbook contract, Delivery';

interface Rooms {
  readonly at: Calendar;
  readonly plan: Schedule;
  readonly lever: Levers;
  readonly groups: Waves;
  readonly line: Queues;
  readonly resource: Pools;
  readonly wanted: Demand;
  readonly patients: Patients;
}

/** `onTreatment` [arm, month]: those on the technology at the end of a month. */
export function delivery(
  model: Model,
  structure: Structure,
  given: RealisationAssumptions,
  rooms: Rooms,
  onTreatment: () => Quantity,
): Delivery {
  const { at, plan, lever, groups, line, resource, wanted, patients } = rooms;
  const { arm, technology } = structure;
  const { month } = at;
  const { queue } = line;
  const limit = limits(model, structure, line, groups, resource, at, lever, patients.tests, patients.eligible);
  const leaveQueue = model.input(
    'Leave queue',
    '1',
    [technology],
    given.adoption.map((row) => row.leaveQueue),
    new Exact(0),
  );
  const demand = model.quantity(
    'Demand of the queue',
    'person',
    [queue, month],
    () => wanted.demand.times(line.share),
    { source },
  );
  const falling = wanted.thinning;
  const waiting: Quantity = model.quantity(
    'Waiting',
    'person',
    [queue, month],
    () => first(month, demand, backlog.previous(month).times(one.minus(falling)).plus(demand)),
    { source },
  );
  const asked = model.quantity('Asked', 'person', [queue, month], () => waiting.times(line.live), { source });
  const room = model.quantity(
    'Room of the limit',
    '1',
    [limit.limit, month],
    () =>
      cases(limit.limit, (n) => limit.limits[n]?.kind ?? 'pool', {
        sites: groups.siteStarts.via(limit.ofWave).over(constant(1, 'person')),
        pool: pools.usable.via(limit.ofPool),
      }),
    { source },
  );
  const { started, stopping } = sharing(model, line, at, limit, asked, room);
  const backlog: Quantity = model.quantity(
    'Backlog',
    'person',
    [queue, month],
    () => waiting.minus(started).times(one.minus(leaveQueue)),
    { source },
  );
  const leavers = model.quantity(
    'Leave the queue',
    'person',
    [queue, month],
    () => {
      const left = waiting.minus(started).times(leaveQueue);
      return first(month, left, left.plus(backlog.previous(month).times(falling)));
    },
    { source },
  );
  const held = stopped(model, line, limit.claim, month, { waiting, asked, started, stopping });
  const starts = model.quantity('Starts by month', 'person', [arm, month], () => sum(started, queue, arm), { source });
  const followUp = followUpLoad(model, resource, at, starts, onTreatment);
  const byPool = link(
    'pool of the claim',
    limit.claim,
    resource.pool,
    limit.claims.map((of) => limit.limits[of.limit]).map((of) => (of?.kind === 'pool' ? of.of : -1)),
  );
  const pools: Supply = supply(model, structure, resource, at, plan, lever, {
    followUp: () => followUp,
    used: () => sum(started.times(limit.perStart), limit.claim, byPool),
  });
  return {
    limits: limit,
    demand,
    waiting,
    asked,
    started,
    backlog,
    leavers,
    leaveQueue,
    stopping,
    held,
    starts,
    followUp,
    ...pools,
  };
}

/** Units that everybody on treatment at the end of the month before takes, or those who started in the last n months. */
function followUpLoad(
  model: Model,
  resource: Pools,
  { month, age }: Calendar,
  starts: Quantity,
  onTreatment: () => Quantity,
): Quantity {
  const { use, uses, rows, row, pool } = resource;
  const perFollowUp = model.input(
    'Per follow-up',
    '1/person',
    [row],
    rows.map((of) => of.perFollowUp),
    new Exact(0),
  );
  const months = model.input(
    'Follow-up months',
    '1',
    [row],
    rows.map((of) => of.followUpMonths),
    new Exact(0),
  );
  const rowOf = (member: number) => rows[uses[member]?.row ?? -1];
  const kind = (member: number): string =>
    !rowOf(member)?.perFollowUp ? 'none' : rowOf(member)?.followUpMonths ? 'recent' : 'all';
  const followed = model.quantity(
    'Followed up',
    'person',
    [use, month],
    () => {
      const recent = select(less(position(age), months.plus(one)), starts.previous(month).lagged(month, age), zero());
      return cases(use, kind, {
        none: zero(),
        recent: sum(recent, age),
        all: first(month, zero(), onTreatment().previous(month)),
      });
    },
    { source: 'workbook contract, BIM_Resources Per follow-up' },
  );
  return model.quantity('Follow-up', '1', [pool, month], () => sum(followed.times(perFollowUp), use, pool), {
    source: 'workbook contract, Delivery 3',
  });
}
