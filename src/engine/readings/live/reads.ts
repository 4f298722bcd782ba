/** Reading a figure: which cell it is, or which cell of a row it is found in by the counter of the column. */
import { align } from '../../graph/alignment';
import type { Node } from '../../graph/expression';
import { indexOf, type Here } from '../places';
import { CONSTANT_COLUMN, COUNTER_ROW, lastColumn, rowOf, type PlacedBlock } from './layout';
import { rangeText, refText, rowAnchored, type CellRef } from './references';
import { counterText, type Ground, type Sight } from './ground';

type Read = Extract<Node, { kind: 'read' }>;

/** A cell, or a row in which the column is looked up: `by` columns left of the counter's, or by a coarser period. */
export type Found =
  | { readonly kind: 'cell'; readonly cell: CellRef }
  | { readonly kind: 'earlier'; readonly row: number; readonly at: PlacedBlock; readonly by: number }
  | { readonly kind: 'within'; readonly row: number; readonly at: PlacedBlock; readonly by: number };

/** Where a figure stands that is read from here. */
export function find(node: Read, here: Here, ground: Sight): Found {
  const at = ground.placeOf(node.block);
  const ways = align(node.block, node.places, [...here.keys()]);
  const members = ways.map((where) => {
    const member = where.axis === at.period ? 0 : indexOf(where, here);
    if (member < 0 || member >= where.axis.size) throw new Error(`${node.block.name} is read where it has no member`);
    return member;
  });
  const row = rowOf(at, members);
  const along = ways.find((where) => where.axis === at.period);
  const cell = (column: CellRef['column']): Found => ({ kind: 'cell', cell: { sheet: at.grid.sheet, column, row } });
  if (!along) return cell({ at: CONSTANT_COLUMN });
  const own = ground.period !== null && !ground.summed.includes(ground.period) ? ground.period : null;
  switch (along.kind) {
    case 'fixed':
      return cell({ at: at.grid.firstColumn + along.member });
    case 'same':
      return along.axis === own
        ? cell({ by: along.by })
        : cell({ at: at.grid.firstColumn + (here.get(along.axis) ?? 0) + along.by });
    case 'lagged': {
      const by = (here.get(along.back) ?? 0) - along.by;
      return by === 0 ? cell({ by: 0 }) : { kind: 'earlier', row, at, by };
    }
    case 'gather':
      return along.from === own
        ? { kind: 'within', row, at, by: along.by }
        : cell({ at: at.grid.firstColumn + (along.map[here.get(along.from) ?? 0] ?? -1) + along.by });
  }
}

/** All figures of a row, from its first period to its last. */
export function wholeRow(row: number, { grid }: PlacedBlock, home: string): string {
  const cell = (column: number): CellRef => ({ sheet: grid.sheet, column: { at: column }, row });
  return rangeText(cell(grid.firstColumn), cell(lastColumn(grid)), home);
}

/**
 * The text of a read. Looking back by a number of the method is `IF(counter > lag, INDEX(row, counter − lag), 0)`: one
 * formula for every period, and nothing before the first. A year's figure in a month is found by the year's number.
 */
export function readText(node: Read, here: Here, ground: Ground): string {
  const found = find(node, here, ground);
  const home = ground.home.sheet;
  if (found.kind === 'cell') return refText(found.cell, home);
  const { axis, start } = found.at.grid;
  const counter = counterText(axis, here, ground);
  if (!counter) throw new Error(`${node.block.name} is read along ${axis.name}, which the columns do not count`);
  const range = wholeRow(found.row, found.at, home);
  const places = (steps: number): string => {
    if (steps === 0) return '';
    const size = Math.abs(steps) === 1 ? '1' : ground.constant(String(Math.abs(steps)));
    return `${steps < 0 ? '-' : '+'}${size}`;
  };
  const place = `${counter.text}${places(1 - start - (found.kind === 'earlier' ? found.by : -found.by))}`;
  if (found.kind === 'within') return `INDEX(${range},${place})`;
  const from = start + found.by;
  const first = ['0', '1'].includes(String(from)) ? String(from) : ground.constant(String(from));
  return `IF(${counter.text}<${first},0,INDEX(${range},${place}))`;
}

/**
 * A row later by a figure: `SUMIF(counters, MIN(counter − lag, last counter), row)`. Before the row begins there is no such
 * counter, and nothing is added; after it ends the last stands.
 */
export function laterText(
  { of, along }: Extract<Node, { kind: 'later' }>,
  here: Here,
  ground: Ground,
  by: string,
): string {
  const counter = counterText(along, here, ground);
  if (of.node.kind !== 'read' || !counter || along !== ground.period)
    throw new Error(`what is later along ${along.name} does not stand along the columns`);
  const found = find(of.node, here, ground);
  if (found.kind !== 'cell') throw new Error(`${of.node.block.name} is not read along ${along.name}`);
  const at = ground.placeOf(of.node.block);
  const [first, last] = [at.grid.firstColumn, lastColumn(at.grid)].map((column) =>
    rowAnchored({ sheet: at.grid.sheet, column: { at: column }, row: COUNTER_ROW }, at.grid.sheet),
  );
  const row = wholeRow(found.cell.row, at, ground.home.sheet);
  return `SUMIF(${first ?? ''}:${last ?? ''},MIN(${counter.text}-${by},${last ?? ''}),${row})`;
}
