/** Figures by year as exact decimal text: what several kinds of results are made of. */

export type Amounts = readonly string[];

export interface EligibleFigures {
  readonly world?: string;
  readonly subgroup: string;
  readonly values: Amounts;
}

export interface TestFigures {
  readonly world: string;
  readonly subgroup: string;
  readonly test: string;
  readonly measure: string;
  readonly values: Amounts;
}

/** What the tests of a world and subgroup do together; a figure for each confirmed patient is null where there is none. */
export interface TestChainFigures {
  readonly world: string;
  readonly subgroup: string;
  readonly measure: string;
  readonly values: readonly (string | null)[];
}

export interface ImpactFigures {
  readonly total: Amounts;
  readonly byCategory: Readonly<Record<string, Amounts>>;
  readonly bySubgroup: Readonly<Record<string, Amounts>>;
  readonly byPayer: Readonly<Record<string, Amounts>>;
  readonly cumulative: Amounts;
  readonly discounted: string;
  /** Per member per month; null without Members. */
  readonly pmpm: Amounts | null;
  readonly test: {
    readonly threshold: string;
    readonly passed: boolean;
    readonly years: readonly number[];
    /** The years that are tested (the first `Test years`); absent: not known, the first three. */
    readonly tested?: readonly number[];
  } | null;
  /** Extensions: per member per year, per treated patient (with the new technologies), share of the budget without. */
  readonly pmpy: Amounts | null;
  readonly perTreated: readonly (string | null)[];
  readonly ofBudget: readonly (string | null)[];
  /** The total of each year, discounted. */
  readonly discountedByYear?: Amounts;
  /** The new technologies' medicines before agreements, nothing displaced; and the impact of all medicines (with what they displace, after agreements). The total is net of offsets. */
  readonly grossDrug?: Amounts;
  readonly netDrug?: Amounts;
}
