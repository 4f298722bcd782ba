/** Floats: the latest a task may start and finish without moving the end of the plan, and how far it may slip. */
import { axis, link, type Axis } from '../graph/axis';
import { cases, zero, type Expression } from '../graph/expression';
import type { Model } from '../graph/model';
import type { Quantity } from '../graph/quantity';
import { extremeOf } from './longest';
import type { TaskLink } from '../realisation-assumptions';

/** One link between two tasks (indices). */
export interface Dependency extends TaskLink {
  readonly after: number;
}

/** The forward pass, which the backward pass and everything that waits for a task rest on. */
export interface Forward {
  readonly task: Axis;
  readonly dependency: Axis;
  readonly links: readonly Dependency[];
  readonly lag: Quantity;
  readonly duration: Quantity;
  readonly start: Quantity;
  readonly finish: Quantity;
  readonly endSoFar: Quantity;
}

export interface Floats {
  readonly latestStart: Quantity;
  readonly latestFinish: Quantity;
  readonly totalFloat: Quantity;
  /** The smallest slack of the links that leave it; without any, to the end of the plan. */
  readonly freeFloat: Quantity;
}

/** The backward pass, along the links sorted by the task they leave. */
export function floats(model: Model, plan: Forward): Floats {
  const { task, dependency, lag, duration, start, finish, endSoFar } = plan;
  const source = 'critical path method; workbook contract, value realisation rules, Schedule';
  const order = plan.links.map((_, n) => n).sort((a, b) => (plan.links[a]?.task ?? 0) - (plan.links[b]?.task ?? 0));
  const links = order.flatMap((n) => plan.links[n] ?? []);
  const leaving = axis(
    'dependency by the task before',
    order.map((n) => dependency.members[n] ?? ''),
  );
  leaving.belongsTo(dependency, order);
  const before = link(
    'the task it leaves',
    leaving,
    task,
    links.map((of) => of.task),
  );
  const after = link(
    'the task it leads to',
    leaving,
    task,
    links.map((of) => of.after),
  );
  const last = task.members.at(-1);
  const end = (): Expression => (last === undefined ? zero() : endSoFar.at(task, last));
  const kind = (member: number): string => links[member]?.kind ?? 'FS';
  const leaves = {
    list: leaving,
    holdsFor: links.map((of) => of.task),
    of: task,
    which: 'earliest',
    source,
  } as const;
  const allowed = extremeOf(model, {
    ...leaves,
    name: 'Latest finish',
    bound: end,
    bounds: true,
    moment: () =>
      cases(leaving, kind, {
        FS: latestStart.via(after).minus(lag),
        SS: latestStart.via(after).minus(lag).plus(duration.via(before)),
        FF: latestFinish.via(after).minus(lag),
        SF: latestFinish.via(after).minus(lag).plus(duration.via(before)),
      }),
  });
  const latestFinish: Quantity = model.quantity('Latest finish of the task', 'month', [task], () => allowed, {
    source,
  });
  const latestStart: Quantity = model.quantity(
    'Latest start of the task',
    'month',
    [task],
    () => latestFinish.minus(duration),
    { source },
  );
  const totalFloat = model.quantity('Total float', 'month', [task], () => latestStart.minus(start), { source });
  const slack = extremeOf(model, {
    ...leaves,
    name: 'Free float',
    bound: () => end().minus(finish),
    bounds: false,
    moment: () =>
      cases(leaving, kind, {
        FS: start.via(after).minus(finish.via(before)).minus(lag),
        SS: start.via(after).minus(start.via(before)).minus(lag),
        FF: finish.via(after).minus(finish.via(before)).minus(lag),
        SF: finish.via(after).minus(start.via(before)).minus(lag),
      }),
  });
  const freeFloat = model.quantity('Free float', 'month', [task], () => slack, { source });
  return { latestStart, latestFinish, totalFloat, freeFloat };
}
