/** Charts over time: one column or point a period, one series per printed row (or sum of rows). */
import type { NumberValue, SeriesSpec, WrittenValue } from '../workbook/workbook';
import { linkTo, yearLabel, type Drawing, type Unplaced } from './drawing';
import { COLUMN, yearColumn, type Page, type Placed } from './page';

/** A series: its name, its look, and its cell in a column of the grid (null is truly blank). */
export interface TimeSeries extends Pick<SeriesSpec, 'colour' | 'line' | 'labels'> {
  readonly label: string;
  readonly cell: (column: number) => WrittenValue | null;
}

/** A series that is the sum of printed rows. */
export const rowSeries = (
  label: string,
  placed: readonly Placed[],
  look: Omit<TimeSeries, 'label' | 'cell'>,
): TimeSeries => ({
  label,
  cell: (column) => linkTo(placed, column),
  ...look,
});

interface OverTime {
  /** With the baseline year, where there is one. */
  readonly baseline: boolean;
  /** Number format of the plotted cells. */
  readonly cells: string;
  readonly series: readonly TimeSeries[];
  readonly chart: Omit<Unplaced, 'series'>;
}

export function overTime(page: Page, { baseline, cells, series, chart }: OverTime): Drawing {
  return {
    data: {
      headers: ['Year', ...series.map(({ label }) => label)],
      rows: periodsOf(page, baseline).map(({ column, label }) => ({
        label,
        cells: series.map(({ cell }) => cell(column)),
      })),
      format: cells,
    },
    chart: (block) => ({
      ...chart,
      series: series.map(({ label: _label, cell: _cell, ...look }, index) => ({
        name: block.name(index),
        categories: block.categories,
        values: block.values(index),
        ...look,
      })),
    }),
  };
}

/** The periods a chart shows: with the baseline year where there is one and it is wanted. */
export function periodsOf(
  page: Page,
  baseline: boolean,
): readonly { readonly column: number; readonly label: NumberValue }[] {
  const { baselineYear, years } = page.figures;
  const before =
    baseline && baselineYear !== null ? [{ column: COLUMN.baseline as number, label: yearLabel(baselineYear) }] : [];
  return [...before, ...years.map((year, index) => ({ column: yearColumn(index), label: yearLabel(year) }))];
}
