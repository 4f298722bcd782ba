/** A worker of the benchmark of draws: makes the blocks it is told to. */
import { parentPort, workerData } from 'node:worker_threads';
import { drawer, type WorkloadName } from './drawn-workload';

interface Told {
  readonly block: number;
  readonly count: number;
}

async function work(name: WorkloadName): Promise<void> {
  const make = await drawer(name);
  parentPort?.on('message', ({ block, count }: Told) => {
    const impacts = make(block, count);
    parentPort?.postMessage({ block, count, impacts }, [impacts.buffer as ArrayBuffer]);
  });
  parentPort?.postMessage('ready');
}

void work(workerData as WorkloadName);
