/**
 * The schedule with its durations drawn: PERT on Low, Duration, High, each task on its own; the whole schedule is part of
 * every draw, because the mean of the end is later than the end of the means. Malcolm et al. 1959 (PERT).
 */
import type { Decimal } from 'decimal.js';
import { text, type Run } from '../figures';
import type { Block } from '../graph/quantity';
import { Exact } from '../readings/decimals';
import { ExactRun } from '../readings/exact';
import type { DrawnSchedule } from '../realisation-results';
import type { TaskRow } from '../realisation-assumptions';
import type { ValueRealisation } from '../value/value-realisation';
import { betaDraw, generator } from './sampler';

/** Draws of a schedule beside a run: enough for its 95 % range; the setting Draws where it asks for fewer. */
const MOST = 4000;
const NO_FLOAT = new Exact('1e-9');

export function drawnSchedule(run: Run, value: ValueRealisation): DrawnSchedule | null {
  const { plan, groups, at } = value;
  const { draws: asked, seed } = run.of.structure.assumptions.model;
  const duration = run.of.model.find('Duration of the task, as typed');
  if (!duration || !plan.tasks.some((row) => row.low && row.high)) return null;
  const count = Math.min(MOST, asked);
  const random = generator(seed);
  const exact = new ExactRun();
  const ends: Decimal[] = [];
  const critical = plan.tasks.map(() => 0);
  const live = groups.rows.map((): number[] => at.month.members.map(() => 0));
  for (let draw = 0; draw < count; draw += 1) {
    const typed = plan.tasks.map((row) => drawnDuration(row, random));
    exact.replace(new Map<Block, readonly Decimal[]>([[duration.block, typed]]));
    ends.push(exact.at(plan.endSoFar, [plan.tasks.length - 1]));
    plan.tasks.forEach((_, task) => {
      if (exact.at(plan.totalFloat, [task]).abs().lte(NO_FLOAT)) critical[task] = (critical[task] ?? 0) + 1;
    });
    groups.rows.forEach((_, wave) => {
      const time = exact.at(groups.time, [wave]).toNumber();
      const row = live[wave] ?? [];
      for (let month = Math.max(0, Math.ceil(time) - 1); month < row.length; month += 1)
        row[month] = (row[month] ?? 0) + 1;
    });
  }
  ends.sort((a, b) => a.comparedTo(b));
  const share = (times: number): string => text(new Exact(times).div(count));
  return {
    draws: count,
    mean: text(ends.reduce((sum, end) => sum.plus(end), new Exact(0)).div(count)),
    low: text(quantile(ends, 0.025)),
    median: text(quantile(ends, 0.5)),
    high: text(quantile(ends, 0.975)),
    critical: plan.tasks.map((row, task) => ({ task: row.id, share: share(critical[task] ?? 0) })),
    live: groups.rows.map((row, wave) => ({ wave: row.wave, values: (live[wave] ?? []).map(share) })),
  };
}

/** α = 1 + 4 (mode − low) / (high − low), β = 1 + 4 (high − mode) / (high − low). */
function drawnDuration({ duration, low, high }: TaskRow, random: () => number): Decimal {
  if (!low || !high || high.value.lte(low.value)) return duration.value;
  const width = high.value.minus(low.value);
  const part = duration.value.minus(low.value).div(width).toNumber();
  return low.value.plus(width.times(betaDraw(1 + 4 * part, 1 + 4 * (1 - part), random)));
}

/** The smallest value whose cumulative probability is reached. */
function quantile(sorted: readonly Decimal[], probability: number): Decimal {
  const index = Math.min(sorted.length - 1, Math.max(0, Math.ceil(probability * sorted.length) - 1));
  return sorted[index] ?? new Exact(0);
}
