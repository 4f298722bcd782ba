/** Assumptions about what is coming, what happened and what combines: BIM_Horizon, BIM_Phases, BIM_Actuals, BIM_Parts. */
import type { Change, Given, Row } from './given';
import type { ResourceRow } from './realisation-assumptions';

export type Phase = 'I' | 'II' | 'III' | 'filed' | 'approved';

/** One row of BIM_Horizon: a technology that may launch. Launch dates are years with decimals. */
export interface HorizonRow extends Row {
  readonly technology: string;
  readonly phase: Phase;
  readonly launch: Given;
  readonly earliest: Given | null;
  readonly latest: Given | null;
  /** Chance of approval; null: the product of the rates from its phase on. */
  readonly probability: Given | null;
  /** Chance that it is funded (1). */
  readonly funded: Given | null;
  /** Members of a group share a market; '' = none. */
  readonly group: string;
  readonly eligible: Given;
  readonly peakUptake: Given;
  readonly yearsToPeak: Given;
  readonly netCost: Given;
  readonly displacedCost: Given | null;
  readonly confidential: boolean;
}
/** One row of BIM_Phases: the chance to pass a phase. */
export interface PhaseRow extends Row {
  readonly phase: Phase;
  readonly rate: Given;
}
/** What is coming, and the room in the budget it is compared with. */
export interface Register {
  readonly items: readonly HorizonRow[];
  readonly phases: readonly PhaseRow[];
  /** Rows of BIM_Resources for the technology `horizon`; none: no room is given. */
  readonly room: readonly ResourceRow[];
}

export type Measure = 'eligible' | 'starts' | 'patients' | 'spend';
/** One row of BIM_Actuals. `month` null: the whole year, which spreads evenly over its months. */
export interface ActualRow extends Row {
  readonly year: number;
  readonly month: number | null;
  readonly measure: Measure;
  readonly technology: string;
  readonly subgroup: string;
  /** Null: not recorded yet. */
  readonly value: Given | null;
}

/** A part of a combination: the changes that take it away. */
export interface Part {
  readonly name: string;
  readonly changes: readonly Change[];
}
