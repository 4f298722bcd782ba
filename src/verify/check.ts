/** A check: a property that must hold of any model, tried on the user's own. After TECH-VER (Büyükkaramikli 2019), AdViSHE and ISPOR-SMDM. */
import type { Place } from '../engine/finding';
import type { Subject } from './subject';

export type Family =
  | 'Zero and identity'
  | 'Symmetry'
  | 'Scale'
  | 'Direction'
  | 'Conservation'
  | 'Time'
  | 'Traceability'
  | 'Uncertainty'
  | 'Delivery';

/** How a property failed: what was changed, what should have come of it, and what did. */
export interface Failure {
  readonly changed: string;
  readonly expected: string;
  readonly got: string;
  /** The cell to look at; null where the failure has none of its own. */
  readonly at: Place | null;
}

/** One property. `number` is its place in the list of checks, which tests and forms quote. */
export interface Check {
  readonly number: number;
  readonly family: Family;
  readonly name: string;
  /** What a model that fails it would get wrong. */
  readonly why: string;
  /** Null where it holds. Throws `Outside` where its conditions are not met by this model. */
  readonly judge: (subject: Subject) => Failure | null;
  /** True where it compares formulas with figures: no measure of how well mistakes in figures are noticed. */
  readonly ofFormulas?: true;
}
