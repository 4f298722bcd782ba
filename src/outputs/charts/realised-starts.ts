/** Planned against realised starts, by month, quarter or year as the horizon allows. */
import { COLOURS } from '../../workbook/looks';
import { printed, sum } from '../amounts';
import { byCategory } from '../by-category';
import type { OutChart } from '../drawing';
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
    return [
      byCategory({
        of: grouping.word,
        labels: grouping.labels,
        cells: '#,##0.0',
        series: [
          { label: 'Planned', colour: COLOURS.grey, values: addedBy(grouping, planned) },
          { label: 'Realised', colour: COLOURS.navy, values: addedBy(grouping, starts) },
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
