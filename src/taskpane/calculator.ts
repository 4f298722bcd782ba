/**
 * Computes away from the main thread: one worker, stopped and started anew on cancel; a second helps it while it draws.
 * Where workers are refused (some hosts do), the same code runs here, each question in a slice of its own after a repaint.
 */
import type { StressPart } from '../worker/stress';
import type { Answered, Asked } from '../worker/worker';
import type { Answer, Answering, Task } from '../worker/tasks';
import { shared } from './helping';

/** Hears how far a long question is. */
export type Tell = (part: StressPart) => void;

/** Something that answers questions. `cancel` drops what is under way: its promise never settles. */
export interface Calculator {
  ask(task: Task, tell?: Tell): Promise<Answer>;
  cancel(): void;
}

/** The part of a Worker that is used. */
export type WorkerPort = Pick<Worker, 'postMessage' | 'terminate'> & {
  onmessage: ((event: MessageEvent<Answered>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
};

type Answers = (task: Task) => Promise<Answering>;

/** Answers on the main thread: loaded only when needed, and not before the screen shows that work goes on. */
export function calculatorHere(
  load: () => Promise<Answers> = async () => (await import('../worker/tasks')).answering,
): Calculator {
  let generation = 0;
  return {
    ask: (task, tell) =>
      new Promise<Answer>((resolve) => {
        const mine = generation;
        /** One part a turn, so that the page is painted and a press on Cancel is heard in between. */
        const go = (steps: Answering): void => {
          if (mine !== generation) return;
          const step = steps.next();
          if (step.done === true) {
            resolve(step.value);
            return;
          }
          tell?.(step.value);
          setTimeout(go, 0, steps);
        };
        setTimeout(() => {
          void load()
            .then((answering) => answering(task))
            .then(go)
            .catch((refused: unknown) => {
              if (mine === generation) resolve({ kind: 'failed', message: said(refused) });
            });
        }, 30);
      }),
    cancel: () => {
      generation += 1;
    },
  };
}

function said(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}

/** Answers in a worker, and here once a worker could not be started. */
export function calculator(start: () => WorkerPort, here: Calculator = calculatorHere()): Calculator {
  return new Calculating(start, here);
}

interface Waiting {
  readonly task: Task;
  readonly tell: Tell | undefined;
  readonly resolve: (answer: Answer) => void;
}

/** The worker, the questions that wait for it, and whether workers are allowed at all. */
class Calculating implements Calculator {
  private readonly waiting = new Map<number, Waiting>();
  private worker: WorkerPort | null = null;
  /** The second worker, and the question that it helps with. */
  private helper: { readonly worker: WorkerPort; readonly number: number } | null = null;
  private next = 1;
  private refused = false;
  private proven = false;

  constructor(
    private readonly start: () => WorkerPort,
    private readonly here: Calculator,
  ) {}

  ask(task: Task, tell?: Tell): Promise<Answer> {
    const worker = this.running();
    if (worker === null) return this.here.ask(task, tell);
    const number = this.next++;
    return new Promise((resolve) => {
      this.waiting.set(number, { task, tell, resolve });
      worker.postMessage({ number, task: this.helped(number, task) } satisfies Asked);
    });
  }

  /** The task, to be shared with a second worker where that is worth while: of help there is never more than one. */
  private helped(number: number, task: Task): Task {
    const both = this.helper ? null : shared(task);
    if (!both) return task;
    try {
      const worker = this.start();
      this.helper = { worker, number };
      worker.onerror = () => {
        this.endHelp(number);
      };
      worker.postMessage({ number, task: both.helping } satisfies Asked);
      return both.task;
    } catch {
      return task;
    }
  }

  private endHelp(number?: number): void {
    if (!this.helper || (number !== undefined && this.helper.number !== number)) return;
    this.helper.worker.terminate();
    this.helper = null;
  }

  cancel(): void {
    this.waiting.clear();
    this.worker?.terminate();
    this.worker = null;
    this.endHelp();
    this.here.cancel();
  }

  private running(): WorkerPort | null {
    if (this.refused || this.worker !== null) return this.worker;
    try {
      this.worker = this.listen(this.start());
    } catch {
      this.refused = true;
    }
    return this.worker;
  }

  private listen(worker: WorkerPort): WorkerPort {
    worker.onmessage = ({ data }) => {
      this.proven = true;
      const waiting = this.waiting.get(data.number);
      if ('part' in data) {
        waiting?.tell?.(data.part);
        return;
      }
      this.endHelp(data.number);
      waiting?.resolve(data.answer);
      this.waiting.delete(data.number);
    };
    worker.onerror = (event) => {
      this.broken(event.message);
    };
    return worker;
  }

  /** A worker that fails before its first answer was refused by the host: what waits is answered here. Later it is a fault. */
  private broken(message: string): void {
    const questions = [...this.waiting.values()];
    this.waiting.clear();
    this.worker?.terminate();
    this.worker = null;
    this.endHelp();
    if (!this.proven) this.refused = true;
    for (const { task, tell, resolve } of questions) {
      if (this.refused) void this.here.ask(task, tell).then(resolve);
      else resolve({ kind: 'failed', message: `The calculation stopped: ${message}` });
    }
  }
}
