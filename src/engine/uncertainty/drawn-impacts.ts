/**
 * The model at every draw: input cells follow the uncertain parameters, the fast reading gives the budget impact, and a
 * sample of the draws is computed again in decimals. Differences are measured against the totals they are taken from.
 */
import type { Decimal } from 'decimal.js';
import { valuesOf, years, type Run } from '../figures';
import type { Block } from '../graph/quantity';
import { Exact } from '../readings/decimals';
import { ExactRun } from '../readings/exact';
import { compileFast } from '../readings/fast/fast';

/** Draws computed again in decimals. */
const CHECKED = 20;
const BATCH = 2048;

interface InputCell {
  readonly block: Block;
  readonly cell: number;
}

/** How a cell follows a parameter: cell = at rest + slope × (value − middle). */
export interface Reach {
  readonly block: Block;
  readonly cell: number;
  readonly slope: number;
}
/** An uncertain parameter: its drawn values, the value it rests at, and the cells that follow it. */
export interface Uncertain {
  readonly values: Float64Array | null;
  readonly middle: number;
  readonly reaches: readonly Reach[];
}
/** Budget impact by year, then by draw; and the largest difference of a sample of draws from the exact reading. */
export interface DrawnImpacts {
  readonly impacts: readonly Float64Array[];
  readonly difference: number;
}

/** `central`: the model with every parameter at its middle. */
export function drawnImpacts(central: Run, parameters: readonly Uncertain[], count: number): DrawnImpacts {
  const cells = cellsOf(parameters);
  const inputs = inputsAt(cells, parameters, count);
  const impacts = impactsAt(central, cells, inputs, count);
  return { impacts, difference: worstOf(central, cells, inputs, impacts, count) };
}

/** Every cell that some parameter reaches, once. */
const cellsOf = (parameters: readonly Uncertain[]): readonly InputCell[] => [
  ...new Map(
    parameters.flatMap(({ reaches }) =>
      reaches.map(({ block, cell }) => [`${block.name} ${String(cell)}`, { block, cell }]),
    ),
  ).values(),
];

/** Values of the cells: cell c of draw n at c × count + n. */
function inputsAt(cells: readonly InputCell[], parameters: readonly Uncertain[], count: number): Float64Array {
  const inputs = new Float64Array(cells.length * count);
  cells.forEach(({ block, cell }, at) => {
    inputs.fill(block.input?.values[cell]?.toNumber() ?? 0, at * count, (at + 1) * count);
    for (const { values, middle, reaches } of parameters) {
      const slope = reaches.find((of) => of.block === block && of.cell === cell)?.slope ?? 0;
      if (slope === 0 || !values) continue;
      for (let draw = 0; draw < count; draw += 1)
        inputs[at * count + draw] = (inputs[at * count + draw] ?? 0) + slope * ((values[draw] ?? 0) - middle);
    }
  });
  return inputs;
}

/** Budget impact by year, then by draw. */
function impactsAt(
  central: Run,
  cells: readonly InputCell[],
  inputs: Float64Array,
  count: number,
): readonly Float64Array[] {
  const periods = years(central);
  const blocks = [...new Set(cells.map(({ block }) => block))];
  const varied = blocks.map((block) => ({
    block,
    cells: cells.filter((of) => of.block === block).map(({ cell }) => cell),
  }));
  const order = blocks.flatMap((block) => cells.flatMap((of, at) => (of.block === block ? [at] : [])));
  const { total } = central.of.impact;
  const fast = compileFast({ outputs: [total], varied });
  const impacts = periods.map(() => new Float64Array(count));
  for (let from = 0; from < count; from += BATCH) {
    const size = Math.min(BATCH, count - from);
    const batch = Float64Array.from({ length: order.length * size }, (_, place) => {
      const at = order[Math.floor(place / size)] ?? 0;
      return inputs[at * count + from + (place % size)] ?? 0;
    });
    const { figures } = fast.run(batch, size);
    periods.forEach((period, year) => impacts[year]?.set(figures.subarray(period * size, (period + 1) * size), from));
  }
  return impacts;
}

/** The largest difference from the exact reading, over a sample of draws spread evenly. */
function worstOf(
  central: Run,
  cells: readonly InputCell[],
  inputs: Float64Array,
  impacts: readonly Float64Array[],
  count: number,
): number {
  const exact = new ExactRun();
  const { impact, ledger } = central.of;
  let worst = 0;
  for (let n = 0; n < Math.min(CHECKED, count); n += 1) {
    const draw = Math.floor((n * count) / Math.min(CHECKED, count));
    const placed = new Map<Block, Decimal[]>();
    cells.forEach(({ block, cell }, at) => {
      const held = placed.get(block) ?? [...(block.input?.values ?? [])];
      held[cell] = new Exact(inputs[at * count + draw] ?? 0);
      placed.set(block, held);
    });
    exact.replace(placed);
    const run: Run = { ...central, exact };
    const totals = [0, 1].map((world) => valuesOf(run, ledger.cost, [world], years(run)));
    valuesOf(run, impact.total, [], years(run)).forEach((figure, year) => {
      const scale = Math.max(1e-300, ...totals.map((list) => Math.abs(list[year]?.toNumber() ?? 0)));
      worst = Math.max(worst, Math.abs((impacts[year]?.[draw] ?? 0) - figure.toNumber()) / scale);
    });
  }
  return worst;
}
