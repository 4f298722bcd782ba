/** Figures that by their formula are another figure, or a number: that one is read in their place. */
import { decidedBy, memberFrom, type Where } from '../../graph/alignment';
import type { Axis } from '../../graph/axis';
import type { Expression } from '../../graph/expression';
import type { Block } from '../../graph/quantity';
import { branchesAt } from './branches';
import { onMember, type Bound, type Place } from './place';

export interface StandsFor {
  readonly expression: Expression;
  readonly place: Place;
}

/** What a figure stands for, read from a place along these ways; null where it is computed. */
export function standsFor(block: Block, ways: readonly Where[], place: Place): StandsFor | null {
  if (!block.formula) return null;
  const bounds = new Map<Axis, Bound>();
  for (const where of ways) {
    const bound = boundOf(where, place);
    if (!bound) return null;
    bounds.set(where.axis, bound);
  }
  const own: Place = { ...place, context: block.axes, bounds };
  const expression = decided(block.formula, own);
  const isOther = expression?.node.kind === 'read' || expression?.node.kind === 'constant';
  return isOther ? { expression, place: own } : null;
}

/** The branch that the structure decides; null where it does not. */
function decided(expression: Expression, place: Place): Expression | null {
  const { node } = expression;
  if (node.kind !== 'cases') return expression;
  const [branch, ...more] = branchesAt(node, place);
  return branch && more.length === 0 ? decided(branch, place) : null;
}

/** The member that is read, as far as it is one and the same, or that of the loop itself. */
function boundOf(where: Where, place: Place): Bound | null {
  if (where.kind === 'fixed') return onMember(where.member);
  if (where.kind === 'lagged') return null;
  const bound = place.bounds.get(decidedBy(where));
  if (!bound) return null;
  if (where.kind === 'same' && where.by === 0) return bound;
  return bound.loop ? null : onMember(memberFrom(where, bound.members[0] ?? 0));
}
