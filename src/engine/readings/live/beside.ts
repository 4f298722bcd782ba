/** What stands beside the figures: which quantities use a block, and the periods along the columns. */
import type { Block } from '../../graph/quantity';
import { readsOf } from '../depends';
import type { LivePeriod } from './document';
import type { Grid } from './layout';
import type { Part } from './request';

export function usersOf(parts: readonly Part[]): ReadonlyMap<Block, readonly string[]> {
  const users = new Map<Block, string[]>();
  for (const { block, formula } of parts)
    for (const read of formula ? readsOf(formula) : [])
      if (read !== block) users.set(read, [...(users.get(read) ?? []), block.name]);
  return users;
}

export const periodsOf = (grid: Grid): readonly LivePeriod[] =>
  grid.axis.members.map((label, index) => ({
    column: grid.firstColumn + index,
    label,
    counter: grid.start + index,
    year: grid.within ? (grid.within.map[index] ?? -1) + grid.within.start : null,
  }));
