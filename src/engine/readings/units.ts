/**
 * The unit reading: derives each formula's unit and compares it with the declared one, so that a formula which adds
 * people to money, or forgets a price, is refused when the model is built.
 */
import type { Expression, Node } from '../graph/expression';
import type { Model } from '../graph/model';
import { NO_UNIT, parseUnit, sameUnit, timesUnit, unitText, type Unit } from '../graph/unit';
import { partsOf } from './depends';

/** One formula whose unit is not what was declared, or whose parts do not fit together. */
export interface UnitFault {
  readonly quantity: string;
  readonly fault: string;
}

class Misfit extends Error {}

function common(parts: readonly Expression[], what: string): Unit {
  const units = parts.filter((part) => !isNothing(part)).map(unitOf);
  const [head = NO_UNIT] = units;
  const other = units.find((unit) => !sameUnit(unit, head));
  if (other) throw new Misfit(`${what} of ${unitText(head)} and ${unitText(other)}`);
  return head;
}

function arithmeticUnit(node: Extract<Node, { kind: 'arithmetic' }>): Unit {
  switch (node.op) {
    case '+':
    case '-':
      return common([node.left, node.right], node.op === '+' ? 'sum' : 'difference');
    case '*':
      return timesUnit(unitOf(node.left), unitOf(node.right));
    case '/':
      return timesUnit(unitOf(node.left), unitOf(node.right), -1);
    case '^': {
      const base = unitOf(node.left);
      if (!sameUnit(base, NO_UNIT)) throw new Misfit(`power of ${unitText(base)}`);
      const exponent = unitOf(node.right);
      if (!sameUnit(exponent, NO_UNIT)) throw new Misfit(`power by ${unitText(exponent)}`);
      return NO_UNIT;
    }
  }
}

/** The unit of an expression. Throws {@link Misfit} where parts do not fit. */
export function unitOf(expression: Expression): Unit {
  const { node } = expression;
  switch (node.kind) {
    case 'constant':
      return parseUnit(node.unit);
    case 'read':
      return parseUnit(node.block.unit);
    case 'arithmetic':
      return arithmeticUnit(node);
    case 'extreme':
      return common(node.parts, node.op);
    case 'compare':
      common([node.left, node.right], 'comparison');
      return NO_UNIT;
    case 'select':
      unitOf(node.when);
      return common([node.then, node.otherwise], 'choice');
    case 'cases':
      return common(partsOf(expression), 'cases');
    case 'function': {
      const unit = unitOf(node.of);
      if (!sameUnit(unit, NO_UNIT)) throw new Misfit(`${node.name} of ${unitText(unit)}`);
      return NO_UNIT;
    }
    case 'round':
    case 'sum':
      return unitOf(node.of);
    case 'position':
      return NO_UNIT;
    case 'later': {
      const by = unitOf(node.by);
      if (!sameUnit(by, NO_UNIT)) throw new Misfit(`later by ${unitText(by)}`);
      return unitOf(node.of);
    }
  }
}

/** Every quantity whose formula gives another unit than it declares. None in a sound model. */
export function unitFaults(model: Model): readonly UnitFault[] {
  return model.quantities.flatMap(({ block }): readonly UnitFault[] => {
    if (!block.formula || isNothing(block.formula)) return [];
    try {
      const given = unitOf(block.formula);
      const declared = parseUnit(block.unit);
      return sameUnit(given, declared)
        ? []
        : [{ quantity: block.name, fault: `declared ${unitText(declared)}, formula gives ${unitText(given)}` }];
    } catch (error) {
      if (error instanceof Misfit) return [{ quantity: block.name, fault: error.message }];
      throw error;
    }
  });
}

/** A formula of which only zeros are left (or nothing at all, where no member takes it): it has every unit. */
function isNothing(expression: Expression): boolean {
  const { node } = expression;
  if (node.kind === 'constant') return Number(node.value) === 0;
  if (node.kind === 'select') return isNothing(node.then) && isNothing(node.otherwise);
  const through = node.kind === 'cases' || node.kind === 'sum' || node.kind === 'round' || node.kind === 'extreme';
  return through && partsOf(expression).every(isNothing);
}
