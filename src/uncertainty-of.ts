/**
 * Probabilistic analysis: the model at every draw of its uncertain parameters. What a parameter reaches is found by moving
 * it once and looking which input cells move with it, so that every address and operation of the contract can be drawn.
 * A sample of the draws is computed again in decimals; beyond 1e-9 no figures are shown.
 */
import type { Decimal } from 'decimal.js';
import type { Change } from './engine/assumptions';
import { text, valuesOf, years, type Run } from './engine/figures';
import type { Finding } from './engine/finding';
import type { Block } from './engine/graph/quantity';
import { Exact } from './engine/readings/decimals';
import { ExactRun } from './engine/readings/exact';
import { compileFast } from './engine/readings/fast/fast';
import type { Results } from './engine/results';
import { drawsOf } from './engine/uncertainty/draws';
import { quantileOf, type UncertainRow } from './engine/uncertainty/parameter';
import { summarise } from './engine/uncertainty/statistics';
import type { Reading } from './inputs/read-assumptions';
import { boundsOf } from './inputs/value-typed';
import { runChanged } from './run-model';

type Uncertainty = NonNullable<Results['uncertainty']>;
interface Made {
  readonly figures: Uncertainty | null;
  readonly findings: readonly Finding[];
}

/** How a cell follows a parameter: cell = at rest + slope × (value − middle). */
interface Reach {
  readonly block: Block;
  readonly cell: number;
  readonly slope: number;
}
/** Draws computed again in decimals. */
const CHECKED = 20;
const CLOSE = 1e-9;
const BATCH = 2048;

export function uncertaintyOf(reading: Reading, base: Run): Made {
  const rows = reading.uncertain.filter((row) => row.distribution !== null);
  if (rows.length === 0) return { figures: null, findings: [] };
  const { draws: count, seed } = base.of.structure.assumptions.model;
  const values = drawsOf(rows, count, seed);
  const middles = rows.map((row, n) => middleOf(row, values[n] ?? null));
  const central = runAt(reading, base, rows, middles);
  const { run } = central;
  if (!run) return { figures: null, findings: central.findings };
  const reaches = rows.map((_, n) => reachOf(reading, base, run, rows, middles, n));
  const made = computed(run, reaches, values, middles, { count, seed });
  return { ...made, findings: [...made.findings, ...beyond(reading, rows, values, count)] };
}

/** Draws are used as drawn, also beyond the bounds of the field they stand for: how many were is said. */
function beyond(
  reading: Reading,
  rows: readonly UncertainRow[],
  values: readonly (Float64Array | null)[],
  count: number,
): readonly Finding[] {
  return rows.flatMap((row, n): readonly Finding[] => {
    const bounds = row.op === 'set' ? boundsOf(reading.entries, row.parameter) : null;
    if (!bounds) return [];
    const outside = (values[n] ?? new Float64Array()).reduce(
      (total, value) => (value < bounds.minimum || value > bounds.maximum ? total + 1 : total),
      0,
    );
    if (outside === 0) return [];
    return [
      {
        severity: 'notice',
        code: 'drawn-beyond-bounds',
        at: row.at,
        message: `${row.parameter} was drawn beyond what it can be in ${String(outside)} of ${String(count)} draws; they are used as drawn.`,
        remedy: 'Choose a distribution that keeps within its bounds, such as beta for a share or gamma for a price.',
      },
    ];
  });
}

/** The value about which a parameter is moved: its median, or for dirichlet shares their first draw. */
function middleOf(row: UncertainRow, drawn: Float64Array | null): number {
  const quantile = row.distribution === 'dirichlet' ? null : quantileOf(row);
  return quantile ? quantile(0.5) : (drawn?.[0] ?? 0);
}

const changesAt = (rows: readonly UncertainRow[], values: readonly number[]): readonly Change[] =>
  rows.map((row, n) => ({
    parameter: row.parameter,
    op: row.op,
    value: new Exact(values[n] ?? 0).toFixed(),
    at: row.at,
  }));

