/** What formulas are lowered with. */
import type { Expression } from '../../graph/expression';
import type { Block } from '../../graph/quantity';
import type { Store, Value } from './code';
import type { Place } from './place';
import type { Values } from './values';

export interface Lowering {
  readonly values: Values;
  readonly store: (block: Block) => Store;
  /** Whether a comparison rests on a block. */
  readonly decides: (block: Block) => boolean;
  /** A formula as a value, at a place. */
  readonly lower: (expression: Expression, place: Place) => Value;
  /** Parts of a formula that may be written out member by member; more becomes a loop. */
  readonly unroll: number;
}
