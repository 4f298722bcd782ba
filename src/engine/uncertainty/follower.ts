/**
 * The model at its draws: input cells follow the uncertain parameters, and the fast reading gives the budget impact. Any
 * draw can be computed again in decimals; differences are measured against the totals that the figure is taken from.
 */
import type { Decimal } from 'decimal.js';
import { valuesOf, years, type Run } from '../figures';
import type { Block } from '../graph/quantity';
import { Exact } from '../readings/decimals';
import type { Moves } from '../readings/exact';
import { compileFast } from '../readings/fast/fast';
import type { Room } from '../readings/fast/room';
import { touchedBy } from '../readings/touched';
import { BLOCK, type Values } from './draws';

/** How a cell follows a parameter: cell = at rest + slope × (value − middle). */
export interface Reach {
  readonly block: Block;
  readonly cell: number;
  readonly slope: number;
}
/** An uncertain parameter: the value it rests at, and the cells that follow it. */
export interface Followed {
  readonly middle: number;
  readonly reaches: readonly Reach[];
}
/** Figures of some draws. */
export interface Drawn {
  /** Budget impact by year, then by draw. */
  readonly impacts: readonly Float64Array[];
  /** 1 for a draw in which something that is rounded lies at a tie. */
  readonly ties: Uint8Array;
  /** Draws in which people are fewer than none, or shares that added up to 1 do not. */
  readonly faults: readonly Fault[];
}
interface Fault {
  readonly draw: number;
  readonly why: string;
}
export interface Follower {
  readonly draws: (values: Values, count: number) => Drawn;
  /** Difference of a draw from the exact reading, as part of the larger of the two totals. */
  readonly difference: (values: Values, draw: number, drawn: Drawn) => number;
}

interface Following {
  readonly block: Block;
  readonly cell: number;
  readonly rest: number;
  readonly by: readonly { readonly parameter: number; readonly slope: number; readonly middle: number }[];
}

/** `central`: the model with every parameter at its middle; `typed`: as typed, where shares add up as they must. */
export function follower(central: Run, parameters: readonly Followed[], typed: Run = central): Follower {
  const cells = followingOf(parameters);
  const blocks = [...new Set(cells.map(({ block }) => block))];
  const ordered = blocks.flatMap((block) => cells.filter((of) => of.block === block));
  const varied = blocks.map((block) => ({
    block,
    cells: ordered.filter((of) => of.block === block).map(({ cell }) => cell),
  }));
  const { impact, ledger } = central.of;
  const watch = watchesOf(central, typed, varied);
  const outputs = [impact.total, ...watch.map(({ quantity }) => quantity)];
  const room = compileFast({ outputs, varied, draws: BLOCK, exact: central.exact }).room();
  const periods = years(central);
  for (const quantity of [impact.total, ledger.cost]) central.exact.block(quantity);
  return {
    draws: (values, count) => {
      const drawn = { impacts: periods.map(() => new Float64Array(count)), ties: new Uint8Array(count) };
      const faults: Fault[] = [];
      for (let from = 0; from < count; from += room.draws) {
        const many = Math.min(room.draws, count - from);
        ordered.forEach((cell, n) => {
          follow(cell, values, from, room.given(n, many));
        });
        room.run(many);
        drawn.impacts.forEach((impacts, n) => {
          impacts.set(room.figure(periods[n] ?? 0, many), from);
        });
        drawn.ties.set(room.ties(many), from);
        faults.push(...faultsIn(room, watch, impact.total.block.size, from, many));
      }
      return { ...drawn, faults };
    },
    difference: (values, draw, drawn) =>
      central.exact.trial(movesOf(ordered, values, draw), () => differenceFrom(central, drawn, draw)),
  };
}

/** Largest difference of a draw from an exact run, as part of the larger of the two totals. */
export function differenceFrom(run: Run, { impacts }: Drawn, draw: number): number {
  const periods = years(run);
  const totals = [0, 1].map((world) => valuesOf(run, run.of.ledger.cost, [world], periods));
  return valuesOf(run, run.of.impact.total, [], periods).reduce((worst, figure, year) => {
    const scale = Math.max(1e-300, ...totals.map((list) => Math.abs(list[year]?.toNumber() ?? 0)));
    return Math.max(worst, Math.abs((impacts[year]?.[draw] ?? NaN) - figure.toNumber()) / scale);
  }, 0);
}

