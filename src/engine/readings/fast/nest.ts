/** A block as loops over its axes, the last running fastest; the inner ones are written out where they are few. */
import type { Axis } from '../../graph/axis';
import type { Expression } from '../../graph/expression';
import type { Block } from '../../graph/quantity';
import { alike } from './branches';
import type { Step } from './code';
import { fixedIndex, membersOf, plus } from './index';
import type { Lowering } from './lowering';
import { along, numberFor, onMember, within, type Place } from './place';
import { weightOf } from './weight';

/** The figures of a block at a place, over the axes that are still open there. */
export function nest(block: Block, formula: Expression, place: Place, by: Lowering): readonly Step[] {
  const open = block.axes.filter((candidate) => !place.bounds.has(candidate));
  const [axis] = open;
  if (!axis) return [storeOf(block, formula, place, by)];
  const weight = open.reduce((size, candidate) => size * candidate.size, weightOf(formula));
  const members = axis.members.map((_, member) => member);
  const context = { ...place, context: [...new Set([...place.context, ...block.axes])] };
  return alike([formula], axis, members, context).flatMap((group) =>
    over(axis, group, context, weight <= by.unroll, by, (at) => nest(block, formula, at, by)),
  );
}

/** Steps for each of some members of an axis: written out, or as a loop. */
export function over(
  axis: Axis,
  members: readonly number[],
  place: Place,
  writeOut: boolean,
  by: Lowering,
  steps: (at: Place) => readonly Step[],
): readonly Step[] {
  if (writeOut || members.length === 1)
    return members.flatMap((member) => steps(within(place, axis, onMember(member))));
  const loop = by.values.loop(membersOf(members), `steps ${String(place.depth)} ${members.join()}`);
  return [{ kind: 'loop', loop, body: steps(within(place, axis, along(loop, members))) }];
}

export function storeOf(block: Block, formula: Expression, place: Place, by: Lowering): Step {
  let at = fixedIndex(0);
  let stride = block.size;
  for (const axis of block.axes) {
    stride /= axis.size;
    at = plus(
      at,
      numberFor(place, axis, (member) => member),
      stride,
    );
  }
  return {
    kind: 'store',
    store: by.store(block),
    at,
    value: by.lower(formula, { ...place, careful: by.decides(block) }),
  };
}
