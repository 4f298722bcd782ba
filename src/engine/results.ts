/**
 * Results: the public figures of a run, as plain data. Every amount is a decimal string at full precision;
 * lists hold years 1…N (the baseline year stands apart). This is the object of `realise run --json`.
 */
import type { Amounts, EligibleFigures, ImpactFigures, TestChainFigures, TestFigures } from './yearly';
import type { AgreementFigures } from './agreement-figures';
import type { Finding } from './finding';
import type { LiveFigures } from './readings/live/document';
import type { HorizonFigures, Realisation } from './realisation-results';
import type { Seal } from './seal';
import type { StressFigures } from './stress/answers';

export type { Amounts, EligibleFigures, ImpactFigures, TestChainFigures, TestFigures } from './yearly';

export interface FunnelFigures {
  readonly subgroup: string;
  readonly stream: string;
  readonly step: string;
  readonly values: Amounts;
}
export interface PatientFigures {
  readonly world: string;
  readonly subgroup: string;
  readonly technology: string;
  readonly values: Amounts;
}
export interface CostFigures {
  readonly world: string;
  readonly subgroup: string;
  readonly technology: string;
  readonly category: string;
  readonly payer: string;
  readonly values: Amounts;
}
/** What is bought of a medicine: units (packs of its regimen, else what Quantity counts) and scripts (dispensings). */
export interface VolumeFigures {
  readonly world: string;
  readonly subgroup: string;
  readonly technology: string;
  /** The Item of the row of BIM_Costs. */
  readonly item: string;
  readonly units: Amounts;
  readonly scripts: Amounts;
}
/** One pack through the price build-up, by year: list, ex-factory, reimbursed, rebate, VAT, and what is paid. */
export interface PriceFigures {
  readonly item: string;
  readonly pack: string;
  readonly confidential: boolean;
  readonly list: Amounts;
  readonly exFactory: Amounts;
  readonly reimbursed: Amounts;
  readonly rebate: Amounts;
  readonly vat: Amounts;
  /** Reimbursed − rebate + VAT: the net price. */
  readonly net: Amounts;
}
export interface ScenarioFigures {
  readonly scenario: string;
  /** The Notes of its rows in BIM_Scenarios. */
  readonly note?: string;
  readonly eligible: readonly EligibleFigures[];
  readonly patients: readonly PatientFigures[];
  readonly costs: readonly CostFigures[];
  readonly impact: ImpactFigures;
}
/** The price of an item at which the summed impact is zero; null where there is none. */
export interface BreakEvenFigures {
  readonly parameter: string;
  readonly value: string | null;
  readonly now: string;
}
export interface GoalFigures {
  readonly goal: string;
  readonly parameter: string;
  readonly value: string | null;
  readonly change: string | null;
}

/** What the draws of BIM_Uncertainty give: 2.5 % and 97.5 %, type 7. */
export interface UncertaintyFigures {
  readonly draws: number;
  readonly seed: number;
  readonly impact: { readonly mean: Amounts; readonly sd: Amounts; readonly low: Amounts; readonly high: Amounts };
  /** Over all years. */
  readonly cumulative: { readonly mean: string; readonly low: string; readonly high: string };
  /** The largest difference of a sample of draws from the exact reading, relative to the totals. */
  readonly difference: string;
}

export interface Results {
  readonly schema: 1;
  readonly engine: string;
  /** "sha256:…" over every input that was read. */
  readonly inputs: string;
  readonly title: string;
  readonly currency: string;
  readonly payer: string;
  readonly years: readonly number[];
  readonly baseline: null | {
    readonly year: number;
    readonly funnel?: readonly FunnelFigures[];
    readonly eligible: readonly EligibleFigures[];
    readonly patients: readonly PatientFigures[];
    readonly costs: readonly CostFigures[];
  };
  readonly funnel: readonly FunnelFigures[];
  readonly eligible: readonly EligibleFigures[];
  readonly tests: readonly TestFigures[];
  /** What tests do together, by world and subgroup; absent without tests. */
  readonly testing?: readonly TestChainFigures[];
  readonly starts: readonly PatientFigures[];
  readonly patients: readonly PatientFigures[];
  readonly costs: readonly CostFigures[];
  readonly impact: ImpactFigures;
  readonly scenarios: readonly ScenarioFigures[];
  /** Absent where the workbook holds nothing of value realisation. */
  readonly realisation?: Realisation;
  /** What is coming; absent without BIM_Horizon. Printed as `realisation.horizon`. */
  readonly register?: HorizonFigures;
  /** Absent without distributions in BIM_Uncertainty. */
  readonly uncertainty?: UncertaintyFigures;
  /** What was asked beside the results: one-way analysis, draws, grids …; absent unless it was. */
  readonly stress?: StressFigures;
  readonly goals: readonly GoalFigures[];
  readonly breakEven: readonly BreakEvenFigures[];
  /** Agreements side by side: none, each alone (in table order), all; absent where the model has none. */
  readonly agreements?: readonly AgreementFigures[];
  /** Acquisition lines, those of one world, subgroup, technology and item added. */
  readonly volumes?: readonly VolumeFigures[];
  readonly prices?: readonly PriceFigures[];
  /** Roles of the technologies, in table order: for charts and tables. */
  readonly technologies: readonly { readonly technology: string; readonly role: 'new' | 'current' | 'none' }[];
  readonly findings: readonly Finding[];
  /** What the run was made from, and the hash of its figures. */
  readonly seal?: Seal;
  /** What the figures rest on, for display alone. */
  readonly basis?: ResultsBasis;
  /** Where the figures stand in a live model, of results that come with one. */
  readonly live?: LiveFigures;
}

/** Settings that a reader of the figures wants to see beside them. */
export interface ResultsBasis {
  /** A fraction ("0.035"), and the first year that is discounted. */
  readonly discountRate: string;
  readonly discountFrom: 'second year' | 'first year';
  readonly members: string | null;
  /** `Base`, or the scenario shown in its place. */
  readonly scenario: string;
  /** Items whose price is confidential. */
  readonly confidential: readonly string[];
}

/** One node of an explanation: a figure, how it came about, and the figures it was made from. */
export interface Explanation {
  /** What it is, in words: "Treated patients". */
  readonly name: string;
  /** Where on its axes: "with · Drug A · Adults · 2028". */
  readonly where: string;
  /** Exact decimal text. */
  readonly value: string;
  readonly unit: string;
  /** In words: "eligible patients × share"; empty for an input. */
  readonly formula: string;
  /** How this part enters its parent: '', '+', '−', '×', '÷', 'of' (a part of a min, max or choice). */
  readonly operator: string;
  readonly source: string;
  /** The cell of an input. */
  readonly at: Finding['at'];
  readonly parameter: string;
  readonly confidential: boolean;
  readonly parts: readonly Explanation[];
}
