/**
 * The bench: a model held ready, so that it can be tried with changes a thousand times. A change that leaves the shape of
 * the model alone is run on the figures at rest, and only what rests on it is computed; any other is run from the funnel up.
 */
import type { Decimal } from 'decimal.js';
import type { Change } from '../engine/assumptions';
import { faults } from '../engine/faults';
import type { Run } from '../engine/figures';
import type { Finding } from '../engine/finding';
import type { Block } from '../engine/graph/quantity';
import { budgetImpact, type BudgetImpact } from '../engine/model/budget-impact';
import type { Moves } from '../engine/readings/exact';
import { shapeOf } from '../engine/readings/shape';
import { changedAssumptions, type Reading } from '../inputs/read-assumptions';
import { assessed, type AssessOptions } from '../run/read-and-run';
import { runModel, uptakeIn } from '../run/run-model';
import type { Snapshot } from '../workbook/workbook';

/** A model that is tried with changes. Holds decimals, so it stays where it was made. */
export interface Bench {
  readonly reading: Reading;
  /** The model as typed: what `x` and `+` start from. */
  readonly typed: Run;
  /** What is tried: the model as typed, or with the changes of a scenario. */
  readonly base: Run;
  readonly standing: readonly Change[];
  readonly shape: string;
}

/** What became of a try: nothing where the model refuses the changes. */
export interface Tried<T> {
  readonly value: T | null;
  readonly findings: readonly Finding[];
}

/** Reads a workbook and makes its bench; null where it has errors. */
export function benchOf(
  snapshot: Snapshot,
  options: AssessOptions = {},
): { readonly bench: Bench | null; readonly findings: readonly Finding[] } {
  const { reading, typed, run, standing, findings } = assessed(snapshot, options);
  return { bench: typed && run && benchFor(reading, typed, run, standing), findings };
}

/** The same for who asks only where there are figures: says why there are none. */
export function benchIn(snapshot: Snapshot): Bench {
  const { bench, findings } = benchOf(snapshot);
  if (bench) return bench;
  throw new Error(findings.find(({ severity }) => severity === 'error')?.message ?? 'There are no figures.');
}

export const benchFor = (reading: Reading, typed: Run, base: Run, standing: readonly Change[]): Bench => ({
  reading,
  typed,
  base,
  standing,
  shape: shapeOf(base.of.model),
});

/**
 * Reads something of the model with changes made to it, as if they had been typed: on top of the scenario that stands, or,
 * where it is what is typed that is in doubt, below it.
 */
export function tried<T>(
  bench: Bench,
  changes: readonly Change[],
  read: (run: Run) => T,
  where: 'above' | 'below' = 'above',
): Tried<T> {
  const { reading, base, standing, typed } = bench;
  const all = where === 'above' ? [...standing, ...changes] : [...changes, ...standing];
  const { assumptions, findings } = changedAssumptions(reading, all, uptakeIn(typed));
  if (!assumptions) return { value: null, findings };
  const changed = budgetImpact(assumptions);
  const moves = movesTo(bench, changed);
  if (!moves) {
    const ran = runModel(assumptions);
    return { value: ran.run && read(ran.run), findings: [...findings, ...ran.findings] };
  }
  const structure = { ...base.of.structure, assumptions };
  const run: Run = { of: { ...base.of, structure }, exact: base.exact };
  return run.exact.trial(moves, () => {
    const wrong = faults(run);
    return { value: wrong.length > 0 ? null : read(run), findings: [...findings, ...wrong] };
  });
}

/** The cells of inputs in which a model differs; null where its shape does. */
export const movesTo = ({ base, shape }: Bench, changed: BudgetImpact): Moves | null =>
  movesFrom(base.of, shape, changed);

/** The cells of inputs by which one model differs from another of this shape. */
export function movesFrom(from: BudgetImpact, shape: string, to: BudgetImpact): Moves | null {
  if (shapeOf(to.model) !== shape) return null;
  const moves = new Map<Block, ReadonlyMap<number, Decimal>>();
  for (const { block } of from.model.quantities) {
    const after = to.model.find(block.name)?.block.input?.values;
    const moved = (block.input?.values ?? []).flatMap((value, cell) => {
      const other = after?.[cell];
      return other && !other.eq(value) ? [[cell, other] as const] : [];
    });
    if (moved.length > 0) moves.set(block, new Map(moved));
  }
  return moves;
}
