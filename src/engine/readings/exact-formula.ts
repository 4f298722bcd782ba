/** Formulas made ready for the exact reading: each becomes a function that computes it where the cursors stand. */
import type { Decimal } from 'decimal.js';
import { align, decidedBy, memberFrom, memberOf, type Where } from '../graph/alignment';
import { membersBy, type Axis } from '../graph/axis';
import type { Expression, Node } from '../graph/expression';
import type { Block } from '../graph/quantity';
import { add, arithmeticOn, compareOn, Exact, functionOn, roundOn } from './decimals';

/** A formula made ready to run. */
export type Compute = () => Decimal;

/** The current member of an axis. */
export interface Cursor {
  index: number;
}

/** Figures of a block as far as they are known. */
export interface Store {
  readonly values: (Decimal | undefined)[];
  readonly strides: readonly number[];
}

/** What a formula stands on: cursors, and blocks whose figures are computed when they are asked for. */
export interface Ground {
  readonly cursor: (axis: Axis) => Cursor;
  readonly store: (block: Block) => Store;
  readonly figure: (store: Store, block: Block, cell: number) => Decimal;
}

const NOTHING: Decimal = new Exact(0);

/** Makes a formula ready on the axes it stands on. */
export function compile(expression: Expression, context: readonly Axis[], name: string, ground: Ground): Compute {
  const { node } = expression;
  const part = (of: Expression): Compute => compile(of, context, name, ground);
  switch (node.kind) {
    case 'constant': {
      const value = new Exact(node.value);
      return () => value;
    }
    case 'read':
      return compileRead(node, context, name, ground);
    case 'arithmetic':
      return arithmeticOn(node.op, part(node.left), part(node.right));
    case 'extreme':
      return compileExtreme(node.op, node.parts.map(part));
    case 'compare':
      return compareOn(node.op, part(node.left), part(node.right));
    case 'select': {
      const [when, then, otherwise] = [part(node.when), part(node.then), part(node.otherwise)];
      return () => (when().isZero() ? otherwise() : then());
    }
    case 'function':
      return functionOn(node.name, part(node.of));
    case 'round':
      return roundOn(node.mode, node.places, part(node.of));
    case 'cases':
      return compileCases(node, context, name, ground);
    case 'sum':
      return compileSum(node, context, name, ground);
    case 'position': {
      const at = indexOf(memberOf(node.axis, context, name), ground);
      const numbers = node.axis.members.map((_, index) => new Exact(index + 1));
      return () => numbers[at()] ?? NOTHING;
    }
    case 'later':
      return compileLater(node, part, ground);
  }
}

/** The cursor goes to the member that is read, and back. */
function compileLater(
  { of, along, by }: Extract<Node, { kind: 'later' }>,
  part: (of: Expression) => Compute,
  ground: Ground,
): Compute {
  const [read, lag, cursor] = [part(of), part(by), ground.cursor(along)];
  return () => {
    const before = cursor.index;
    const member = Math.min(along.size - 1, before - lag().toNumber());
    if (member < 0 || !Number.isInteger(member)) return NOTHING;
    cursor.index = member;
    const value = read();
    cursor.index = before;
    return value;
  };
}

function compileExtreme(op: 'min' | 'max', parts: readonly Compute[]): Compute {
  const [head, ...rest] = parts;
  if (!head) throw new Error(`${op} of nothing`);
  const takes =
    op === 'min' ? (a: Decimal, b: Decimal): boolean => b.lt(a) : (a: Decimal, b: Decimal): boolean => b.gt(a);
  return () => {
    let best = head();
    for (const compute of rest) {
      const value = compute();
      if (takes(best, value)) best = value;
    }
    return best;
  };
}

/** One function for each class that occurs, found by the member's number. */
function compileCases(
  node: Extract<Node, { kind: 'cases' }>,
  context: readonly Axis[],
  name: string,
  ground: Ground,
): Compute {
  const member = indexOf(memberOf(node.axis, context, name), ground);
  const byClass = new Map<string, Compute>();
  const byMember: (Compute | undefined)[] = node.classes.map(() => undefined);
  return () => {
    const index = member();
    let compute = byMember[index];
    if (!compute) {
      const key = node.classes[index] ?? '';
      const branch = node.branches.get(key);
      if (!branch) throw new Error(`${name}: no case for ${key}`);
      compute = byClass.get(key) ?? compile(branch, context, name, ground);
      byClass.set(key, compute);
      byMember[index] = compute;
    }
    return compute();
  };
}

function compileSum(
  node: Extract<Node, { kind: 'sum' }>,
  context: readonly Axis[],
  name: string,
  ground: Ground,
): Compute {
  const of = compile(node.of, [...context, node.over], name, ground);
  const cursor = ground.cursor(node.over);
  const lists = membersBy(node.over, node.per);
  const targets = node.per.map((via) => ({
    size: via.to.size,
    index: indexOf(memberOf(via.to, context, name), ground),
  }));
  return () => {
    let at = 0;
    for (const { size, index } of targets) at = at * size + index();
    const before = cursor.index;
    let total: Decimal | null = null;
    for (const member of lists[at] ?? []) {
      cursor.index = member;
      const value = of();
      total = total === null ? value : add(total, value);
    }
    cursor.index = before;
    return total ?? NOTHING;
  };
}

/** One axis of a read: the offset it adds to the cell. Negative: there is no such member. */
type Offset = () => number;

function compileRead(
  node: Extract<Node, { kind: 'read' }>,
  context: readonly Axis[],
  name: string,
  ground: Ground,
): Compute {
  const { block } = node;
  const store = ground.store(block);
  const ways = align(block, node.places, context);
  const plain = ways.every((where) => where.kind === 'same' && where.by === 0);
  if (plain)
    return plainRead(
      block,
      store,
      ways.map((where) => ground.cursor(where.axis)),
      ground,
    );
  const lagged = ways.some((where) => where.kind === 'lagged');
  const offsets = ways.map((where, k): Offset => {
    const [index, stride, size] = [indexOf(where, ground), store.strides[k] ?? 1, where.axis.size];
    return () => {
      const member = index();
      if (member < 0 || member >= size) {
        if (where.kind === 'lagged' && member < 0) return -1;
        throw new Error(`${name} reads outside ${block.name}`);
      }
      return stride * member;
    };
  });
  return () => {
    let cell = 0;
    for (const offset of offsets) {
      const by = offset();
      if (lagged && by < 0) return NOTHING;
      cell += by;
    }
    return store.values[cell] ?? ground.figure(store, block, cell);
  };
}

/** A read at the current members of all its axes, without checks: it cannot fall outside. */
function plainRead(block: Block, store: Store, cursors: readonly Cursor[], ground: Ground): Compute {
  const [a = { index: 0 }, b = { index: 0 }, c = { index: 0 }, ...more] = cursors;
  const [p = 0, q = 0, r = 0, ...others] = store.strides;
  return () => {
    let cell = a.index * p + b.index * q + c.index * r;
    for (let k = 0; k < more.length; k += 1) cell += (more[k]?.index ?? 0) * (others[k] ?? 0);
    return store.values[cell] ?? ground.figure(store, block, cell);
  };
}

/** The member an axis is read at. */
function indexOf(where: Where, ground: Ground): () => number {
  switch (where.kind) {
    case 'fixed':
      return () => where.member;
    case 'lagged': {
      const [cursor, back] = [ground.cursor(where.axis), ground.cursor(where.back)];
      return () => cursor.index - back.index + where.by;
    }
    default: {
      const cursor = ground.cursor(decidedBy(where));
      return () => memberFrom(where, cursor.index);
    }
  }
}
