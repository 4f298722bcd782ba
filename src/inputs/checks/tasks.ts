/** Tasks: circles by name, Low and High around Duration, and tasks that hold nothing back. */
import type { Finding } from '../../engine/finding';
import type { RealisationAssumptions, TaskRow } from '../../engine/realisation-assumptions';
import { cellName, error, notice } from '../said';
import { at, called, where, type Check, type Seen } from './check';

/** Names of a circle that a sentence holds. */
const MOST_NAMED = 20;

/** Takes away, one after another, tasks of which nothing that is left leads on: no circle can hold them. */
function peel(onward: readonly (readonly number[])[], back: readonly (readonly number[])[], left: Set<number>): void {
  const open = onward.map((tasks) => tasks.filter((task) => left.has(task)).length);
  const free = [...left].filter((task) => open[task] === 0);
  for (const task of free) {
    left.delete(task);
    for (const other of back[task] ?? []) {
      open[other] = (open[other] ?? 0) - 1;
      if (open[other] === 0 && left.has(other)) free.push(other);
    }
  }
}

/** What each task waits for, without those that no circle can hold. */
function entangled(tasks: readonly TaskRow[]): ReadonlyMap<number, readonly number[]> {
  const waits = tasks.map(({ after }) => after.map(({ task }) => task));
  const followed = tasks.map((): number[] => []);
  waits.forEach((before, index) => {
    for (const task of before) followed[task]?.push(index);
  });
  const left = new Set(tasks.keys());
  peel(waits, followed, left);
  peel(followed, waits, left);
  return new Map([...left].map((index) => [index, (waits[index] ?? []).filter((task) => left.has(task))]));
}

/** The shortest way from a task through what it waits for back to itself; null where there is none. */
function circleOf(start: number, waits: ReadonlyMap<number, readonly number[]>): readonly number[] | null {
  const cameFrom = new Map<number, number>();
  const next = [start];
  for (const task of next) {
    for (const before of waits.get(task) ?? []) {
      if (before === start) {
        const way = [start];
        for (let each: number | undefined = task; each !== undefined && each !== start; each = cameFrom.get(each))
          way.unshift(each);
        return [start, ...way];
      }
      if (!cameFrom.has(before)) {
        cameFrom.set(before, task);
        next.push(before);
      }
    }
  }
  return null;
}

/** A circle in words; a long one is cut in its middle. */
const wayOf = (ids: readonly string[]): string =>
  ids.length <= MOST_NAMED
    ? ids.join(' → ')
    : [...ids.slice(0, MOST_NAMED - 2), `… ${String(ids.length - MOST_NAMED)} more …`, ...ids.slice(-2)].join(' → ');

/** Tasks that wait for each other, each circle once, named task by task in the order of time. */
function circles(seen: Seen, tasks: readonly TaskRow[]): readonly Finding[] {
  const waits = entangled(tasks);
  const told = new Set<number>();
  return [...waits.keys()].flatMap((start) => {
    const circle = told.has(start) ? null : circleOf(start, waits);
    const row = tasks[start];
    if (!circle || !row || circle.some((task) => told.has(task))) return [];
    for (const task of circle) told.add(task);
    const way = wayOf([...circle].reverse().map((task) => tasks[task]?.id ?? ''));
    return [
      error(
        'circle',
        at(seen, row, 'After'),
        `Tasks wait for each other in a circle: ${way}.`,
        'Take one of these links out of After.',
      ),
    ];
  });
}

/** Low and High: both or neither, around Duration. */
function range(seen: Seen, row: TaskRow): readonly Finding[] {
  const { low, high, duration } = row;
  const name = called(seen, row);
  const missing = low === null ? 'Low' : 'High';
  const broken = seen.entryOf(row)?.cells.get(missing)?.kind === 'broken';
  const order = `Low is at most, and High at least, the Duration of ${duration.value.toString()}.`;
  return [
    ...where((low === null) !== (high === null) && !broken, () =>
      error(
        'blank',
        at(seen, row, missing),
        `${cellName(missing, name)} is blank.`,
        'Low and High go together: type both, or neither.',
      ),
    ),
    ...(low?.value.gt(duration.value) === true
      ? [error('low-above-high', low.at, `${cellName('Low', name)} is above its Duration.`, order)]
      : []),
    ...(high?.value.lt(duration.value) === true
      ? [error('low-above-high', high.at, `${cellName('High', name)} is below its Duration.`, order)]
      : []),
  ];
}

/** Tasks that something waits for: another task, a wave, a resource. */
function usedTasks({ tasks, waves, resources }: RealisationAssumptions): ReadonlySet<number> {
  const moments = [...waves.flatMap((row) => row.liveAfter), ...resources.flatMap((row) => row.from ?? [])];
  return new Set([
    ...tasks.flatMap((row) => row.after.map(({ task }) => task)),
    ...moments.flatMap((moment) => (moment.kind === 'task' ? [moment.task] : [])),
    ...tasks.flatMap((row, index) => (row.wave !== '' || row.opens.length > 0 ? [index] : [])),
  ]);
}

function idle(seen: Seen, realisation: RealisationAssumptions): readonly Finding[] {
  const used = usedTasks(realisation);
  return realisation.tasks
    .filter((_, index) => !used.has(index))
    .map((row) =>
      notice(
        'idle-task',
        row.at,
        `${called(seen, row)} holds nothing back: it opens no wave and no resource, and nothing waits for it.`,
        'Its cost counts, its time does not.',
      ),
    );
}

export const tasks: Check = (seen) => {
  const { realisation } = seen.assumptions;
  if (!realisation) return [];
  return [
    ...circles(seen, realisation.tasks),
    ...realisation.tasks.flatMap((row) => range(seen, row)),
    ...idle(seen, realisation),
  ];
};
