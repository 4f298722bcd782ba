/** Schedules drawn at random: each uncertain task from PERT on Low, Duration and High. Ordinary doubles: it is chance. */
import { number, text, word } from '../sheet';
import type { Model } from '../model';
import { monthsIn } from './schedule';
import type { Task } from './schedule';
import { drawCount, seedOf } from './settings';

/** Uniform numbers from a seed (mulberry32). */
const uniforms = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
};

/** Gamma with shape of at least 1 (Marsaglia and Tsang 2000). */
const gamma = (shape: number, uniform: () => number): number => {
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const normal = Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
    const v = (1 + c * normal) ** 3;
    if (v > 0 && Math.log(1 - uniform()) < 0.5 * normal * normal + d - d * v + d * Math.log(v)) return d * v;
  }
};

interface Spread {
  readonly low: number;
  readonly mode: number;
  readonly high: number;
}

const pert = ({ low, mode, high }: Spread, uniform: () => number): number => {
  if (high <= low) return mode;
  const x = gamma(1 + (4 * (mode - low)) / (high - low), uniform);
  const y = gamma(1 + (4 * (high - mode)) / (high - low), uniform);
  return low + ((high - low) * x) / (x + y);
};

/** Dates of one drawn schedule, in doubles. */
const network = (tasks: readonly Task[], durations: readonly number[]): { finish: number; critical: boolean[] } => {
  const start: number[] = [];
  const index = new Map(tasks.map(({ id }, i) => [id, i] as const));
  const links = tasks.map(({ links: own }) =>
    own.map(({ id, kind, lag }) => ({ from: index.get(id) ?? 0, kind, lag: lag.toNumber() })),
  );
  const begin = (i: number): number => {
    const known = start[i];
    if (known !== undefined) return known;
    const d = durations[i] ?? 0;
    const after = (links[i] ?? []).map(({ from, kind, lag }) => {
      const s = begin(from);
      const base = kind === 'FS' || kind === 'FF' ? s + (durations[from] ?? 0) : s;
      return base + lag - (kind === 'FS' || kind === 'SS' ? 0 : d);
    });
    return (start[i] = Math.max(0, tasks[i]?.earliest.toNumber() ?? 0, ...after));
  };
  for (const i of tasks.keys()) begin(i);
  const finish = Math.max(...tasks.map((_, i) => (start[i] ?? 0) + (durations[i] ?? 0)));
  const latest: number[] = [];
  const end = (p: number): number => {
    const known = latest[p];
    if (known !== undefined) return known;
    let late = finish;
    for (const [s, own] of links.entries())
      for (const { from, kind, lag } of own)
        if (from === p) {
          const to = end(s) - (kind === 'FS' || kind === 'SS' ? (durations[s] ?? 0) : 0) - lag;
          late = Math.min(late, kind === 'FS' || kind === 'FF' ? to : to + (durations[p] ?? 0));
        }
    return (latest[p] = late);
  };
  return {
    finish,
    critical: tasks.map((_, i) => Math.abs(end(i) - (durations[i] ?? 0) - (start[i] ?? 0)) < 1e-9),
  };
};

/** Percentile of sorted values, type 7. */
const percentile = (sorted: readonly number[], p: number): number => {
  const at = (sorted.length - 1) * p;
  const [low, high] = [sorted[Math.floor(at)] ?? 0, sorted[Math.ceil(at)] ?? 0];
  return low + (high - low) * (at - Math.floor(at));
};

export interface Draws {
  readonly draws: string;
  readonly mean: string;
  readonly low: string;
  readonly median: string;
  readonly high: string;
  readonly critical: { readonly task: string; readonly share: string }[];
}

/** The end of the last task over many schedules; null where no task is uncertain. */
export const drawsOf = (model: Model, tasks: readonly Task[]): Draws | null => {
  const spreads = tasks.map((task): Spread | number => {
    const unit = monthsIn(model, word(task.line, 'Unit', 'month'));
    const [low, high] = [number(task.line, 'Low'), number(task.line, 'High')];
    const mode = task.duration.toNumber();
    if (low === null || high === null) return mode;
    return { low: low.times(unit).toNumber(), mode, high: high.times(unit).toNumber() };
  });
  if (spreads.every((spread) => typeof spread === 'number')) return null;
  const uniform = uniforms(seedOf(model));
  const runs = Array.from({ length: drawCount(model) }, () =>
    network(
      tasks,
      spreads.map((spread) => (typeof spread === 'number' ? spread : pert(spread, uniform))),
    ),
  );
  const ends = runs.map(({ finish }) => finish).sort((a, b) => a - b);
  return {
    draws: String(runs.length),
    mean: String(ends.reduce((a, b) => a + b, 0) / ends.length),
    low: String(percentile(ends, 0.025)),
    median: String(percentile(ends, 0.5)),
    high: String(percentile(ends, 0.975)),
    critical: tasks.map(({ id, line }, i) => ({
      task: id === '' ? text(line, 'Task') : id,
      share: String(runs.filter(({ critical }) => critical[i] === true).length / runs.length),
    })),
  };
};