/** The model with the parameters at these values, as far as its own checks allow them. */
function runAt(reading: Reading, base: Run, rows: readonly UncertainRow[], values: readonly number[]) {
  return runChanged({ ...reading, findings: [] }, base, changesAt(rows, values));
}

/** Input cells that move when one parameter does. */
function reachOf(
  reading: Reading,
  base: Run,
  central: Run,
  rows: readonly UncertainRow[],
  middles: readonly number[],
  n: number,
): readonly Reach[] {
  const middle = middles[n] ?? 0;
  const by = middle === 0 ? 0.001 : middle / 1024;
  const { run } = runAt(
    reading,
    base,
    rows,
    middles.map((value, at) => (at === n ? middle - by : value)),
  );
  if (!run) return [];
  return central.of.model.quantities.flatMap(({ block }): readonly Reach[] => {
    const moved = run.of.model.find(block.name)?.block.input;
    if (!block.input || !moved || moved.values.length !== block.input.values.length) return [];
    return block.input.values.flatMap((value, cell) => {
      const other = moved.values[cell];
      return other && !other.eq(value) ? [{ block, cell, slope: value.minus(other).div(by).toNumber() }] : [];
    });
  });
}

function computed(
  central: Run,
  reaches: readonly (readonly Reach[])[],
  values: readonly (Float64Array | null)[],
  middles: readonly number[],
  { count, seed }: { readonly count: number; readonly seed: number },
): Made {
  const cells = [
    ...new Map(reaches.flat().map(({ block, cell }) => [`${block.name} ${String(cell)}`, { block, cell }])).values(),
  ];
  const inputs = Float64Array.from({ length: cells.length * count });
  cells.forEach(({ block, cell }, at) => {
    const rest = block.input?.values[cell]?.toNumber() ?? 0;
    inputs.fill(rest, at * count, (at + 1) * count);
    reaches.forEach((reach, n) => {
      const slope = reach.find((of) => of.block === block && of.cell === cell)?.slope ?? 0;
      const drawn = values[n];
      if (slope === 0 || !drawn) return;
      for (let draw = 0; draw < count; draw += 1)
        inputs[at * count + draw] = (inputs[at * count + draw] ?? 0) + slope * ((drawn[draw] ?? 0) - (middles[n] ?? 0));
    });
  });
  const impacts = impactsAt(central, cells, inputs, count);
  const worst = worstOf(central, cells, inputs, impacts, count);
  if (worst > CLOSE) {
    return {
      figures: null,
      findings: [
        {
          severity: 'warning',
          code: 'draws-disagree',
          at: null,
          message: `Draws computed fast differ from the exact ones by ${worst.toExponential(1)}, so none are shown.`,
          remedy: 'Please report this model.',
        },
      ],
    };
  }
  return { figures: summaryOf(impacts, count, seed, worst), findings: [] };
}

interface InputCell {
  readonly block: Block;
  readonly cell: number;
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

function summaryOf(impacts: readonly Float64Array[], count: number, seed: number, worst: number): Uncertainty {
  const said = (value: number): string => text(new Exact(value));
  const byYear = impacts.map(summarise);
  const running = new Float64Array(count);
  const cumulative = impacts.map((values) => {
    values.forEach((value, draw) => (running[draw] = (running[draw] ?? 0) + value));
    return summarise(running);
  });
  const whole = cumulative.at(-1);
  return {
    draws: count,
    seed,
    impact: {
      mean: byYear.map(({ mean }) => said(mean)),
      sd: byYear.map(({ sd }) => said(sd)),
      low: byYear.map(({ low }) => said(low)),
      high: byYear.map(({ high }) => said(high)),
    },
    cumulative: { mean: said(whole?.mean ?? 0), low: said(whole?.low ?? 0), high: said(whole?.high ?? 0) },
    difference: worst.toExponential(2),
  };
}
