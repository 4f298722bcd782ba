/** Starts the computing worker. It is a file of the add-in itself: no blob, no other host. */
export function startWorker(): Worker {
  return new Worker(new URL('../worker/worker.ts', import.meta.url), { name: 'realise' });
}
