/**
 * What uncertain parameters reach: the model with every parameter at its middle, and the input cells that move when one
 * does. Found by moving them, so that every address and operation of the contract can be drawn.
 */
import type { Change } from '../engine/assumptions';
import type { Run } from '../engine/figures';
import type { Finding } from '../engine/finding';
import { budgetImpact, type BudgetImpact } from '../engine/model/budget-impact';
import type { Moves } from '../engine/readings/exact';
import { Exact } from '../engine/readings/decimals';
import { ExactRun } from '../engine/readings/exact';
import { concentrationOf, sharersOf } from '../engine/uncertainty/dirichlet';
import type { Followed, Reach } from '../engine/uncertainty/follower';
import { quantileOf, type UncertainRow } from '../engine/uncertainty/parameter';
import { changedAssumptions, type Checked } from '../inputs/read-assumptions';
import { uptakeIn } from '../run/run-model';
import { shapeOf } from '../engine/readings/shape';
import { movesFrom, type Bench } from './bench';
import { toldApart } from './told-apart';

/** The model at the middles of its parameters, and what follows each. */
export interface Centre {
  readonly run: Run;
  readonly followed: readonly Followed[];
}

export interface Centred {
  readonly centre: Centre | null;
  readonly findings: readonly Finding[];
}

/** Null where the model refuses its parameters' middles, or a parameter changes its shape. */
export function centred(bench: Bench, rows: readonly UncertainRow[]): Centred {
  const middles = rows.map((row) => middleOf(row, rows));
  const central = at(bench, changesAt(rows, middles));
  if (!central.assumptions) return { centre: null, findings: central.findings };
  const of = budgetImpact(central.assumptions);
  const shape = shapeOf(of.model);
  const low = middles.map(below);
  const moved = toldApart(rows.length, (some) => {
    const values = middles.map((middle, n) => (some.has(n) ? (low[n] ?? 0) : middle));
    const { assumptions } = at(bench, changesAt(rows, values));
    return assumptions && movesFrom(of, shape, budgetImpact(assumptions));
  });
  const findings = rows.flatMap((row, n) => (moved[n] ? [] : [shapeless(row)]));
  const followed = middles.map((middle, n) => ({
    middle,
    reaches: reachesOf(moved[n] ?? new Map(), middle - (low[n] ?? 0)),
  }));
  return findings.length > 0
    ? { centre: null, findings }
    : { centre: { run: { of, exact: new ExactRun() }, followed }, findings: [] };
}

const shapeless = (row: UncertainRow): Finding => ({
  severity: 'warning',
  code: 'draws-change-structure',
  at: row.at,
  message: `${row.parameter} changes how the model is built, so the model cannot be drawn.`,
  remedy: 'Take its distribution away; its Low and High are still used one way.',
});

/** The value about which a parameter is moved: its median; the mean of a dirichlet share. */
function middleOf(row: UncertainRow, rows: readonly UncertainRow[]): number {
  if (row.distribution !== 'dirichlet') return quantileOf(row)?.(0.5) ?? 0;
  const all = sharersOf(row, rows).reduce((sum, other) => sum + concentrationOf(other, rows), 0);
  return concentrationOf(row, rows) / all;
}

/** Drawn values as if typed; a scenario's changes come on top of them. */
const changesAt = (rows: readonly UncertainRow[], values: readonly number[]): readonly Change[] =>
  rows.map((row, n) => ({
    parameter: row.parameter,
    op: row.op,
    value: new Exact(values[n] ?? 0).toFixed(),
    at: row.at,
  }));

const at = ({ reading, standing, typed }: Bench, changes: readonly Change[]): Checked =>
  changedAssumptions(reading, [...changes, ...standing], uptakeIn(typed));

/** Somewhat below a middle: by a part of its own for each parameter, so that no two cancel where they are moved together. */
const below = (middle: number, n: number): number => (middle === 0 ? -0.001 : middle - middle / (1024 + n));

/** How cells follow a parameter that went down by so much. */
const reachesOf = (moves: Moves, by: number): readonly Reach[] =>
  [...moves].flatMap(([block, cells]) =>
    [...cells].map(([cell, value]): Reach => {
      const rest = block.input?.values[cell] ?? new Exact(0);
      return { block, cell, slope: rest.minus(value).div(by).toNumber() };
    }),
  );

/** The exact budget impact of a draw, by the way of the workbook: every value typed. Null where the model refuses it. */
export function impactTyped(
  bench: Bench,
  rows: readonly UncertainRow[],
  values: readonly number[],
): BudgetImpact | null {
  const { assumptions } = at(bench, changesAt(rows, values));
  return assumptions && budgetImpact(assumptions);
}
