/**
 * The exact reading: every figure in decimal arithmetic (40 digits), summed in a fixed order. A block is computed when
 * one of its figures is first asked for: whole, or figure by figure where quantities refer to each other over time.
 */
import type { Decimal } from 'decimal.js';
import type { Axis } from '../graph/axis';
import type { Expression } from '../graph/expression';
import type { Block, Quantity } from '../graph/quantity';
import { isRecursive, readsOfBlock } from './depends';
import { compile, type Compute, type Cursor, type Ground, type Store } from './exact-formula';
import { cellsTouched, touchedBy } from './touched';

/** Figures that stand in place of an input's typed ones: all figures of the block. */
export type Replacements = ReadonlyMap<Block, readonly Decimal[]>;

/** Figures of some cells of inputs, in place of those they hold. */
export type Moves = ReadonlyMap<Block, ReadonlyMap<number, Decimal>>;

interface Held extends Store {
  values: (Decimal | undefined)[];
  readonly cursors: readonly Cursor[];
  compute: Compute | null;
  readonly whole: boolean;
}

/** A run of a model in decimals. Formulas are made ready once; {@link ExactRun.replace} runs them again on other inputs. */
export class ExactRun {
  private readonly held = new Map<Block, Held>();
  private readonly cursors = new Map<Axis, Cursor>();
  private readonly ground: Ground = {
    cursor: (axis) => this.cursor(axis),
    store: (block) => this.hold(block),
    figure: (store, block, cell) => this.figure(block, store as Held, cell),
  };

  /** All figures of a quantity, the last axis running fastest. */
  block({ block }: Pick<Quantity, 'block'>): readonly Decimal[] {
    const held = this.hold(block);
    return Array.from({ length: block.size }, (_, cell) => held.values[cell] ?? this.figure(block, held, cell));
  }

  /** One figure, at these members of the quantity's axes (by index, in its own order). */
  at({ block }: Pick<Quantity, 'block'>, members: readonly number[]): Decimal {
    const held = this.hold(block);
    if (members.length !== block.axes.length)
      throw new Error(`${block.name} has ${String(block.axes.length)} axes, not ${String(members.length)}`);
    const cell = held.strides.reduce((at, stride, k) => at + stride * (members[k] ?? 0), 0);
    return held.values[cell] ?? this.figure(block, held, cell);
  }

  /** A part of a formula on its own, at these members of the axes it stands on. For explanations. */
  part(expression: Expression, context: readonly Axis[], members: readonly number[]): Decimal {
    const cursors = context.map((axis) => this.cursor(axis));
    const before = cursors.map((cursor) => cursor.index);
    cursors.forEach((cursor, k) => (cursor.index = members[k] ?? 0));
    const value = compile(expression, context, 'part', this.ground)();
    cursors.forEach((cursor, k) => (cursor.index = before[k] ?? 0));
    return value;
  }

  /** Puts other figures in place of inputs; only what rests on them is computed again. */
  replace(replacements: Replacements): void {
    const users = new Map<Block, Block[]>();
    for (const block of this.held.keys())
      for (const read of readsOfBlock(block)) users.set(read, [...(users.get(read) ?? []), block]);
    const reached = new Set<Block>(replacements.keys());
    const open = [...reached];
    for (let block = open.pop(); block; block = open.pop()) {
      for (const user of users.get(block) ?? []) {
        if (reached.has(user)) continue;
        reached.add(user);
        open.push(user);
      }
    }
    for (const block of reached) {
      const figures = replacements.get(block);
      this.hold(block).values = figures ? [...figures] : new Array<Decimal | undefined>(block.size);
    }
  }

  /**
   * Reads figures with some cells of inputs moved, and puts everything back: only what rests on those cells is computed.
   * What is read should have been read at rest before, so that the rest of it is known.
   */
  trial<T>(moves: Moves, read: () => T): T {
    const before = new Map([...this.held].map(([block, held]) => [block, held.values] as const));
    const cells = new Map([...moves].map(([block, moved]) => [block, moved.keys()] as const));
    for (const block of moves.keys()) this.hold(block);
    for (const [block, touched] of touchedBy(cells, this.held.keys())) {
      const held = this.hold(block);
      const moved = moves.get(block);
      held.values = [...held.values];
      if (moved) for (const [cell, value] of moved) held.values[cell] = value;
      else for (const cell of cellsTouched(block, touched)) held.values[cell] = undefined;
    }
    try {
      return read();
    } finally {
      for (const [block, held] of this.held) held.values = before.get(block) ?? this.atRest(block);
    }
  }

  private atRest = (block: Block): (Decimal | undefined)[] =>
    block.input ? [...block.input.values] : new Array<Decimal | undefined>(block.size);

  private cursor(axis: Axis): Cursor {
    let cursor = this.cursors.get(axis);
    if (!cursor) this.cursors.set(axis, (cursor = { index: 0 }));
    return cursor;
  }

  private hold(block: Block): Held {
    const known = this.held.get(block);
    if (known) return known;
    const held: Held = {
      values: this.atRest(block),
      strides: block.axes.map((_, k) => block.axes.slice(k + 1).reduce((product, axis) => product * axis.size, 1)),
      cursors: block.axes.map((axis) => this.cursor(axis)),
      compute: null,
      whole: !isRecursive(block),
    };
    this.held.set(block, held);
    return held;
  }

  private figure(block: Block, held: Held, cell: number): Decimal {
    if (!block.formula) throw new Error(`${block.name} has neither figures nor a formula`);
    held.compute ??= compile(block.formula, block.axes, block.name, this.ground);
    const before = held.cursors.map((cursor) => cursor.index);
    if (held.whole) this.fill(block, held, held.compute);
    else this.fillOne(block, held, held.compute, cell);
    held.cursors.forEach((cursor, k) => (cursor.index = before[k] ?? 0));
    const value = held.values[cell];
    if (!value) throw new Error(`${block.name} has no figure ${String(cell)}`);
    return value;
  }

  private fillOne(block: Block, { values, cursors, strides }: Held, compute: Compute, cell: number): void {
    cursors.forEach((cursor, k) => (cursor.index = Math.floor(cell / (strides[k] ?? 1)) % (block.axes[k]?.size ?? 1)));
    values[cell] = compute();
  }

  private fill(block: Block, { values, cursors }: Held, compute: Compute): void {
    const sizes = block.axes.map((axis) => axis.size);
    for (const cursor of cursors) cursor.index = 0;
    for (let cell = 0; cell < values.length; cell += 1) {
      values[cell] ??= compute();
      for (let k = cursors.length - 1; k >= 0; k -= 1) {
        const cursor = cursors[k];
        if (!cursor) break;
        cursor.index += 1;
        if (cursor.index < (sizes[k] ?? 1)) break;
        cursor.index = 0;
      }
    }
  }
}
