/**
 * Branches that the structure decides: members of an axis are told apart by the branches of a formula that they take,
 * so that each loop runs over members with one and the same formula.
 */
import { decidedBy, memberFrom, memberOf } from '../../graph/alignment';
import type { Axis } from '../../graph/axis';
import type { Expression, Node } from '../../graph/expression';
import { partsOf } from '../depends';
import { onMember, openAt, within, type Place } from './place';

type Cases = Extract<Node, { kind: 'cases' }>;

/** The classes that can be meant at a place: one, where the axis that decides is bound. */
function classesAt(node: Cases, place: Place): readonly string[] {
  const where = memberOf(node.axis, place.context);
  const axis = decidedBy(where);
  const members = place.bounds.get(axis)?.members ?? axis.members.map((_, member) => member);
  return [...new Set(members.map((member) => node.classes[memberFrom(where, member)] ?? ''))];
}

/** The branches that can be taken at a place. */
export const branchesAt = (node: Cases, place: Place): readonly Expression[] =>
  classesAt(node, place).flatMap((key) => node.branches.get(key) ?? []);

const plain = new WeakMap<Expression, boolean>();

/** Whether a formula has no branches that the structure decides. */
function isPlain(expression: Expression): boolean {
  const found = plain.get(expression) ?? (expression.node.kind !== 'cases' && partsOf(expression).every(isPlain));
  plain.set(expression, found);
  return found;
}

/** What is taken of a formula at a place, as a text. */
function taken(expression: Expression, place: Place): string {
  const { node } = expression;
  if (node.kind === 'sum') return taken(node.of, openAt(place, node.over));
  const parts = node.kind === 'cases' ? branchesAt(node, place) : partsOf(expression);
  const classes = node.kind === 'cases' ? classesAt(node, place).join() : '';
  return `${classes}(${parts.map((part) => taken(part, place)).join('')})`;
}

/** Members of an axis by the branches that they take: each list in the order given; `runs`: neighbours only. */
export function alike(
  formulas: readonly Expression[],
  axis: Axis,
  members: readonly number[],
  place: Place,
  runs = false,
): readonly (readonly number[])[] {
  if (formulas.every(isPlain)) return [members];
  const groups: { key: string; members: number[] }[] = [];
  for (const member of members) {
    const at = within(place, axis, onMember(member));
    const key = formulas.map((formula) => taken(formula, at)).join('');
    const group = (runs ? groups.slice(-1) : groups).find((known) => known.key === key);
    if (group) group.members.push(member);
    else groups.push({ key, members: [member] });
  }
  return groups.map((group) => group.members);
}
