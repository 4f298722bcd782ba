/**
 * Soundness: a model must not read outside a block, leave an axis in the air, or go round in a circle. Found without
 * computing anything, so that a mistake in the model is refused when it is built.
 */
import { align, decidedBy, memberFrom, memberOf } from '../graph/alignment';
import type { Axis } from '../graph/axis';
import type { Expression, Node } from '../graph/expression';
import type { Model } from '../graph/model';
import type { Block } from '../graph/quantity';
import { partsOf } from './depends';
import { goRound } from './member-circles';

export interface SoundnessFault {
  readonly quantity: string;
  readonly fault: string;
}

/** Members of an axis that a part of a formula is used for; null: all. */
type Taken = ReadonlyMap<Axis, ReadonlySet<number>>;

function narrowed(taken: Taken, node: Extract<Node, { kind: 'cases' }>, key: string, context: readonly Axis[]): Taken {
  const where = memberOf(node.axis, context);
  const from = decidedBy(where);
  const before = taken.get(from) ?? new Set(from.members.map((_, index) => index));
  return new Map(taken).set(
    from,
    new Set([...before].filter((index) => node.classes[memberFrom(where, index)] === key)),
  );
}

function outside(node: Extract<Node, { kind: 'read' }>, context: readonly Axis[], taken: Taken): string | null {
  for (const where of align(node.block, node.places, context)) {
    if (where.kind === 'fixed' || where.kind === 'lagged') continue;
    const from = decidedBy(where);
    const members = taken.get(from) ?? new Set(from.members.map((_, index) => index));
    const bad = [...members].find((index) => {
      const to = memberFrom(where, index);
      return to < 0 || to >= where.axis.size;
    });
    if (bad !== undefined) return `reads outside ${node.block.name} at ${from.members[bad] ?? ''}`;
  }
  return null;
}

function faultsIn(expression: Expression, context: readonly Axis[], taken: Taken): readonly string[] {
  const { node } = expression;
  if (context.some((axis) => taken.get(axis)?.size === 0)) return [];
  if (node.kind === 'read') {
    const fault = outside(node, context, taken);
    return fault ? [fault] : [];
  }
  if (node.kind === 'sum') return faultsIn(node.of, [...context, node.over], taken);
  if (node.kind === 'cases') {
    return [...new Set(node.classes)].flatMap((key) => {
      const branch = node.branches.get(key);
      return branch ? faultsIn(branch, context, narrowed(taken, node, key, context)) : [`no case for ${key}`];
    });
  }
  return partsOf(expression).flatMap((part) => faultsIn(part, context, taken));
}

/** A step of a formula to another block: whether it stays in the same cell, or goes to an earlier one. */
function samePlace(expression: Expression, context: readonly Axis[]): readonly Block[] {
  const { node } = expression;
  if (node.kind === 'read') {
    const moved = align(node.block, node.places, context).some(
      (where) =>
        (where.kind === 'same' && where.by !== 0) ||
        (where.kind === 'gather' && where.axis === where.from) ||
        where.kind === 'lagged' ||
        where.kind === 'fixed',
    );
    return moved ? [] : [node.block];
  }
  const inner = node.kind === 'sum' ? [...context, node.over] : context;
  return partsOf(expression).flatMap((part) => samePlace(part, inner));
}

/** Blocks that a block reads in the same place; a formula that leaves an axis in the air is said elsewhere. */
function nextOf(block: Block): readonly Block[] {
  try {
    return block.formula ? samePlace(block.formula, block.axes) : [];
  } catch {
    return [];
  }
}

/** Circles among readings of the same place: a quantity that needs itself at once. */
function circles(model: Model): readonly SoundnessFault[] {
  const state = new Map<Block, 'open' | 'done'>();
  const found: SoundnessFault[] = [];
  const visit = (block: Block, path: readonly Block[]): void => {
    if (state.get(block) === 'done') return;
    if (state.get(block) === 'open') {
      const round = path.slice(path.indexOf(block));
      if (!goRound(round)) return;
      const names = [...round, block].map(({ name }) => name);
      found.push({ quantity: block.name, fault: `circle: ${names.join(' → ')}` });
      return;
    }
    state.set(block, 'open');
    for (const next of nextOf(block)) visit(next, [...path, block]);
    state.set(block, 'done');
  };
  for (const quantity of model.quantities) visit(quantity.block, []);
  return found;
}

/** Everything unsound about a model. None in a sound one. */
export function soundnessFaults(model: Model): readonly SoundnessFault[] {
  const reads = model.quantities.flatMap(({ block }): readonly SoundnessFault[] => {
    if (!block.formula || block.size === 0) return [];
    try {
      return faultsIn(block.formula, block.axes, new Map()).map((fault) => ({ quantity: block.name, fault }));
    } catch (error) {
      return [{ quantity: block.name, fault: error instanceof Error ? error.message : String(error) }];
    }
  });
  return [...reads, ...circles(model)];
}
