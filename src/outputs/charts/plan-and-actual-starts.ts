/** Starts as planned, as recorded so far, and as they are to be expected now; by month, quarter or year. */
import type { Realisation } from '../../engine/realisation-results';
import { COLOURS } from '../../workbook/looks';
import { printed, sum, ZERO, type Amount } from '../amounts';
import { byCategory } from '../by-category';
import type { OutChart } from '../drawing';
import { addedBy, groupingOf } from '../months';
import { recordedList } from '../plan-and-actual';

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
    return [
      byCategory({
        of: grouping.word,
        labels: grouping.labels,
        cells: '#,##0.0',
        series: [
          { label: 'Planned', colour: COLOURS.grey, values: addedBy(grouping, planned) },
          { label: 'Recorded', colour: COLOURS.navy, values: addedBy(grouping, actual) },
          {
            label: 'Reforecast',
            colour: COLOURS.orange,
            line: { width: 2, marker: 'none', dash: true },
            values: addedBy(grouping, now),
          },
        ],
        chart: {
          kind: 'clustered columns',
          title: `People starting, by ${grouping.word}: plan, actual, reforecast`,
          format: people.format,
          legend: true,
          gap: 60,
          overlap: 0,
          description: `Starts by ${grouping.word}: ${printed(sum(planned), 0)} planned in all, ${printed(sum(actual), 0)} recorded so far, ${printed(sum(now), 0)} by the reforecast.`,
        },
      }),
    ];
  },
};

/** All technologies; null where no starts were recorded. */
function together(realisation: Realisation, of: string): readonly Amount[] | null {
  const technologies = [...new Set((realisation.recorded ?? []).map(({ technology }) => technology))];
  const lists = technologies.flatMap((name) => {
    const list = recordedList(realisation, name, 'starts', of);
    return list ? [list] : [];
  });
  if (lists.length === 0) return null;
  return realisation.months.map((_, month) => sum(lists.map((list) => list[month] ?? ZERO)));
}
