/**
 * Assumptions: what a workbook says, read and checked, in the engine's words.
 *
 * Each interface is one table of the workbook contract. Keys are text as typed (`All` where blank);
 * numbers carry the cell they came from, so that every figure can be followed down to it.
 */
import type { Place } from './finding';
import type { Change, Given, Row, Series } from './given';
import type { ActualRow, Register } from './horizon-assumptions';
import type { RealisationAssumptions } from './realisation-assumptions';

export type { Change, Given, Row, Series } from './given';

/** How people are counted: where `Patients` rounds, to how many places. */
export interface Rounding {
  readonly mode: 'fractional' | 'round' | 'truncate' | 'round half even';
  readonly places: number;
}

/** BIM_Model. */
export interface ModelSettings {
  readonly title: string;
  readonly currency: string;
  readonly firstYear: number;
  readonly years: number;
  readonly baselineYear: boolean;
  readonly baselineCohort: 'ends' | 'continues';
  readonly step: 'year' | 'month';
  /** `All`, or the payer whose budget is the headline. */
  readonly payer: string;
  readonly discountRate: Given;
  readonly discountFrom: 'second year' | 'first year';
  readonly members: Given | null;
  readonly testThreshold: Given | null;
  readonly testYears: number;
  readonly growthStarts: 'first year' | 'second year';
  readonly shares: 'sum to 1' | 'normalise';
  readonly patients: Rounding;
  /** Places to which each part is rounded, half away from zero (`half up`) or half to even; null = unrounded. */
  readonly money: { readonly places: number; readonly mode: 'half up' | 'half even' } | null;
  readonly daysInYear: Given;
  readonly leaversCost: Given;
  readonly entry: 'start of year' | 'mid-year';
  readonly qalyValue: Given;
  readonly draws: number;
  readonly seed: number;
}

export type Stream = 'prevalent' | 'incident' | 'bolus' | 'pool';
/** One row of BIM_Population. `stream` null: blank. */
export interface PopulationRow extends Row {
  readonly subgroup: string;
  readonly group: string;
  readonly step: string;
  readonly op: 'count' | 'x' | '+' | '-' | 'leave';
  readonly stream: Stream | null;
  readonly value: Series;
}

export type Role = 'new' | 'current' | 'none';
/** One row of BIM_Technologies. `discontinuation` is a share a year; null = not given (0). */
export interface TechnologyRow extends Row {
  readonly technology: string;
  readonly role: Role;
  readonly accounting: 'stock' | 'cohort';
  readonly persistence: 'all' | 'exponential' | 'weibull' | 'course' | 'table';
  readonly p1: Given | null;
  readonly p2: Given | null;
  readonly courseMonths: Given | null;
  readonly discontinuation: Series | null;
}

/** One row of BIM_Persistence: share on treatment at a time since start. */
export interface PersistenceRow extends Row {
  readonly technology: string;
  readonly since: Given;
  readonly unit: 'month' | 'year';
  readonly onTreatment: Given;
}

export type World = 'without' | 'with';
export type CurveName = 'linear' | 'logistic' | 'gompertz' | 'bass' | 'bass discrete' | 'step' | 'analogue';
/** One row of BIM_Uptake. `analogue` is the Technology whose row is followed. `years` holds typed values. */
export interface UptakeRow extends Row {
  readonly world: World;
  readonly subgroup: string;
  readonly technology: string;
  readonly unit: 'share' | 'patients';
  readonly curve: CurveName | null;
  readonly p1: Given | null;
  readonly p2: Given | null;
  readonly p3: Given | null;
  readonly p4: Given | null;
  readonly analogue: string | null;
  readonly years: ReadonlyMap<number, Given>;
  /** Where years would be typed, blank or not. */
  readonly places?: ReadonlyMap<number, Place>;
}

/** One row of BIM_Displacement: the share of a new technology's rise that comes from another. */
export interface DisplacementRow extends Row {
  readonly technology: string;
  readonly displaced: string;
  readonly share: Given;
}

/** One row of BIM_Prices: one pack of one item. Blank rates are null (0). */
export interface PriceRow extends Row {
  readonly item: string;
  readonly pack: string;
  readonly content: Given | null;
  readonly unit: string;
  readonly listPrice: Series;
  readonly basis: 'ex-factory' | 'reimbursed';
  readonly discount: Given | null;
  readonly markUp: Given | null;
  readonly rebate: Given | null;
  readonly vat: Given | null;
  readonly fee: Given | null;
  readonly feePer: 'unit' | 'dispensing';
  readonly confidential: boolean;
}

