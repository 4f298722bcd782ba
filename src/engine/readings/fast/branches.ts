/**
 * Branches that the structure decides: members of an axis are told apart by the branches of a formula that they take,
 * so that each loop runs over members with one and the same formula.
 */
import { decidedBy, memberFrom, memberOf } from '../../graph/alignment';
import type { Axis } from '../../graph/axis';
import type { Expression, Node } from '../../graph/expression';
import { partsOf } from '../depends';
import { openAt, type Place } from './place';

type Cases = Extract<Node, { kind: 'cases' }>;

/** Members of the axis that decides, and the class of each. */
export function deciding(node: Cases, context: readonly Axis[]): { axis: Axis; classOf: (member: number) => string } {
  const where = memberOf(node.axis, context, 'cases');
  return { axis: decidedBy(where), classOf: (member) => node.classes[memberFrom(where, member)] ?? '' };
}

/** The branches that can be taken at a place: one, where the axis that decides is bound. */
export function branchesAt(node: Cases, place: Place): readonly Expression[] {
  const { axis, classOf } = deciding(node, place.context);
  const members = place.bounds.get(axis)?.members ?? axis.members.map((_, member) => member);
  return [...new Set(members.map(classOf))].flatMap((key) => node.branches.get(key) ?? []);
}

const plain = new WeakMap<Expression, boolean>();

/** Whether a formula has no branches that the structure decides. */
function isPlain(expression: Expression): boolean {
  const known = plain.get(expression);
  if (known !== undefined) return known;
  const found = expression.node.kind !== 'cases' && partsOf(expression).every(isPlain);
  plain.set(expression, found);
  return found;
}

/** What a member of an axis takes of a formula, as a text. */
function taken(expression: Expression, axis: Axis, member: number, place: Place, hidden: boolean): string {
  if (isPlain(expression)) return '';
  const { node } = expression;
  if (node.kind === 'sum') return taken(node.of, axis, member, openAt(place, node.over), hidden || node.over === axis);
  if (node.kind !== 'cases')
    return partsOf(expression)
      .map((part) => taken(part, axis, member, place, hidden))
      .join();
  const by = deciding(node, place.context);
  if (by.axis !== axis || hidden)
    return branchesAt(node, place)
      .map((branch) => taken(branch, axis, member, place, hidden))
      .join();
  const key = by.classOf(member);
  const branch = node.branches.get(key);
  return `${key}(${branch ? taken(branch, axis, member, place, hidden) : ''})`;
}

/** Members of an axis by the branches that they take: each list in the order given; `runs`: neighbours only. */
export function alike(
  formulas: readonly Expression[],
  axis: Axis,
  members: readonly number[],
  place: Place,
  runs = false,
): readonly (readonly number[])[] {
  const open: Place = { ...place, context: place.context.includes(axis) ? place.context : [...place.context, axis] };
  if (members.length < 2 || formulas.every(isPlain)) return members.length > 0 ? [members] : [];
  const groups: { key: string; members: number[] }[] = [];
  for (const member of members) {
    const key = formulas.map((formula) => taken(formula, axis, member, open, false)).join(';');
    const last = runs ? groups.slice(-1) : groups;
    const group = last.find((at) => at.key === key);
    if (group) group.members.push(member);
    else groups.push({ key, members: [member] });
  }
  return groups.map((group) => group.members);
}
