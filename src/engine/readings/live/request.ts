/** What a live model is asked for, and the parts it is written in. */
import type { Axis } from '../../graph/axis';
import type { Expression } from '../../graph/expression';
import type { Model } from '../../graph/model';
import type { Block, Quantity } from '../../graph/quantity';
import type { Traced, Traces } from '../../traces';
import type { ExactRun } from '../exact';
import type { LiveTotal, TypedTable } from './document';
import type { ScenarioRun } from './scenarios';

/** What is written, and how. */
export interface LiveRequest {
  readonly model: Model;
  readonly run: ExactRun;
  /** What the sheets are there for: everything that these rest on is written. */
  readonly figures: readonly Quantity[];
  /** The axis along the columns. */
  readonly year: Axis;
  readonly baseline: boolean;
  /** What the lists of the results were read from. */
  readonly traces?: Traces;
  /** Figures of which single rows are wanted beside the results: the limit of the test, the sums of shares, chances of launch. */
  readonly threshold?: Quantity | null;
  readonly totals?: Readonly<Record<LiveTotal, Quantity>>;
  readonly shares?: Quantity | null;
  readonly chances?: Quantity | null;
  /** Forecast errors, by the key of each. */
  readonly errors?: ReadonlyMap<string, Traced>;
  /** The budget impact, which is compared with what the engine ran. */
  readonly impact?: Quantity;
  /** Scenarios that the user can choose, and the cell in which. */
  readonly scenarios?: readonly ScenarioRun[];
  readonly selector: string;
  /** The user's tables as they were run. */
  readonly typed?: readonly TypedTable[];
  /** Only the years: what is counted in finer periods stands as values of the run. */
  readonly byYear?: boolean;
}

/** A block to be written, with the formula it is written by; null for an input, and for a value of the run. */
export interface Part {
  readonly block: Block;
  readonly formula: Expression | null;
  /** Counted in finer periods than are written: a value of the run, which follows no cell. */
  readonly fixed?: boolean;
}
