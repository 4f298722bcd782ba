/** What a persistence is: the share still on treatment a whole number of months after the start. */
import type { Expression } from '../graph/expression';

export interface PersistenceParameters {
  /** Months since the start, from 0. */
  readonly age: Expression;
  readonly p1: Expression;
  readonly p2: Expression;
  readonly courseMonths: Expression;
}

/** One kind of persistence. A file each, and a line in the list. */
export interface Persistence {
  readonly name: string;
  readonly equation: string;
  readonly source: string;
  readonly onTreatment: (parameters: PersistenceParameters) => Expression;
}
