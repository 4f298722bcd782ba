/**
 * Stress: what is asked of a model, and what it answers, as plain data that a worker can take and give. Amounts are
 * decimal text at full precision; chances, correlations and shares are numbers from −1 to 1.
 */
import type { Change } from '../assumptions';
import type { Finding, Place } from '../finding';
import type { Amounts, ImpactFigures } from '../yearly';

/**
 * The figure that is watched: any of the graph, as in explanations (`Budget impact[2028]`; what is left out is added), or
 * `Highest tested year`, the largest budget impact of the years under the affordability test.
 */
export type FigureName = string;
export const WHOLE_IMPACT: FigureName = 'Budget impact';
export const HIGHEST_YEAR: FigureName = 'Highest tested year';

/** Something that may be moved: a row of BIM_Uncertainty, or an address that was asked for. */
export interface StressParameter {
  readonly parameter: string;
  readonly op: Change['op'];
  /** What it is at rest: as typed; 1 where it multiplies, 0 where it is added; null where nothing is typed. */
  readonly now: string | null;
  readonly low: string | null;
  readonly high: string | null;
  readonly distribution: string | null;
  readonly group: string;
  /** What its field allows; null: no bound. */
  readonly minimum: string | null;
  readonly maximum: string | null;
  /** The row of BIM_Uncertainty. */
  readonly at: Place | null;
}

/** The model with changes: nothing is written, the sheet stays as it is. */
export interface WhatIf {
  /** Null where the changed model is refused; `findings` say why. */
  readonly impact: ImpactFigures | null;
  /** Realised value, where the workbook has delivery or outcomes; discounted. */
  readonly value: { readonly planned: string; readonly realised: string } | null;
  readonly findings: readonly Finding[];
}

/**
 * How far each parameter is moved: as its row says; to a percentile of its distribution and the one opposite (0.1: 10 %
 * and 90 %); or by a part of what it is, either way ("0.2" is 20 %), as far as its field allows.
 */
export interface OneWayAsked {
  readonly figure?: FigureName;
  readonly percentile?: number;
  readonly by?: string;
  /** Addresses to move; absent: those of BIM_Uncertainty. */
  readonly parameters?: readonly string[];
}
/** One parameter moved alone. An end is null where the model refuses it: `refused` says why. */
export interface OneWayBar {
  readonly parameter: string;
  /** Other parameters of its Group, which move with it, each to its own end. */
  readonly also: readonly string[];
  readonly op: Change['op'];
  readonly now: string | null;
  readonly low: OneWayEnd;
  readonly high: OneWayEnd;
  /** The wider of the two differences from the base: what bars are ranked by. */
  readonly width: string;
}
export interface OneWayEnd {
  readonly value: string;
  readonly figure: string | null;
  /** Figure less base. */
  readonly change: string | null;
  readonly refused: string;
}
export interface OneWay {
  readonly figure: FigureName;
  readonly base: string;
  /** Widest first. */
  readonly bars: readonly OneWayBar[];
  /** Parameters that could not be moved, and why. */
  readonly left: readonly { readonly parameter: string; readonly why: string }[];
}

/** Two parameters at once. Values of each from its low to its high, unless given. */
export interface GridAsked {
  readonly across: GridSide;
  readonly down: GridSide;
  readonly figure?: FigureName;
  /** What the break-even line is of; absent: the test's threshold for `Highest tested year`, else 0. */
  readonly target?: string;
}
export interface GridSide {
  readonly parameter: string;
  readonly values?: readonly string[];
  /** How many values; 7 unless said. */
  readonly steps?: number;
}
export interface Grid {
  readonly figure: FigureName;
  readonly target: string;
  readonly base: string;
  readonly across: { readonly parameter: string; readonly now: string | null; readonly values: readonly string[] };
  readonly down: { readonly parameter: string; readonly now: string | null; readonly values: readonly string[] };
  /** By value of `down`, then of `across`; null where the model refuses the pair. */
  readonly cells: readonly (readonly (string | null)[])[];
  /** Where the figure meets the target: for each value of `down`, the values of `across`, exact. */
  readonly line: readonly { readonly down: string; readonly across: readonly string[] }[];
}

/** The value of a parameter at which a figure meets a target. */
export interface BreakEvenAsked {
  readonly parameter: string;
  readonly op?: Change['op'];
  readonly figure?: FigureName;
  /** Absent: the threshold for `Highest tested year`, else 0. */
  readonly target?: string;
  /** Where to look; absent: what the field allows, as far as a thousand times what is typed. */
  readonly from?: string;
  readonly to?: string;
}
export interface BreakEven {
  readonly parameter: string;
  readonly op: Change['op'];
  readonly figure: FigureName;
  readonly target: string;
  readonly now: string | null;
  readonly figureNow: string;
  /**
   * In order; none: there is no such value between `from` and `to`. `change` is relative to what is typed; `leaps`: the
   * figure passes the target there without meeting it (a tier of a price).
   */
  readonly roots: readonly { readonly value: string; readonly change: string | null; readonly leaps: boolean }[];
  /** `straight`: the figure is a straight line in the parameter, so the value is exact; else bracketed and halved. */
  readonly how: 'straight' | 'bracketed';
  /** Where it was looked for, and at how many values; of two that lie closer together than these, both may be missed. */
  readonly from: string;
  readonly to: string;
  readonly looked: number;
  /** True where the figure is the target at every value that was looked at. */
  readonly always: boolean;
}

