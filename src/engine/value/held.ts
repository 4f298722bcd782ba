/**
 * Who is held, and where: those whose wave is not yet live, and those who ask for more than the limit that stops them
 * gives. Workbook contract, Gates.
 */
import { equal, one, select, zero } from '../graph/expression';
import type { Axis } from '../graph/axis';
import type { Model } from '../graph/model';
import type { Quantity } from '../graph/quantity';
import type { Queues } from './queues';

export interface Stopped {
  /** [queue, month], people */
  readonly atAccess: Quantity;
  /** [claim, month], people */
  readonly atLimit: Quantity;
}

interface Flows {
  readonly waiting: Quantity;
  readonly asked: Quantity;
  readonly started: Quantity;
  readonly stopping: Quantity;
}

const source = 'workbook contract, Gates';

export function stopped(model: Model, line: Queues, claim: Axis, month: Axis, flows: Flows): Stopped {
  const { waiting, asked, started, stopping } = flows;
  return {
    atAccess: model.quantity(
      'Held until the wave is live',
      'person',
      [line.queue, month],
      () => waiting.times(one.minus(line.live)),
      { source },
    ),
    atLimit: model.quantity(
      'Held at the limit',
      'person',
      [claim, month],
      () => select(equal(stopping, zero()), zero(), asked.minus(started)),
      { source, meaning: 'of a queue that this limit stops: asked less started' },
    ),
  };
}
