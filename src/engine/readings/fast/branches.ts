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

/** The branches that can be taken at a place: one, where the axis that decides is bound. */
export function branchesAt(node: Cases, place: Place): readonly Expression[] {
  const where = memberOf(node.axis, place.context);
  const axis = decidedBy(where);
  const members = place.bounds.get(axis)?.members ?? axis.members.map((_, member) => member);
  const classes = members.map((member) => node.classes[memberFrom(where, member)] ?? '');
  return [...new Set(classes.flatMap((key) => node.branches.get(key) ?? []))];
}

/** The branches of a formula that are taken at a place, and those within them. */
function taken(expression: Expression, place: Place): readonly Expression[] {
  const { node } = expression;
  if (node.kind === 'sum') return taken(node.of, openAt(place, node.over));
  if (node.kind === 'cases') return branchesAt(node, place).flatMap((branch) => [branch, ...taken(branch, place)]);
  return partsOf(expression).flatMap((part) => taken(part, place));
}

/** Members of an axis by the branches that they take: each list in the order given; `runs`: neighbours only. */
export function alike(
  formulas: readonly Expression[],
  axis: Axis,
  members: readonly number[],
  place: Place,
  runs = false,
): readonly (readonly number[])[] {
  const groups: { branches: readonly Expression[]; members: number[] }[] = [];
  for (const member of members) {
    const at = within(place, axis, onMember(member));
    const branches = formulas.flatMap((formula) => taken(formula, at));
    const group = (runs ? groups.slice(-1) : groups).find((known) => areSame(known.branches, branches));
    if (group) group.members.push(member);
    else groups.push({ branches, members: [member] });
  }
  return groups.map((group) => group.members);
}

const areSame = (a: readonly Expression[], b: readonly Expression[]): boolean =>
  a.length === b.length && a.every((branch, n) => branch === b[n]);
