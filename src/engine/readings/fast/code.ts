/**
 * The few words that a model is compiled into: loops over members, addresses of figures, and sums on them. Both ways
 * of running (WebAssembly and closures) know these words and nothing of formulas, axes or links.
 */
import type { Arithmetic, Comparison, NamedFunction, RoundingMode } from '../../graph/expression';

/** Where the figures of a block stand: one after another from `address`, in cells; varied ones hold one for each draw. */
export interface Store {
  readonly name: string;
  readonly size: number;
  readonly varied: boolean;
  /** Typed by the user: exact as it stands. */
  readonly given: boolean;
  /** Its figures may be without an answer. */
  readonly wild: boolean;
}

/** A loop whose variable runs over numbers, in order. */
export interface Loop {
  readonly id: number;
  readonly over: Members;
}

export type Members =
  /** From, up to but without `to`; and not beyond `limit`, where there is one. `step` by step. */
  | {
      readonly kind: 'range';
      readonly from: number;
      readonly to: number;
      readonly step: number;
      readonly limit: Index | null;
    }
  | { readonly kind: 'down'; readonly from: number; readonly to: number }
  | { readonly kind: 'list'; readonly members: readonly number[] }
  /** The list that stands at this place. */
  | { readonly kind: 'lists'; readonly lists: readonly (readonly number[])[]; readonly at: Index };

/** `by` times the variable of a loop, or times what a table says for it. */
export interface Term {
  readonly loop: Loop;
  readonly by: number;
  readonly table: readonly number[] | null;
}

/** A whole number that depends on loops. */
export interface Index {
  readonly base: number;
  readonly terms: readonly Term[];
}

export type ValueNode =
  | { readonly kind: 'number'; readonly value: number }
  /** A figure of a store; 0 where the guard is negative. */
  | { readonly kind: 'load'; readonly store: Store; readonly at: Index; readonly guard: Index | null }
  | { readonly kind: 'index'; readonly at: Index }
  /** `clean`: what is left of a difference by floats alone counts as nothing; nothing times whatever is nothing. */
  | {
      readonly kind: 'binary';
      readonly op: Arithmetic;
      readonly left: Value;
      readonly right: Value;
      readonly clean: boolean;
    }
  | { readonly kind: 'extreme'; readonly op: 'min' | 'max'; readonly left: Value; readonly right: Value }
  /** `sure`: both sides are as typed, or one is nothing, so that they are compared to the last digit. */
  | {
      readonly kind: 'compare';
      readonly op: Comparison;
      readonly left: Value;
      readonly right: Value;
      readonly sure: boolean;
    }
  | { readonly kind: 'select'; readonly when: Value; readonly then: Value; readonly otherwise: Value }
  | { readonly kind: 'call'; readonly name: NamedFunction; readonly of: Value }
  | { readonly kind: 'round'; readonly of: Value; readonly mode: RoundingMode; readonly places: number }
  /** The sum of all parts over the loop; several parts are so many members at a time. */
  | { readonly kind: 'sum'; readonly loop: Loop; readonly parts: readonly Value[] };

/** A value: the same formula on the same loops is the same object. `free`: the loops it depends on. */
export interface Value {
  readonly id: number;
  readonly free: ReadonlySet<Loop>;
  readonly node: ValueNode;
}

export type Step =
  | { readonly kind: 'loop'; readonly loop: Loop; readonly body: readonly Step[] }
  | { readonly kind: 'store'; readonly store: Store; readonly at: Index; readonly value: Value };

/** A cell of a store. */
export interface Cell {
  readonly store: Store;
  readonly cell: number;
}

/** A whole model made ready: what is read for each draw, what is done, and what is handed back. */
export interface Program {
  readonly stores: readonly Store[];
  /** Figures that are there before the first draw: of fixed stores, and of inputs as typed. */
  readonly figures: ReadonlyMap<Store, readonly number[]>;
  readonly inputs: readonly Cell[];
  readonly steps: readonly Step[];
  readonly outputs: readonly Cell[];
}

/** The values that a value is made of. */
export function childrenOf({ node }: Value): readonly Value[] {
  switch (node.kind) {
    case 'number':
    case 'load':
    case 'index':
      return [];
    case 'binary':
    case 'extreme':
    case 'compare':
      return [node.left, node.right];
    case 'select':
      return [node.when, node.then, node.otherwise];
    case 'call':
    case 'round':
      return [node.of];
    case 'sum':
      return node.parts;
  }
}
