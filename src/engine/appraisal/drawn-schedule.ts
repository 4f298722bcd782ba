/**
 * The schedule with its durations drawn: PERT on Low, Duration, High, each task on its own; the whole schedule is part of
 * every draw, because the mean of the end is later than the end of the means. Malcolm et al. 1959 (PERT).
 */
import type { Decimal } from 'decimal.js';
import { pert } from '../distributions/pert';
import { text, type Run } from '../figures';
import type { Block } from '../graph/quantity';
import { Exact } from '../readings/decimals';
import { ExactRun } from '../readings/exact';
import type { DrawnSchedule } from '../realisation-results';
import type { TaskRow } from '../realisation-assumptions';
import { generator } from '../uncertainty/generator';
import { summarise } from '../uncertainty/statistics';
import type { ValueRealisation } from '../value/value-realisation';
import { isCritical } from './critical';

/** Draws of a schedule beside a run: enough for its 95 % range; the setting Draws where it asks for fewer. */
const MOST = 4000;

/** Null where no duration is uncertain. */
export function drawnSchedule(run: Run, value: ValueRealisation): DrawnSchedule | null {
  const { plan, groups, at } = value;
  const { draws: asked, seed } = run.of.structure.assumptions.model;
  const duration = run.of.model.find('Duration of the task, as typed');
  if (!duration || !plan.tasks.some((row) => row.low)) return null;
  const count = Math.min(MOST, asked);
  const random = generator(seed);
  const durations = plan.tasks.map(drawnDuration);
  const exact = new ExactRun();
  const ends = new Float64Array(count);
  const critical = new Float64Array(plan.tasks.length);
  const live = groups.rows.map(() => at.month.members.map(() => 0));
  for (let draw = 0; draw < count; draw += 1) {
    exact.replace(new Map<Block, readonly Decimal[]>([[duration.block, durations.map((drawn) => drawn(random()))]]));
    ends[draw] = exact.at(plan.endSoFar, [plan.tasks.length - 1]).toNumber();
    plan.tasks.forEach((_, task) => (critical[task] = (critical[task] ?? 0) + Number(isCritical(exact, plan, task))));
    live.forEach((months, wave) => {
      const time = exact.at(groups.time, [wave]).toNumber();
      months.forEach((times, month) => (months[month] = times + Number(month + 1 >= time)));
    });
  }
  const share = (times: number): string => text(new Exact(times).div(count));
  const { mean, low, median, high } = summarise(ends);
  const said = (months: number): string => text(new Exact(months));
  return {
    draws: count,
    mean: said(mean),
    low: said(low),
    median: said(median),
    high: said(high),
    critical: plan.tasks.map((row, task) => ({ task: row.id, share: share(critical[task] ?? 0) })),
    live: groups.rows.map((row, wave) => ({ wave: row.wave, values: (live[wave] ?? []).map(share) })),
  };
}

/** A task's duration by a uniform number, in its unit of time; as typed where it is certain. */
function drawnDuration({ duration, low, high }: TaskRow): (u: number) => Decimal {
  const quantile =
    low && high
      ? pert.quantile({
          centre: duration.value.toNumber(),
          spread: 0,
          low: low.value.toNumber(),
          high: high.value.toNumber(),
        })
      : null;
  return quantile ? (u) => new Exact(quantile(u)) : () => duration.value;
}
