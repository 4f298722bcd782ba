/**
 * Probabilistic analysis: the model at every draw of its uncertain parameters. What a parameter reaches is found by moving
 * it once and looking which input cells move with it, so that every address and operation of the contract can be drawn.
 * A sample of the draws is computed again in decimals; beyond 1e-9 no figures are shown.
 */
import type { Change } from './engine/assumptions';
import type { Run } from './engine/figures';
import type { Finding } from './engine/finding';
import { Exact } from './engine/readings/decimals';
import type { UncertaintyFigures } from './engine/results';
import { drawnImpacts, type Reach } from './engine/uncertainty/drawn-impacts';
import { drawsOf } from './engine/uncertainty/draws';
import { quantileOf, type UncertainRow } from './engine/uncertainty/parameter';
import { uncertaintyFigures } from './engine/uncertainty/uncertainty-figures';
import type { Reading } from './inputs/read-assumptions';
import { boundsOf } from './inputs/value-typed';
import { runChanged } from './run-model';

interface Made {
  readonly figures: UncertaintyFigures | null;
  readonly findings: readonly Finding[];
}

/** Beyond this, relative to the totals, no draws are shown. */
const CLOSE = 1e-9;

export function uncertaintyOf(reading: Reading, base: Run): Made {
  const rows = reading.uncertain.filter((row) => row.distribution !== null);
  if (rows.length === 0) return { figures: null, findings: [] };
  const { draws: count, seed } = base.of.structure.assumptions.model;
  const values = drawsOf(rows, count, seed);
  const middles = rows.map((row, n) => middleOf(row, values[n] ?? null));
  const central = runAt(reading, base, rows, middles);
  const { run } = central;
  if (!run) return { figures: null, findings: central.findings };
  const parameters = rows.map((_, n) => ({
    values: values[n] ?? null,
    middle: middles[n] ?? 0,
    reaches: reachOf(reading, base, run, rows, middles, n),
  }));
  const drawn = drawnImpacts(run, parameters, count);
  const outside = beyond(reading, rows, values, count);
  if (drawn.difference > CLOSE) return { figures: null, findings: [disagreement(drawn.difference), ...outside] };
  return { figures: uncertaintyFigures(drawn, count, seed), findings: outside };
}

const disagreement = (difference: number): Finding => ({
  severity: 'warning',
  code: 'draws-disagree',
  at: null,
  message: `Draws computed fast differ from the exact ones by ${difference.toExponential(1)}, so none are shown.`,
  remedy: 'Please report this model.',
});

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
