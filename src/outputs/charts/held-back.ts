/** People held back, by the dimension of what holds them: on Realised; by month, quarter or year. */
import type { Realisation } from '../../engine/realisation-results';
import { COLOURS } from '../../workbook/looks';
import { printed, ZERO } from '../amounts';
import { byCategory, type CategorySeries } from '../by-category';
import { heldByDimension } from '../dimensions';
import type { Drawing, OutChart } from '../drawing';
import type { Figures } from '../figures';
import { heldAtEnds } from '../live-months';
import { groupingOf } from '../months';
import { peopleByMonth } from '../realised';

export const heldBack: OutChart = {
  name: 'Waiting, by what holds back',
  sheet: 'realised',
  width: 'half',
  draw: ({ figures }) => (figures.results.realisation ? drawings(figures, figures.results.realisation) : []),
};

function drawings({ people, results }: Figures, realisation: Realisation): readonly Drawing[] {
  const parts = heldByDimension(realisation);
  if (parts.length === 0) return [];
  const { backlog } = peopleByMonth(realisation);
  const grouping = groupingOf(realisation.months);
  const series: readonly CategorySeries[] = [
    ...parts.map(({ lists, ...part }) => ({ ...part, ...heldAtEnds(results, grouping, part.values, lists) })),
    {
      label: 'still waiting',
      colour: COLOURS.text,
      line: { width: 2, marker: 'none', dash: true },
      ...heldAtEnds(
        results,
        grouping,
        backlog,
        realisation.backlog.map(({ values }) => values),
      ),
    },
  ];
  return [
    byCategory({
      of: grouping.word,
      labels: grouping.labels,
      cells: '#,##0.0',
      series,
      chart: {
        kind: 'stacked columns',
        title: `Held back, and by what, ${grouping.size === 1 ? 'month by month' : `at the end of each ${grouping.word}`}`,
        format: people.format,
        legend: true,
        gap: 35,
        overlap: 100,
        description: `People held back in the last month: ${parts.map(({ label, values }) => `${label} ${printed(values.at(-1) ?? ZERO, 0)}`).join('; ')}; still waiting ${printed(backlog.at(-1) ?? ZERO, 0)}.`,
      },
    }),
  ];
}
