/**
 * The schedule: when tasks start and finish, in continuous time, and how far each may slip. Critical path method with
 * FS, SS, FF and SF links and lags (Kelley & Walker 1959; precedence diagram). A circle is refused by the inputs.
 */
import { axis, link, type Axis, type Link } from '../graph/axis';
import { cases, first, max, zero } from '../graph/expression';
import type { Model } from '../graph/model';
import type { Quantity } from '../graph/quantity';
import { Exact } from '../readings/decimals';
import type { TaskRow } from '../realisation-assumptions';
import { asLength, lengths, type Calendar } from './calendar';
import { floats, type Dependency, type Floats, type Forward } from './floats';
import type { Levers } from './levers';
import { extremeOf } from './longest';

export interface Schedule extends Floats {
  readonly task: Axis;
  readonly tasks: readonly TaskRow[];
  readonly duration: Quantity;
  readonly start: Quantity;
  readonly finish: Quantity;
  /** Finish of each task and of those above it; the last is the end of the plan. */
  readonly endSoFar: Quantity;
}

const source = 'critical path method; workbook contract, BIM_Tasks';

export const taskAxis = (tasks: readonly TaskRow[]): Axis =>
  axis(
    'task',
    tasks.map((row) => row.id),
  );

export function schedule(model: Model, tasks: readonly TaskRow[], task: Axis, at: Calendar, lever: Levers): Schedule {
  const links = tasks.flatMap((row, after): readonly Dependency[] => row.after.map((of) => ({ ...of, after })));
  const dependency = axis(
    'dependency',
    links.map(({ task: before, after, kind }, n) =>
      [tasks[after]?.id, 'after', tasks[before]?.id, kind, `(${String(n + 1)})`].join(' '),
    ),
  );
  const [before, after] = ends(dependency, task, links);
  const typed = lengths(
    model,
    at,
    'Duration of the task',
    task,
    tasks.map((row) => ({ amount: row.duration, unit: row.unit })),
  );
  const duration = model.quantity('Duration', 'month', [task], () => typed.plus(lever.longer), { source });
  const lag = lengths(
    model,
    at,
    'Lag of the link',
    dependency,
    links.map((of) => asLength(of.lag)),
  );
  const own = tasks.map((row) => row.notBefore);
  const notBefore = model.input('Not before', 'month', [task], own, new Exact(0));
  const earliest = extremeOf(model, {
    name: 'Start',
    list: dependency,
    holdsFor: links.map((of) => of.after),
    of: task,
    bound: () => max(zero(), notBefore).plus(lever.tasksLater),
    bounds: true,
    moment: () =>
      cases(dependency, (member) => links[member]?.kind ?? 'FS', {
        FS: finish.via(before).plus(lag),
        SS: start.via(before).plus(lag),
        FF: finish.via(before).plus(lag).minus(duration.via(after)),
        SF: start.via(before).plus(lag).minus(duration.via(after)),
      }),
    which: 'latest',
    source,
  });
  const start: Quantity = model.quantity('Start of the task', 'month', [task], () => earliest, { source });
  const finish: Quantity = model.quantity('Finish of the task', 'month', [task], () => start.plus(duration), {
    source,
  });
  const endSoFar: Quantity = model.quantity(
    'End of the plan so far',
    'month',
    [task],
    () => first(task, finish, max(endSoFar.previous(task), finish)),
    { source, meaning: 'the last one is the end of the plan' },
  );
  const forward: Forward = { task, dependency, links, lag, duration, start, finish, endSoFar };
  return { task, tasks, duration, start, finish, endSoFar, ...floats(model, forward) };
}

/** The links to the task before and the task after of each dependency. */
const ends = (dependency: Axis, task: Axis, links: readonly Dependency[]): readonly [Link, Link] => [
  link(
    'task before',
    dependency,
    task,
    links.map((of) => of.task),
  ),
  link(
    'task after',
    dependency,
    task,
    links.map((of) => of.after),
  ),
];
