/**
 * Values that may be without an answer (a division by nothing, the logarithm of nothing). In decimals nothing times
 * such a value is nothing; floats say "not a number", so products with them are looked at twice.
 */
import type { Expression } from '../../graph/expression';
import type { Block } from '../../graph/quantity';
import { partsOf } from '../depends';
import type { Value } from './code';

/** Blocks whose figures may be without an answer. */
export function wildBlocks(blocks: readonly Block[]): ReadonlySet<Block> {
  const found = new Set<Block>();
  for (let before = -1; before < found.size;) {
    before = found.size;
    for (const block of blocks) if (block.formula && isWild(block.formula, found)) found.add(block);
  }
  return found;
}

/** A choice by a comparison is taken to be made so that its answer is one. */
function isWild(expression: Expression, blocks: ReadonlySet<Block>): boolean {
  const { node } = expression;
  if (node.kind === 'read') return blocks.has(node.block);
  if (node.kind === 'compare' || (node.kind === 'select' && node.when.node.kind === 'compare')) return false;
  if (node.kind === 'function' && node.name === 'ln') return true;
  if (node.kind === 'arithmetic' && node.op === '/' && node.right.node.kind !== 'constant') return true;
  return partsOf(expression).some((part) => isWild(part, blocks));
}

/** Whether a value may be without an answer. */
export function mayBeWild({ node }: Value): boolean {
  switch (node.kind) {
    case 'number':
      return !Number.isFinite(node.value);
    case 'load':
      return node.store.wild;
    case 'index':
    case 'compare':
      return false;
    case 'select':
      return node.when.node.kind !== 'compare' && (mayBeWild(node.then) || mayBeWild(node.otherwise));
    case 'binary':
      if (node.op === '/' && node.right.node.kind !== 'number') return true;
      return mayBeWild(node.left) || mayBeWild(node.right);
    case 'extreme':
      return mayBeWild(node.left) || mayBeWild(node.right);
    case 'call':
      return node.name === 'ln' || mayBeWild(node.of);
    case 'round':
      return mayBeWild(node.of);
    case 'sum':
      return node.parts.some(mayBeWild);
  }
}
