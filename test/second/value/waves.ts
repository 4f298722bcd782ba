/** BIM_Waves: groups of sites, each with its part of the patients, and when they go live. */
import { add, covers, D, linesOf, number, numberOr, ONE, Refused, same, text, ZERO } from '../sheet';
import { isAll } from '../sheet';
import type { Num } from '../sheet';
import type { Model } from '../model';
import { momentOf } from './schedule';
import type { Plan, Task } from './schedule';

/** One wave of one technology; the part of the patients that no wave serves is a wave that never goes live. */
export interface Wave {
  readonly name: string;
  /** Time at which it goes live; null: never. */
  readonly live: Num | null;
  readonly share: Num;
  /** Starts a month of all its sites once they are live; null: no limit. */
  readonly starts: Num | null;
  /** Which row of the table: sites are shared by all technologies of a row. */
  readonly row: number;
}

/** Time at which a wave goes live: the last of its tasks, and of what `Live after` names. */
const liveAt = (model: Model, tasks: readonly Task[], plan: Plan, row: number): Num => {
  const line = linesOf(model.book, 'waves')[row];
  if (line === undefined) return ZERO;
  const own = tasks
    .filter((task) => text(task.line, 'Wave') !== '' && same(text(task.line, 'Wave'), text(line, 'Wave')))
    .map((task) => plan.get(task.id)?.finish ?? ZERO);
  const named = momentOf(model, tasks, plan, line, 'Live after');
  const all = named === null ? own : [...own, named];
  return all.length === 0 ? ZERO : all.reduce((a, b) => D.max(a, b));
};

/** Rows that speak of a technology: its own row of a wave stands in place of the one for all. */
const rowsFor = (model: Model, technology: string): number[] => {
  const lines = linesOf(model.book, 'waves');
  const speaking = [...lines.keys()].filter((i) => {
    const line = lines[i];
    return line !== undefined && covers(text(line, 'Technology'), technology);
  });
  return speaking.filter((i) => {
    const line = lines[i];
    if (line === undefined || !isAll(text(line, 'Technology'))) return true;
    return !speaking.some((j) => {
      const other = lines[j];
      return other !== undefined && !isAll(text(other, 'Technology')) && same(text(other, 'Wave'), text(line, 'Wave'));
    });
  });
};

/** The waves of a technology; `extra` sites in each. Without rows there is one wave, live from the start. */
export const wavesOf = (
  model: Model,
  tasks: readonly Task[],
  plan: Plan,
  technology: string,
  extra: Num = ZERO,
): Wave[] => {
  const lines = linesOf(model.book, 'waves');
  const rows = rowsFor(model, technology).flatMap((i) => {
    const line = lines[i];
    return line === undefined ? [] : [{ i, line }];
  });
  if (rows.length === 0) return [{ name: '', live: ZERO, share: ONE, starts: null, row: -1 }];
  const typed = rows.map(({ line }) => number(line, 'Share of patients'));
  const sites = rows.map(({ line }) => numberOr(line, 'Sites', ZERO).plus(extra));
  const left = ONE.minus(add(typed.map((share) => share ?? ZERO)));
  const blank = add(sites.filter((_, i) => typed[i] === null));
  if (left.lt('-1e-9')) throw new Refused('The waves serve more than everybody');
  const waves = rows.map(({ i, line }, k): Wave => {
    const own = sites[k] ?? ZERO;
    const rate = number(line, 'Starts per site');
    return {
      name: text(line, 'Wave'),
      live: liveAt(model, tasks, plan, i),
      share: typed[k] ?? (blank.isZero() ? left : left.times(own).div(blank)),
      starts: rate === null ? null : rate.times(own),
      row: i,
    };
  });
  const rest = ONE.minus(add(waves.map(({ share }) => share)));
  return rest.gt('1e-9') ? [...waves, { name: '', live: null, share: rest, starts: null, row: -1 }] : waves;
};

/** Part of month i (from time i to i + 1) for which a wave is live. */
export const liveIn = (wave: Wave, i: number): Num =>
  wave.live === null ? ZERO : D.min(1, D.max(0, new D(i + 1).minus(wave.live)));
