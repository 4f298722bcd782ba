/** What an agreement is: how much of the year's spend it takes off, for the payer, in one world. */
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

/** What an agreement works on. Quantities are [agreement, world, year]; where it follows each patient, those of a line. */
export interface Deal {
  /** Money that the agreement before left. */
  readonly spend: Quantity;
  /** Units bought. */
  readonly units: Quantity;
  /** Patients, and those who start in the year. */
  readonly heads: Quantity;
  readonly starters: Quantity;
  /** Starters who are still there at the year's end. */
  readonly settled: Quantity;
  /** People the lines are charged for, leavers by their part of a year. */
  readonly charged: Quantity;
  /** Those who begin a course: starters of a cohort; in stock accounting every patient of the year has one. */
  readonly course: Quantity;
  /** Spend of the years in which the agreement runs. */
  readonly running: Quantity;
  /** The same, without a baseline year that stands by itself: its later instalments are nobody's here. */
  readonly carried: Quantity;
  /** Bands in the order of their thresholds. */
  readonly bands: readonly Band[];
  readonly first: Band;
  readonly year: Axis;
  /** Instalments, from the year of the start on. */
  readonly instalment: Axis;
  /** Part of the starters who are still on treatment at an instalment. */
  readonly kept: Expression;
  /** Units at the price of their own subgroup. */
  readonly blended: Expression;
  readonly money: string;
}

/** One kind of agreement. A file each, and a line in the list. */
export interface Agreement {
  readonly name: AgreementRow['type'];
  readonly equation: string;
  readonly source: string;
  /** It follows each patient, so each cost line has its own; else it is one for all that is spent under it. */
  readonly perPatient?: true;
  readonly rebate: (deal: Deal) => Expression;
}
