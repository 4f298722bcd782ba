/**
 * 10,000 draws with sampling and statistics on two workers, and the memory of ten times as many; the time of C for the same
 * evaluations comes from the benchmark of a draw.
 */
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { summarise } from '../src/engine/uncertainty/statistics';
import { BLOCK, YEARS, type WorkloadName } from './drawn-workload';
import { median } from './median';

const DRAWS = 10_000;
const MANY = 100_000;
const WORKERS = 2;
const ROUNDS = 9;
/** Rounds before the clock: the machine code is ready then, as C's is. */
const BEFORE = 9;
/** Workers do not inherit the loader of TypeScript: each takes it up by itself. */
const WORKER = path.join(__dirname, 'draws-worker.ts');

/** Milliseconds of all draws, and megabytes in use after a hundred thousand. */
export interface DrawsTimes {
  /** Milliseconds until both workers stand ready: their code read, the model compiled, quantiles tabulated. Not in `all`. */
  readonly ready: number;
  readonly all: number;
  /** The same the first time, when machine code is only being made. */
  readonly first: number;
  readonly memory: number;
}

interface Made {
  readonly block: number;
  readonly count: number;
  readonly impacts: Float64Array;
}

export async function measureAllDraws(name: WorkloadName): Promise<DrawsTimes> {
  const begun = performance.now();
  const workers = await Promise.all(
    Array.from({ length: WORKERS }, async () => {
      const worker = new Worker(`require('tsx/cjs'); require(${JSON.stringify(WORKER)});`, {
        eval: true,
        workerData: name,
      });
      await new Promise((ready) => worker.once('message', ready));
      return worker;
    }),
  );
  const ready = performance.now() - begun;
  const times: number[] = [];
  for (let round = 0; round < BEFORE + ROUNDS; round += 1) {
    const start = performance.now();
    await drawn(workers, DRAWS);
    times.push(performance.now() - start);
  }
  await drawn(workers, MANY);
  const memory = process.memoryUsage().rss / 1e6;
  await Promise.all(workers.map((worker) => worker.terminate()));
  return { ready, all: median(times.slice(BEFORE)), first: times[0] ?? Number.NaN, memory };
}

/** Every block by whichever worker is free; then mean, deviation and percentiles by year. */
async function drawn(workers: readonly Worker[], count: number): Promise<void> {
  const blocks = Math.ceil(count / BLOCK);
  const years = Array.from({ length: YEARS }, () => new Float64Array(count));
  let next = 0;
  await Promise.all(
    workers.map(
      (worker) =>
        new Promise<void>((done) => {
          const ask = (): void => {
            if (next >= blocks) {
              worker.removeAllListeners('message');
              done();
              return;
            }
            worker.postMessage({ block: next, count: Math.min(BLOCK, count - next * BLOCK) });
            next += 1;
          };
          worker.on('message', ({ block, count: size, impacts }: Made) => {
            years.forEach((values, year) => {
              values.set(impacts.subarray(year * size, (year + 1) * size), block * BLOCK);
            });
            ask();
          });
          ask();
        }),
    ),
  );
  for (const year of years) summarise(year);
}