/** The smallest joint move of some parameters that breaks the affordability test. */
export interface ReverseAsked {
  /** Absent: those of BIM_Uncertainty. */
  readonly parameters?: readonly string[];
  readonly figure?: FigureName;
  readonly target?: string;
}
export interface Reverse {
  readonly figure: FigureName;
  readonly target: string;
  readonly figureNow: string;
  /** `already`: the figure is over the target as typed. `none`: no move within bounds reaches it. */
  readonly found: 'move' | 'already' | 'none';
  /** Each with its move as a part of what is typed (−0.1 is 10 % less); the root of their squares is `distance`. */
  readonly moves: readonly {
    readonly parameter: string;
    readonly now: string;
    readonly value: string;
    readonly move: string;
  }[];
  readonly distance: string;
  /** The figure at the move: by an exact run. */
  readonly figureThere: string;
}

/** Two scenarios by name; `Base` is the model as typed. */
export interface DifferenceAsked {
  readonly from: string;
  readonly to: string;
  readonly figure?: FigureName;
}
/** What makes the difference between two scenarios, change by change; the steps and the interaction add up exactly. */
export interface Difference {
  readonly figure: FigureName;
  readonly from: string;
  readonly to: string;
  readonly start: string;
  readonly end: string;
  /** Each change made alone to `from`. `last`: what it adds when all others are made. */
  readonly steps: readonly {
    readonly parameter: string;
    readonly change: string;
    readonly alone: string | null;
    readonly last: string | null;
  }[];
  /** What the changes do together and not apart. */
  readonly interaction: string;
  readonly findings: readonly Finding[];
}

/** Draws. `scenarios`: names whose impact is drawn on the same numbers as Base. */
export interface DrawsAsked {
  readonly draws?: number;
  readonly seed?: number;
  readonly sampling?: Sampling;
  readonly scenarios?: readonly string[];
}
/** Scrambled Sobol points, or plain sampling. */
export type Sampling = 'sobol' | 'plain';

/** One block of draws: a pure function of model, seed and number of the block, whoever computes it. */
export interface DrawnBlock {
  readonly block: number;
  /** Number of the first draw, and how many. */
  readonly from: number;
  readonly count: number;
  /** By scenario (Base first), then by year: budget impact of each draw. */
  readonly impacts: readonly (readonly Float64Array[])[];
  /** Draws in which something that is rounded lies at a tie. */
  readonly ties: number;
  /** The largest difference of the block's checked draws from the exact reading, as part of the totals; how many were. */
  readonly difference: number;
  readonly checked: number;
  /** Draws whose model is at fault, by number, with why: counted, and used as drawn. */
  readonly faults: readonly { readonly draw: number; readonly why: string }[];
}

export interface Band {
  /** Probability below: 0.025, 0.05, 0.25, 0.5, 0.75, 0.95, 0.975. */
  readonly at: number;
  readonly byYear: Amounts;
  readonly cumulative: string;
}
/** What the draws say of one scenario. */
export interface ChanceOf {
  readonly scenario: string;
  readonly mean: Amounts;
  readonly sd: Amounts;
  /** Standard error of the mean by year, as plain sampling would have it. */
  readonly error: Amounts;
  readonly cumulative: { readonly mean: string; readonly sd: string; readonly error: string };
  readonly bands: readonly Band[];
  /** Null without a threshold: the chance that each tested year passes, and that all do, with its standard error. */
  readonly test: null | {
    readonly threshold: string;
    readonly byYear: readonly { readonly year: number; readonly passed: number }[];
    readonly passed: number;
    readonly error: number;
  };
  /** Chance that no tested year (without a test: no year) is over a threshold. */
  readonly curve: readonly { readonly threshold: string; readonly passed: number }[];
}
export interface Driver {
  readonly parameter: string;
  /** Other parameters of its Group, which are drawn as one with it. */
  readonly also: readonly string[];
  /** Rank correlation with the impact of all years (Spearman). */
  readonly rank: number;
  /** Part of the variance of the impact of all years that this parameter explains by itself. */
  readonly share: number;
}
export interface Chance {
  readonly draws: number;
  readonly seed: number;
  readonly sampling: Sampling;
  readonly years: readonly number[];
  readonly base: ChanceOf;
  readonly scenarios: readonly ChanceOf[];
  /** Largest part of the variance first. */
  readonly drivers: readonly Driver[];
  /** Largest difference of the checked draws from the exact reading, as part of the totals. */
  readonly difference: string;
  readonly checked: number;
  readonly ties: number;
  /** What to do where the standard error is large; '' where it is small enough. */
  readonly advice: string;
}

/** What a run may be asked beside its results. */
export interface StressAsked {
  readonly oneWay?: OneWayAsked;
  readonly draws?: DrawsAsked;
  readonly grid?: GridAsked;
  readonly breakEvens?: readonly BreakEvenAsked[];
  readonly reverse?: ReverseAsked;
  readonly differences?: readonly DifferenceAsked[];
  /** Every draw as a table too. */
  readonly table?: boolean;
}
/** The answers: what was asked and could be had. */
export interface StressFigures {
  readonly oneWay?: OneWay;
  readonly chance?: Chance;
  readonly grid?: Grid;
  readonly breakEvens?: readonly BreakEven[];
  readonly reverse?: Reverse;
  readonly differences?: readonly Difference[];
  readonly table?: DrawsTable;
}
/** Every draw: its number, the parameters as drawn, and the budget impact by year of the base and of each scenario. */
export interface DrawsTable {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly number[])[];
}
