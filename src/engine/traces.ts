/** Traces: which rows of quantities a list of results was read from, so that a sheet can point at them. */
import type { Quantity } from './graph/quantity';

/** A list of figures by year, as results hold it. */
export type Listed = readonly (string | null)[];
/** One row of a quantity, added to a list or (−1) taken from it. `members` are those of its axes but the last. */
export interface Traced {
  readonly quantity: Quantity;
  readonly members: readonly number[];
  readonly sign: 1 | -1;
  /** Says by 1 or 0 in which periods there is a figure, at the same members; absent: in all. */
  readonly known?: Quantity;
}
export type Traces = Map<Listed, readonly Traced[]>;

/** Remembers what a list was read from. */
export function traced<L extends Listed>(traces: Traces | undefined, list: L, ...from: readonly Traced[]): L {
  traces?.set(list, from);
  return list;
}

export const rowOf = (quantity: Quantity, members: readonly number[], sign: 1 | -1 = 1): Traced => ({
  quantity,
  members,
  sign,
});
