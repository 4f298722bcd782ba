/**
 * What a moved input touches, figure by figure: for each block the members of each axis at which a figure may change.
 * It never says too little, so that everything else can be kept; by structure alone, no figure is computed.
 */
import { align, decidedBy, memberFrom, memberOf, type Where } from '../graph/alignment';
import { membersIn, type Axis } from '../graph/axis';
import type { Expression, Node } from '../graph/expression';
import type { Block } from '../graph/quantity';
import { readsOfBlock } from './depends';

/** Members that may change, axis by axis; an axis that is not named: all of them. */
export type Touched = ReadonlyMap<Axis, ReadonlySet<number>>;

/** Cells of inputs, by block. */
export type Cells = ReadonlyMap<Block, Iterable<number>>;

/** Blocks among these that cells of inputs reach, with the members at which they may change. */
export function touchedBy(cells: Cells, among: Iterable<Block>): ReadonlyMap<Block, Touched> {
  const users = new Map<Block, Block[]>();
  for (const block of among)
    for (const read of readsOfBlock(block)) users.set(read, [...(users.get(read) ?? []), block]);
  const touched = new Map<Block, Touched>();
  for (const [block, moved] of cells) touched.set(block, membersOfCells(block, moved));
  const open = [...touched.keys()];
  for (let block = open.pop(); block; block = open.pop()) {
    for (const user of users.get(block) ?? []) {
      const found = user.formula && touchedIn(user.formula, user.axes, touched);
      if (!found) continue;
      const before = touched.get(user);
      const after = before ? united(before, onAxes(found, user)) : onAxes(found, user);
      if (before && sizeOf(before, user) === sizeOf(after, user)) continue;
      touched.set(user, after);
      open.push(user);
    }
  }
  return touched;
}

/** Every cell of a block at the touched members. */
export function cellsTouched(block: Block, touched: Touched): readonly number[] {
  return block.axes.reduce<readonly number[]>(
    (cells, axis) => {
      const members = [...(touched.get(axis) ?? axis.members.keys())];
      return cells.flatMap((cell) => members.map((member) => cell * axis.size + member));
    },
    [0],
  );
}

function membersOfCells(block: Block, cells: Iterable<number>): Touched {
  const sets = block.axes.map(() => new Set<number>());
  for (const cell of cells) membersIn(block.axes, cell).forEach((member, k) => sets[k]?.add(member));
  return new Map(block.axes.map((axis, k) => [axis, sets[k] ?? new Set<number>()]));
}

const onAxes = (touched: Touched, { axes }: Block): Touched =>
  new Map([...touched].filter(([axis]) => axes.includes(axis)));

const sizeOf = (touched: Touched, { axes }: Block): number =>
  axes.reduce((sum, axis) => sum + (touched.get(axis)?.size ?? axis.size), 0);

/** Where either may change: an axis that one of them does not name is open. */
function united(a: Touched, b: Touched): Touched {
  return new Map(
    [...a].flatMap(([axis, members]) => {
      const others = b.get(axis);
      return others ? [[axis, new Set([...members, ...others])] as const] : [];
    }),
  );
}

/** Narrows an axis to some members; null where none is left. */
function narrowed(touched: Touched, axis: Axis, members: ReadonlySet<number>): Touched | null {
  const held = touched.get(axis);
  const left = held ? new Set([...members].filter((member) => held.has(member))) : members;
  return left.size === 0 ? null : new Map(touched).set(axis, left);
}

/** Members of the axes of the context at which a formula may change; null: at none. */
function touchedIn(
  { node }: Expression,
  context: readonly Axis[],
  touched: ReadonlyMap<Block, Touched>,
): Touched | null {
  const any = (parts: readonly Expression[]): Touched | null =>
    parts.reduce<Touched | null>((found, part) => {
      const next = touchedIn(part, context, touched);
      return found && next ? united(found, next) : (next ?? found);
    }, null);
  switch (node.kind) {
    case 'constant':
    case 'position':
      return null;
    case 'read':
      return touchedByRead(node, context, touched.get(node.block));
    case 'arithmetic':
    case 'compare':
      return any([node.left, node.right]);
    case 'extreme':
      return any(node.parts);
    case 'select':
      return any([node.when, node.then, node.otherwise]);
    case 'function':
    case 'round':
      return any([node.of]);
    case 'cases':
      return touchedInCases(node, context, touched);
    case 'sum':
      return touchedInSum(node, context, touched);
    case 'later': {
      // Any member may be the one that is read.
      const [of, by] = [any([node.of]), any([node.by])];
      const anywhere = of && new Map([...of].filter(([axis]) => axis !== node.along));
      return anywhere && by ? united(anywhere, by) : (anywhere ?? by);
    }
  }
}

function touchedByRead(
  { block, places }: Extract<Node, { kind: 'read' }>,
  context: readonly Axis[],
  touched: Touched | undefined,
): Touched | null {
  if (!touched) return null;
  return align(block, places, context).reduce<Touched | null>((found, where) => {
    const members = touched.get(where.axis);
    return found && members ? throughWay(found, where, members) : found;
  }, new Map());
}

/** The members of the context at which a way leads to one of these members. */
function throughWay(found: Touched, where: Where, members: ReadonlySet<number>): Touched | null {
  switch (where.kind) {
    case 'fixed':
      return members.has(where.member) ? found : null;
    case 'lagged':
      return found;
    default: {
      const axis = decidedBy(where);
      const leading = [...axis.members.keys()].filter((member) => members.has(memberFrom(where, member)));
      return narrowed(found, axis, new Set(leading));
    }
  }
}

/** Each branch at the members that take it. */
function touchedInCases(
  { axis, classes, branches }: Extract<Node, { kind: 'cases' }>,
  context: readonly Axis[],
  touched: ReadonlyMap<Block, Touched>,
): Touched | null {
  const way = memberOf(axis, context);
  return [...new Set(classes)].reduce<Touched | null>((found, key) => {
    const branch = branches.get(key);
    const inside = branch ? touchedIn(branch, context, touched) : null;
    const members = new Set(classes.flatMap((of, member) => (of === key ? [member] : [])));
    const here = inside && throughWay(inside, way, members);
    return found && here ? united(found, here) : (here ?? found);
  }, null);
}

/** A sum changes where a member that belongs to it does. */
function touchedInSum(
  { of, over, per }: Extract<Node, { kind: 'sum' }>,
  context: readonly Axis[],
  touched: ReadonlyMap<Block, Touched>,
): Touched | null {
  const inside = touchedIn(of, [...context, over], touched);
  if (!inside) return null;
  const members = inside.get(over);
  const outside = new Map(inside);
  outside.delete(over);
  if (!members) return outside;
  return per.reduce<Touched | null>(
    (found, { map, to }) =>
      found && throughWay(found, memberOf(to, context), new Set([...members].map((member) => map[member] ?? -1))),
    outside,
  );
}
