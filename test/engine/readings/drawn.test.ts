/** On drawn graphs all readings agree: fast and in JavaScript, figures moved for a moment, words and shapes. */
import type { Decimal } from 'decimal.js';
import type { Block } from '../../../src/engine/graph/quantity';
import { Exact } from '../../../src/engine/readings/decimals';
import { ExactRun } from '../../../src/engine/readings/exact';
import { shapeOf } from '../../../src/engine/readings/shape';
import { soundnessFaults } from '../../../src/engine/readings/soundness';
import { unitFaults } from '../../../src/engine/readings/units';
import { drawnGraph, type Drawn } from './drawn-graphs';
import { ends, hold } from './fast';

/** DRAWN_GRAPHS: how many; more are tried now and then. */
const GRAPHS = Array.from(
  { length: Number(process.env['DRAWN_GRAPHS'] ?? '10') },
  (_, seed) => Number(process.env['DRAWN_FROM'] ?? '1') + seed,
);

test('the fast reading, as WebAssembly and in JavaScript, of all figures and of the last ones alone', () => {
  let [compared, ties] = [0, 0];
  for (const seed of GRAPHS) {
    const { model } = drawnGraph(seed);
    for (const held of [hold(model, 3, seed), hold(model, 2, seed, true), hold(model, 2, seed, false, ends(model))]) {
      expect([seed, held.wrong]).toEqual([seed, []]);
      compared += held.compared;
      ties += held.ties;
    }
  }
  expect(compared).toBeGreaterThan(GRAPHS.length * 120);
  expect(ties).toBeLessThanOrEqual(GRAPHS.length / 4);
});

test('a drawn graph is sound, and its shape is told by its structure alone', () => {
  const shapes = GRAPHS.map((seed) => {
    const { model } = drawnGraph(seed);
    expect([soundnessFaults(model), unitFaults(model)]).toEqual([[], []]);
    return shapeOf(model);
  });
  expect(new Set(shapes).size).toBe(GRAPHS.length);
  const others = GRAPHS.map((seed) =>
    shapeOf(drawnGraph(seed, (value, at, parameter) => ({ value: new Exact(value).times(2), at, parameter })).model),
  );
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
