/** Check 68: tasks and what they wait for. */
import type { TaskRow } from '../../engine/realisation-assumptions';
import { scaled, valued } from '../alter';
import type { Check } from '../check';
import { needs } from '../outside';
import { below, unlike, type Figures } from '../compare';
import { heldOf, heldWith, startsByMonth } from '../delivered';
import type { Run } from '../../engine/figures';

const finishes = ({ of, exact }: Run, count: number): Figures =>
  of.value
    ? Array.from({ length: count }, (_, task) => exact.at(of.value?.plan.finish ?? of.impact.discounted, [task]))
    : [];

export const dependencies: Check = {
  number: 68,
  family: 'Delivery',
  name: 'A task that takes longer never makes another finish earlier, and a task of no length changes nothing',
  why: 'A schedule in which delay brings something forward follows the wrong arrow.',
  judge: (subject) => {
    const held = heldOf(subject);
    const { given, run } = held;
    const [first] = given.tasks;
    needs(first !== undefined, 'there are no tasks');
    const count = given.tasks.length;
    for (const [n, task] of given.tasks.slice(0, 10).entries()) {
      const longer = heldWith(subject, held, {
        ...given,
        tasks: given.tasks.map((row, at) =>
          at === n ? { ...row, duration: { ...scaled(row.duration, 1), value: row.duration.value.plus(2) } } : row,
        ),
      });
      const failure = below(
        `${task.task || task.id} two ${task.unit}s longer`,
        [{ name: 'finish of every task, in months', expected: finishes(run, count), got: finishes(longer, count) }],
        task.duration.at,
      );
      if (failure) return failure;
    }
    const extra: TaskRow = {
      ...first,
      id: 'of no length, for a check',
      task: '',
      duration: valued(first.duration, 0),
      after: [],
      notBefore: null,
      wave: '',
      opens: [],
      cost: null,
      low: null,
      high: null,
    };
    const longer = heldWith(subject, held, { ...given, tasks: [...given.tasks, extra] });
    return unlike('a task of no length added', [
      { name: 'people who start', expected: startsByMonth(run), got: startsByMonth(longer) },
    ]);
  },
};
