/** Sums as loops: members that take the same branches together, written out where they are few. */
import { align, memberOf } from '../../graph/alignment';
import { membersBy, type Axis } from '../../graph/axis';
import type { Expression, Node } from '../../graph/expression';
import { alike, branchesAt } from './branches';
import type { Index, Value } from './code';
import { boundsOf, fixedIndex, indexKey, membersOf, plus } from './index';
import type { Lowering } from './lowering';
import { along, memberAt, numberFor, onMember, openAt, within, type Place } from './place';
import { weightOf } from './weight';

type Sum = Extract<Node, { kind: 'sum' }>;

export function lowerSum(node: Sum, place: Place, by: Lowering): Value {
  const lists = membersBy(node.over, node.per);
  const at = node.per.reduce<Index>(
    (index, via) => plus(memberAt(place, memberOf(via.to, place.context)), index, via.to.size),
    fixedIndex(0),
  );
  const only = at.terms.length === 0 ? (lists[at.base] ?? []) : null;
  const members = only ?? lists.flat();
  const groups = alike([node.of], node.over, members, openAt(place, node.over));
  const parts = groups.map((group) =>
    only ? overMembers(node, group, place, by) : overLists(node, group, lists, at, place, by),
  );
  return parts.reduce<Value>((total, part) => by.values.binary('+', total, part), by.values.number(0));
}

function overMembers(node: Sum, members: readonly number[], place: Place, by: Lowering): Value {
  const one = (member: number): Value => by.lower(node.of, within(place, node.over, onMember(member)));
  if (members.length * weightOf(node.of) <= by.unroll || members.length === 1)
    return members.map(one).reduce((total, part) => by.values.binary('+', total, part), by.values.number(0));
  const over = membersOf(members);
  if (over.kind !== 'range') return looped(node, place, by, over, members);
  const { from, to } = over;
  const back = backBy(node.of, within(place, node.over, onMember(from)), node.over);
  const limit =
    back &&
    plus(
      numberFor(place, back.axis, (member) => member),
      fixedIndex(back.by),
    );
  if (!limit) return fourAtATime(node, from, to, place, by);
  const [least, greatest] = boundsOf(limit);
  if (greatest < from) return by.values.number(0);
  if (least >= to - 1) return fourAtATime(node, from, to, place, by);
  if (limit.terms.length === 0) return overMembers(node, members.slice(0, limit.base + 1 - from), place, by);
  return looped(node, place, by, { kind: 'range', from, to, step: 1, limit }, members);
}

/** Long sums run four members at a time, so that one addition need not wait for the other. */
function fourAtATime(node: Sum, from: number, to: number, place: Place, by: Lowering): Value {
  const many = Math.floor((to - from) / 4) * 4;
  if (many < 8 || 4 * weightOf(node.of) > by.unroll) {
    const members = Array.from({ length: to - from }, (_, n) => from + n);
    return looped(node, place, by, { kind: 'range', from, to, step: 1, limit: null }, members);
  }
  const members = Array.from({ length: many }, (_, n) => from + n);
  const over = { kind: 'range', from, to: from + many, step: 4, limit: null } as const;
  const loop = by.values.loop(over, `${String(place.depth)} ${String(from)} ${String(many)} by 4`);
  const parts = [0, 1, 2, 3].map((ahead) => by.lower(node.of, within(place, node.over, { members, loop, ahead })));
  const rest = Array.from({ length: to - from - many }, (_, n) => from + many + n);
  return rest.reduce(
    (total, member) => by.values.binary('+', total, by.lower(node.of, within(place, node.over, onMember(member)))),
    by.values.sum(loop, parts),
  );
}

function looped(
  node: Sum,
  place: Place,
  by: Lowering,
  over: Parameters<Lowering['values']['loop']>[0],
  members: readonly number[],
): Value {
  const limit = over.kind === 'range' && over.limit ? indexKey(over.limit) : '';
  const at = over.kind === 'lists' ? `${indexKey(over.at)} ${over.lists.map(String).join(';')}` : limit;
  const loop = by.values.loop(over, `${String(place.depth)} ${over.kind} ${members.join()} ${at}`);
  return by.values.sum(loop, [by.lower(node.of, within(place, node.over, along(loop, members)))]);
}

/** Each current member has a list of its own; of each, those that are in the group. */
function overLists(
  node: Sum,
  group: readonly number[],
  lists: readonly (readonly number[])[],
  at: Index,
  place: Place,
  by: Lowering,
): Value {
  const inGroup = new Set(group);
  const narrowed = lists.map((list) => list.filter((member) => inGroup.has(member)));
  return looped(node, place, by, { kind: 'lists', lists: narrowed, at }, group);
}

interface Back {
  readonly axis: Axis;
  readonly by: number;
}

/** Where a sum reads as many periods back as its member says, and adds nothing before the first: how far that is. */
function backBy(expression: Expression, place: Place, over: Axis): Back | null {
  const { node } = expression;
  const inside = (of: Expression): Back | null => backBy(of, place, over);
  switch (node.kind) {
    case 'read': {
      const lagged = align(node.block, node.places, place.context).find(
        (where) => where.kind === 'lagged' && where.back === over,
      );
      return lagged?.kind === 'lagged' ? { axis: lagged.axis, by: lagged.by } : null;
    }
    case 'arithmetic':
      if (node.op === '*') return inside(node.left) ?? inside(node.right);
      return node.op === '/' ? inside(node.left) : null;
    case 'cases': {
      const [branch, ...more] = branchesAt(node, place);
      return branch && more.length === 0 ? inside(branch) : null;
    }
    default:
      return null;
  }
}
