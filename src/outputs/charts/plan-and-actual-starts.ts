/** Starts as planned, as recorded so far, and as they are to be expected now; by month, quarter or year. */
import type { Realisation } from '../../engine/realisation-results';
import { COLOURS } from '../../workbook/looks';
import type { Listed } from '../../engine/traces';
import { printed, sum, type Amount } from '../amounts';
import { byCategory, type CategorySeries } from '../by-category';
import type { OutChart } from '../drawing';
import { monthsAdded } from '../live-months';
import { addedBy, groupingOf } from '../months';
import { recordedFigures } from '../plan-and-actual';
import { monthly } from '../realised';

export const planAndActualStarts: OutChart = {
  name: 'Starts: plan, actual, reforecast',
  sheet: 'bridge',
  width: 'half',
  draw: ({ figures: { results, people } }) => {
    const { realisation } = results;
    const planned = realisation && together(realisation, 'planned');
    const actual = realisation && together(realisation, 'actual');
    const now = realisation && together(realisation, 'reforecast');
    if (!realisation || !planned || !actual || !now) return [];
    const grouping = groupingOf(realisation.months);
    const added = ({ values, lists }: Together): Pick<CategorySeries, 'values' | 'cells'> => {
      const made = addedBy(grouping, values);
      const { size } = grouping;
      return {
        values: made,
        cells: made.map((value, n) => monthsAdded(results, lists, [size * n, size * (n + 1) - 1], value)),
      };
    };
    return [
      byCategory({
        of: grouping.word,
        labels: grouping.labels,
        cells: '#,##0.0',
        series: [
          { label: 'Planned', colour: COLOURS.grey, ...added(planned) },
          { label: 'Recorded', colour: COLOURS.navy, ...added(actual) },
          {
            label: 'Reforecast',
            colour: COLOURS.orange,
            line: { width: 2, marker: 'none', dash: true },
            ...added(now),
          },
        ],
        chart: {
          kind: 'clustered columns',
          title: `People starting, by ${grouping.word}: plan, actual, reforecast`,
          format: people.format,
          legend: true,
          gap: 60,
          overlap: 0,
          description: `Starts by ${grouping.word}: ${printed(sum(planned.values), 0)} planned in all, ${printed(sum(actual.values), 0)} recorded so far, ${printed(sum(now.values), 0)} by the reforecast.`,
        },
      }),
    ];
  },
};

interface Together {
  readonly values: readonly Amount[];
  /** The lists of the results that they are the sum of. */
  readonly lists: readonly Listed[];
}

/** All technologies; null where no starts were recorded. */
function together(realisation: Realisation, of: string): Together | null {
  const technologies = [...new Set((realisation.recorded ?? []).map(({ technology }) => technology))];
  const lists = technologies.flatMap((name) => {
    const list = recordedFigures(realisation, name, 'starts', of);
    return list ? [list] : [];
  });
  if (lists.length === 0) return null;
  return {
    lists,
    values: monthly(
      lists.map((values) => ({ values })),
      realisation.months.length,
    ),
  };
}
