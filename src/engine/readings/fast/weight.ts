/** How much a formula weighs: its parts, with sums counted for their length. Decides what is written out. */
import type { Expression } from '../../graph/expression';
import { partsOf } from '../depends';

export function weightOf(expression: Expression): number {
  const { node } = expression;
  const parts = partsOf(expression).map(weightOf);
  if (node.kind === 'cases') return 1 + Math.max(0, ...parts);
  const own = node.kind === 'function' || (node.kind === 'arithmetic' && node.op === '^') ? 8 : 1;
  const times = node.kind === 'sum' ? Math.min(node.over.size, 8) : 1;
  return own + times * parts.reduce((total, weight) => total + weight, 0);
}
