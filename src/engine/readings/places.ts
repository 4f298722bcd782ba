/** Where a formula reads, for readings that walk a formula at one place: members found as the exact reading finds them. */
import { align, decidedBy, memberFrom, memberOf, type Where } from '../graph/alignment';
import { membersBy, type Axis, type Link } from '../graph/axis';
import type { Placement } from '../graph/expression';
import type { Block } from '../graph/quantity';

/** The current member (by index) of each axis that a formula stands on. */
export type Here = ReadonlyMap<Axis, number>;

/** Members of a read block, in its own order of axes; null where a lagged reading lies before the first period. */
export function membersRead(block: Block, places: readonly Placement[], here: Here): readonly number[] | null {
  const members = align(block, places, [...here.keys()]).map((where) => indexOf(where, here));
  return members.some((member) => member < 0) ? null : members;
}

/** The member that a way leads to here; below 0 where it leads before the first. */
export function indexOf(where: Where, here: Here): number {
  switch (where.kind) {
    case 'fixed':
      return where.member;
    case 'lagged':
      return (here.get(where.axis) ?? 0) - (here.get(where.back) ?? 0) + where.by;
    default:
      return memberFrom(where, here.get(decidedBy(where)) ?? 0);
  }
}

/** The current member of an axis, on the axis itself or by links. */
export const memberHere = (axis: Axis, here: Here): number => indexOf(memberOf(axis, [...here.keys()]), here);

/** The members that a sum runs over at this place. */
export function membersSummed(over: Axis, per: readonly Link[], here: Here): readonly number[] {
  const list = per.reduce((at, via) => at * via.to.size + memberHere(via.to, here), 0);
  return listsOf(over, per)[list] ?? [];
}

const lists = new WeakMap<readonly Link[], ReturnType<typeof membersBy>>();

/** Members by the links of one sum: the same for every cell of its block. */
function listsOf(over: Axis, per: readonly Link[]): ReturnType<typeof membersBy> {
  const made = lists.get(per) ?? membersBy(over, per);
  lists.set(per, made);
  return made;
}
