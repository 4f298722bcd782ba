/** Lists whose members refer to each other: refused where a member comes back to itself, and only there. */
import { axis, link } from '../../../src/engine/graph/axis';
import { cases, one } from '../../../src/engine/graph/expression';
import { Model } from '../../../src/engine/graph/model';
import type { Quantity } from '../../../src/engine/graph/quantity';
import { soundnessFaults } from '../../../src/engine/readings/soundness';

/** Three tasks; each starts when the one before it (by index; -1: none) ends. */
function tasks(before: readonly number[]) {
  const model = new Model();
  const task = axis('task', ['A', 'B', 'C']);
  const rest = axis('wait', ['A', 'B', 'C']);
  const after = link('after', rest, task, before);
  const own = link('own', task, rest, [0, 1, 2]);
  const waits: Quantity = model.quantity('Waits', '1', [rest], () =>
    cases(rest, (member) => ((before[member] ?? -1) < 0 ? 'free' : 'waits'), { free: one, waits: ends.via(after) }),
  );
  const ends: Quantity = model.quantity('Ends', '1', [task], () => waits.via(own).plus(one));
  return soundnessFaults(model);
}

test('tasks one after another are no circle', () => {
  expect(tasks([-1, 0, 1])).toEqual([]);
  expect(tasks([2, -1, 1])).toEqual([]);
});

test('a task that waits for itself, at once or through others, is one', () => {
  expect(tasks([0, -1, -1]).map(({ fault }) => fault)).toEqual(['circle: Waits → Ends → Waits']);
  expect(tasks([2, 0, 1])).toHaveLength(1);
});
