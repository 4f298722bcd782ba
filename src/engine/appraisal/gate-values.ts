/**
 * What gates withhold: opened alone, closed alone, closed one after another (the waterfall), and one more unit. Gates
 * overlap, so these do not add, but for the sequence. `even` is each dimension's mean drop over all orders (Shapley).
 */
import type { Decimal } from 'decimal.js';
import { Exact } from '../readings/decimals';
import { DIMENSIONS, dimensionsOf, type Gate } from './gates';
import type { Trials } from './trials';

export interface GateValue {
  readonly gate: Gate;
  readonly only: Decimal;
  readonly sequence: Decimal;
  readonly opened: Decimal;
  readonly unit: Decimal;
}

/** Values of every gate, in the gates' own order. */
export function gateValues(trials: Trials): readonly GateValue[] {
  const { gates } = trials;
  const open = trials.closed([]);
  const all = trials.closed(gates);
  const ordered = DIMENSIONS.flatMap((dimension) => gates.filter((gate) => gate.dimension === dimension));
  const sequence = new Map<Gate, Decimal>();
  ordered.forEach((gate, n) => {
    const before = trials.closed(ordered.slice(0, n));
    sequence.set(gate, before.minus(trials.closed(ordered.slice(0, n + 1))));
  });
  return gates.map((gate) => ({
    gate,
    only: open.minus(trials.closed([gate])),
    sequence: sequence.get(gate) ?? new Exact(0),
    opened: trials.closed(gates.filter((other) => other !== gate)).minus(all),
    unit: trials.oneMore(gate).minus(all),
  }));
}

/** Each dimension's mean drop over all orders in which dimensions can be closed. They add up to the joint drop. */
export function evenValues(trials: Trials): readonly { readonly dimension: string; readonly value: Decimal }[] {
  const present = DIMENSIONS.filter((dimension) => trials.gates.some((gate) => gate.dimension === dimension));
  const orders = factorial(present.length);
  const valueOf = (dimensions: readonly string[]): Decimal =>
    trials.closed(trials.gates.filter((gate) => dimensions.includes(gate.dimension)));
  return dimensionsOf(trials.gates).map((dimension) => {
    const others = present.filter((other) => other !== dimension);
    const total = subsets(others).reduce((sum, before) => {
      const weight = factorial(before.length) * factorial(others.length - before.length);
      return sum.plus(
        valueOf(before)
          .minus(valueOf([...before, dimension]))
          .times(weight),
      );
    }, new Exact(0));
    return { dimension, value: total.div(orders) };
  });
}

const factorial = (n: number): number => (n <= 1 ? 1 : n * factorial(n - 1));

function subsets<T>(of: readonly T[]): readonly (readonly T[])[] {
  const [head, ...rest] = of;
  if (head === undefined) return [[]];
  return subsets(rest).flatMap((set) => [set, [head, ...set]]);
}
