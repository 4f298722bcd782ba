/** Formulas as values: each kind of expression in the few words of the compiled model, at one place. */
import { align, memberOf } from '../../graph/alignment';
import type { Expression, Node } from '../../graph/expression';
import { branchesAt } from './branches';
import type { Index, Value } from './code';
import { boundsOf, fixedIndex, plus } from './index';
import { asSum } from './later';
import type { Lowering } from './lowering';
import { memberAt, numberFor, type Place } from './place';
import { standsFor } from './stands-for';
import { lowerSum } from './sums';

export function lower(expression: Expression, place: Place, by: Lowering): Value {
  const { node } = expression;
  const { values } = by;
  const part = (of: Expression): Value => lower(of, place, by);
  switch (node.kind) {
    case 'constant':
      return values.number(Number(node.value));
    case 'read':
      return lowerRead(node, place, by);
    case 'arithmetic':
      return values.binary(node.op, part(node.left), part(node.right), place.careful);
    case 'extreme':
      return node.parts.map(part).reduce((best, next) => values.extreme(node.op, best, next));
    case 'compare': {
      const careful = { ...place, careful: true };
      return values.compare(node.op, lower(node.left, careful, by), lower(node.right, careful, by));
    }
    case 'select':
      return values.select(part(node.when), part(node.then), part(node.otherwise));
    case 'function':
      return values.call(node.name, part(node.of));
    case 'round':
      return values.round(part(node.of), node.mode, node.places);
    case 'cases': {
      const [branch, ...more] = branchesAt(node, place);
      if (!branch || more.length > 0) throw new Error(`cases along ${node.axis.name} are not decided here`);
      return part(branch);
    }
    case 'sum':
      return lowerSum(node, place, by);
    case 'later':
      return part(asSum(node));
    case 'position':
      return values.index(plus(memberAt(place, memberOf(node.axis, place.context)), fixedIndex(1)));
  }
}

function lowerRead(node: Extract<Node, { kind: 'read' }>, place: Place, by: Lowering): Value {
  const { block } = node;
  let at = fixedIndex(0);
  let stride = block.size;
  let guard: Index | null = null;
  const ways = align(block, node.places, place.context);
  const other = standsFor(block, ways, place);
  if (other) return lower(other.expression, other.place, by);
  for (const where of ways) {
    stride /= where.axis.size;
    const member = memberAt(place, where);
    if (where.kind === 'lagged') {
      const [least, greatest] = boundsOf(member);
      if (greatest < 0) return by.values.number(0);
      if (least < 0 && !isWithinLimit(member, where, place)) guard = member;
    }
    at = plus(at, member, stride);
  }
  return by.values.load(by.store(block), at, guard);
}

/** Whether the loop that a lagged reading goes back by ends before it would fall off the first member. */
function isWithinLimit(
  member: Index,
  where: Extract<ReturnType<typeof align>[number], { kind: 'lagged' }>,
  place: Place,
): boolean {
  const over = place.bounds.get(where.back)?.loop?.over;
  if (over?.kind !== 'range' || !over.limit) return false;
  const back = numberFor(place, where.back, (n) => n);
  const room = plus(plus(member, back), over.limit, -1);
  return room.terms.length === 0 && room.base >= 0;
}
