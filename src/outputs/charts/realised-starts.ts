/** Planned against realised starts, by month, quarter or year as the horizon allows. */
import type { ByPeople } from '../../engine/realisation-results';
import { COLOURS } from '../../workbook/looks';
import { printed, sum, type Amount } from '../amounts';
import { byCategory, type CategorySeries } from '../by-category';
import type { OutChart } from '../drawing';
import { monthsAdded } from '../live-months';
import { addedBy, groupingOf } from '../months';
import { peopleByMonth } from '../realised';

export const realisedStarts: OutChart = {
  name: 'Planned and realised starts',
  sheet: 'realised',
  width: 'half',
  draw: ({ figures: { results, people } }) => {
    const { realisation } = results;
    if (!realisation) return [];
    const { planned, starts } = peopleByMonth(realisation);
    const grouping = groupingOf(realisation.months);
    const added = (people: readonly Amount[], rows: readonly ByPeople[]): Pick<CategorySeries, 'values' | 'cells'> => {
      const values = addedBy(grouping, people);
      const lists = rows.map((row) => row.values);
      const { size } = grouping;
      return {
        values,
        cells: values.map((value, n) => monthsAdded(results, lists, [size * n, size * (n + 1) - 1], value)),
      };
    };
    return [
      byCategory({
        of: grouping.word,
        labels: grouping.labels,
        cells: '#,##0.0',
        series: [
          { label: 'Planned', colour: COLOURS.grey, ...added(planned, realisation.demand) },
          { label: 'Realised', colour: COLOURS.navy, ...added(starts, realisation.starts) },
        ],
        chart: {
          kind: 'clustered columns',
          title: `People starting, by ${grouping.word}`,
          format: people.format,
          legend: true,
          gap: 60,
          overlap: 0,
          description: `Starts by ${grouping.word}: ${printed(sum(planned), 0)} planned, ${printed(sum(starts), 0)} realised in all.`,
        },
      }),
    ];
  },
};
