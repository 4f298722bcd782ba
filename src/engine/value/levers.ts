/**
 * Levers: what a question of value moves beside the user's inputs. All stand at rest in the model as written; the worth
 * of a gate, of one more unit or of a month is the difference that moving one of them makes.
 */
import type { Decimal } from 'decimal.js';
import type { Axis } from '../graph/axis';
import type { Model } from '../graph/model';
import type { Quantity } from '../graph/quantity';
import { Exact } from '../readings/decimals';

export interface Levers {
  /** 1: every wave is live from the start. */
  readonly accessOpen: Quantity;
  /** 1: the sites hold nobody back. */
  readonly sitesOpen: Quantity;
  /** 1: the pool holds nobody back. [pool] */
  readonly poolOpen: Quantity;
  /** Units more in every supply row of the pool, or trained people more. [pool] */
  readonly more: Quantity;
  /** Sites more in every wave. */
  readonly moreSites: Quantity;
  /** Months by which every wave is live sooner. */
  readonly sooner: Quantity;
  /** Months by which every task is later. */
  readonly tasksLater: Quantity;
  /** Months by which a task takes longer. [task] */
  readonly longer: Quantity;
  /** 1: the uptake of the plan is a month later. */
  readonly planLater: Quantity;
}

/** Levers at rest. */
export function levers(model: Model, pool: Axis, task: Axis): Levers {
  const rest = (name: string, unit = '1', along: readonly Axis[] = []): Quantity => {
    const size = along.reduce((product, axis) => product * axis.size, 1);
    const values: readonly Decimal[] = Array.from({ length: size }, () => new Exact(0));
    return model.data(name, unit, along, values, {
      meaning: 'a lever, at rest in the model as written: the worth of a gate is what moving it changes',
    });
  };
  return {
    accessOpen: rest('All waves live from the start'),
    sitesOpen: rest('Sites hold nobody back'),
    poolOpen: rest('Pool holds nobody back', '1', [pool]),
    more: rest('Units more of the pool', '1', [pool]),
    moreSites: rest('Sites more in every wave', 'site'),
    sooner: rest('Waves live sooner', 'month'),
    tasksLater: rest('Tasks later', 'month'),
    longer: rest('Task takes longer', 'month', [task]),
    planLater: rest('Uptake a month later'),
  };
}
