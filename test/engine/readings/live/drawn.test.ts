/**
 * Live models of drawn graphs, calculated in this process: every figure, as written, with an input typed over, and with
 * each scenario chosen; the rules of written formulas hold, and what stands beside them is true.
 */

import { Exact } from '../../../../src/engine/readings/decimals';
import { ExactRun } from '../../../../src/engine/readings/exact';
import type { ScenarioRun } from '../../../../src/engine/readings/live/scenarios';
import { drawnGraph } from '../drawn-graphs';
import { atPlacesOf } from '../../../live/written';
import { aside, faults, graphOf, liveOf, SCENARIOS, SELECTOR, sheetsOf } from './live-graphs';

const GRAPHS = Array.from(
  { length: Number(process.env['DRAWN_GRAPHS'] ?? '4') },
  (_, seed) => Number(process.env['DRAWN_FROM'] ?? '1') + seed,
);
/** What throws says of which graph. */
function orSeed<T>(seed: number, made: () => T): T {
  try {
    return made();
  } catch (cause) {
    throw new Error(`graph ${String(seed)}: ${String(cause)}`, { cause });
  }
}

test('as written: every figure, the rules of formulas, the marks and users of rows', () => {
  for (const seed of GRAPHS) {
    const graph = graphOf(seed, null);
    const live = orSeed(seed, () => liveOf(graph));
    expect([seed, faults(live, sheetsOf(live, graph))]).toEqual([seed, []]);
    expect([seed, ...aside(live)]).toEqual([seed, [], [], []]);
  }
});

test('with a cell of the user typed over', () => {
  for (const seed of GRAPHS) {
    const graph = graphOf(seed, null);
    const cells = graph.inputs.flatMap(({ block: { input } }) =>
      (input?.given ?? []).flatMap((given, n) => given?.at.cell ?? input?.places?.[n]?.cell ?? []),
    );
    const [, typed = cells[0]] = cells.filter((_, n) => (n + seed) % 9 === 0);
    const again = drawnGraph(seed, (value, at, parameter, blank) =>
      at.cell === typed || !blank ? { value: new Exact(at.cell === typed ? 3.25 : value), at, parameter } : null,
    );
    const live = liveOf(graph);
    const sheets = sheetsOf(live, graph, [['My inputs', typed ?? '', 3.25]]);
    expect([seed, faults(atPlacesOf(live, liveOf(again)), sheets)]).toEqual([seed, []]);
  }
});

test('with a scenario chosen; what the engine ran is the same', () => {
  let offered = 0;
  for (const seed of GRAPHS) {
    const graph = graphOf(seed, null);
    const scenarios = SCENARIOS.map(([name], n): ScenarioRun => {
      const at = n === 3 ? null : { sheet: 'Scenarios', cell: `A${String(2 + 2 * n)}` };
      return { name, at, model: graphOf(seed, n).model, run: new ExactRun() };
    });
    const live = liveOf(graph, scenarios);
    expect([seed, ...aside(live)]).toEqual([seed, [], [], []]);
    const { gap, scenarios: names } = live.figures;
    const n = SCENARIOS.findIndex(([name], at) => names.includes(name) && at >= seed % 4);
    const [name = ''] = SCENARIOS[n] ?? [];
    if (n < 0) continue;
    offered += 1;
    const sheets = sheetsOf(live, graph, [[SELECTOR.sheet, SELECTOR.cell, name]]);
    expect([seed, name, faults(atPlacesOf(live, liveOf(graphOf(seed, n))), sheets)]).toEqual([seed, name, []]);
    const gaps = ['F', 'G', 'H', 'I'].map((column) => (gap && sheets[gap.sheet]?.[`${column}${String(gap.row)}`]) ?? 0);
    expect([seed, name, gaps.filter((value) => !(Math.abs(Number(value)) < 1e-9))]).toEqual([seed, name, []]);
  }
  expect(offered).toBeGreaterThan(GRAPHS.length / 2);
});
