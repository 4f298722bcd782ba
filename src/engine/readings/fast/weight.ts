/** How much a formula weighs: its parts, with sums counted for their length. Decides what is written out. */
import type { Expression } from '../../graph/expression';
import { partsOf } from '../depends';

const weights = new WeakMap<Expression, number>();

export function weightOf(expression: Expression): number {
  const known = weights.get(expression);
  if (known !== undefined) return known;
  const { node } = expression;
  const inner = partsOf(expression).map(weightOf);
  const own = node.kind === 'function' || (node.kind === 'arithmetic' && node.op === '^') ? 8 : 1;
  const parts =
    node.kind === 'sum'
      ? inner.reduce((total, weight) => total + weight, 0) * Math.min(node.over.size, 8)
      : node.kind === 'cases'
        ? Math.max(0, ...inner)
        : inner.reduce((total, weight) => total + weight, 0);
  weights.set(expression, own + parts);
  return own + parts;
}
