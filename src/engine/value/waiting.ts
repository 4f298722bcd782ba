/**
 * Waiting: how long, and with whose care. The oldest wait first. Who waits, or has left the queue, has the care of another
 * technology from the month they came forward, as if they had begun it then. Workbook contract, Delivery 5.
 */
import { first, max, min, one, position, sum, zero } from '../graph/expression';
import type { Model } from '../graph/model';
import type { Quantity } from '../graph/quantity';
import type { Structure } from '../model/structure';
import type { Calendar } from './calendar';
import type { Delivery } from './delivery';
import type { Demand } from './demand';
import type { Queues } from './queues';

export interface Waiting {
  /** Person-months of waiting behind the starts of a month. [arm, month] */
  readonly waited: Quantity;
  /** Who still waits or has left the queue, by months since they came forward. [arm, months since, month] */
  readonly without: Quantity;
  /** Planned starts of people who do not come forward: they have the care of another from then. [arm, month] */
  readonly missed: Quantity;
}

export function waiting(
  model: Model,
  structure: Structure,
  line: Queues,
  at: Calendar,
  wanted: Demand,
  made: Delivery,
): Waiting {
  const { arm, world } = structure;
  const { month, age } = at;
  const { queue } = line;
  const source = 'workbook contract, Delivery 5';
  const falling = wanted.thinning;
  const before: Quantity = model.quantity(
    'Waiting by months since they came',
    'person',
    [queue, age, month],
    () => first(age, made.demand, first(month, zero(), after.previous(age).previous(month).times(one.minus(falling)))),
    { source },
  );
  const older: Quantity = model.quantity(
    'Waiting at least as long',
    'person',
    [queue, age, month],
    () => first(age, made.waiting, older.previous(age).minus(before.previous(age))),
    { source, meaning: 'those who came as early or earlier' },
  );
  const served = model.quantity(
    'Served by months since they came',
    'person',
    [queue, age, month],
    () => max(zero(), min(before, made.started.minus(older.minus(before)))),
    { source },
  );
  const after: Quantity = model.quantity(
    'Still waiting by months since they came',
    'person',
    [queue, age, month],
    () => before.minus(served).times(one.minus(made.leaveQueue)),
    { source },
  );
  const gone: Quantity = model.quantity(
    'Left the queue by months since they came',
    'person',
    [queue, age, month],
    () => {
      const leaving = before.minus(served).times(made.leaveQueue);
      return first(age, leaving, first(month, zero(), gone.previous(age).previous(month)).plus(leaving));
    },
    { source },
  );
  const missed = model.quantity(
    'Planned, but not coming forward',
    'person',
    [arm, month],
    () => wanted.planned.at(world, 'with').minus(wanted.demand),
    { source: 'workbook contract, costOfDelay', meaning: 'nobody, but where the uptake is a month later' },
  );
  const waited = model.quantity(
    'Months waited by those who start',
    'person',
    [arm, month],
    () => sum(sum(served.times(position(age).minus(one)), age), queue, arm),
    { source },
  );
  const without = model.quantity(
    'Waiting, or gone from the queue',
    'person',
    [arm, age, month],
    () => sum(after.plus(gone), queue, arm),
    { source: 'workbook contract, While waiting' },
  );
  return { waited, without, missed };
}
