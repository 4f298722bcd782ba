/** Rounding in binary numbers: whether a figure that differs stands where its unrounded value is at a tie. */
import { Decimal } from 'decimal.js';
import type { Run } from '../../src/engine/figures';
import type { Axis } from '../../src/engine/graph/axis';
import type { Expression, Node } from '../../src/engine/graph/expression';
import { settled } from '../../src/engine/readings/live/parts';
import { partsOf } from '../../src/engine/readings/depends';
import { readAssumptions } from '../../src/inputs/read-assumptions';
import { runModel } from '../../src/run/run-model';
import type { Snapshot } from '../../src/workbook/workbook';
import type { Compared } from './written';

type Round = Extract<Node, { kind: 'round' }>;

function roundIn(of: Expression, here: ReadonlyMap<Axis, number>): Round | null {
  const taken = settled(of, here);
  if (taken.node.kind === 'round') return taken.node;
  for (const part of partsOf(taken)) {
    const found = roundIn(part, here);
    if (found) return found;
  }
  return null;
}

/** The first figure that differs, where the engine's unrounded value lies within 1e-9 of a tie; else null. */
export function tieOf(snapshot: Snapshot, { first: [first] }: Compared): string | null {
  const { assumptions } = readAssumptions(snapshot);
  const run: Run | null = assumptions && runModel(assumptions).run;
  const block = first && run?.of.model.find(first.block)?.block;
  if (!first || !run || !block?.formula) return null;
  const rowAxes = block.axes.filter((axis) => !axis.period);
  let left = first.row;
  const members = new Map<Axis, number>();
  for (const axis of [...rowAxes].reverse()) {
    members.set(axis, left % axis.size);
    left = Math.floor(left / axis.size);
  }
  for (const axis of block.axes) if (axis.period) members.set(axis, first.period);
  const round = roundIn(block.formula, members);
  if (!round) return null;
  const value = run.exact.part(
    round.of,
    block.axes,
    block.axes.map((axis) => members.get(axis) ?? 0),
  );
  const scaled = new Decimal(value.toString()).times(new Decimal(10).pow(round.places)).abs();
  const off =
    round.mode === 'truncate' ? scaled.minus(scaled.round()).abs() : scaled.minus(scaled.floor()).minus(0.5).abs();
  return off.lte(scaled.plus(1).times(1e-9)) ? `${first.said}; unrounded ${value.toString()}` : null;
}
