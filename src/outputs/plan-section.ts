/** The plan in cells under the same months: tasks, when waves go live, and how sure that is. */
import type { Realisation, TaskFigures } from '../engine/realisation-results';
import { amount, inCell, printed, type Amount } from './amounts';
import { paintDimension } from './dimensions';
import { monthRow, monthSection, type MonthCell } from './month-grid';
import type { Page } from './page';
import { taskLabel } from './worth-sections';

export function planSection(page: Page, { schedule, tasks, months }: Realisation): void {
  if (!schedule || (schedule.tasks.length === 0 && schedule.waves.length === 0)) return;
  monthSection(
    page,
    'Plan: dark critical, light with float, pale float (months counted from the start)',
    months.length,
  );
  for (const task of schedule.tasks) {
    const named = tasks.find((each) => each.task === task.task);
    const row = monthRow(page, {
      label: taskLabel(task.task, named?.name ?? ''),
      member: named?.dimension ?? '',
      unit: task.critical === 'true' ? 'critical' : `float ${printed(amount(task.totalFloat), 1)}`,
      ...spanOf(task),
      cells: months.map((_, month) => planCell(task, month)),
    });
    if (named) paintDimension(page, row, named.dimension);
  }
  waveRows(page, schedule, months.length);
}

/** A month counts where the task covers any part of it. */
const overlaps = (month: number, from: Amount, to: Amount): boolean => from.lt(month + 1) && to.gt(month);

function planCell({ start, finish, latestFinish, critical }: TaskFigures, month: number): MonthCell {
  const [from, to] = [amount(start), amount(finish)];
  if (overlaps(month, from, to)) return { value: '', style: critical === 'true' ? 'planCritical' : 'planTask' };
  return {
    value: '',
    style: critical === 'false' && overlaps(month, to, amount(latestFinish)) ? 'planFloat' : 'month',
  };
}

/** First and last month, from 1. A task without length stands in the month it happens in. */
function spanOf({ start, finish }: TaskFigures): {
  readonly from: { number: string };
  readonly to: { number: string };
} {
  const first = amount(start).floor().plus(1);
  const last = amount(finish).ceil();
  return { from: inCell(first), to: inCell(last.lt(first) ? first : last) };
}

type Schedule = NonNullable<Realisation['schedule']>;

function waveRows(page: Page, { waves, draws }: Schedule, months: number): void {
  for (const { wave, live, share } of waves) {
    const at = amount(live);
    monthRow(page, {
      label: `Live: ${wave}`,
      member: `${printed(amount(share).times(100), 0)} % of patients`,
      unit: `month ${printed(at, 1)}`,
      cells: Array.from({ length: months }, (_, month): MonthCell => ({
        value: at.gte(month) && at.lt(month + 1) ? '◆' : '',
        style: 'monthTotal',
      })),
    });
    const chance = draws?.live.find((each) => each.wave === wave);
    if (!chance) continue;
    monthRow(page, {
      label: `Chance that ${wave} is live`,
      unit: '%',
      cells: chance.values.map((value): MonthCell => ({
        value: inCell(amount(value).times(100)),
        style: 'month',
        format: '0;-0;"–"',
      })),
    });
  }
}
