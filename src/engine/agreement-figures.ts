/**
 * Agreements compared on the same model: the figures with none of them, with each by itself, and with all of them
 * in their order. The member `agreements` of the results; amounts are exact decimal text, lists hold years 1…N.
 */
import type { AgreementType } from './assumptions';
import type { Place } from './finding';
import type { Amounts, ImpactFigures } from './yearly';

/** Who pays when it turns out worse than foreseen: one of the two, or both in part. */
export type Bearer = 'payer' | 'manufacturer' | 'both';

/** What may turn out worse than foreseen. */
export const RISKS = ['more patients', 'fewer patients', 'more per patient', 'no response'] as const;
export type Risk = (typeof RISKS)[number];
export type RisksBorne = Readonly<Record<Risk, Bearer>>;

/** The terms of one band, as typed; null where blank. From and To are calendar years. */
export interface BandTerms {
  readonly threshold: string | null;
  readonly rate: string | null;
  readonly p1: string | null;
  /** A number, or the word that the type asks for. */
  readonly p2: string | null;
  readonly from: number | null;
  readonly to: number | null;
  /** Months until the rebate arrives. */
  readonly lag: string | null;
  /** The subgroup of the row; '' for all. */
  readonly subgroup: string;
}

/** The volume of a year from which the agreement costs the payer less than none does; null where there is none. */
export interface BreakEvenVolume {
  readonly unit: 'units' | 'patients';
  readonly values: readonly (string | null)[];
}

/** One row of the comparison. */
export interface AgreementFigures {
  /** `No agreement`, `Drug A · spend cap`, or `All agreements`. */
  readonly agreement: string;
  /** The model with none of its agreements, with this one alone, or as typed. */
  readonly kind: 'none' | 'one' | 'all';
  readonly type: AgreementType | null;
  /** Technologies under the agreement (for none and all: under any). */
  readonly technologies: readonly string[];
  /** Bands in the order of their thresholds; none for `none` and `all`. */
  readonly bands: readonly BandTerms[];
  readonly confidential: boolean;
  /** The first row of it in BIM_Agreements. */
  readonly at: Place | null;
  /** Units bought of those technologies in world with, their cost before agreements, and what is left of it. */
  readonly units: Amounts;
  readonly gross: Amounts;
  /** Gross less net: rebates in the year in which they are paid. */
  readonly rebate: Amounts;
  readonly net: Amounts;
  /** Gross and net a unit: the effective net price. Null in a year without units. */
  readonly grossPrice: readonly (string | null)[];
  readonly netPrice: readonly (string | null)[];
  /** Net of all years over units of all years. */
  readonly netPriceOverall: string | null;
  /** What the model's payer pays in world with, and the impact, with the affordability test. */
  readonly cost: Amounts;
  readonly impact: Pick<ImpactFigures, 'total' | 'cumulative' | 'discounted' | 'test'>;
  readonly breakEven: BreakEvenVolume | null;
  /** Null for `none` and `all`. */
  readonly risks: RisksBorne | null;
}