/** Every cell that some parameter reaches, once. */
function followingOf(parameters: readonly Followed[]): readonly Following[] {
  const found = new Map<Block, Map<number, Following['by'][number][]>>();
  parameters.forEach(({ middle, reaches }, parameter) => {
    for (const { block, cell, slope } of reaches) {
      const held = found.get(block) ?? new Map<number, Following['by'][number][]>();
      found.set(block, held.set(cell, [...(held.get(cell) ?? []), { parameter, slope, middle }]));
    }
  });
  return [...found].flatMap(([block, cells]) =>
    [...cells].map(([cell, by]) => ({ block, cell, by, rest: block.input?.values[cell]?.toNumber() ?? 0 })),
  );
}

/** The values of a cell, from a draw on. */
function follow({ rest, by }: Following, values: Values, from: number, into: Float64Array): void {
  into.fill(rest);
  const multiplied = by.length > 1 && by.every(({ slope, middle }) => isProportional(slope * middle, rest));
  for (const { parameter, slope, middle } of by) {
    const drawn = values[parameter]?.subarray(from);
    if (!drawn) continue;
    if (multiplied) for (let n = 0; n < into.length; n += 1) into[n] = ((into[n] ?? 0) * (drawn[n] ?? 0)) / middle;
    else for (let n = 0; n < into.length; n += 1) into[n] = (into[n] ?? 0) + slope * ((drawn[n] ?? 0) - middle);
  }
}

/** A cell that is multiplied by each of several parameters follows their product. */
const isProportional = (share: number, rest: number): boolean => Math.abs(share - rest) <= 1e-9 * Math.abs(rest);

/** The same for one draw, in decimals that are the floats exactly. */
function movesOf(cells: readonly Following[], values: Values, draw: number): Moves {
  const moves = new Map<Block, Map<number, Decimal>>();
  const value = new Float64Array(1);
  for (const cell of cells) {
    follow(cell, values, draw, value);
    const held = moves.get(cell.block) ?? new Map<number, Decimal>();
    moves.set(cell.block, held.set(cell.cell, new Exact(value[0] ?? 0)));
  }
  return moves;
}

/** A figure that a draw may put out of what it can be: which of its cells to look at, and when one is wrong. */
interface Watch {
  readonly quantity: Run['of']['patients']['shares']['total'];
  readonly at: readonly number[];
  readonly wrong: (value: number) => string | null;
}

/** Part of a share, or of a person, below which floats may miss. */
const SLIGHT = 1e-9;
const percent = (value: number): string => `${(value * 100).toPrecision(6).replace(/\.?0+$/, '')}%`;

/** Shares that add up to 1 at rest, and people, where the draws reach them. */
function watchesOf(
  central: Run,
  typed: Run,
  varied: readonly { block: Block; cells: readonly number[] }[],
): readonly Watch[] {
  const { patients, population, structure } = central.of;
  const whole = structure.assumptions.model.shares !== 'normalise';
  const sums = typed.exact.block(typed.of.patients.shares.total);
  const summed = sums.flatMap((sum, cell) => (whole && sum.minus(1).abs().lte(SLIGHT) ? [cell] : []));
  const watches: readonly Watch[] = [
    {
      quantity: patients.shares.total,
      at: summed,
      wrong: (sum) => (Math.abs(sum - 1) > SLIGHT ? `Uptake shares add up to ${percent(sum)}.` : null),
    },
    {
      quantity: population.people,
      at: Array.from({ length: population.people.block.size }, (_, cell) => cell),
      wrong: (people) =>
        people < -SLIGHT ? `A step of the population falls to −${(-people).toPrecision(4)} people.` : null,
    },
  ];
  const blocks = watches.map(({ quantity }) => quantity.block);
  const touched = touchedBy(
    new Map(varied.map(({ block, cells }) => [block, cells])),
    central.of.model.quantities.map(({ block }) => block),
  );
  return watches.filter((watch, n) => watch.at.length > 0 && touched.has(blocks[n] ?? watch.quantity.block));
}

/** The first fault of each draw of a room, whose figures to be watched stand after so many others. */
function faultsIn(room: Room, watch: readonly Watch[], after: number, from: number, count: number): readonly Fault[] {
  let before = after;
  return watch.flatMap(({ quantity, at, wrong }) => {
    const found = new Map<number, string>();
    for (const cell of at)
      room.figure(before + cell, count).forEach((figure, draw) => {
        const why = wrong(figure);
        if (why !== null && !found.has(draw)) found.set(draw, why);
      });
    before += quantity.block.size;
    return [...found].sort(([a], [b]) => a - b).map(([draw, why]) => ({ draw: from + draw, why }));
  });
}
