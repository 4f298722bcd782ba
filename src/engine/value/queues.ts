/**
 * Queues: people who are to start a new technology, by technology, subgroup and wave. Whoever belongs to no wave waits
 * for a wave that never comes: a rest of the shares to 1 is never served. Workbook contract, Delivery.
 */
import { axis, link, type Axis, type Link } from '../graph/axis';
import { cases, constant, equal, max, one, select, sum, zero } from '../graph/expression';
import type { Model } from '../graph/model';
import type { Quantity } from '../graph/quantity';
import { sameName, type Structure } from '../model/structure';
import type { Calendar } from './calendar';
import type { Levers } from './levers';
import type { Waves } from './waves';

export interface Queue {
  readonly arm: number;
  /** -1: the rest, or everybody where there are no waves. */
  readonly wave: number;
  readonly kind: 'wave' | 'rest' | 'everybody';
}

export interface Queues {
  readonly queue: Axis;
  readonly queues: readonly Queue[];
  readonly ofWave: Link;
  /** Part of the technology's patients in the subgroup. [queue] */
  readonly share: Quantity;
  /** Part of the month in which they can be served. [queue, month] */
  readonly live: Quantity;
}

export function queues(model: Model, structure: Structure, groups: Waves, at: Calendar, lever: Levers): Queues {
  const { arm, arms, technology } = structure;
  const all = arms.flatMap((of, index) =>
    of.role === 'new' ? queuesOf(technology.members[of.technology] ?? '', index, groups) : [],
  );
  const wordOf = ({ wave, kind }: Queue): string => (wave < 0 ? kind : (groups.wave.members[wave] ?? ''));
  const queue = axis(
    'queue',
    all.map((of) => `${arm.members[of.arm] ?? ''} · ${wordOf(of)}`),
  );
  queue.belongsTo(
    arm,
    all.map((of) => of.arm),
  );
  const ofWave = link(
    'wave of the queue',
    queue,
    groups.wave,
    all.map((of) => of.wave),
  );
  const kind = (member: number): Queue['kind'] => all[member]?.kind ?? 'everybody';
  const source = 'workbook contract, BIM_Waves';
  const share = sharesOf(model, structure, groups, queue, all, ofWave);
  const live = model.quantity(
    'Live share',
    '1',
    [queue, at.month],
    () =>
      cases(queue, kind, {
        wave: groups.live.via(ofWave),
        rest: lever.accessOpen,
        everybody: constant(1),
      }),
    { source },
  );
  return { queue, queues: all, ofWave, share, live };
}

/** Shares as typed; waves without one have what those leave, in proportion to their Sites; without such waves it is a rest. [queue] */
function sharesOf(
  model: Model,
  { arm }: Structure,
  groups: Waves,
  queue: Axis,
  queues: readonly Queue[],
  ofWave: Link,
): Quantity {
  const source = 'workbook contract, BIM_Waves Share of patients';
  const kind = (member: number): string => {
    const { kind: of, wave } = queues[member] ?? { kind: 'everybody', wave: -1 };
    return of === 'wave' ? (groups.rows[wave]?.share ? 'typed' : 'blank') : of;
  };
  const only = (which: 'typed' | 'blank', of: Quantity) => {
    const others = { typed: zero(), blank: zero(), rest: zero(), everybody: zero() };
    return sum(cases(queue, kind, { ...others, [which]: of.via(ofWave) }), queue, arm);
  };
  const typed = model.quantity('Shares of patients as typed', '1', [arm], () => only('typed', groups.share), {
    source,
  });
  const sites = model.quantity('Sites of waves without a share', 'site', [arm], () => only('blank', groups.sites), {
    source,
  });
  const left = max(zero(), one.minus(typed));
  return model.quantity(
    'Part of the patients in the queue',
    '1',
    [queue],
    () =>
      cases(queue, kind, {
        typed: groups.share.via(ofWave),
        blank: select(equal(sites, zero()), left, left.times(groups.sites.via(ofWave).over(sites))),
        rest: left,
        everybody: one,
      }),
    { source },
  );
}

/** A row of a wave for one technology stands in place of the wave's row for all. */
function queuesOf(technology: string, arm: number, { rows }: Waves): readonly Queue[] {
  const own = rows.filter((row) => sameName(row.technology, technology));
  const mine = rows.flatMap((row, wave) =>
    own.includes(row) || (row.technology === '' && !own.some((other) => sameName(other.wave, row.wave))) ? [wave] : [],
  );
  if (mine.length === 0) return [{ arm, wave: -1, kind: 'everybody' }];
  const rest: readonly Queue[] = mine.every((wave) => rows[wave]?.share) ? [{ arm, wave: -1, kind: 'rest' }] : [];
  return [...mine.map((wave): Queue => ({ arm, wave, kind: 'wave' })), ...rest];
}
