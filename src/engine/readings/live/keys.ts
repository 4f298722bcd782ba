/**
 * Sums over scattered rows: every row that is added carries the number of the row it belongs to in a column right of
 * the grid, and that row its own number, so that one short SUMIF adds them. Ranges are used wherever a few of them do.
 */
import type { Node } from '../../graph/expression';
import type { Block } from '../../graph/quantity';
import type { Here } from '../places';
import { keyColumn, rowMembers, type PlacedBlock } from './layout';
import { rangesOf, sameColumn, type CellRef } from './references';
import { cellOf, keyedText, termsOf } from './sums';
import type { Ground, Sight } from './ground';

type Sum = Extract<Node, { kind: 'sum' }>;

/** More ranges than this in one SUM are hard to read. */
const MOST_RANGES = 6;

/** How one sum of a block finds its rows. */
interface Plan {
  readonly column: number;
  readonly sheet: string;
  readonly first: number;
  readonly last: number;
  readonly figure: CellRef['column'];
}

/** The numbers of rows, handed out as sums ask for them. */
export class Keys {
  private readonly plans = new Map<Block, Map<Sum, Plan | null>>();
  /** By sheet and column. */
  private readonly taken = new Map<string, Map<number, ReadonlyMap<number, number>>>();

  /** The SUMIF of a row; null where ranges are short enough, or a row belongs to several. */
  text(at: PlacedBlock, node: Sum, row: number, ground: Ground): string | null {
    const mine = this.plans.get(at.block) ?? new Map<Sum, Plan | null>();
    this.plans.set(at.block, mine);
    let plan = mine.get(node);
    if (plan === undefined) mine.set(node, (plan = this.plan(at, node, ground)));
    return plan && keyedText(plan.column, plan, row, ground.home.sheet);
  }

  /** The numbers that a row carries, by column. */
  of(sheet: string, row: number): ReadonlyMap<number, number> {
    const found = new Map<number, number>();
    for (const [column, rows] of this.taken.get(sheet) ?? []) {
      const number = rows.get(row);
      if (number !== undefined) found.set(column, number);
    }
    return found;
  }

  private plan(at: PlacedBlock, node: Sum, ground: Sight): Plan | null {
    const home = at.grid.sheet;
    const found = new Map<number, number>();
    let [pieces, figure, clear] = [0, null as CellRef['column'] | null, true];
    for (let row = 0; row < at.rows && clear; row += 1) {
      const cells = cellsOf(at, node, row, ground);
      if (cells === null) return null;
      pieces = Math.max(pieces, rangesOf(cells, home).length);
      for (const cell of cells) {
        figure ??= cell.column;
        clear &&= cell.sheet === home && sameColumn(cell.column, figure) && !found.has(cell.row);
        found.set(cell.row, row + 1);
      }
    }
    if (pieces <= MOST_RANGES || !clear || figure === null) return null;
    const own = Array.from({ length: at.rows }, (_, row) => [at.band + 1 + row, row + 1] as const);
    if (own.some(([row]) => found.has(row))) return null;
    const numbers = new Map([...found, ...own]);
    const rows = [...found.keys()];
    return { column: this.give(at, numbers), sheet: home, first: Math.min(...rows), last: Math.max(...rows), figure };
  }

  /** The first column in which none of these rows, nor any between them, has a number yet. */
  private give(at: PlacedBlock, numbers: ReadonlyMap<number, number>): number {
    const [first, last] = [Math.min(...numbers.keys()), Math.max(...numbers.keys())];
    const columns = this.taken.get(at.grid.sheet) ?? new Map<number, ReadonlyMap<number, number>>();
    this.taken.set(at.grid.sheet, columns);
    for (let index = 0; ; index += 1) {
      const column = keyColumn(at.grid, index);
      const held = columns.get(column) ?? [];
      if ([...held].some(([row]) => row >= first && row <= last)) continue;
      columns.set(column, new Map([...held, ...numbers]));
      return column;
    }
  }
}

/** What one row of a block adds; null where that is more than cells. */
function cellsOf(at: PlacedBlock, node: Sum, row: number, ground: Sight): readonly CellRef[] | null {
  const members = rowMembers(at, row);
  const here: Here = new Map([
    ...at.rowAxes.map((axis, k) => [axis, members[k] ?? 0] as const),
    ...(at.period ? [[at.period, 0] as const] : []),
  ]);
  try {
    const cells = termsOf(node, here).map((term) => cellOf(term, ground));
    return cells.every((cell) => cell !== null) ? cells : null;
  } catch {
    return null;
  }
}

/** The rows of its own sheet that one row of a block adds; null where it adds anything else. */
export function summedRows(
  at: PlacedBlock,
  node: Sum,
  row: number,
  placed: ReadonlyMap<Block, PlacedBlock>,
): readonly number[] | null {
  const ground: Sight = {
    period: at.period,
    placeOf: (block) => {
      const there = placed.get(block);
      if (!there) throw new Error(`${block.name} is not written`);
      return there;
    },
    summed: [],
  };
  const cells = cellsOf(at, node, row, ground);
  return cells?.every(({ sheet }) => sheet === at.grid.sheet) ? cells.map((cell) => cell.row) : null;
}
