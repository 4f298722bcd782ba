/** What an agreement is: how much of the year's spend it takes off, for the payer, in one world. */
import type { Decimal } from 'decimal.js';
import type { RisksBorne } from '../agreement-figures';
import type { AgreementRow } from '../assumptions';
import type { Axis } from '../graph/axis';
import type { Expression } from '../graph/expression';
import type { Quantity } from '../graph/quantity';

/** One row of the agreement. A blank cell reads as the blank that the kind says. */
export interface Band {
  readonly threshold: Expression;
  readonly rate: Expression;
  readonly p1: Expression;
  readonly p2: Expression;
  readonly row: AgreementRow;
}

/** The terms of an agreement in the years in which the same rows are in force. */
export interface Terms {
  /** Bands in the order of their thresholds. */
  readonly bands: readonly Band[];
  readonly first: Band;
  readonly year: Axis;
  readonly money: string;
}

/** What an agreement on all its lines together works on. Each [agreement, world, year]. */
export interface Together extends Terms {
  /** Money that the agreement before left. */
  readonly spend: Quantity;
  /** Units bought, and patients. */
  readonly units: Quantity;
  readonly heads: Quantity;
  /** Units at the price of their own subgroup. */
  readonly blended: Expression;
}

/** What an agreement on each line by itself works on. Each [line under an agreement, year]. */
export interface ByLine extends Terms {
  /** Money that the agreement before left. */
  readonly spend: Quantity;
  /** The same, nothing in years in which the agreement does not run. */
  readonly running: Quantity;
  /** People the line is charged for, leavers by their part of a year; and those of them who start in the year. */
  readonly people: Expression;
  readonly starters: Expression;
  /** Those who begin a course: starters of a cohort; in stock accounting every patient of the year has one. */
  readonly course: Expression;
  /** Doses of a person in a year, and those added at the start. */
  readonly doses: Expression;
  readonly loading: Expression;
  /** Units bought, and those of starters. */
  readonly units: Expression;
  readonly startUnits: Expression;
  /** Instalments, from the year of the start on, and the part of the starters who are still on treatment at each. */
  readonly instalment: Axis;
  readonly kept: Expression;
}

/** What an agreement takes off: of all its lines together (shared out by what is left of each), or of each by itself. */
type Taking = { readonly together: (deal: Together) => Expression } | { readonly byLine: (line: ByLine) => Expression };

/** One kind of agreement. A file each, and a line in the list. */
export type Agreement = Taking & Kind;

interface Kind {
  readonly name: AgreementRow['type'];
  readonly equation: string;
  readonly source: string;
  /** Who pays when it turns out worse than foreseen. */
  readonly risks: (rows: readonly AgreementRow[]) => RisksBorne;
  /**
   * The yearly volume from which it costs less than no agreement, where volume decides that: units, or patients where
   * `counts` says so. `price` is what one of them costs before it. Null: no volume does.
   */
  readonly breakEven?: (rows: readonly AgreementRow[], price: Decimal) => Decimal | null;
  readonly counts?: 'patients';
}

/** Nothing is shared: the payer bears everything that the price alone does not settle. */
export const PAYER_BEARS: RisksBorne = {
  'more patients': 'payer',
  'fewer patients': 'manufacturer',
  'more per patient': 'payer',
  'no response': 'payer',
};

/** The lowest threshold beyond which something is taken off. */
export const lowestThreshold = (rows: readonly AgreementRow[]): Decimal | null =>
  rows
    .filter((row) => row.rate?.value.gt(0) ?? true)
    .flatMap((row) => row.threshold?.value ?? [])
    .sort((a, b) => a.cmp(b))[0] ?? null;
