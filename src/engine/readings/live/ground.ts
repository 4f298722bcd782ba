/** What formulas of a live model are written from: the sheet they stand on, and where everything else stands. */
import { memberOf } from '../../graph/alignment';
import type { Axis } from '../../graph/axis';
import type { Node } from '../../graph/expression';
import type { Block } from '../../graph/quantity';
import type { Here } from '../places';
import { COUNTER_ROW, YEAR_ROW, type Grid, type PlacedBlock } from './layout';
import { rowAnchored } from './references';

/** What a formula is written from: the sheet it stands on, and where everything else stands. */
export interface Ground {
  readonly home: Grid;
  /** The axis along the columns of the row; null where the row has one figure. */
  readonly period: Axis | null;
  readonly placeOf: (block: Block) => PlacedBlock;
  /** A reference to a cell that holds this number of the method. */
  readonly constant: (value: string) => string;
  /** A reference to the row that says which periods are of a class (1) and which are not (0). */
  readonly flag: (pattern: string, name: string) => string;
  /** The column in which rows are numbered for a sum over scattered rows; null where ranges do. */
  readonly keys: (node: Extract<Node, { kind: 'sum' }>) => string | null;
  /** Periods that one formula must serve; several where differences between them are written as flags. */
  readonly serves: readonly number[];
  /** Axes along the columns that a sum runs over: their members are cells of their own. */
  readonly summed: readonly Axis[];
}

/** As much of it as says where a figure stands. */
export type Sight = Pick<Ground, 'period' | 'placeOf' | 'summed'>;

/** The cell that counts the periods of an axis in the current column, and what it shows in the first. */
export function counterText(
  axis: Axis,
  here: Here,
  { home, period, summed }: Ground,
): { readonly text: string; readonly start: number } | null {
  if (period === null || summed.includes(period)) return null;
  const where = memberOf(axis, [...here.keys()], axis.name);
  const cell = (row: number): string => rowAnchored({ sheet: home.sheet, column: { by: 0 }, row }, home.sheet);
  if (where.kind === 'same') return axis === period ? { text: cell(COUNTER_ROW), start: home.start } : null;
  if (where.from !== period || home.within?.axis !== axis) return null;
  return { text: cell(YEAR_ROW), start: home.within.start };
}
