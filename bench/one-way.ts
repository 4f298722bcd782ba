/** One-way analysis of 60 parameters, low and high, on BIM-ref in exact decimals, in exact runs of the whole model. */
import type { Decimal } from 'decimal.js';
import { Exact } from '../src/engine/readings/decimals';
import { ExactRun, type Moves } from '../src/engine/readings/exact';
import { median } from './median';
import { MARK, markedInputs } from './marked';
import { referenceModel } from './workloads/ref';

/** Milliseconds. */
export interface OneWayTimes {
  readonly run: number;
  readonly oneWay: number;
  /** One-way analysis in whole runs. */
  readonly runs: number;
  /** Whether a moved run gave, to the last digit, what a run of its own gives. */
  readonly same: boolean;
}

const PARAMETERS = 60;
const INPUTS = 205;
const ROUNDS = 5;
/** Each to 80 % and 120 % of what it is. */
const ENDS = ['0.8', '1.2'] as const;

export async function measureOneWay(): Promise<OneWayTimes> {
  const { genRef, curve64 } = await import('./workloads/generate.mjs');
  const p = genRef(1000);
  const curve = [...curve64(p, new Array<number>(300).fill(0))];
  const model = (inputs: readonly number[]) => referenceModel(inputs, curve);
  const marked = markedInputs(model(Array.from({ length: INPUTS }, (_, n) => MARK + n)).model, INPUTS);
  const { model: at, impact, discounted } = model(p);
  const moves = Array.from({ length: PARAMETERS }, (_, n) => Math.floor((n * INPUTS) / PARAMETERS)).map((input) =>
    ENDS.map((part): Moves => {
      const found = new Map<NonNullable<ReturnType<typeof at.find>>['block'], Map<number, Decimal>>();
      for (const { name, cells } of marked) {
        const block = at.find(name)?.block;
        const own = cells.filter((cell) => cell.input === input);
        if (block && own.length > 0)
          found.set(block, new Map(own.map(({ cell }) => [cell, new Exact(p[input] ?? 0).times(part)])));
      }
      return found;
    }),
  );
  const read = (run: ExactRun): readonly Decimal[] => [...run.block(impact), run.at(discounted, [])];
  const [whole, oneWay]: [number[], number[]] = [[], []];
  let same = true;
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = performance.now();
    const base = new ExactRun();
    read(base);
    whole.push(performance.now() - start);
    const from = performance.now();
    const figures = moves.flatMap((ends) => ends.map((each) => base.trial(each, () => read(base))));
    oneWay.push(performance.now() - from);
    const inputs = p.map((value, n) => (n === Math.floor((7 * INPUTS) / PARAMETERS) ? value * 0.8 : value));
    const moved = model(inputs);
    const own = new ExactRun();
    const [expected, found] = [[...own.block(moved.impact)], figures[14] ?? []];
    same &&= expected.every((value, n) =>
      value
        .minus(found[n] ?? 0)
        .abs()
        .lte(value.abs().times('1e-12')),
    );
  }
  return { run: median(whole), oneWay: median(oneWay), runs: median(oneWay) / median(whole), same };
}
