/**
 * Layout of a live model: one block of rows for each quantity, in the order in which the model is read; a row for each
 * coordinate, a column for each period. The same period stands in the same column in every block.
 */
import type { Axis } from '../../graph/axis';
import type { Block } from '../../graph/quantity';

/** Columns of the grid: constants in E, a baseline year in F (always kept free for it), year 1 in G. */
export const CONSTANT_COLUMN = 5;
export const BASELINE_COLUMN = 6;
export const FIRST_YEAR_COLUMN = 7;
/** The row that counts periods (0 for the baseline, 1 for year 1 …), and the first row below the headers. */
export const COUNTER_ROW = 6;
export const FIRST_ROW = 7;
/** Excel's own limit of rows is far higher; nobody reads more than this. */
export const MOST_ROWS = 60000;

/** Where a block stands. */
export interface PlacedBlock {
  readonly block: Block;
  /** The band row with title, unit and words; its figures begin on the next row. */
  readonly band: number;
  readonly rowAxes: readonly Axis[];
  readonly period: Axis | null;
  readonly rows: number;
}

/** The period axis of a block that runs along the columns: the model's years. */
export const periodOf = (block: Block): Axis | null => block.axes.find((axis) => axis.period) ?? null;

/** Lays blocks one under another with a blank row between. */
export function layOut(
  blocks: readonly Block[],
  from: number,
): { readonly placed: ReadonlyMap<Block, PlacedBlock>; readonly next: number } {
  const placed = new Map<Block, PlacedBlock>();
  let band = from;
  for (const block of blocks) {
    const period = periodOf(block);
    const rowAxes = block.axes.filter((axis) => axis !== period);
    const rows = rowAxes.reduce((product, axis) => product * axis.size, 1);
    placed.set(block, { block, band, rowAxes, period, rows });
    band += rows + 2;
  }
  return { placed, next: band };
}

/** Sheet row of a figure, from its members in the block's own order. */
export function rowOf(at: PlacedBlock, members: readonly number[]): number {
  const index = at.block.axes.reduce(
    (row, axis, k) => (axis === at.period ? row : row * axis.size + (members[k] ?? 0)),
    0,
  );
  return at.band + 1 + index;
}

/** Members of each row of a block along its row axes. */
export function rowMembers({ rowAxes }: PlacedBlock, row: number): readonly number[] {
  const members: number[] = [];
  let left = row;
  for (const axis of [...rowAxes].reverse()) {
    members.unshift(left % axis.size);
    left = Math.floor(left / axis.size);
  }
  return members;
}

/** Letters of a column: 7 is G. */
export function columnName(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return (rest > 0 ? columnName(rest) : '') + String.fromCharCode(65 + ((column - 1) % 26));
}

/** The column of a period. Without a baseline year column F stays empty. */
export const periodColumn = (period: number, baseline: boolean): number =>
  period + (baseline ? BASELINE_COLUMN : FIRST_YEAR_COLUMN);
