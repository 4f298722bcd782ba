/**
 * Queues: people who are to start a new technology, by technology, subgroup and wave. Whoever belongs to no wave waits
 * for a wave that never comes: a rest of the shares to 1 is never served. Workbook contract, Delivery.
 */
import { axis, link, type Axis, type Link } from '../graph/axis';
import { cases, constant, max, one, sum, zero } from '../graph/expression';
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
  const inWaves = model.quantity('Part of a wave', '1', [queue], () =>
    cases(queue, kind, { wave: groups.share.via(ofWave), rest: zero(), everybody: zero() }),
  );
  const served = model.quantity('Part in some wave', '1', [arm], () => sum(inWaves, queue, arm));
  const source = 'workbook contract, BIM_Waves';
  const share = model.quantity(
    'Part of the patients in the queue',
    '1',
    [queue],
    () => cases(queue, kind, { wave: inWaves, rest: max(zero(), one.minus(served)), everybody: one }),
    { source },
  );
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

function queuesOf(technology: string, arm: number, { rows }: Waves): readonly Queue[] {
  const mine = rows.flatMap((row, wave) =>
    row.technology === '' || sameName(row.technology, technology) ? [wave] : [],
  );
  if (mine.length === 0) return [{ arm, wave: -1, kind: 'everybody' }];
  const rest: readonly Queue[] = mine.some((wave) => rows[wave]?.share) ? [{ arm, wave: -1, kind: 'rest' }] : [];
  return [...mine.map((wave): Queue => ({ arm, wave, kind: 'wave' })), ...rest];
}
