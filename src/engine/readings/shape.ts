/**
 * The shape of a model: names, axes, formulas, links, and the numbers that the structure fixes. Two models of one shape
 * differ in what is typed alone, so that one can be run on the inputs of the other.
 */
import type { Axis } from '../graph/axis';
import type { Expression } from '../graph/expression';
import type { Model } from '../graph/model';
import { partsOf } from './depends';

/** The structure of a model as text. */
export function shapeOf(model: Model): string {
  const told = new Set<Axis>();
  const axisText = (axis: Axis): string => {
    if (told.has(axis)) return axis.name;
    told.add(axis);
    const links = axis.links.map(({ to, map }) => `${to.name}:${map.join()}`).join(' ');
    return `${axis.name}(${axis.members.join('|')};${links})`;
  };
  return model.quantities
    .map(({ block }) =>
      [
        block.name,
        ...block.axes.map(axisText),
        block.formula ? formulaText(block.formula) : '',
        block.input?.structural && !block.input.marks ? block.input.values.join() : '',
      ].join(';'),
    )
    .join('\n');
}

/** The same text for the same formula, another for any other. */
export function formulaText(of: Expression): string {
  const { node } = of;
  const parts = partsOf(of).map(formulaText).join(';');
  switch (node.kind) {
    case 'constant':
      return node.value;
    case 'read':
      return `${node.block.name}[${node.places
        .map((place) =>
          place.kind === 'via'
            ? `${place.link.from.name}:${place.link.map.join()}`
            : JSON.stringify({
                ...place,
                axis: place.axis.name,
                ...(place.kind === 'lagged' ? { by: place.by.name } : {}),
              }),
        )
        .join()}]`;
    case 'cases':
      return `cases ${node.axis.name} ${node.classes.join()}(${parts})`;
    case 'sum':
      return `sum ${node.over.name} ${node.per.map((via) => via.map.join()).join(' ')}(${parts})`;
    case 'position':
      return node.axis.name;
    case 'later':
      return `later ${node.along.name}(${parts})`;
    case 'round':
      return `round ${node.mode} ${String(node.places)}(${parts})`;
    default:
      return `${node.kind} ${'op' in node ? node.op : 'name' in node ? node.name : ''}(${parts})`;
  }
}
