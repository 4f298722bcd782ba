/** A workload with every input uncertain: sampled, run and cut to budget impacts, block by block. */
import type { Quantity } from '../src/engine/graph/quantity';
import type { Model } from '../src/engine/graph/model';
import { compileFast } from '../src/engine/readings/fast/fast';
import { Exact } from '../src/engine/readings/decimals';
import { BLOCK, drawPlan } from '../src/engine/uncertainty/draws';
import type { UncertainRow } from '../src/engine/uncertainty/parameter';
import { MARK, markedInputs } from './marked';
import { annualModel } from './workloads/annual';
import { referenceModel } from './workloads/ref';

export type WorkloadName = 'annual' | 'ref';
export const YEARS = 5;

interface Workload {
  readonly inputs: readonly number[];
  readonly model: (inputs: readonly number[]) => { readonly model: Model; readonly impact: Quantity };
}

async function workload(name: WorkloadName): Promise<Workload> {
  const { genAnn, genRef, curve64 } = await import('./workloads/generate.mjs');
  if (name === 'annual') return { inputs: genAnn(1000), model: annualModel };
  const inputs = genRef(1000);
  const curve = [...curve64(inputs, new Array<number>(300).fill(0))];
  return { inputs, model: (of) => referenceModel(of, curve) };
}

/** A tenth of its mean is the standard error: beta for shares, gamma and lognormal in turn for the rest. */
function rowOf(value: number, n: number): UncertainRow {
  const at = { sheet: 'Inputs', cell: 'A1' };
  const given = (of: number) => ({ value: new Exact(of), at, parameter: '' });
  const kind = value <= 0 ? 'normal' : value < 1 ? 'beta' : n % 2 === 0 ? 'gamma' : 'lognormal';
  return {
    at,
    address: String(n),
    source: '',
    parameter: String(n),
    op: 'set',
    low: null,
    high: null,
    distribution: kind,
    p1: given(value),
    p2: given(Math.abs(value) / 10),
    group: '',
  };
}

/** Makes a block: budget impact by year, then by draw. */
export async function drawer(name: WorkloadName): Promise<(block: number, count: number) => Float64Array> {
  const { inputs, model } = await workload(name);
  const marked = markedInputs(model(inputs.map((_, n) => MARK + n)).model, inputs.length);
  const { model: at, impact } = model(inputs);
  const varied = marked.flatMap(({ name: block, cells }) => {
    const own = at.find(block);
    return own ? [{ block: own.block, cells }] : [];
  });
  const room = compileFast({
    outputs: [impact],
    varied: varied.map(({ block, cells }) => ({ block, cells: cells.map(({ cell }) => cell) })),
    draws: BLOCK,
  }).room();
  const order = varied.flatMap(({ cells }) => cells.map(({ input }) => input));
  const plan = drawPlan(inputs.map(rowOf), 1);
  return (block, count) => {
    const values = plan(block, count);
    const impacts = new Float64Array(YEARS * count);
    for (let from = 0; from < count; from += room.draws) {
      const many = Math.min(room.draws, count - from);
      order.forEach((input, n) => {
        room.given(n, many).set(values[input]?.subarray(from, from + many) ?? []);
      });
      room.run(many);
      for (let year = 0; year < YEARS; year += 1) impacts.set(room.figure(year, many), year * count + from);
    }
    return impacts;
  };
}

export { BLOCK };
