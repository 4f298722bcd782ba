/**
 * The dependency reading: which quantities a figure rests on, which an input reaches, and which inputs nothing uses.
 * Only branches that the structure can take are followed.
 */
import type { Expression } from '../graph/expression';
import type { Model } from '../graph/model';
import type { Block, Quantity } from '../graph/quantity';
import type { Given } from '../assumptions';

/** The parts of a formula that can be reached: branches that no member takes are left out. */
export function partsOf({ node }: Expression): readonly Expression[] {
  switch (node.kind) {
    case 'constant':
    case 'position':
    case 'read':
      return [];
    case 'arithmetic':
    case 'compare':
      return [node.left, node.right];
    case 'extreme':
      return node.parts;
    case 'select':
      return [node.when, node.then, node.otherwise];
    case 'function':
    case 'round':
    case 'sum':
      return [node.of];
    case 'later':
      return [node.of, node.by];
    case 'cases':
      return [...new Set(node.classes)].flatMap((key) => node.branches.get(key) ?? []);
  }
}

/** Blocks that a formula reads directly. */
export function readsOf(expression: Expression): readonly Block[] {
  const own = expression.node.kind === 'read' ? [expression.node.block] : [];
  return [...new Set([...own, ...partsOf(expression).flatMap(readsOf)])];
}

const directReads = new WeakMap<Block, readonly Block[]>();

/** Blocks that a block's formula reads directly. */
export function readsOfBlock(block: Block): readonly Block[] {
  const known = directReads.get(block);
  if (known) return known;
  const reads = block.formula ? readsOf(block.formula) : [];
  directReads.set(block, reads);
  return reads;
}

/** Everything a quantity rests on, itself included. */
export function restsOn(of: Quantity): ReadonlySet<Block> {
  const seen = new Set<Block>();
  const open = [of.block];
  for (let block = open.pop(); block; block = open.pop()) {
    if (seen.has(block)) continue;
    seen.add(block);
    open.push(...readsOfBlock(block));
  }
  return seen;
}

const recursion = new WeakMap<Block, boolean>();

/** Whether a block rests on itself (over time, or over the members of an axis). */
export function isRecursive(block: Block): boolean {
  const known = recursion.get(block);
  if (known !== undefined) return known;
  const seen = new Set<Block>();
  const open = [...readsOfBlock(block)];
  for (let next = open.pop(); next && !seen.has(block); next = open.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    if (recursion.get(next) !== false) open.push(...readsOfBlock(next));
  }
  recursion.set(block, seen.has(block));
  return seen.has(block);
}

/** Every quantity that an input block reaches, itself included. */
export function reaches(model: Model, input: Block): ReadonlySet<Block> {
  return new Set(model.quantities.filter((quantity) => restsOn(quantity).has(input)).map((quantity) => quantity.block));
}

/** Inputs that the user gave and that none of these figures rests on. */
export function deadInputs(model: Model, figures: readonly Quantity[]): readonly Given[] {
  const used = new Set(figures.flatMap((figure) => [...restsOn(figure)]));
  return model.quantities
    .filter(({ block }) => block.input && !used.has(block))
    .flatMap(({ block }) => block.input?.given.filter((given): given is Given => given !== null) ?? []);
}
