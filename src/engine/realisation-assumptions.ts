/**
 * Assumptions of value realisation: what holds the plan back and what it is worth, table by table of the contract.
 * Like `assumptions.ts`: numbers carry the cell they came from, keys are text as typed.
 */
import type { Given, Row } from './given';

/** A dimension of value realisation: what a task, a pool or a benefit is about. */
export type Dimension = 'resources' | 'process' | 'value' | 'attention';
/** A unit of time that a duration or a lag may be typed in. A working day is 1.4 days. */
export type TimeUnit = 'day' | 'working day' | 'week' | 'month' | 'year';
export type LinkKind = 'FS' | 'SS' | 'FF' | 'SF';

/** A length of time: the number typed, and its unit. */
export interface Lag {
  readonly amount: Given;
  readonly unit: TimeUnit;
}
/** One dependency of a task, `B FS+2w`: which task (index in the table), how, and how much later. */
export interface TaskLink {
  readonly task: number;
  readonly kind: LinkKind;
  /** Null: at once. Negative: earlier. */
  readonly lag: Lag | null;
}
/**
 * A moment: from the start (null), the finish of a task with a lag, or a typed time. A typed month number n is time
 * n − 1; a calendar year (from 1000) is its first month.
 */
export type Moment =
  | { readonly kind: 'task'; readonly task: number; readonly lag: Lag | null }
  | { readonly kind: 'time'; readonly typed: Given };

/** One row of BIM_Tasks. `wave` and `opens` are as typed, names apart; '' = none. */
export interface TaskRow extends Row {
  readonly id: string;
  readonly task: string;
  readonly dimension: Dimension;
  readonly duration: Given;
  readonly unit: TimeUnit;
  readonly after: readonly TaskLink[];
  /** Months from the start. */
  readonly notBefore: Given | null;
  readonly wave: string;
  readonly opens: readonly string[];
  readonly owner: string;
  readonly cost: Given | null;
  /** Both or neither. */
  readonly low: Given | null;
  readonly high: Given | null;
}

/** One row of BIM_Waves. `technology` '' = every new one. */
export interface WaveRow extends Row {
  readonly wave: string;
  readonly technology: string;
  readonly sites: Given | null;
  readonly share: Given | null;
  /** A month; null = no limit. */
  readonly startsPerSite: Given | null;
  readonly liveAfter: readonly Moment[];
}

export type ResourceKind = 'service' | 'staff' | 'attention' | 'budget' | 'supply';
export type Carry = 'no' | 'forward' | 'year';
/** One row of BIM_Resources: a supply, a use, or both. Rows of one `resource` are one pool. */
export interface ResourceRow extends Row {
  readonly resource: string;
  /** As typed on this row, or on the first row of the pool that says. */
  readonly kind: ResourceKind;
  readonly unit: string;
  readonly available: Given | null;
  readonly period: 'month' | 'year' | 'week';
  /** Null: from the start. */
  readonly from: Moment | null;
  /** Typed supply by year (indices into the periods, as in `Series`); a typed year wins over `available`. */
  readonly years: ReadonlyMap<number, Given>;
  readonly perStart: Given | null;
  readonly perFollowUp: Given | null;
  readonly followUpMonths: Given | null;
  /** '' = every new technology; `horizon` = the room of BIM_Horizon, no gate. */
  readonly technology: string;
  readonly subgroup: string;
  readonly test: string;
  /** Of the pool: as typed on a row of it, else supply forward, budget year, else no. */
  readonly carry: Carry;
  readonly yield: Given | null;
  readonly attrition: Given | null;
  readonly trainers: Given | null;
  readonly classSize: Given | null;
  readonly sessions: Given | null;
  readonly target: Given | null;
  readonly becomeTrainers: Given | null;
  /** Of the pool: as typed, else by kind. */
  readonly dimension: Dimension;
  readonly costPerUnit: Given | null;
}

export type BenefitClass = 'cash-releasing' | 'non-cash-releasing' | 'health' | 'societal';
export type BenefitPer = 'patient-year' | 'year since start' | 'start' | 'year';
/** One row of BIM_Outcomes. */
export interface OutcomeRow extends Row {
  readonly technology: string;
  readonly subgroup: string;
  readonly benefit: string;
  readonly class: BenefitClass;
  readonly quantity: Given;
  readonly per: BenefitPer;
  readonly lagMonths: Given | null;
  readonly rampMonths: Given | null;
  /** Null: the value of a QALY for health, else 0. */
  readonly unitValue: Given | null;
  readonly realised: Given | null;
  readonly optimismBias: Given | null;
  readonly payer: string;
  readonly owner: string;
  readonly measure: string;
}

/** What BIM_Technologies says of a technology beside its budget impact, in the order of that table. */
export interface AdoptionRow extends Row {
  readonly technology: string;
  /** Share of the eligible who would have it if implementation were perfect (1). */
  readonly potential: Given | null;
  /** Share of those still waiting at a month's end who leave for good (0). */
  readonly leaveQueue: Given | null;
  /** Technology whose care they have while they wait; '' = what they would have had without. */
  readonly whileWaiting: string;
}

/** Everything value realisation is computed from; null in `Assumptions` where a workbook has none of it. */
export interface RealisationAssumptions {
  readonly tasks: readonly TaskRow[];
  readonly waves: readonly WaveRow[];
  readonly resources: readonly ResourceRow[];
  readonly outcomes: readonly OutcomeRow[];
  readonly adoption: readonly AdoptionRow[];
  /** BIM_Model: months a patient may wait, for the target queue; null = none. */
  readonly targetWait: Given | null;
  readonly reliefMonths: Given;
  /** Set in a run of the potential: people on a technology in stock accounting are level in each year, not in a line. */
  readonly levels?: true;
}
