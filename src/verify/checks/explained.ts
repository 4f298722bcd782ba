/** Check 54: explanations add up. */
import { Exact } from '../../engine/readings/decimals';
import { explain } from '../../engine/readings/explain';
import type { Explanation } from '../../engine/results';
import { years } from '../../engine/figures';
import type { Check } from '../check';
import { alike, costOf } from '../compare';
import { needsCosts } from '../conditions';

/** The first node whose parts are sums and do not give its value. */
function wrongNode(node: Explanation, scale: ReturnType<typeof costOf>): Explanation | null {
  const sums =
    node.parts.length > 0 &&
    node.parts.every((part) => ['', '+', '−'].includes(part.operator)) &&
    node.parts.some((part) => part.operator !== '');
  const total = node.parts.reduce(
    (sum, part) => (part.operator === '−' ? sum.minus(part.value) : sum.plus(part.value)),
    new Exact(0),
  );
  if (sums && !alike([total], [new Exact(node.value)], scale)) return node;
  for (const part of node.parts) {
    const found = wrongNode(part, scale);
    if (found) return found;
  }
  return null;
}

export const explained: Check = {
  number: 54,
  family: 'Traceability',
  name: 'The parts of an explanation add up to the figure',
  why: 'An explanation that does not add up explains another figure.',
  ofFormulas: true,
  judge: ({ run }) => {
    needsCosts(run);
    const year = run.of.structure.year.members[years(run).at(-1) ?? 0] ?? '';
    const wrong = wrongNode(explain(run, `Budget impact[${year}]`), costOf(run));
    return wrong
      ? {
          changed: `Budget impact[${year}] taken apart`,
          expected: `parts of ${wrong.name} ${wrong.where} that add up to ${wrong.value}`,
          got: wrong.parts.map((part) => `${part.operator}${part.value}`).join(' '),
          at: wrong.at,
        }
      : null;
  },
};
