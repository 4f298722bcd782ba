/** BIM-annual: an exact run of the graph against a hand-written loop, turn by turn in the same process. */
import type { Decimal } from 'decimal.js';
import { ExactRun } from '../src/engine/readings/exact';
import { Exact } from '../src/engine/readings/decimals';
import { annualByHand } from './reference/annual-decimal';
import { annualModel } from './workloads/annual';
import { median } from './median';

const ROUNDS = 200;
const WARM_UP = 30;

export interface AnnualTimes {
  readonly hand: number;
  readonly graph: number;
  readonly ratio: number;
  /** Largest relative difference between the two, over all rounds. */
  readonly difference: string;
}

/** Every round is another model: other inputs, put in place of the ones before. */
export async function measureAnnual(): Promise<AnnualTimes> {
  const { genAnn } = await import('./workloads/generate.mjs');
  const first = annualModel(genAnn(1000));
  const run = new ExactRun();
  const [hand, graph]: [number[], number[]] = [[], []];
  let difference = new Exact(0);
  for (let round = 0; round < ROUNDS + WARM_UP; round += 1) {
    const inputs = genAnn(1000 + round);
    const other = annualModel(inputs);
    const replaced = new Map(
      first.model.quantities.flatMap(({ block }) => {
        const values = other.model.find(block.name)?.block.input?.values;
        return block.input && values ? [[block, values] as const] : [];
      }),
    );
    const handStart = performance.now();
    const byHand = annualByHand(inputs);
    const handTime = performance.now() - handStart;
    const start = performance.now();
    run.replace(replaced);
    const byGraph: readonly Decimal[] = [...run.block(first.impact), run.at(first.discounted, [])];
    const graphTime = performance.now() - start;
    byGraph.forEach((value, n) => {
      const expected = byHand[n] ?? new Exact(0);
      difference = Exact.max(difference, value.minus(expected).abs().div(expected.abs()));
    });
    if (round < WARM_UP) continue;
    hand.push(handTime);
    graph.push(graphTime);
  }
  return {
    hand: median(hand),
    graph: median(graph),
    ratio: median(graph) / median(hand),
    difference: difference.toSignificantDigits(2).toString(),
  };
}
