/** What charts over the sheet are drawn from. */
import type { ChartSpec } from '../workbook';

/** The figures of one series, as its cells now hold them; null where a cell holds no number. */
export interface ChartSeries {
  readonly name: string;
  readonly categories: readonly string[];
  readonly values: readonly (number | null)[];
}

/** What a chart is drawn from. `watch` calls back when cells of its sheet change, and gives a way to stop. */
export interface ChartSource {
  readonly spec: ChartSpec;
  readonly read: () => readonly ChartSeries[];
  readonly watch: (changed: () => void) => () => void;
  /** A number as a cell with this format would show it. */
  readonly format: (pattern: string, value: number) => string;
}

/** Where charts stand: whatever draws them, over the sheet that is shown. */
export interface ChartLayer {
  show(sources: readonly ChartSource[]): void;
}
