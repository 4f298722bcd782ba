/** How far from its own place a block reads others along an axis: what an order of evaluation is found from. */
import { align, decidedBy, memberFrom, memberOf, type Where } from '../../graph/alignment';
import { membersBy, type Axis } from '../../graph/axis';
import type { Expression, Node } from '../../graph/expression';
import type { Block } from '../../graph/quantity';
import { partsOf } from '../depends';
import { branchesAt } from './branches';
import { asSum } from './later';
import { openAt, type Place } from './place';

/** Members ahead (or, below 0, behind) at which another block may be read. */
interface Reach {
  readonly least: number;
  readonly most: number;
}

/** A read, and the place it stands at (axes of sums are open there). */
export interface ReadAt {
  readonly block: Block;
  readonly ways: readonly Where[];
  readonly place: Place;
  /** Axes that sums run over. */
  readonly summed: ReadonlySet<Axis>;
}

/** Every read of a formula that the place allows. */
export function readsAt(
  expression: Expression,
  place: Place,
  summed: ReadonlySet<Axis> = new Set(),
): readonly ReadAt[] {
  const { node } = expression;
  if (node.kind === 'read')
    return [{ block: node.block, ways: align(node.block, node.places, place.context), place, summed }];
  if (node.kind === 'later') return readsAt(asSum(node), place, summed);
  if (node.kind === 'sum') return readsAt(node.of, summedAt(node, place), new Set([...summed, node.over]));
  const parts = node.kind === 'cases' ? branchesAt(node, place) : partsOf(expression);
  return parts.flatMap((part) => readsAt(part, place, summed));
}

const ANYWHERE: Reach = { least: -Infinity, most: Infinity };

/** How far a read goes along an axis; what is never read lies before and behind. */
export function reachOf({ ways, place, summed }: ReadAt, axis: Axis): Reach {
  const where = ways.find((way) => way.axis === axis);
  if (!where || where.kind === 'fixed' || summed.has(axis)) return ANYWHERE;
  if (where.kind === 'lagged') return { least: -Infinity, most: where.by };
  if (decidedBy(where) !== axis) return ANYWHERE;
  const members = place.bounds.get(axis)?.members ?? axis.members.map((_, member) => member);
  const steps = members.flatMap((member) => {
    const to = memberFrom(where, member);
    return to < 0 ? [] : [to - member];
  });
  return { least: Math.min(...steps), most: Math.max(...steps) };
}

/** The place inside a sum: its members, as far as the links decide them here. */
function summedAt(node: Extract<Node, { kind: 'sum' }>, place: Place): Place {
  const inside = openAt(place, node.over);
  const lists = node.per.reduce<readonly number[]>(
    (found, via) => {
      const where = memberOf(via.to, place.context);
      const from = decidedBy(where);
      const members = place.bounds.get(from)?.members ?? from.members.map((_, member) => member);
      const targets = new Set(members.map((member) => memberFrom(where, member)));
      return found.flatMap((list) => [...targets].map((target) => list * via.to.size + target));
    },
    [0],
  );
  const all = membersBy(node.over, node.per);
  const members = [...new Set(lists.flatMap((list) => all[list] ?? []))];
  return { ...inside, bounds: new Map(inside.bounds).set(node.over, { members, loop: null, ahead: 0 }) };
}

/** An axis along which blocks are evaluated, forwards or backwards. */
export interface Way {
  readonly axis: Axis;
  readonly forwards: boolean;
}

/** Whether what is read is known by then, when blocks are evaluated along a way. */
export const isBefore = ({ least, most }: Reach, { forwards }: Way): boolean => (forwards ? most < 0 : least > 0);

/** Reads within a group of blocks, but those that lie before on an axis that is being gone along. */
export function openReads(
  block: Block,
  blocks: readonly Block[],
  place: Place,
  bound: readonly Way[],
): readonly ReadAt[] {
  if (!block.formula) return [];
  const context = { ...place, context: [...new Set([...place.context, ...block.axes])] };
  return readsAt(block.formula, context).filter(
    (read) => blocks.includes(read.block) && !bound.some((way) => isBefore(reachOf(read, way.axis), way)),
  );
}
