/** BIM_Tasks: links, the critical path, and moments named by tasks. Time runs in months from the start of the first year. */
import { D, isAll, linesOf, needed, number, numberOr, Refused, text, word, ZERO } from '../sheet';
import type { Line, Num } from '../sheet';
import type { Model } from '../model';

type Kind = 'FS' | 'SS' | 'FF' | 'SF';
interface Link {
  readonly id: string;
  readonly kind: Kind;
  readonly lag: Num;
}
export interface Task {
  readonly id: string;
  readonly line: Line;
  readonly duration: Num;
  readonly earliest: Num;
  readonly links: readonly Link[];
}
export interface Dates {
  readonly start: Num;
  readonly finish: Num;
}
export type Plan = ReadonlyMap<string, Dates>;

/** A change of the schedule: every task finishes so much later, or one task takes so much longer. */
export interface Slip {
  readonly all?: Num;
  readonly task?: { readonly id: string; readonly months: Num };
}

/** Months in one unit of time: a day is 12 / Days in year months, a working day 1.4 days. */
export const monthsIn = (model: Model, unit: string): Num => {
  const day = new D(12).div(model.daysInYear);
  const known = new Map<string, Num>([
    ...['month', 'months', 'm'].map((name) => [name, new D(1)] as const),
    ...['day', 'days', 'd'].map((name) => [name, day] as const),
    ...['week', 'weeks', 'w'].map((name) => [name, day.times(7)] as const),
    ...['working day', 'working days'].map((name) => [name, day.times('1.4')] as const),
    ...['year', 'years', 'y'].map((name) => [name, new D(12)] as const),
  ]);
  const months = known.get(unit);
  if (months === undefined) throw new Refused(`Unit '${unit}' is not known`);
  return months;
};

const REST = /^\s*(FS|SS|FF|SF)?\s*(?:([+-−])\s*(\d+(?:\.\d+)?|\.\d+)\s*([dwmy])[a-z]*)?\s*$/i;

/** One link: the longest known ID that fits, or one in single quotes, and what follows it. */
const linkOf = (model: Model, ids: readonly string[], typed: string): Link => {
  const quoted = /^'([^']*)'(.*)$/s.exec(typed);
  const byLength = [...ids].sort((a, b) => b.length - a.length);
  const fits = (id: string): boolean =>
    quoted !== null
      ? quoted[1]?.trim().toLowerCase() === id.toLowerCase() && REST.test(quoted[2] ?? '')
      : typed.toLowerCase().startsWith(id.toLowerCase()) && REST.test(typed.slice(id.length));
  const id = byLength.find(fits);
  if (id === undefined) throw new Refused(`'${typed}' names no task`);
  const [, kind, sign, count, unit] = REST.exec(quoted === null ? typed.slice(id.length) : (quoted[2] ?? '')) ?? [];
  const size = count === undefined ? ZERO : new D(count).times(monthsIn(model, (unit ?? 'm').toLowerCase()));
  return { id, kind: (kind ?? 'FS').toUpperCase() as Kind, lag: sign === '+' ? size : size.neg() };
};

/** Links joined by `;`, outside quotes. */
const linksOf = (model: Model, ids: readonly string[], typed: string): Link[] =>
  [...typed.matchAll(/(?:'[^']*'|[^;'])+/g)]
    .map(([part]) => part.trim())
    .filter((part) => part !== '')
    .map((part) => linkOf(model, ids, part));

export const tasksOf = (model: Model): Task[] => {
  const lines = linesOf(model.book, 'tasks').filter((line) => text(line, 'ID') !== '');
  const ids = lines.map((line) => text(line, 'ID'));
  return lines.map((line) => ({
    id: text(line, 'ID'),
    line,
    duration: needed(line, 'Duration').times(monthsIn(model, word(line, 'Unit', 'month'))),
    earliest: numberOr(line, 'Not before', ZERO),
    links: linksOf(model, ids, text(line, 'After')),
  }));
};

/** Earliest start that a link allows a task of duration d. */
const allowed = ({ kind, lag }: Link, before: Dates, d: Num): Num => {
  const from = kind === 'FS' || kind === 'FF' ? before.finish : before.start;
  return from.plus(lag).minus(kind === 'FS' || kind === 'SS' ? ZERO : d);
};