export type Per = 'patient-year' | 'month' | 'dose' | 'start' | 'stop' | 'death' | 'eligible' | 'step' | 'year';
/** One row of BIM_Costs. `unitCost` null where a Price item gives the price. `world` null: both. */
export interface CostRow extends Row {
  readonly technology: string;
  readonly subgroup: string;
  readonly world: World | null;
  readonly category: string;
  readonly item: string;
  readonly quantity: Given | null;
  readonly per: Per;
  readonly step: string;
  readonly unitCost: Series | null;
  readonly priceItem: string;
  /** '' (all), '1', '2', '2+', '3+' … */
  readonly treatmentYear: string;
  readonly leavers: Given | null;
  readonly payer: string;
}

/** One row of BIM_Regimens. */
export interface RegimenRow extends Row {
  readonly technology: string;
  readonly item: string;
  readonly dose: Given;
  readonly doseUnit: string;
  readonly every: Given | null;
  readonly everyUnit: 'day' | 'week' | 'month' | 'year';
  readonly durationMonths: Given | null;
  readonly maxDose: Given | null;
  readonly loadingDoses: Given | null;
  readonly adherence: Given | null;
  readonly wastage: Given | null;
  readonly vialSharing: boolean;
}

/** One row of BIM_Patients: body weight and surface of a subgroup. */
export interface BodyRow extends Row {
  readonly subgroup: string;
  readonly weight: Given | null;
  readonly weightSd: Given | null;
  readonly bsa: Given | null;
  readonly bsaSd: Given | null;
}

export type AgreementType =
  | 'discount'
  | 'tiers'
  | 'volume tiers'
  | 'price-volume'
  | 'dose cap'
  | 'spend cap'
  | 'free start'
  | 'outcome refund'
  | 'pay on response'
  | 'annuity'
  | 'subscription'
  | 'blend';
/**
 * One row of BIM_Agreements: one band of one agreement. `from` and `to` are calendar years; `typed`: what their cells hold,
 * which may be the number of a year (2 for year 2).
 */
export interface AgreementRow extends Row {
  readonly technology: string;
  readonly subgroup: string;
  readonly group: string;
  readonly type: AgreementType;
  readonly order: number;
  readonly from: number | null;
  readonly to: number | null;
  readonly typed: { readonly from: Given | null; readonly to: Given | null };
  readonly threshold: Given | null;
  readonly rate: Given | null;
  readonly p1: Given | null;
  readonly p2: Given | null;
  readonly p3: Given | null;
  /** `P2` as text where the type reads words there ('year', 'course', 'yes'). */
  readonly p2Text: string;
  readonly lag: Given | null;
  readonly confidential: boolean;
  /** Left out for once, where agreements are compared: it takes nothing off. */
  readonly idle?: true;
}

/** One row of BIM_Tests. `uptake` is the testing uptake by year (null = 1). */
export interface TestRow extends Row {
  readonly technology: string;
  readonly subgroup: string;
  readonly world: World | null;
  readonly test: string;
  readonly order: number;
  readonly step: string;
  readonly offered: Given | null;
  readonly prevalence: Given | null;
  readonly sensitivity: Given | null;
  readonly specificity: Given | null;
  readonly positive: Given | null;
  readonly gate: boolean;
  /** Given to the same people as the test before it; positive is whom one of them finds. */
  readonly parallel: boolean;
  readonly unitCost: Given | null;
  readonly payer: string;
  readonly minutes: Given | null;
  readonly uptake: Series | null;
}

/** A named set of changes, applied in order to the model as typed. */
export interface Scenario {
  readonly name: string;
  readonly changes: readonly Change[];
}

/** One row of BIM_Goals. `years` are indices of years 1…N (0-based). */
export interface GoalRow extends Row {
  readonly goal: string;
  readonly parameter: string;
  readonly target: Given;
  readonly years: readonly number[];
}

/** Everything a budget impact is computed from. */
export interface Assumptions {
  readonly model: ModelSettings;
  readonly population: readonly PopulationRow[];
  readonly technologies: readonly TechnologyRow[];
  readonly persistence: readonly PersistenceRow[];
  readonly uptake: readonly UptakeRow[];
  readonly displacement: readonly DisplacementRow[];
  readonly prices: readonly PriceRow[];
  readonly costs: readonly CostRow[];
  readonly regimens: readonly RegimenRow[];
  readonly bodies: readonly BodyRow[];
  readonly agreements: readonly AgreementRow[];
  /** Agreements left out for once, where they are compared: places in their order. */
  readonly idleAgreements?: ReadonlySet<number>;
  readonly tests: readonly TestRow[];
  /** Null: the workbook holds nothing of value realisation. */
  readonly realisation: RealisationAssumptions | null;
  /** Null: the workbook holds no BIM_Horizon. */
  readonly register: Register | null;
  readonly actuals: readonly ActualRow[];
}
