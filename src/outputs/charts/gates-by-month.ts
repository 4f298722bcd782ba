/** On Gates: whom each gate holds, month by month, in the colour of its dimension. */
import { sum } from '../amounts';
import { byCategory } from '../by-category';
import { heldAtEnds } from '../live-months';
import { groupingOf } from '../months';
import type { OutChart } from '../drawing';
import { bindingByMonth } from '../realised';
import { ALL_DIMENSIONS, heldByDimension } from '../dimensions';

export const gatesByMonth: OutChart = {
  name: 'Gates by month',
  sheet: 'gates',
  width: 'wide',
  draw: ({ figures: { results, people } }) => {
    const { realisation } = results;
    const parts = realisation ? heldByDimension(realisation) : [];
    if (!realisation || parts.length === 0) return [];
    const all = sum(parts.flatMap(({ values }) => [...values]));
    const grouping =
      realisation.months.length <= 60
        ? { size: 1 as const, word: 'month' as const, labels: realisation.months.map(monthLabel) }
        : groupingOf(realisation.months);
    const binding = bindingByMonth(realisation);
    const months = ALL_DIMENSIONS.flatMap((dimension) => {
      const count = binding.filter((gate) => gate?.dimension === dimension).length;
      return count === 0 ? [] : [`${dimension} ${String(count)} months`];
    });
    return all.isZero()
      ? []
      : [
          byCategory({
            of: grouping.word,
            labels: grouping.labels,
            cells: '#,##0.0',
            series: parts.map(({ lists, ...part }) => ({
              ...part,
              ...heldAtEnds(results, grouping, part.values, lists),
            })),
            chart: {
              kind: 'stacked columns',
              title: `People held back, by dimension of the gate, each ${grouping.word}`,
              format: people.format,
              legend: true,
              gap: 15,
              overlap: 100,
              description: `Binding gate by month: ${months.join(', ')}.`,
            },
          }),
        ];
  },
};

/** "J 26": short enough for sixty under a chart. */
const monthLabel = (month: string): string => {
  const [year = '', number = '1'] = month.split('-');
  return `${'JFMAMJJASOND'.charAt(Number(number) - 1)} ${year.slice(2)}`;
};
