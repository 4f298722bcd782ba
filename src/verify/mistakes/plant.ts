/** The ways in which a figure goes wrong: read from another year, added up short, typed over, or changed where it stands. */
import type { Decimal } from 'decimal.js';
import type { Run } from '../../engine/figures';
import type { Quantity } from '../../engine/graph/quantity';
import type { Replacements } from '../../engine/readings/exact';
import { altered } from '../planted';

type Wrong = (value: Decimal, members: readonly number[], run: Run) => Decimal;

/** A quantity by its name in METHODS: nothing is planted where the model does not have it. */
export const named =
  (name: string) =>
  ({ of }: Run): Quantity | null =>
    of.model.find(name) ?? null;

/** Figures of a quantity changed one by one. */
export const changing =
  (find: (run: Run) => Quantity | null, wrong: Wrong) =>
  (run: Run): Replacements | null => {
    const quantity = find(run);
    return quantity && altered(run, quantity, (value, members) => wrong(value, members, run));
  };

/** Figures read from another period; the periods are the last axis. */
export const readFrom =
  (find: (run: Run) => Quantity | null, period: (at: number, last: number) => number) => (run: Run) => {
    const quantity = find(run);
    const last = (quantity?.block.axes.at(-1)?.size ?? 1) - 1;
    return (
      quantity &&
      altered(run, quantity, (_, members) =>
        run.exact.at(quantity, [
          ...members.slice(0, -1),
          Math.max(0, Math.min(last, period(members.at(-1) ?? 0, last))),
        ]),
      )
    );
  };

/** A figure of the model as typed, standing where its formula was. */
export const typedOver =
  (find: (run: Run) => Quantity | null, which: (members: readonly number[], run: Run) => boolean) =>
  (run: Run, base: Run): Replacements | null => {
    const [quantity, typed] = [find(run), find(base)];
    if (!quantity || typed?.block.size !== quantity.block.size) return null;
    return altered(run, quantity, (value, members) => (which(members, run) ? base.exact.at(typed, members) : value));
  };

/** Whether a member is the last of its axis, of several. */
export const isLastOfSeveral = (quantity: Quantity | null, axis: number, member: number | undefined): boolean => {
  const size = quantity?.block.axes[axis]?.size ?? 1;
  return size > 1 && member === size - 1;
};
