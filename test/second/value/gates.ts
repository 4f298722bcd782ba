/** The value object: potential to realised by dimension, what each gate withholds, and what delay costs. */
import { add, D, ZERO } from '../sheet';
import type { Num } from '../sheet';
import { figure } from '../impact';
import { displaced } from './demand';
import type { Months } from './months';
import { deliveredWorld } from './worlds';
import { aMonthLater } from './later';
import {
  accountOf,
  deliveredAccount,
  DIMENSIONS,
  discount,
  gatesOf,
  plannedAccount,
  potentialOf,
  shortfallOf,
  worth,
} from './worth';
import type { Account, Change, Gate, Ready } from './worth';
import { cashOf } from './money';

export interface Value {
  potential: string;
  planned: string;
  delivered: string;
  realised: string;
  cashReleased: string;
  shortfall: { delayed: string; low: string; slow: string };
  waterfall: { dimension: string; cause: string; value: string }[];
  joint: string;
  gates: {
    gate: string;
    dimension: string;
    only: string;
    sequence: string;
    opened: string;
    unit: string;
    unitCost: string | null;
    months: string;
  }[];
  even: { dimension: string; value: string }[];
  costOfDelay: { plan: string; schedule: string };
  tasks: { task: string; delay: string }[];
}

const MONTH = new D(1);

/** V of what is delivered when some gates are closed, computed once for each set of them. */
const closedWorth = (ready: Ready, gates: readonly Gate[]): ((closed: readonly string[]) => Num) => {
  const known = new Map<string, Num>();
  return (closed) => {
    const key = gates.map(({ gate }) => (closed.includes(gate) ? '1' : '0')).join('');
    const value = known.get(key) ?? worthWith(ready, { closed: (gate) => closed.includes(gate) });
    known.set(key, value);
    return value;
  };
};

const worthWith = (ready: Ready, change: Change): Num => worth(ready.model, deliveredAccount(ready, change).account);

/** Each dimension's mean drop over all orders of closing them. */
const evenDrops = (gates: readonly Gate[], closed: (gates: readonly string[]) => Num): Map<string, Num> => {
  const present = DIMENSIONS.filter((dimension) => gates.some((gate) => gate.dimension === dimension));
  const worthOf = (dimensions: readonly string[]): Num =>
    closed(gates.filter(({ dimension }) => dimensions.includes(dimension)).map(({ gate }) => gate));
  const orders = (left: readonly string[]): string[][] =>
    left.length === 0 ? [[]] : left.flatMap((d) => orders(left.filter((x) => x !== d)).map((rest) => [d, ...rest]));
  const all = orders(present);
  return new Map(
    present.map((dimension) => [
      dimension,
      add(
        all.map((order) => {
          const before = order.slice(0, order.indexOf(dimension));
          return worthOf(before).minus(worthOf([...before, dimension]));
        }),
      ).div(all.length),
    ]),
  );
};

/** Drops when gates are closed one after another, the dimensions in their order. */
const sequenceOf = (gates: readonly Gate[], closed: (gates: readonly string[]) => Num): Map<string, Num> => {
  const order = DIMENSIONS.flatMap((dimension) => gates.filter((gate) => gate.dimension === dimension));
  return new Map(
    order.map(({ gate }, i) => {
      const before = order.slice(0, i).map((g) => g.gate);
      return [gate, closed(before).minus(closed([...before, gate]))];
    }),
  );
};

/** Totals of a model: all that a scenario shows. */
export interface Totals {
  readonly potential: Account;
  readonly planned: Account;
  readonly delivered: Account;
  readonly delivery: ReturnType<typeof deliveredAccount>['delivery'];
}
export const totalsOf = (ready: Ready): Totals => {
  const { delivery, account } = deliveredAccount(ready);
  return { potential: potentialOf(ready), planned: plannedAccount(ready), delivered: account, delivery };
};

export const valueOf = (ready: Ready, { potential, planned, delivered }: Totals, months: Months): Value => {
  const { model, tasks } = ready;
  const v = (account: Account): Num => worth(model, account);
  const gates = gatesOf(ready);
  const closed = closedWorth(ready, gates);
  const [all, none] = [closed(gates.map(({ gate }) => gate)), v(planned)];
  const drops = sequenceOf(gates, closed);
  const { fromFirst, highest } = shortfallOf(ready);
  const realised = worth(model, delivered, true);
  const ofDimension = (dimension: string): Num =>
    add(gates.filter((gate) => gate.dimension === dimension).map(({ gate }) => drops.get(gate) ?? ZERO));
  const later = deliveredWorld(
    model,
    aMonthLater(model, ready.with, ready.without),
    ready.without,
    ready.with,
    displaced,
  );
  const delay = (change: Change): string =>
    figure(tasks.length === 0 ? ZERO : v(delivered).minus(worthWith(ready, change)));
  return {
    potential: figure(v(potential)),
    planned: figure(none),
    delivered: figure(v(delivered)),
    realised: figure(realised),
    cashReleased: figure(discount(model, cashOf(model, delivered.benefits, true))),
    shortfall: {
      delayed: figure(v(potential).minus(v(fromFirst))),
      low: figure(v(fromFirst).minus(v(highest))),
      slow: figure(v(highest).minus(none)),
    },
    waterfall: [
      { dimension: 'value', cause: 'uptake', value: figure(v(potential).minus(none)) },
      ...DIMENSIONS.map((dimension) => ({ dimension, cause: 'gates', value: figure(ofDimension(dimension)) })),
      { dimension: 'value', cause: 'benefits', value: figure(v(delivered).minus(realised)) },
    ],
    joint: figure(none.minus(all)),
    gates: gates.map(({ gate, dimension, unitCost }) => ({
      gate,
      dimension,
      only: figure(none.minus(closed([gate]))),
      sequence: figure(drops.get(gate) ?? ZERO),
      opened: figure(closed(gates.map((g) => g.gate).filter((name) => name !== gate)).minus(all)),
      unit: figure(worthWith(ready, { unit: gate }).minus(all)),
      unitCost: unitCost === null ? null : figure(unitCost),
      months: String(months.months.filter((_, i) => months.binding.some(({ values }) => values[i] === gate)).length),
    })),
    even: [...evenDrops(gates, closed)].map(([dimension, value]) => ({ dimension, value: figure(value) })),
    costOfDelay: {
      plan: figure(none.minus(v(accountOf(ready, later)))),
      schedule: delay({ slip: { all: MONTH } }),
    },
    tasks: tasks.map(({ id }) => ({ task: id, delay: delay({ slip: { task: { id, months: MONTH } } }) })),
  };
};
