/** Drawn graphs are sound, their shape tells them apart, and figures moved for a moment are those of a new run. */
import type { Decimal } from 'decimal.js';
import type { Block } from '../../../src/engine/graph/quantity';
import { Exact } from '../../../src/engine/readings/decimals';
import { ExactRun } from '../../../src/engine/readings/exact';
import { shapeOf } from '../../../src/engine/readings/shape';
import { soundnessFaults } from '../../../src/engine/readings/soundness';
import { unitFaults } from '../../../src/engine/readings/units';
import { drawnGraph, type Drawn, type GivenAt } from './drawn-graphs';

/** DRAWN_GRAPHS: how many; more are tried now and then. */
const GRAPHS = Array.from(
  { length: Number(process.env['DRAWN_GRAPHS'] ?? '6') },
  (_, seed) => Number(process.env['DRAWN_FROM'] ?? '1') + seed,
);

test('a drawn graph is sound, and its shape is told by its structure alone', () => {
  const shapes = GRAPHS.map((seed) => {
    const { model } = drawnGraph(seed);
    expect([soundnessFaults(model), unitFaults(model)]).toEqual([[], []]);
    return shapeOf(model);
  });
  expect(new Set(shapes).size).toBe(GRAPHS.length);
  const others = GRAPHS.map((seed) => {
    const double: GivenAt = (value, at, parameter, blank) =>
      blank ? null : { value: new Exact(value).times(2), at, parameter };
    return shapeOf(drawnGraph(seed, double).model);
  });
  expect(others).toEqual(shapes);
});

const all = (run: ExactRun, { model }: Drawn): readonly string[] =>
  model.quantities.flatMap((quantity) => run.block(quantity).map((value) => value.toSignificantDigits(30).toString()));

test('figures of inputs moved for a moment, or put in place of others, give what a new run gives', () => {
  for (const seed of GRAPHS) {
    const graph = drawnGraph(seed);
    const run = new ExactRun();
    const rest = all(run, graph);
    const [input = graph.inputs[0]] = [graph.inputs[seed % graph.inputs.length]];
    if (!input) throw new Error('no input');
    const cell = seed % input.block.size;
    const values = (input.block.input?.values ?? []).map((value, n) => (n === cell ? value.plus('0.37') : value));
    const other = new ExactRun();
    other.replace(new Map<Block, readonly Decimal[]>([[input.block, values]]));
    const expected = all(other, graph);
    const moves = new Map([[input.block, new Map([[cell, values[cell] ?? new Exact(0)]])]]);
    expect([seed, run.trial(moves, () => all(run, graph))]).toEqual([seed, expected]);
    expect(all(run, graph)).toEqual(rest);
    run.replace(new Map([[input.block, values]]));
    expect(all(run, graph)).toEqual(expected);
  }
});
