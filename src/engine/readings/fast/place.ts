/** Where a formula stands while it is compiled: for each axis of its context, the loop that runs over it, or one member. */
import type { Where } from '../../graph/alignment';
import type { Axis } from '../../graph/axis';
import type { Index, Loop } from './code';
import { fixedIndex, onLoop, plus } from './index';

/** The members of an axis that are meant, and how the current one is found. */
export interface Bound {
  readonly members: readonly number[];
  /** Null: the axis stands on its one member. */
  readonly loop: Loop | null;
  /** The member is the number of the loop, and so many more. */
  readonly ahead: number;
}

export interface Place {
  readonly context: readonly Axis[];
  /** Axes that are not here yet are still open: any member. */
  readonly bounds: ReadonlyMap<Axis, Bound>;
  /** Loops that this place is within. */
  readonly depth: number;
  /** A branch is decided by what is computed here: nothing must be exactly nothing. */
  readonly careful: boolean;
}

export const onMember = (member: number): Bound => ({ members: [member], loop: null, ahead: 0 });
export const along = (loop: Loop, members: readonly number[]): Bound => ({ members, loop, ahead: 0 });

/** The place with one more axis bound (again, where a sum runs over an axis of the block). */
export function within(place: Place, axis: Axis, bound: Bound): Place {
  return {
    context: place.context.includes(axis) ? place.context : [...place.context, axis],
    bounds: new Map(place.bounds).set(axis, bound),
    depth: place.depth + (bound.loop ? 1 : 0),
    careful: place.careful,
  };
}

/** A number for the current member of an axis. */
export function numberFor(place: Place, axis: Axis, of: (member: number) => number): Index {
  const bound = place.bounds.get(axis);
  if (!bound) throw new Error(`${axis.name} is not bound`);
  const { loop, ahead } = bound;
  if (!loop) return fixedIndex(of(bound.members[0] ?? 0));
  return onLoop(loop, (number) => of(number + ahead));
}

/** The member at which an axis is read. */
export function memberAt(place: Place, where: Where): Index {
  switch (where.kind) {
    case 'fixed':
      return fixedIndex(where.member);
    case 'same':
      return numberFor(place, where.axis, (member) => member + where.by);
    case 'gather':
      return numberFor(place, where.from, (member) => Math.max(0, (where.map[member] ?? -1) + where.by));
    case 'lagged':
      return plus(
        numberFor(place, where.axis, (member) => member + where.by),
        numberFor(place, where.back, (member) => member),
        -1,
      );
  }
}

/** The place where an axis is open again, as inside a sum over it. */
export function openAt(place: Place, axis: Axis): Place {
  const bounds = new Map(place.bounds);
  bounds.delete(axis);
  return { ...place, context: place.context.includes(axis) ? place.context : [...place.context, axis], bounds };
}
