/** The schedule as figures: when tasks start and finish, how far they may slip, and when waves go live. */
import { text, type Run } from '../figures';
import type { Quantity } from '../graph/quantity';
import type { ScheduleFigures, TaskFigures } from '../realisation-results';
import type { ValueRealisation } from '../value/value-realisation';
import { drawnSchedule } from './drawn-schedule';
import { isCritical } from './critical';

export function scheduleFigures(run: Run, value: ValueRealisation): ScheduleFigures | null {
  const { plan, groups, line } = value;
  if (plan.tasks.length === 0 && groups.rows.length === 0) return null;
  const at = (quantity: Quantity, member: number): string => text(run.exact.at(quantity, [member]));
  const tasks = plan.tasks.map((row, n): TaskFigures => ({
    task: row.id,
    start: at(plan.start, n),
    finish: at(plan.finish, n),
    latestStart: at(plan.latestStart, n),
    latestFinish: at(plan.latestFinish, n),
    totalFloat: at(plan.totalFloat, n),
    freeFloat: at(plan.freeFloat, n),
    critical: isCritical(run.exact, plan, n) ? 'true' : 'false',
  }));
  return {
    finish: plan.tasks.length > 0 ? at(plan.endSoFar, plan.tasks.length - 1) : '0',
    tasks,
    waves: groups.rows.map((row, n) => {
      const queue = line.queues.findIndex((of) => of.wave === n);
      return { wave: row.wave, live: at(groups.time, n), share: queue < 0 ? '0' : at(line.share, queue) };
    }),
    draws: drawnSchedule(run, value),
  };
}
