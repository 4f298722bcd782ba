/** The figures of a chart, read from the cells its series name. */
import { numfmt } from '@univerjs/core';
import type { ChartSpec, RangeSpec } from '../workbook';
import type { ChartSeries } from './chart-source';
import type { SheetCells } from './sheet-cells';

/** The places of a range, row by row. */
function places(range: RangeSpec): readonly (readonly [number, number])[] {
  const found: (readonly [number, number])[] = [];
  for (let row = range.from[0]; row <= range.to[0]; row += 1) {
    for (let column = range.from[1]; column <= range.to[1]; column += 1) found.push([row, column]);
  }
  return found;
}

/** Every series with what its cells now hold. */
export const seriesOf = (spec: ChartSpec, cells: SheetCells): readonly ChartSeries[] =>
  spec.series.map((series) => ({
    name: places(series.name)
      .map(([row, column]) => cells.text(row, column))
      .join(' ')
      .trim(),
    categories: places(series.categories).map(([row, column]) => cells.text(row, column)),
    values: places(series.values).map(([row, column]) => {
      const { value } = cells.cell(row, column);
      return typeof value === 'number' ? value : null;
    }),
  }));

/** A number as a cell with this format would show it; a format that cannot be read shows the number. */
export function numberText(pattern: string, value: number): string {
  try {
    return numfmt.format(pattern, value, { throws: true });
  } catch {
    return String(value);
  }
}
