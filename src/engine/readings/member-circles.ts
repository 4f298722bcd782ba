/**
 * Circles member by member: blocks along one list may refer to each other through links (a task starts when another
 * finishes) as long as no member comes back to itself. Which member reads which is fixed by the structure alone.
 */
import { align, memberFrom, memberOf } from '../graph/alignment';
import type { Axis } from '../graph/axis';
import type { Expression } from '../graph/expression';
import type { Block } from '../graph/quantity';
import { partsOf } from './depends';

type Cell = readonly [block: Block, member: number];

/** Whether blocks that refer to each other go round in a circle. Blocks over more than one axis are taken to. */
export function goRound(blocks: readonly Block[]): boolean {
  if (blocks.some((block) => block.axes.length !== 1)) return true;
  const state = new Map<string, 'open' | 'done'>();
  const keyOf = ([block, member]: Cell): string => `${String(blocks.indexOf(block))} ${String(member)}`;
  const circular = (cell: Cell): boolean => {
    const known = state.get(keyOf(cell));
    if (known) return known === 'open';
    state.set(keyOf(cell), 'open');
    const found = readsAt(cell).some((next) => blocks.includes(next[0]) && circular(next));
    state.set(keyOf(cell), 'done');
    return found;
  };
  return blocks.some((block) => block.axes[0]?.members.some((_, member) => circular([block, member])));
}

/** The cells that a cell reads: only the branches that its member takes. */
function readsAt([block, member]: Cell): readonly Cell[] {
  const [axis] = block.axes;
  return block.formula && axis ? readsIn(block.formula, axis, member) : [];
}

function readsIn(expression: Expression, axis: Axis, member: number): readonly Cell[] {
  const { node } = expression;
  if (node.kind === 'read') {
    const [where] = align(node.block, node.places, [axis]);
    if (!where || where.kind === 'lagged') return [[node.block, member]];
    const at = where.kind === 'fixed' ? where.member : memberFrom(where, member);
    return at < 0 ? [] : [[node.block, at]];
  }
  if (node.kind === 'cases') {
    const at = memberFrom(memberOf(node.axis, [axis]), member);
    const branch = node.branches.get(node.classes[at] ?? '');
    return branch ? readsIn(branch, axis, member) : [];
  }
  if (node.kind === 'later')
    return [...readsIn(node.by, axis, member), ...axis.members.flatMap((_, any) => readsIn(node.of, axis, any))];
  return partsOf(expression).flatMap((part) => readsIn(part, axis, member));
}
