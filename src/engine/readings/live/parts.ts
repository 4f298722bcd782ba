/** Walking through formulas: which parts one has, what it is with other parts, and on which axes it stands. */
import { align, memberOf } from '../../graph/alignment';
import type { Axis } from '../../graph/axis';
import { Expression, type Node } from '../../graph/expression';
import { partsOf } from '../depends';
import { memberHere, type Here } from '../places';

/** The same formula with its direct parts changed. */
export function withParts(expression: Expression, change: (part: Expression) => Expression): Expression {
  const { node } = expression;
  switch (node.kind) {
    case 'constant':
    case 'read':
    case 'position':
      return expression;
    case 'arithmetic':
    case 'compare':
      return new Expression({ ...node, left: change(node.left), right: change(node.right) });
    case 'extreme':
      return new Expression({ ...node, parts: node.parts.map(change) });
    case 'select':
      return new Expression({
        ...node,
        when: change(node.when),
        then: change(node.then),
        otherwise: change(node.otherwise),
      });
    case 'function':
    case 'round':
    case 'sum':
      return new Expression({ ...node, of: change(node.of) });
    case 'later':
      return new Expression({ ...node, by: change(node.by) });
    case 'cases':
      return new Expression({
        ...node,
        branches: new Map([...node.branches].map(([key, branch]) => [key, change(branch)])),
      });
  }
}

/** Resolves what the structure decides at one place, so that a formula holds only what a modeller would write. */
export function settled(expression: Expression, here: Here): Expression {
  const { node } = expression;
  if (node.kind !== 'cases') return expression;
  const branch = node.branches.get(node.classes[memberHere(node.axis, here)] ?? '');
  return branch ? settled(branch, here) : expression;
}

export const isNumber = ({ node }: Expression, value: number): boolean =>
  node.kind === 'constant' && Number(node.value) === value;

/** The axes of the context by which a formula finds its figures. */
export function axesUsed(expression: Expression, context: readonly Axis[]): ReadonlySet<Axis> {
  const used = new Set<Axis>();
  const through = (axis: Axis, at: readonly Axis[]): void => {
    const where = memberOf(axis, at, axis.name);
    used.add(where.kind === 'same' ? where.axis : where.from);
  };
  const visit = (of: Expression, at: readonly Axis[]): void => {
    const { node } = of;
    if (node.kind === 'read') readAxes(node, at).forEach((axis) => used.add(axis));
    if (node.kind === 'cases' || node.kind === 'position') through(node.axis, at);
    if (node.kind === 'sum') for (const via of node.per) through(via.to, at);
    const inside = node.kind === 'sum' ? [...at, node.over] : at;
    for (const part of partsOf(of)) visit(part, inside);
  };
  visit(expression, context);
  return used;
}

function readAxes(node: Extract<Node, { kind: 'read' }>, context: readonly Axis[]): readonly Axis[] {
  return align(node.block, node.places, context).flatMap((where) => {
    switch (where.kind) {
      case 'same':
        return [where.axis];
      case 'gather':
        return [where.from];
      case 'lagged':
        return [where.axis, where.back];
      case 'fixed':
        return [];
    }
  });
}
