/** Ranges that are found from a range: what it shares with another, and where Ctrl and an arrow lead. */
import { ALL, overlap, parseAddress, type Box } from '../address';
import { cellAt, type Area } from '../book';
import type { Thing } from '../thing';
import { refuse, text } from '../wire';
import { areaOf } from './range';

const STEPS: Readonly<Record<string, readonly [down: number, along: number]>> = {
  Up: [-1, 0],
  Down: [1, 0],
  Left: [0, -1],
  Right: [0, 1],
};

/** From a cell that holds something to the last of those beside it that do; else to the next that does, or the end of the sheet. */
function edge({ sheet, box }: Area, direction: string): Box {
  const step = STEPS[direction];
  if (step === undefined) throw refuse.argument();
  let [row, column] = [box.top, box.left];
  const [down, along] = step;
  const isInside = (r: number, c: number): boolean => r >= 1 && c >= 1 && r <= ALL.bottom && c <= ALL.right;
  const holds = (r: number, c: number): boolean => (cellAt(sheet, r, c)?.held ?? null) !== null;
  const isRun = holds(row, column) && holds(row + down, column + along);
  while (isInside(row + down, column + along)) {
    if (isRun && !holds(row + down, column + along)) break;
    [row, column] = [row + down, column + along];
    if (!isRun && holds(row, column)) break;
  }
  return { top: row, bottom: row, left: column, right: column };
}

const around = (a: Box, b: Box): Box => ({
  top: Math.min(a.top, b.top),
  left: Math.min(a.left, b.left),
  bottom: Math.max(a.bottom, b.bottom),
  right: Math.max(a.right, b.right),
});

export function beside(area: Area, sub: (box: Box) => Thing): Thing['methods'] {
  const { sheet, box } = area;
  const shared = (other: unknown): Thing | null => {
    const both = overlap(box, typeof other === 'string' ? parseAddress(other).box : areaOf(other).box);
    return both === null ? null : sub(both);
  };
  /** Where the range has several cells, the one that is active says where to go from. */
  const from = (active: unknown): Area => {
    const start = active === undefined || active === null ? box : areaOf(active).box;
    return { sheet, box: { ...start, bottom: start.top, right: start.left } };
  };
  return {
    GetIntersectionOrNullObject: shared,
    GetIntersection: (other) => {
      const found = shared(other);
      if (found === null) throw refuse.missing();
      return found;
    },
    GetRangeEdge: (direction, active) => sub(edge(from(active), text(direction))),
    GetExtendedRange: (direction, active) => sub(around(box, edge(from(active), text(direction)))),
  };
}
