/** What an uptake curve is: a share of the eligible by year since launch, t = 1 in the first year. */
import type { Expression } from '../graph/expression';

/** The parameters as the workbook names them. */
export interface CurveParameters {
  /** Years since the launch; 1 in the first year. */
  readonly t: Expression;
  /** The calendar year of t. */
  readonly calendar: Expression;
  readonly p1: Expression;
  readonly p2: Expression;
  readonly p3: Expression;
  readonly p4: Expression;
}

/** One kind of curve. A file each, and a line in the list. */
export interface Curve {
  readonly name: string;
  readonly label: string;
  /** What each parameter means, for the template and the docs. */
  readonly parameters: readonly string[];
  readonly equation: string;
  readonly source: string;
  readonly share: (parameters: CurveParameters) => Expression;
}
