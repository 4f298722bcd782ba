/** Check 70: realised against the plan. */
import { Exact } from '../../engine/readings/decimals';
import type { Check } from '../check';
import { needs } from '../outside';
import { below, unlike, type Figures } from '../compare';
import { heldOf } from '../delivered';

export const neverBeyondDemand: Check = {
  number: 70,
  family: 'Delivery',
  name: 'Nobody starts who did not ask, and whoever does not start waits or leaves',
  why: 'People who vanish from a queue are neither treated nor counted as waiting.',
  judge: (subject) => {
    const { run, value } = heldOf(subject);
    const { made, line, at } = value;
    needs(line.queues.length > 0, 'nobody queues for a new technology');
    const months = at.month.members;
    for (const queue of line.queues.keys()) {
      const of = (quantity: typeof made.started): Figures =>
        months.map((_, month) => run.exact.at(quantity, [queue, month]));
      const [demand, started, left, backlog] = [of(made.demand), of(made.started), of(made.leavers), of(made.backlog)];
      const soFar = (figures: Figures): Figures =>
        figures.map((_, n) => figures.slice(0, n + 1).reduce((sum, each) => sum.plus(each)));
      const name = line.queue.members[queue] ?? '';
      const over = below(`queue of ${name} followed month by month`, [
        { name: 'demand so far', expected: soFar(started), got: soFar(demand) },
      ]);
      if (over) return over;
      const waiting = months.map((_, month) =>
        (started[month] ?? new Exact(0)).plus(left[month] ?? 0).plus(backlog[month] ?? 0),
      );
      const first = unlike(`queue of ${name} in its first month`, [
        { name: 'started, waiting and left', expected: demand.slice(0, 1), got: waiting.slice(0, 1) },
      ]);
      if (first) return first;
    }
    return null;
  },
};
