/**
 * The order of evaluation: blocks one after another; blocks that refer to each other over time period by period, and
 * where they do so along a list, member by member in an order found from the structure.
 */
import type { Block } from '../../graph/quantity';
import { alike } from './branches';
import { cellByCell } from './cell-order';
import type { Step } from './code';
import type { Lowering } from './lowering';
import { nest, over } from './nest';
import { inOrder } from './order';
import type { Place } from './place';
import { isBefore, openReads, reachOf, type Way } from './steps-between';

/** Steps that compute these blocks over the axes that are open at a place. */
export function evaluate(blocks: readonly Block[], place: Place, bound: readonly Way[], by: Lowering): readonly Step[] {
  const reads = new Map(
    blocks.map((block) => [block, openReads(block, blocks, place, bound).map((read) => read.block)]),
  );
  return inOrder(blocks, (block) => reads.get(block) ?? []).flatMap((group) => {
    const [block] = group.blocks;
    if (!group.round && block?.formula) return nest(block, block.formula, place, by);
    const way = wayThrough(group.blocks, place, bound);
    if (!way) return cellByCell(group.blocks, place, bound, by);
    return alongWay(group.blocks, way, place, bound, by);
  });
}

/** An axis along which none reads ahead and some read behind; periods first. Of a block without it any member is read. */
function wayThrough(blocks: readonly Block[], place: Place, bound: readonly Way[]): Way | null {
  const axes = [...(blocks[0]?.axes ?? [])].sort((a, b) => Number(b.period) - Number(a.period));
  const reads = blocks.flatMap((block) => openReads(block, blocks, place, bound));
  for (const axis of axes) {
    const reaches = reads.map((read) => reachOf(read, axis));
    for (const forwards of [true, false]) {
      const never = reaches.every(({ least, most }) => (forwards ? most <= 0 : least >= 0));
      if (never && reaches.some((reach) => isBefore(reach, { axis, forwards }))) return { axis, forwards };
    }
  }
  return null;
}

/** Blocks that refer to each other, one member of an axis after another. */
function alongWay(
  blocks: readonly Block[],
  way: Way,
  place: Place,
  bound: readonly Way[],
  by: Lowering,
): readonly Step[] {
  const members = way.axis.members.map((_, member) => member);
  if (!way.forwards) members.reverse();
  const context = { ...place, context: [...new Set([...place.context, ...blocks.flatMap(({ axes }) => axes)])] };
  const formulas = blocks.flatMap(({ formula }) => formula ?? []);
  return alike(formulas, way.axis, members, context, true).flatMap((group) =>
    over(way.axis, group, place, false, by, (at) => evaluate(blocks, at, [...bound, way], by)),
  );
}
