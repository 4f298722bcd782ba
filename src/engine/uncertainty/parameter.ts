/** An uncertain parameter as the workbook says it, and the values it is drawn at. */
import type { Change, Given, Row } from '../assumptions';
import { DISTRIBUTIONS } from '../distributions';
import type { Distribution, Quantile } from '../distributions/kind';

/** Half the width of a 95 % interval in standard errors. */
const INTERVAL = 1.959963984540054;

/** One row of BIM_Uncertainty. `distribution` null: for one-way analysis only. */
export interface UncertainRow extends Row {
  readonly parameter: string;
  readonly op: Change['op'];
  readonly low: Given | null;
  readonly high: Given | null;
  readonly distribution: string | null;
  readonly p1: Given | null;
  readonly p2: Given | null;
  /** Rows of one group move together; dirichlet rows of one share 1. */
  readonly group: string;
}

const valueOf = (given: Given | null, otherwise: number): number => given?.value.toNumber() ?? otherwise;

/** The kind of a row's distribution; none for dirichlet, which is several rows together. */
export const distributionOf = (row: UncertainRow): Distribution | undefined =>
  DISTRIBUTIONS.find((of) => of.name === row.distribution);

/** The quantile of a row on its own; null where there is no such distribution. Dirichlet rows have none. */
export function quantileOf(row: UncertainRow): Quantile | null {
  const [low, high] = [valueOf(row.low, 0), valueOf(row.high, 0)];
  const spread = row.p2 ? valueOf(row.p2, 0) : (high - low) / (2 * INTERVAL);
  return distributionOf(row)?.quantile({ centre: valueOf(row.p1, 0), spread, low, high }) ?? null;
}

export const needsOf = (row: UncertainRow): string => distributionOf(row)?.needs ?? 'a positive P1';
