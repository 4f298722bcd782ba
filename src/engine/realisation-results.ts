/**
 * Results of value realisation, as plain data: the member `realisation` of the object of `realise run --json`. Lists of
 * months hold 12 × years values, lists of years one a year; every list is flat and filtered by its keys.
 */
import type { Place } from './finding';
import type { Dimension } from './realisation-assumptions';
import type { Amounts, EligibleFigures, TestFigures } from './yearly';

export interface ByPeople {
  readonly technology: string;
  readonly subgroup: string;
  readonly values: Amounts;
}
export interface ByResource {
  readonly resource: string;
  readonly values: Amounts;
}
export interface ByGate {
  readonly gate: string;
  readonly technology: string;
  readonly values: Amounts;
}
export interface ByCase extends ByPeople {
  readonly case: string;
}
export interface TaskFigures {
  readonly task: string;
  readonly start: string;
  readonly finish: string;
  readonly latestStart: string;
  readonly latestFinish: string;
  readonly totalFloat: string;
  readonly freeFloat: string;
  readonly critical: 'true' | 'false';
}
export interface ScheduleFigures {
  readonly finish: string;
  readonly tasks: readonly TaskFigures[];
  readonly waves: readonly { readonly wave: string; readonly live: string; readonly share: string }[];
  readonly draws: DrawnSchedule | null;
}
/** The schedule with its durations drawn. `live` [months]: the chance that a wave is live by the end of the month. */
export interface DrawnSchedule {
  readonly draws: number;
  readonly mean: string;
  readonly low: string;
  readonly median: string;
  readonly high: string;
  readonly critical: readonly { readonly task: string; readonly share: string }[];
  readonly live: readonly { readonly wave: string; readonly values: Amounts }[];
}
export interface ImpactWithTasks {
  readonly total: Amounts;
  readonly cumulative: Amounts;
  readonly cashReleased: Amounts;
  readonly afterCash: Amounts;
}
export interface BenefitFigures {
  readonly case: 'potential' | 'planned' | 'delivered' | 'realised';
  readonly technology: string;
  readonly subgroup: string;
  readonly benefit: string;
  readonly class: string;
  readonly payer: string;
  readonly measure: 'money' | 'quantity';
  readonly values: Amounts;
}
export interface DeliveredCost extends ByCase {
  readonly category: string;
  readonly payer: string;
}
export interface GateFigures {
  readonly gate: string;
  readonly dimension: string;
  /** Planned value less the value with this gate alone closed. */
  readonly only: string;
  /** What closing it in the order of the waterfall takes. */
  readonly sequence: string;
  /** What opening it alone gives today. */
  readonly opened: string;
  /** What one more unit gives. */
  readonly unit: string;
  /** What one more unit costs in each period, as typed. */
  readonly unitCost: string | null;
  /** Months in which it is the binding gate of some technology. */
  readonly months: string;
}
export interface ValueTotals {
  readonly potential: string;
  readonly planned: string;
  readonly delivered: string;
  readonly realised: string;
  readonly cashReleased: string;
}
export interface ValueFigures extends ValueTotals {
  readonly shortfall: { readonly delayed: string; readonly low: string; readonly slow: string };
  readonly waterfall: readonly { readonly dimension: string; readonly cause: string; readonly value: string }[];
  readonly joint: string;
  readonly gates: readonly GateFigures[];
  readonly even: readonly { readonly dimension: string; readonly value: string }[];
  readonly costOfDelay: { readonly plan: string; readonly schedule: string };
  readonly tasks: readonly { readonly task: string; readonly delay: string }[];
}
export interface ActivityFigures {
  readonly gain: string;
  readonly cost: string;
  readonly net: string;
  /** A month, `at once`, or `none`. */
  readonly payback: string;
}
export interface RealisedScenario {
  readonly scenario: string;
  readonly starts: readonly ByPeople[];
  readonly patients: readonly ByCase[];
  readonly backlog: readonly ByPeople[];
  readonly impact: { readonly planned: ImpactWithTasks; readonly realised: ImpactWithTasks };
  readonly value: ValueTotals;
  readonly activity: ActivityFigures;
}
export interface DeliveryFigures {
  readonly months: readonly string[];
  readonly live: readonly { readonly values: Amounts }[];
  readonly demand: readonly ByPeople[];
  readonly starts: readonly ByPeople[];
  readonly backlog: readonly ByPeople[];
  readonly leavers: readonly ByPeople[];
  readonly onTreatment: readonly ByPeople[];
  /** Mean months that those who start have waited; 0 where nobody starts. */
  readonly wait: readonly ByPeople[];
  readonly trained: readonly ByResource[];
  readonly supply: readonly ByResource[];
  readonly followUp: readonly ByResource[];
  readonly capacity: readonly ByGate[];
  readonly held: readonly ByGate[];
  readonly binding: readonly { readonly technology: string; readonly values: readonly string[] }[];
  readonly queue: readonly (ByPeople & { readonly measure: string })[];
}
export interface Realisation extends DeliveryFigures {
  readonly schedule: ScheduleFigures | null;
  readonly tests: readonly TestFigures[];
  readonly eligible: readonly EligibleFigures[];
  readonly patients: readonly ByCase[];
  readonly yearlyStarts: readonly ByCase[];
  readonly costs: readonly DeliveredCost[];
  readonly impact: { readonly planned: ImpactWithTasks; readonly realised: ImpactWithTasks };
  readonly benefits: readonly BenefitFigures[];
  readonly value: ValueFigures;
  readonly scenarios: readonly RealisedScenario[];
  /** Absent without BIM_Actuals. */
  readonly bridge?: readonly BridgeStep[];
  readonly recorded?: readonly RecordedFigures[];
  readonly forecast?: readonly ForecastFigures[];
  /** Absent without BIM_Parts. */
  readonly parts?: PartsFigures;
  /** Gates in their order, with what words and colours need of them. */
  readonly gates: readonly GateNamed[];
  /** The tasks as typed, in table order: names for the figures of `schedule`. */
  readonly tasks: readonly TaskNamed[];
}
export interface GateNamed {
  readonly gate: string;
  readonly dimension: Dimension;
  /** What one unit of it is, as typed: "hours"; '' where the gate is no resource. */
  readonly unit: string;
  /** The cell to change first: of a resource its first row, of access and sites the first wave. */
  readonly at: Place | null;
}
export interface TaskNamed {
  /** Its ID. */
  readonly task: string;
  readonly name: string;
  readonly dimension: Dimension;
  readonly owner: string;
  readonly wave: string;
  readonly cost: string | null;
  readonly at: Place;
}

