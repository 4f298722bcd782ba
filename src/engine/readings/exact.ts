/**
 * The exact reading: every figure in decimal arithmetic (40 digits), summed in a fixed order.
 * Figures are computed when first asked for and kept, so a run that needs one figure computes only what it rests on.
 */
import type { Decimal } from 'decimal.js';
import { align, memberOf, type Where } from '../graph/alignment';
import { membersBy, type Axis } from '../graph/axis';
import type { Expression, Node } from '../graph/expression';
import type { Block, Quantity } from '../graph/quantity';
import { arithmeticOn, compareOn, Exact, functionOn, roundOn } from './decimals';

/** A formula made ready to run at the current position. */
type Compute = () => Decimal;

/** One axis as it stands while a formula runs. */
interface Cursor {
  index: number;
}

interface Prepared {
  readonly values: (Decimal | undefined)[];
  readonly cursors: readonly Cursor[];
  readonly strides: readonly number[];
  compute: Compute | null;
}

/** Inputs that stand in place of the typed ones, by block: all figures of the block. */
export type Replacements = ReadonlyMap<Block, readonly Decimal[]>;

/** A run of a model in decimals. */
export class ExactRun {
  private readonly blocks = new Map<Block, Prepared>();
  private readonly cursors = new Map<Axis, Cursor>();

  constructor(private readonly replacements: Replacements = new Map()) {}

  /** All figures of a quantity, the last axis running fastest. */
  block(quantity: Quantity): readonly Decimal[] {
    const { block } = quantity;
    return Array.from({ length: block.size }, (_, cell) => this.figure(block, this.prepare(block), cell));
  }

  /** One figure, at these members of the quantity's axes (by index, in its own order). */
  at(quantity: Quantity, members: readonly number[]): Decimal {
    const prepared = this.prepare(quantity.block);
    return this.figure(quantity.block, prepared, prepared.strides.reduce((cell, stride, k) => cell + stride * (members[k] ?? 0), 0));
  }

  /** A part of a formula on its own, at these members of the axes it stands on. For explanations. */
  part(expression: Expression, context: readonly Axis[], members: readonly number[]): Decimal {
    const compute = this.compile(expression, context, 'part');
    return this.placed(context.map((axis) => this.cursor(axis)), members, compute);
  }

  private cursor(axis: Axis): Cursor {
    let cursor = this.cursors.get(axis);
    if (!cursor) this.cursors.set(axis, (cursor = { index: 0 }));
    return cursor;
  }

  private prepare(block: Block): Prepared {
    const known = this.blocks.get(block);
    if (known) return known;
    const strides = block.axes.map((_, k) => block.axes.slice(k + 1).reduce((product, axis) => product * axis.size, 1));
    const values = this.replacements.get(block) ?? block.input?.values;
    const prepared: Prepared = {
      values: values ? [...values] : new Array<Decimal | undefined>(block.size),
      cursors: block.axes.map((axis) => this.cursor(axis)),
      strides,
      compute: null,
    };
    this.blocks.set(block, prepared);
    return prepared;
  }

  private figure(block: Block, prepared: Prepared, cell: number): Decimal {
    const known = prepared.values[cell];
    if (known) return known;
    if (!prepared.compute) {
      if (!block.formula) throw new Error(`${block.name} has neither figures nor a formula`);
      prepared.compute = this.compile(block.formula, block.axes, block.name);
    }
    const members = prepared.strides.map((stride, k) => Math.floor(cell / stride) % (block.axes[k]?.size ?? 1));
    const value = this.placed(prepared.cursors, members, prepared.compute);
    prepared.values[cell] = value;
    return value;
  }

  /** Runs with the cursors at these members, and puts them back. */
  private placed(cursors: readonly Cursor[], members: readonly number[], compute: Compute): Decimal {
    const before = cursors.map((cursor) => cursor.index);
    cursors.forEach((cursor, k) => (cursor.index = members[k] ?? 0));
    const value = compute();
    cursors.forEach((cursor, k) => (cursor.index = before[k] ?? 0));
    return value;
  }

