/** The four dimensions of value realisation, each with one colour and letter through every table and chart. */
import type { Dimension } from '../engine/realisation-assumptions';
import type { Realisation } from '../engine/realisation-results';
import { COLOURS } from '../workbook/looks';
import type { StyleName } from '../workbook/workbook';
import { sum, ZERO, type Amount } from './amounts';
import { COLUMN, type Page } from './page';
import { heldAt, listsHeldAt } from './realised';

interface DimensionLook {
  readonly letter: string;
  readonly colour: string;
  /** A cell that names it, and a month in which it binds. */
  readonly named: StyleName;
  readonly binds: StyleName;
}

export const DIMENSION_LOOKS: Readonly<Record<Dimension, DimensionLook>> = {
  resources: { letter: 'R', colour: COLOURS.resources, named: 'ofResources', binds: 'bindsResources' },
  process: { letter: 'P', colour: COLOURS.process, named: 'ofProcess', binds: 'bindsProcess' },
  value: { letter: 'V', colour: COLOURS.value, named: 'ofValue', binds: 'bindsValue' },
  attention: { letter: 'A', colour: COLOURS.attention, named: 'ofAttention', binds: 'bindsAttention' },
};

/** In the order in which the waterfall closes them; value last. */
export const ALL_DIMENSIONS: readonly Dimension[] = ['resources', 'process', 'attention', 'value'];

/** A dimension of the results, which name it as text. */
export const dimensionOf = (name: string): Dimension => ALL_DIMENSIONS.find((each) => each === name) ?? 'process';

/** Gives the second key of a line the colour of its dimension. */
export function paintDimension(page: Page, row: number, dimension: Dimension): void {
  const at = page.cells.findIndex((cell) => cell.row === row && cell.column === COLUMN.member);
  const cell = page.cells[at];
  if (cell) page.cells[at] = { ...cell, style: DIMENSION_LOOKS[dimension].named, indent: 1 };
}

/** People held back by the gates of a dimension, month by month. */
export interface HeldByDimension {
  readonly label: Dimension;
  readonly colour: string;
  readonly values: readonly Amount[];
  /** The lists that they are the sum of. */
  readonly lists: readonly (readonly string[])[];
}

/** Each dimension's people; those that hold nobody are left out. */
export const heldByDimension = (realisation: Realisation): readonly HeldByDimension[] =>
  ALL_DIMENSIONS.flatMap((label) => {
    const mine = realisation.gates.filter((gate) => gate.dimension === label);
    const held = mine.map(({ gate }) => heldAt(realisation, gate));
    const lists = mine.flatMap(({ gate }) => listsHeldAt(realisation, gate));
    const values = realisation.months.map((_, month) => sum(held.map((list) => list[month] ?? ZERO)));
    return values.every((people) => people.isZero())
      ? []
      : [{ label, colour: DIMENSION_LOOKS[label].colour, values, lists }];
  });
