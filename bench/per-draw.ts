/**
 * Time of one draw: the compiled graph against C (-Ofast) and hand-tuned JavaScript, turn by turn in the same run. All
 * are given the same draws of every input, and the persistence curve of each draw as data; the graph takes them block by
 * block, as a workbook is drawn, and the time to hand them over is its own.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Model } from '../src/engine/graph/model';
import type { Quantity } from '../src/engine/graph/quantity';
import { compileFast, type Fast } from '../src/engine/readings/fast/fast';
import type { Room } from '../src/engine/readings/fast/room';
import { BLOCK } from '../src/engine/uncertainty/draws';
import { MARK, markedInputs } from './marked';
import { median } from './median';
import { annualTyped, refTyped } from './reference/loops-typed';
import { annualModel } from './workloads/annual';
import { referenceModel } from './workloads/ref';

/** Microseconds a draw; C is null where no compiler is found. */
export interface DrawTimes {
  readonly name: string;
  readonly graph: number;
  readonly typed: number;
  readonly c: number | null;
  readonly toC: number | null;
  readonly toTyped: number;
  /** Largest difference of results, as part of the larger total. */
  readonly difference: number;
  readonly bytes: number;
  /** Milliseconds to compile. */
  readonly compile: number;
}

interface Workload {
  readonly name: 'annual' | 'ref';
  readonly draws: number;
  readonly rows: readonly (readonly number[])[];
  readonly model: (p: readonly number[]) => { model: Model; outputs: readonly Quantity[] };
  readonly typed: typeof annualTyped;
}

const ROUNDS = 9;
/** Of each, the fastest is taken: others on the machine only ever add to a time. */
const REPEATS = 10;
/** Runs before the clock: the machine code of both is ready then, as C's is. */
const BEFORE = 20;
const RESULTS = 16;

