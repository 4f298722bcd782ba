/**
 * Alignment: where in a block a formula reads, given the axes it stands on. The rules are the same in
 * every reading: the current member of the same axis, a placement that the formula names, or the member
 * to which the current member of a finer axis belongs.
 */
import type { Axis, Link } from './axis';
import type { Placement } from './expression';
import type { Block } from './quantity';

/** How one axis of a read block is found. */
export type Where =
  | { readonly kind: 'same'; readonly axis: Axis; readonly by: number }
  | { readonly kind: 'fixed'; readonly axis: Axis; readonly member: number }
  /** Follow the links one after another from the current member of `from`. `map` is the whole way. */
  | {
      readonly kind: 'gather';
      readonly axis: Axis;
      readonly from: Axis;
      readonly map: readonly number[];
      readonly by: number;
    }
  | { readonly kind: 'lagged'; readonly axis: Axis; readonly back: Axis; readonly by: number };

/** A way by which the current member of one axis says which member of another is read. */
type ByMember = Extract<Where, { kind: 'same' | 'gather' }>;

/** The axis whose current member says so. */
export const decidedBy = (where: ByMember): Axis => (where.kind === 'gather' ? where.from : where.axis);

/** The member that is read, from a member of that axis; below 0: none. */
export const memberFrom = (where: ByMember, member: number): number =>
  (where.kind === 'gather' ? (where.map[member] ?? -1) : member) + where.by;

/** The ways of all axes of a block, in the block's own order. Throws where an axis cannot be found, or in two ways. */
export function align(block: Block, places: readonly Placement[], context: readonly Axis[]): readonly Where[] {
  return block.axes.map((axis) =>
    whereOf(
      block,
      axis,
      places.filter((place) => place.axis === axis),
      context,
    ),
  );
}

/** Where the current member of an axis is found: on the axis itself, or by the links of an axis of the context. */
export function memberOf(axis: Axis, context: readonly Axis[], name = axis.name): ByMember {
  if (context.includes(axis)) return { kind: 'same', axis, by: 0 };
  return { kind: 'gather', axis, by: 0, ...reach(axis, context, name) };
}

function whereOf(block: Block, axis: Axis, places: readonly Placement[], context: readonly Axis[]): Where {
  let by = 0;
  let via: Link | null = null;
  let back: Axis | null = null;
  for (const place of places) {
    if (place.kind === 'fixed') return { kind: 'fixed', axis, member: place.member };
    if (place.kind === 'lagged') back = place.by;
    if (place.kind === 'shift') by += place.by;
    if (place.kind === 'via') via = place.link;
  }
  if (back) return { kind: 'lagged', axis, back, by };
  if (via) return { kind: 'gather', axis, by, ...composed(reach(via.from, context, block.name), via) };
  return { ...memberOf(axis, context, block.name), by };
}

interface Way {
  readonly from: Axis;
  readonly map: readonly number[];
}

const longer = new WeakMap<Way, Map<Link, Way>>();

/** A way and one link more; made once, since it is as long as its axis and is asked for at every cell. */
function composed(way: Way, next: Link): Way {
  const held = longer.get(way) ?? new Map<Link, Way>();
  longer.set(way, held);
  const made = held.get(next) ?? {
    from: way.from,
    map: way.map.map((member) => (member < 0 ? -1 : (next.map[member] ?? -1))),
  };
  held.set(next, made);
  return made;
}

/** The shortest way from an axis of the context to the one that is wanted, along the links. */
function find(target: Axis, context: readonly Axis[], name: string): Way {
  let ways: Way[] = context.map((from) => ({ from, map: from.members.map((_, member) => member) }));
  let ends: Axis[] = [...context];
  for (let hops = 0; hops <= 3; hops += 1) {
    const hits = ways.filter((_, index) => ends[index] === target);
    const hit = hits[0];
    if (hits.length > 1)
      throw new Error(
        `${name}: ${target.name} can be reached in two ways from ${context.map((a) => a.name).join(', ')}`,
      );
    if (hit) return hit;
    const further = ways.flatMap((way, index) =>
      (ends[index]?.links ?? []).map((next) => ({ way: composed(way, next), end: next.to })),
    );
    ways = further.map((step) => step.way);
    ends = further.map((step) => step.end);
  }
  throw new Error(`${name}: no way to ${target.name} from ${context.map((a) => a.name).join(', ') || 'nothing'}`);
}

const numbers = new WeakMap<Axis, number>();
let counted = 0;
const known = new WeakMap<Axis, Map<string, Way>>();

/** A number for each axis, to recognise the same context again. */
function numberOf(axis: Axis): number {
  const held = numbers.get(axis);
  if (held !== undefined) return held;
  counted += 1;
  numbers.set(axis, counted);
  return counted;
}

/** The way to an axis; found once for each context, since a live model asks for it at every cell. */
function reach(target: Axis, context: readonly Axis[], name: string): Way {
  const held = known.get(target) ?? new Map<string, Way>();
  known.set(target, held);
  const key = context.map(numberOf).join(' ');
  const way = held.get(key) ?? find(target, context, name);
  held.set(key, way);
  return way;
}
