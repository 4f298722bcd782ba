/** On Gates: the plan as a Gantt chart. Dark: critical. Lighter: may float as long as the pale part. */
import { COLOURS } from '../../workbook/looks';
import { amount, printed, ZERO, type Amount } from '../amounts';
import { byCategory } from '../by-category';
import { DIMENSION_LOOKS } from '../dimensions';
import type { OutChart } from '../drawing';
import { shortened } from '../figures';
import { monthName } from '../realised';
import { taskLabel } from '../worth-sections';

const LEAST_ROWS = 8;

export const gantt: OutChart = {
  name: 'Plan',
  sheet: 'gates',
  width: 'wide',
  rows: ({ figures: { results } }) =>
    Math.max(LEAST_ROWS, Math.ceil(1.4 * (results.realisation?.schedule?.tasks.length ?? 0)) + 5),
  draw: ({ figures: { results } }) => {
    const { realisation } = results;
    const schedule = realisation?.schedule;
    if (!realisation || !schedule || schedule.tasks.length === 0) return [];
    const rows = schedule.tasks.map((task) => {
      const named = realisation.tasks.find((each) => each.task === task.task);
      const letter = named ? `${DIMENSION_LOOKS[named.dimension].letter} · ` : '';
      const length = amount(task.finish).minus(task.start);
      const critical = task.critical === 'true';
      return {
        label: `${letter}${shortened(taskLabel(task.task, named?.name ?? ''), 40)}`,
        start: amount(task.start),
        critical: critical ? length : ZERO,
        task: critical ? ZERO : length,
        float: critical ? ZERO : amount(task.totalFloat),
      };
    });
    const of = (key: 'start' | 'critical' | 'task' | 'float'): readonly Amount[] => rows.map((row) => row[key]);
    const first = monthName(realisation.months[0] ?? '');
    const dark = rows.filter((row) => !row.critical.isZero()).map(({ label }) => label);
    return [
      byCategory({
        of: 'Task',
        labels: rows.map(({ label }) => label),
        cells: '0.0',
        series: [
          { label: 'start', colour: 'none', values: of('start') },
          { label: 'critical', colour: COLOURS.navy, values: of('critical') },
          { label: 'with float', colour: COLOURS.task, values: of('task') },
          { label: 'float', colour: COLOURS.float, values: of('float') },
        ],
        chart: {
          kind: 'stacked bars',
          title: `Plan: months from the start of ${first} (dark critical, light with float, pale its float)`,
          format: '0',
          legend: false,
          gap: 30,
          overlap: 100,
          reversed: true,
          minimum: 0,
          description: `The plan ends at month ${printed(amount(schedule.finish), 1)}. Critical: ${dark.join('; ')}.`,
        },
      }),
    ];
  },
};