export async function measureDraws(): Promise<readonly DrawTimes[]> {
  const { genAnn, genRef, curve64 } = await import('./workloads/generate.mjs');
  const rows = (count: number, of: (seed: number) => number[]): number[][] =>
    Array.from({ length: count }, (_, n) => of(1000 + n));
  const withCurve = (seed: number): number[] => {
    const p = genRef(seed);
    return [...p, ...curve64(p, new Array<number>(300).fill(0))];
  };
  const folder = mkdtempSync(path.join(tmpdir(), 'realise-bench-'));
  try {
    const program = compiledC(folder);
    return [
      measure(
        { name: 'annual', draws: 4095, rows: rows(4095, genAnn), model: annualOf, typed: annualTyped },
        program,
        folder,
      ),
      measure(
        { name: 'ref', draws: 1023, rows: rows(1023, withCurve), model: refOf, typed: refTyped },
        program,
        folder,
      ),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function annualOf(p: readonly number[]): ReturnType<Workload['model']> {
  const { model, impact, discounted, totals } = annualModel(p);
  return { model, outputs: [impact, discounted, totals] };
}

function refOf(p: readonly number[]): ReturnType<Workload['model']> {
  const { model, impact, discounted, totals } = referenceModel(p.slice(0, 205), p.slice(205));
  return { model, outputs: [impact, discounted, totals] };
}

/** The C program, where there is a compiler. */
function compiledC(folder: string): string | null {
  const to = path.join(folder, 'loops');
  for (const compiler of ['gcc', 'clang', 'cc']) {
    try {
      execFileSync(compiler, ['-Ofast', '-o', to, path.join(__dirname, 'reference/loops.c'), '-lm'], {
        stdio: 'ignore',
      });
      return to;
    } catch {
      // Not there: the next one.
    }
  }
  return null;
}

interface DrawsGiven {
  readonly from: number;
  readonly count: number;
  /** By input of the graph, then by draw. */
  readonly columns: readonly Float64Array[];
}

interface Prepared {
  readonly fast: Fast;
  readonly room: Room;
  readonly blocks: readonly DrawsGiven[];
  readonly compile: number;
}

/** The compiled graph, and blocks of draws in its order: every input of the workload varies. */
function prepared({ rows, draws, model }: Workload): Prepared {
  const width = rows[0]?.length ?? 0;
  const marked = model(Array.from({ length: width }, (_, n) => MARK + n));
  const first = model(rows[0] ?? []);
  const varied = markedInputs(marked.model, width).flatMap(({ name, cells }) => {
    const own = first.model.find(name);
    return own ? [{ block: own.block, cells }] : [];
  });
  const start = performance.now();
  const fast = compileFast({
    outputs: first.outputs,
    varied: varied.map(({ block, cells }) => ({ block, cells: cells.map(({ cell }) => cell) })),
    draws: BLOCK,
  });
  const compile = performance.now() - start;
  const inputs = varied.flatMap(({ cells }) => cells.map(({ input }) => input));
  const room = fast.room();
  const blocks = Array.from({ length: Math.ceil(draws / room.draws) }, (_, block) =>
    given(rows.slice(block * room.draws, (block + 1) * room.draws), inputs, block * room.draws),
  );
  return { fast, room, blocks, compile };
}

function given(rows: Workload['rows'], inputs: readonly number[], from: number): DrawsGiven {
  return {
    from,
    count: rows.length,
    columns: inputs.map((input) => Float64Array.from(rows, (row) => row[input] ?? 0)),
  };
}

/** The fastest of some repeats, in microseconds a draw. */
function fastest(draws: number, act: () => void): number {
  const times = Array.from({ length: REPEATS }, () => {
    const start = performance.now();
    act();
    return performance.now() - start;
  });
  return (Math.min(...times) * 1000) / draws;
}

function measure(workload: Workload, program: string | null, folder: string): DrawTimes {
  const { name, draws, rows, typed } = workload;
  const { fast, room, blocks, compile } = prepared(workload);
  const flat = Float64Array.from(rows.flat());
  const width = flat.length / draws;
  const file = path.join(folder, name);
  writeFileSync(file, flat);
  const results = new Float64Array(draws * RESULTS);
  const byHand = (): void => {
    for (let draw = 0; draw < draws; draw += 1) typed(flat, draw * width, results, draw * RESULTS);
  };
  const made = blocks.map(({ count }) => Array.from({ length: RESULTS }, () => new Float64Array(count)));
  const byGraph = (): void => {
    blocks.forEach(({ columns, count }, n) => {
      columns.forEach((column, input) => {
        room.given(input, count).set(column);
      });
      room.run(count);
      made[n]?.forEach((figures, number) => {
        figures.set(room.figure(number, count));
      });
    });
  };
  for (let n = 0; n < BEFORE; n += 1) {
    byGraph();
    byHand();
  }
  const rounds = Array.from({ length: ROUNDS }, () => ({
    c: program ? inC(program, name, file, draws, width) : null,
    graph: fastest(draws, byGraph),
    typed: fastest(draws, byHand),
  }));
  const middle = (of: (round: (typeof rounds)[number]) => number | null): number | null => {
    const values = rounds.map(of).filter((value) => value !== null);
    return values.length > 0 ? median(values) : null;
  };
  return {
    name: `BIM-${name}`,
    graph: middle(({ graph }) => graph) ?? 0,
    typed: middle((round) => round.typed) ?? 0,
    c: middle(({ c }) => c),
    toC: middle(({ graph, c }) => (c === null ? null : graph / c)),
    toTyped: middle((round) => round.graph / round.typed) ?? 0,
    difference: Math.max(
      ...blocks.map(({ from, count }, n) =>
        apart(made[n] ?? [], results.subarray(from * RESULTS, (from + count) * RESULTS), count),
      ),
    ),
    bytes: fast.bytes?.length ?? 0,
    compile,
  };
}

function inC(program: string, name: string, file: string, draws: number, width: number): number {
  const words = [name, file, String(draws), String(width), String(REPEATS)];
  const [seconds] = execFileSync(program, words, { encoding: 'utf8' }).split(' ');
  return (Number(seconds) * 1e6) / draws;
}

/** Largest difference of the 16 results, as part of the largest of the draw. */
function apart(figures: readonly Float64Array[], results: Float64Array, draws: number): number {
  let most = 0;
  for (let draw = 0; draw < draws; draw += 1) {
    const own = results.subarray(draw * RESULTS, (draw + 1) * RESULTS);
    const scale = own.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
    own.forEach((value, n) => (most = Math.max(most, Math.abs(value - (figures[n]?.[draw] ?? NaN)) / scale)));
  }
  return most;
}