  private compile(expression: Expression, context: readonly Axis[], name: string): Compute {
    const { node } = expression;
    const part = (of: Expression): Compute => this.compile(of, context, name);
    switch (node.kind) {
      case 'constant': {
        const value = new Exact(node.value);
        return () => value;
      }
      case 'read':
        return this.compileRead(node, context, name);
      case 'arithmetic':
        return arithmeticOn(node.op, part(node.left), part(node.right));
      case 'extreme': {
        const parts = node.parts.map(part);
        const better = node.op === 'min' ? (a: Decimal, b: Decimal) => (b.lt(a) ? b : a) : (a: Decimal, b: Decimal) => (b.gt(a) ? b : a);
        return () => parts.map((compute) => compute()).reduce(better);
      }
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
        return this.compileCases(node, context, name);
      case 'sum':
        return this.compileSum(node, context, name);
      case 'position': {
        const cursor = this.cursor(node.axis);
        return () => new Exact(cursor.index + 1);
      }
    }
  }

  private compileCases(node: Extract<Node, { kind: 'cases' }>, context: readonly Axis[], name: string): Compute {
    const member = this.indexOf(memberOf(node.axis, context, name));
    const branches = new Map([...node.branches].map(([key, branch]) => [key, branch] as const));
    const compiled = new Map<string, Compute>();
    return () => {
      const key = node.classes[member()] ?? '';
      let compute = compiled.get(key);
      if (!compute) {
        const branch = branches.get(key);
        if (!branch) throw new Error(`${name}: no case for ${key}`);
        compiled.set(key, (compute = this.compile(branch, context, name)));
      }
      return compute();
    };
  }

  private compileSum(node: Extract<Node, { kind: 'sum' }>, context: readonly Axis[], name: string): Compute {
    const of = this.compile(node.of, [...context, node.over], name);
    const cursor = this.cursor(node.over);
    const targets = node.per.map((via) => ({ size: via.to.size, index: this.indexOf(memberOf(via.to, context, name)) }));
    const lists = membersBy(node.over, node.per);
    return () => {
      const before = cursor.index;
      let total: Decimal = new Exact(0);
      const list = targets.reduce((at, { size, index }) => at * size + index(), 0);
      for (const member of lists[list] ?? []) {
        cursor.index = member;
        total = total.plus(of());
      }
      cursor.index = before;
      return total;
    };
  }

  private compileRead(node: Extract<Node, { kind: 'read' }>, context: readonly Axis[], name: string): Compute {
    const { block } = node;
    const prepared = this.prepare(block);
    const steps = align(block, node.places, context).map((where, k) => {
      const stride = prepared.strides[k] ?? 1;
      const size = where.axis.size;
      const index = this.indexOf(where);
      return { stride, size, index, lagged: where.kind === 'lagged' };
    });
    const nothing = new Exact(0);
    return () => {
      let cell = 0;
      for (const { stride, size, index, lagged } of steps) {
        const member = index();
        if (member < 0 && lagged) return nothing;
        if (member < 0 || member >= size) throw new Error(`${name} reads outside ${block.name}`);
        cell += stride * member;
      }
      return prepared.values[cell] ?? this.figure(block, prepared, cell);
    };
  }

  private indexOf(where: Where): () => number {
    switch (where.kind) {
      case 'fixed':
        return () => where.member;
      case 'same': {
        const cursor = this.cursor(where.axis);
        return () => cursor.index + where.by;
      }
      case 'lagged': {
        const [cursor, back] = [this.cursor(where.axis), this.cursor(where.back)];
        return () => cursor.index - back.index + where.by;
      }
      case 'gather': {
        const from = this.cursor(where.from);
        return () => (where.map[from.index] ?? -1) + where.by;
      }
    }
  }
}