/** What is coming, by year. Percentiles are the smallest value whose cumulative probability is reached. */
export interface HorizonFigures {
  readonly chances: readonly { readonly technology: string; readonly group: string; readonly probability: string }[];
  readonly items: readonly { readonly technology: string; readonly measure: string; readonly values: Amounts }[];
  readonly weighted: Amounts;
  /** If all launch when they are most likely to. */
  readonly unweighted: Amounts;
  readonly sd: Amounts;
  readonly low: Amounts;
  readonly median: Amounts;
  readonly high: Amounts;
  /** Above a million combinations of launches they are drawn. */
  readonly method: 'exact' | 'drawn';
  readonly combinations: string;
  /** The largest single item of the unweighted sum. */
  readonly largest: readonly string[];
  /** Null where no room in the budget is given. */
  readonly headroom: Amounts | null;
  readonly unprovided: Amounts | null;
  readonly exceed: Amounts | null;
}
/** From plan to actual: steps that add up exactly. */
export interface BridgeStep {
  readonly technology: string;
  readonly step: string;
  readonly values: Amounts;
}
export type Tracked = 'starts' | 'patients' | 'spend';
/** Plan, actual and, of starts, the reforecast by month; null where nothing was recorded. */
export interface RecordedFigures {
  readonly technology: string;
  readonly measure: Tracked;
  readonly case: 'planned' | 'actual' | 'reforecast';
  readonly values: readonly (string | null)[];
}
/** How far the plan was off, over the periods that were recorded (years, where a year's figure was typed). */
export interface ForecastFigures {
  readonly technology: string;
  readonly measure: Tracked;
  readonly periods: number;
  /** Σ (planned − actual) ÷ Σ actual; null where nothing happened. */
  readonly bias: string | null;
  /** Σ |planned − actual| ÷ Σ actual. */
  readonly error: string | null;
}
/** What each part of a combination is worth: added to none, taken from all. */
export interface PartsFigures {
  readonly none: string;
  readonly whole: string;
  readonly parts: readonly { readonly part: string; readonly alone: string; readonly last: string }[];
  readonly interaction: string;
}
