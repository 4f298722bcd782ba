/**
 * Expressions: what a formula can say. Few words on purpose, since every reading (exact, explained,
 * live as Excel formulas, fast) must know all of them.
 */
import type { Axis, Link } from './axis';
import type { Block } from './quantity';

/** How a read block is placed on one of its axes, where it is not simply the current member. */
export type Placement =
  /** `by` members further (−1: the previous one). */
  | { readonly kind: 'shift'; readonly axis: Axis; readonly by: number }
  /** Always this member. */
  | { readonly kind: 'fixed'; readonly axis: Axis; readonly member: number }
  /** The member to which the current member of `link.from` belongs. */
  | { readonly kind: 'via'; readonly axis: Axis; readonly link: Link }
  /** As many members earlier as the current position (from 0) on `by`; before the first there is nothing: 0. */
  | { readonly kind: 'lagged'; readonly axis: Axis; readonly by: Axis };

export type Arithmetic = '+' | '-' | '*' | '/' | '^';
export type Comparison = '<' | '<=' | '=';
export type NamedFunction = 'exp' | 'ln' | 'normal';
export type RoundingMode = 'half up' | 'half even' | 'truncate';

export type Node =
  | { readonly kind: 'constant'; readonly value: string; readonly unit: string }
  | { readonly kind: 'read'; readonly block: Block; readonly places: readonly Placement[] }
  | { readonly kind: 'arithmetic'; readonly op: Arithmetic; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'extreme'; readonly op: 'min' | 'max'; readonly parts: readonly Expression[] }
  | { readonly kind: 'compare'; readonly op: Comparison; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'select'; readonly when: Expression; readonly then: Expression; readonly otherwise: Expression }
  | { readonly kind: 'function'; readonly name: NamedFunction; readonly of: Expression }
  | { readonly kind: 'round'; readonly of: Expression; readonly mode: RoundingMode; readonly places: number }
  | {
      readonly kind: 'cases';
      readonly axis: Axis;
      readonly classes: readonly string[];
      readonly branches: ReadonlyMap<string, Expression>;
    }
  | { readonly kind: 'sum'; readonly of: Expression; readonly over: Axis; readonly per: readonly Link[] }
  | { readonly kind: 'position'; readonly axis: Axis }
  /** A read figure, as many members earlier as `by` says. */
  | { readonly kind: 'later'; readonly of: Expression; readonly along: Axis; readonly by: Expression };

/** A formula, or a part of one. Shapes are aligned by the names of axes; units are checked when the model is built. */
export class Expression {
  constructor(readonly node: Node) {}

  plus(other: Expression): Expression {
    return arithmetic('+', this, other);
  }
  minus(other: Expression): Expression {
    return arithmetic('-', this, other);
  }
  times(other: Expression): Expression {
    return arithmetic('*', this, other);
  }
  over(other: Expression): Expression {
    return arithmetic('/', this, other);
  }
  power(other: Expression): Expression {
    return arithmetic('^', this, other);
  }
}

const arithmetic = (op: Arithmetic, left: Expression, right: Expression): Expression =>
  new Expression({ kind: 'arithmetic', op, left, right });

/** A number of the method itself (not of the user): `constant(12, 'month/year')`. */
export const constant = (value: string | number, unit = '1'): Expression =>
  new Expression({ kind: 'constant', value: String(value), unit });
/** Nothing, which has every unit. */
export const zero = (): Expression => constant(0);
export const one = constant(1);

export const min = (...parts: readonly Expression[]): Expression =>
  new Expression({ kind: 'extreme', op: 'min', parts });
export const max = (...parts: readonly Expression[]): Expression =>
  new Expression({ kind: 'extreme', op: 'max', parts });
export const less = (left: Expression, right: Expression): Expression =>
  new Expression({ kind: 'compare', op: '<', left, right });
export const atMost = (left: Expression, right: Expression): Expression =>
  new Expression({ kind: 'compare', op: '<=', left, right });
export const equal = (left: Expression, right: Expression): Expression =>
  new Expression({ kind: 'compare', op: '=', left, right });
/** `then` where the comparison holds, else `otherwise`; only the one that is taken is computed. */
export const select = (when: Expression, then: Expression, otherwise: Expression): Expression =>
  new Expression({ kind: 'select', when, then, otherwise });
export const exp = (of: Expression): Expression => new Expression({ kind: 'function', name: 'exp', of });
export const ln = (of: Expression): Expression => new Expression({ kind: 'function', name: 'ln', of });
/** The standard normal distribution function. */
export const normal = (of: Expression): Expression => new Expression({ kind: 'function', name: 'normal', of });
export const round = (of: Expression, mode: RoundingMode, places: number): Expression =>
  new Expression({ kind: 'round', of, mode, places });

/**
 * Sum over the members of an axis: all of them, or those that belong to the current members of the axes `per`
 * (`sum(amount, line, world, category)`: the lines of this world and category).
 */
export const sum = (of: Expression, over: Axis, ...per: readonly (Axis | Link)[]): Expression =>
  new Expression({ kind: 'sum', of, over, per: per.map((target) => ('map' in target ? target : over.linkTo(target))) });
/** 1 for the first member of the axis, 2 for the second … */
export const position = (axis: Axis): Expression => new Expression({ kind: 'position', axis });

/** Differences between members that the structure of the model fixes: one branch for each class of members. */
export function cases(
  axis: Axis,
  classOf: (member: number) => string,
  branches: Readonly<Record<string, Expression>>,
): Expression {
  const classes = axis.members.map((_, member) => classOf(member));
  const known = new Map(Object.entries(branches));
  const missing = classes.find((name) => !known.has(name));
  if (missing !== undefined) throw new Error(`cases along ${axis.name}: no branch for ${missing}`);
  return new Expression({ kind: 'cases', axis, classes, branches: known });
}

/** One formula for the first period, another for the later ones. */
export const first = (axis: Axis, start: Expression, later: Expression): Expression =>
  cases(axis, (member) => (member === 0 ? 'first' : 'later'), { first: start, later });
