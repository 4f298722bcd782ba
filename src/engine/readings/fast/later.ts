/**
 * Figures later by a figure, for floats: of all members those are added whose number is the one that is read. Which one
 * that is may differ from draw to draw, so that no loop can go there by itself.
 */
import { axis, link, type Axis, type Link } from '../../graph/axis';
import { constant, equal, min, position, select, sum, zero, type Expression, type Node } from '../../graph/expression';
import { Quantity } from '../../graph/quantity';

type Later = Extract<Node, { kind: 'later' }>;

const twins = new WeakMap<Axis, Link>();
const sums = new WeakMap<Later, Expression>();

/** The same in the words of a sum; the same each time, since what is compiled of a formula is kept by it. */
export function asSum(node: Later): Expression {
  const known = sums.get(node) ?? sumOf(node);
  sums.set(node, known);
  return known;
}

function sumOf({ of, along, by }: Later): Expression {
  if (of.node.kind !== 'read') throw new Error(`only what is read can be later along ${along.name}`);
  const twin = twinOf(along);
  const wanted = min(constant(along.size), position(along).minus(by));
  const read = new Quantity(of.node.block, of.node.places).via(twin);
  return sum(select(equal(position(twin.from), wanted), read, zero()), twin.from);
}

/** The members of an axis once more, so that a sum can run over them beside the current one. */
function twinOf(of: Axis): Link {
  const known = twins.get(of);
  if (known) return known;
  const again = axis(`any ${of.name}`, of.members);
  const made = link(
    `${again.name} to ${of.name}`,
    again,
    of,
    of.members.map((_, member) => member),
  );
  twins.set(of, made);
  return made;
}
