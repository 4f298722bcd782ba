/** Formulas as they are told: without what only carries a unit or changes nothing. */
import { Expression } from '../graph/expression';

/** Whether an expression is this number of the method. */
export const isConstant = ({ node }: Expression, value: number): boolean =>
  node.kind === 'constant' && Number(node.value) === value;

/** A formula without what says nothing: × 1 (which only carries a unit), ÷ 1, + 0, − 0; and what is multiplied by 0. */
export function simple(expression: Expression): Expression {
  const { node } = expression;
  switch (node.kind) {
    case 'arithmetic': {
      const [left, right] = [simple(node.left), simple(node.right)];
      if (node.op === '*' && (isConstant(left, 0) || isConstant(right, 0))) return isConstant(left, 0) ? left : right;
      const neutral = node.op === '+' || node.op === '-' ? 0 : 1;
      if (isConstant(right, neutral)) return left;
      if ((node.op === '*' || node.op === '+') && isConstant(left, neutral)) return right;
      return new Expression({ ...node, left, right });
    }
    case 'extreme':
      return node.parts.length === 1 && node.parts[0]
        ? simple(node.parts[0])
        : new Expression({ ...node, parts: node.parts.map(simple) });
    case 'compare':
      return new Expression({ ...node, left: simple(node.left), right: simple(node.right) });
    case 'select':
      return new Expression({
        ...node,
        when: simple(node.when),
        then: simple(node.then),
        otherwise: simple(node.otherwise),
      });
    case 'function':
    case 'round':
    case 'sum':
      return new Expression({ ...node, of: simple(node.of) });
    case 'later':
      return new Expression({ ...node, by: simple(node.by) });
    case 'cases':
      return new Expression({
        ...node,
        branches: new Map([...node.branches].map(([key, branch]) => [key, simple(branch)])),
      });
    default:
      return expression;
  }
}
