/** Charts over categories that are no years: periods of months, gates, tasks, activities, steps. */
import type { SeriesSpec, WrittenValue } from '../workbook/workbook';
import { inCell, type Amount } from './amounts';
import type { Drawing, Unplaced } from './drawing';

/** A series: its name, its look, and a value for each category. */
export interface CategorySeries extends Pick<SeriesSpec, 'colour' | 'line' | 'labels'> {
  readonly label: string;
  readonly values: readonly Amount[];
  /** The same as they are written, where they are links. */
  readonly cells?: readonly WrittenValue[];
}

interface ByCategory {
  /** What the categories are: the header of their column. */
  readonly of: string;
  readonly labels: readonly string[];
  readonly series: readonly CategorySeries[];
  /** Number format of the plotted cells. */
  readonly cells: string;
  readonly chart: Omit<Unplaced, 'series'>;
}

export function byCategory({ of, labels, series, cells, chart }: ByCategory): Drawing {
  return {
    data: {
      headers: [of, ...series.map(({ label }) => label)],
      rows: labels.map((label, index) => ({
        label,
        cells: series.map(({ values, cells: written }) => {
          const value = values[index];
          return value === undefined ? null : (written?.[index] ?? inCell(value));
        }),
      })),
      format: cells,
    },
    chart: (block) => ({
      ...chart,
      series: series.map(({ label: _label, values: _values, cells: _cells, ...look }, index) => ({
        name: block.name(index),
        categories: block.categories,
        values: block.values(index),
        ...look,
      })),
    }),
  };
}
