/** Holds the fast reading against the exact one: inputs moved at random, every figure of every quantity. */
import { membersIn } from '../../../src/engine/graph/axis';
import type { Model } from '../../../src/engine/graph/model';
import type { Block, Quantity } from '../../../src/engine/graph/quantity';
import { readsOfBlock } from '../../../src/engine/readings/depends';
import { Exact } from '../../../src/engine/readings/decimals';
import { ExactRun } from '../../../src/engine/readings/exact';
import { compileFast, type Fast } from '../../../src/engine/readings/fast/fast';
import type { Varied } from '../../../src/engine/readings/fast/program';
import type { Room } from '../../../src/engine/readings/fast/room';
import { Scales } from './scales';

/** What was compared, and what differed by more than a billionth of its scale. */
export interface Held {
  readonly compared: number;
  /** The largest difference that is not wrong, as part of the figure or, where that is small, of its scale. */
  readonly largest: number;
  readonly wrong: readonly string[];
  /**
   * Draws that differ, but in which something rounded lies at a tie, or decimals themselves leave a residue of nothing, or
   * something has no end or is 0 ÷ 0 (a dose every 0 days): decimals drop it where nothing is multiplied by it, floats say
   * no number.
   */
  readonly ties: number;
  /** Whether it ran as WebAssembly. */
  readonly compiled: boolean;
}

/** Part of a figure's scale that the fast reading may miss. */
const MOST = 1e-9;

/** What 40 digits leave of a difference that is nothing: a test for nothing falls either way. */
const RESIDUE = 1e-28;

/** Every input that the user typed. */
export const typedInputs = (model: Model): readonly Varied[] =>
  model.quantities.flatMap(({ block }) =>
    block.input && !block.input.structural
      ? [{ block, cells: block.input.given.flatMap((given, cell) => (given ? [cell] : [])) }]
      : [],
  );

export const formulas = (model: Model): readonly Quantity[] =>
  model.quantities.filter(({ block }) => block.formula !== null && block.size > 0);

/** What no other quantity reads: all that it does not rest on may be left out. */
export function ends(model: Model): readonly Quantity[] {
  const read = new Set(model.quantities.flatMap(({ block }) => [...readsOfBlock(block)]));
  return formulas(model).filter(({ block }) => !read.has(block));
}

/** Numbers between 0 and 1 from a seed (Park & Miller, Commun ACM 1988;31:1192). */
export function randomFrom(seed: number): () => number {
  let state = seed + 1;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** Draws: the first as typed, then each figure moved; now and then to nothing, or left as it is. */
export function drawsOf(varied: readonly Varied[], count: number, seed: number): Float64Array {
  const random = randomFrom(seed);
  const cells = varied.flatMap(({ block, cells: of }) => of.map((cell) => ({ block, cell })));
  const draws = new Float64Array(cells.length * count);
  cells.forEach(({ block, cell }, n) => {
    const typed = block.input?.values[cell]?.toNumber() ?? 0;
    for (let draw = 0; draw < count; draw += 1) {
      const [kind, u] = [random(), random()];
      const moved = kind < 0.03 ? 0 : kind < 0.3 ? typed : typed * (0.6 + 0.8 * u);
      draws[n * count + draw] = draw === 0 ? typed : Number(moved.toPrecision(7));
    }
  });
  return draws;
}

/** The exact run of one draw. */
function exactOf(varied: readonly Varied[], draws: Float64Array, count: number, draw: number): ExactRun {
  const run = new ExactRun();
  const replaced = new Map<Block, InstanceType<typeof Exact>[]>();
  let n = 0;
  for (const { block, cells } of varied) {
    const values = [...(block.input?.values ?? [])];
    for (const cell of cells) {
      values[cell] = new Exact(draws[n * count + draw] ?? 0);
      n += 1;
    }
    replaced.set(block, values);
  }
  run.replace(replaced);
  return run;
}

/** A room with these draws run. */
export function ran(fast: Fast, draws: Float64Array, count: number): Room {
  const room = fast.room();
  for (let n = 0; n * count < draws.length; n += 1)
    room.given(n, count).set(draws.subarray(n * count, (n + 1) * count));
  room.run(count);
  return room;
}

/** Whether all that differs is no number, where decimals have something without an end, or 0 ÷ 0. */
const isEndless = (model: Model, exact: ExactRun, wrong: readonly string[]): boolean =>
  wrong.every((line) => line.endsWith('NaN')) &&
  formulas(model).some((of) => exact.block(of).some((figure) => !figure.isFinite()));

/** Compares `count` draws of a model; `plain`: as JavaScript. */
export function hold(model: Model, count: number, seed: number, plain = false, outputs = formulas(model)): Held {
  const varied = typedInputs(model);
  const fast = compileFast({ outputs, varied, draws: count }, plain);
  const draws = drawsOf(varied, count, seed);
  const room = ran(fast, draws, count);
  const wrong: string[] = [];
  let [compared, tied, largest] = [0, 0, 0];
  for (let draw = 0; draw < count; draw += 1) {
    const exact = exactOf(varied, draws, count, draw);
    const found = differing(exact, outputs, (n) => room.figure(n, count)[draw] ?? Number.NaN);
    compared += found.compared;
    largest = Math.max(largest, found.largest);
    const excused = (): boolean =>
      room.ties(count)[draw] === 1 || found.residue || isEndless(model, exact, found.wrong);
    if (found.wrong.length > 0 && excused()) tied += 1;
    else wrong.push(...found.wrong.map((line) => `draw ${String(draw)}: ${line}`));
  }
  return { compared, largest, wrong: wrong.slice(0, 5), ties: tied, compiled: fast.bytes !== null };
}

/** Figures of one draw that differ by more than they may; what decimals cannot say (0 ÷ 0) is left out. */
function differing(
  exact: ExactRun,
  outputs: readonly Quantity[],
  figure: (n: number) => number,
): Pick<Held, 'compared' | 'largest' | 'wrong'> & { readonly residue: boolean } {
  const scales = new Scales(exact);
  const wrong: string[] = [];
  let [n, compared, largest, residue] = [0, 0, 0, false];
  for (const output of outputs)
    exact.block(output).forEach((decimal, cell) => {
      const [expected, got] = [decimal.toNumber(), figure(n)];
      n += 1;
      residue ||= expected !== 0 && Math.abs(expected) < RESIDUE;
      if (!Number.isFinite(expected)) return;
      compared += 1;
      const apart = Math.abs(got - expected);
      const isWithin = (scale: number): boolean => {
        if (!(apart <= MOST * scale)) return false;
        if (apart > 0) largest = Math.max(largest, apart / scale);
        return true;
      };
      if (isWithin(Math.abs(expected))) return;
      const members = membersIn(output.block.axes, cell);
      if (isWithin(scales.of(output.block, members))) return;
      wrong.push(`${output.block.name}[${members.join()}] is ${String(expected)}, not ${String(got)}`);
    });
  return { compared, largest, wrong, residue };
}
