/**
 * Layout of a live model: one block of rows for each quantity, in the order in which the model is read; a row for each
 * coordinate, a column for each period. Years have one sheet, and any finer periods (months) a sheet of their own; on
 * each the same period stands in the same column in every block.
 */
import { membersIn, type Axis } from '../../graph/axis';
import type { Block } from '../../graph/quantity';

/** Columns of the grid: constants in E, a baseline year in F (always kept free for it), period 1 in G. */
export const CONSTANT_COLUMN = 5;
export const BASELINE_COLUMN = 6;
export const FIRST_PERIOD_COLUMN = 7;
/** The row that counts periods (0 for a baseline year, 1 for period 1 …). */
export const COUNTER_ROW = 6;
/** On a sheet of finer periods: the number of the year that each belongs to. */
export const YEAR_ROW = 7;

/** One sheet of a live model: the periods along its columns. */
export interface Grid {
  readonly sheet: string;
  readonly axis: Axis;
  readonly firstColumn: number;
  /** Rows from here hold blocks. */
  readonly firstRow: number;
  /** What the counter shows in the first period: 0 where that is a baseline year. */
  readonly start: number;
  /** The coarser periods that these belong to, counted in {@link YEAR_ROW}. */
  readonly within: { readonly axis: Axis; readonly map: readonly number[]; readonly start: number } | null;
}

/** Where a block stands. */
export interface PlacedBlock {
  readonly block: Block;
  readonly grid: Grid;
  /** The band row with title, unit and words; its figures begin on the next row. */
  readonly band: number;
  readonly rowAxes: readonly Axis[];
  readonly period: Axis | null;
  readonly rows: number;
}

/** The period axis of a block that runs along the columns: years, or months. */
export const periodOf = (block: Pick<Block, 'axes'>): Axis | null => block.axes.find((axis) => axis.period) ?? null;

/** The grid of the years. */
export const yearGrid = (sheet: string, axis: Axis, baseline: boolean): Grid => ({
  sheet,
  axis,
  firstColumn: baseline ? BASELINE_COLUMN : FIRST_PERIOD_COLUMN,
  firstRow: COUNTER_ROW + 1,
  start: baseline ? 0 : 1,
  within: null,
});

/** The grid of finer periods. */
export function fineGrid(sheet: string, axis: Axis, years: Grid): Grid {
  const up = axis.links.find((link) => link.to === years.axis);
  return {
    sheet,
    axis,
    firstColumn: FIRST_PERIOD_COLUMN,
    firstRow: YEAR_ROW + 1,
    start: 1,
    within: up ? { axis: years.axis, map: up.map, start: years.start } : null,
  };
}

export const lastColumn = ({ firstColumn, axis }: Grid): number => firstColumn + axis.size - 1;

/** Lays a block below a row. */
export function place(block: Block, grid: Grid, band: number): PlacedBlock {
  const period = periodOf(block);
  const rowAxes = block.axes.filter((axis) => axis !== period);
  const rows = rowAxes.reduce((product, axis) => product * axis.size, 1);
  return { block, grid, band, rowAxes, period, rows };
}

/** The row after a block and the blank row below it. */
export const below = ({ band, rows }: PlacedBlock): number => band + rows + 2;

/** Sheet row of a figure, from its members in the block's own order. */
export function rowOf(at: PlacedBlock, members: readonly number[]): number {
  const index = at.block.axes.reduce(
    (row, axis, k) => (axis === at.period ? row : row * axis.size + (members[k] ?? 0)),
    0,
  );
  return at.band + 1 + index;
}

/** Members of each row of a block along its row axes. */
export const rowMembers = ({ rowAxes }: PlacedBlock, row: number): readonly number[] => membersIn(rowAxes, row);

/** Notes stand right of the periods, in L or beyond; numbers of rows, for sums over scattered rows, right of them. */
export const noteColumn = (grid: Grid): number => Math.max(lastColumn(grid) + 1, 12);
export const keyColumn = (grid: Grid, index: number): number => noteColumn(grid) + 2 + index;