/** Earliest start and finish of every task. A circle is refused with the names of its tasks. */
export const planOf = (tasks: readonly Task[], slip: Slip = {}): Plan => {
  const plan = new Map<string, Dates>();
  const walk = (task: Task, path: readonly string[]): Dates => {
    const known = plan.get(task.id);
    if (known !== undefined) return known;
    if (path.includes(task.id)) throw new Refused(`Tasks wait in a circle: ${[...path, task.id].join(' → ')}`);
    const d = slip.task?.id === task.id ? task.duration.plus(slip.task.months) : task.duration;
    let start = D.max(ZERO, task.earliest);
    for (const link of task.links) {
      const before = tasks.find(({ id }) => id === link.id);
      if (before !== undefined) start = D.max(start, allowed(link, walk(before, [...path, task.id]), d));
    }
    const dates = { start, finish: start.plus(d) };
    plan.set(task.id, dates);
    return dates;
  };
  for (const task of tasks) walk(task, []);
  const { all } = slip;
  if (all === undefined) return plan;
  return new Map(
    [...plan].map(([id, { start, finish }]) => [id, { start: start.plus(all), finish: finish.plus(all) }]),
  );
};

export const endOf = (plan: Plan): Num => [...plan.values()].reduce((end, { finish }) => D.max(end, finish), ZERO);

/** A task with its floats. */
export interface Placed extends Dates {
  readonly task: string;
  readonly latestStart: Num;
  readonly latestFinish: Num;
  readonly totalFloat: Num;
  readonly freeFloat: Num;
  readonly critical: boolean;
}

/** Latest dates and floats: backwards from the end of the last task. */
export const floatsOf = (tasks: readonly Task[], plan: Plan): Placed[] => {
  const end = endOf(plan);
  const none: Dates = { start: ZERO, finish: ZERO };
  const latest = new Map<string, Dates>();
  const after = (id: string): { task: Task; link: Link }[] =>
    tasks.flatMap((task) => task.links.filter((link) => link.id === id).map((link) => ({ task, link })));
  const last = (task: Task): Dates => {
    const known = latest.get(task.id);
    if (known !== undefined) return known;
    const d = task.duration;
    let finish = end;
    for (const { task: next, link } of after(task.id)) {
      const late = last(next);
      const to = (link.kind === 'FS' || link.kind === 'SS' ? late.start : late.finish).minus(link.lag);
      finish = D.min(finish, link.kind === 'FS' || link.kind === 'FF' ? to : to.plus(d));
    }
    const dates = { start: finish.minus(d), finish };
    latest.set(task.id, dates);
    return dates;
  };
  return tasks.map((task) => {
    const early = plan.get(task.id) ?? none;
    const late = last(task);
    const slacks = after(task.id).map(({ task: next, link }) => {
      const { start, finish } = plan.get(next.id) ?? none;
      const to = (link.kind === 'FS' || link.kind === 'SS' ? start : finish).minus(link.lag);
      return to.minus(link.kind === 'FS' || link.kind === 'FF' ? early.finish : early.start);
    });
    const totalFloat = late.start.minus(early.start);
    return {
      task: task.id,
      ...early,
      latestStart: late.start,
      latestFinish: late.finish,
      totalFloat,
      freeFloat: slacks.length === 0 ? end.minus(early.finish) : slacks.reduce((a, b) => D.min(a, b)),
      critical: totalFloat.abs().lte('1e-12'),
    };
  });
};

/**
 * A moment as `From` and `Live after` name it: a month number (its beginning), a year (its beginning),
 * or the latest finish of tasks joined by `;`, each with its lag. Null where blank.
 */
export const momentOf = (model: Model, tasks: readonly Task[], plan: Plan, line: Line, header: string): Num | null => {
  const typed = text(line, header);
  if (isAll(typed)) return null;
  if (/^\d+(\.\d+)?$/.test(typed)) {
    const n = number({ cells: new Map([['n', new D(typed)]]) }, 'n') ?? ZERO;
    return n.gte(1000) ? n.minus(model.firstYear).times(12) : n.minus(1);
  }
  const ids = tasks.map(({ id }) => id);
  const ends = linksOf(model, ids, typed).map(({ id, kind, lag }) => {
    const dates = plan.get(id);
    const from = kind === 'SS' || kind === 'SF' ? dates?.start : dates?.finish;
    return (from ?? ZERO).plus(lag);
  });
  return ends.reduce<Num | null>((a, b) => (a === null ? b : D.max(a, b)), null);
};

/** Cost of each task in each month, spent evenly from start to finish; at once if it lasts no time. */
export const taskCosts = (tasks: readonly Task[], plan: Plan, months: number): Num[] =>
  Array.from({ length: months }, (_, i) =>
    tasks.reduce((sum, task) => {
      const cost = numberOr(task.line, 'Cost', ZERO);
      const { start, finish } = plan.get(task.id) ?? { start: ZERO, finish: ZERO };
      if (cost.isZero()) return sum;
      if (finish.eq(start)) return start.floor().eq(i) ? sum.plus(cost) : sum;
      const inside = D.max(ZERO, D.min(finish, i + 1).minus(D.max(start, i)));
      return sum.plus(cost.times(inside).div(finish.minus(start)));
    }, ZERO),
  );
