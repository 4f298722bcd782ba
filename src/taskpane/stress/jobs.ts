/**
 * Long questions, each in a worker of its own: how far they are, what is known so far, and an end at once when they are
 * called off. What was known by then is kept.
 */
import type { Snapshot } from '../../workbook/workbook';
import type { StressAnswer, StressPart, StressQuestion } from '../../worker/stress';
import type { Calculator } from '../calculator';
import { Kept, type Stored } from './store';

/** `kept`: called off, with what was known by then. */
export interface Job {
  readonly status: 'running' | 'done' | 'kept' | 'failed';
  readonly question: StressQuestion;
  readonly done: number;
  readonly of: number;
  readonly answer: StressAnswer | null;
  readonly message: string;
  /** Milliseconds it took so far, and when the first part came. */
  readonly took: number;
  readonly started: number;
}

/** By the name that a screen gave them. */
export type JobsNow = ReadonlyMap<string, Job>;

/** Seconds that are left if it goes on as it went; null before anything is known. */
export function secondsLeft({ status, done, of, took }: Job): number | null {
  if (status !== 'running' || done === 0 || took < 300) return null;
  return ((took / done) * (of - done)) / 1000;
}

/** The questions asked about one snapshot. */
export class Jobs implements Stored<JobsNow> {
  private readonly kept = new Kept<JobsNow>(new Map());
  private readonly under = new Map<string, Calculator>();
  readonly now = this.kept.now;
  readonly watch = this.kept.watch;

  constructor(
    private readonly snapshot: Snapshot,
    private readonly another: () => Calculator,
    private readonly clock: () => number = () => performance.now(),
  ) {}

  /** Asks, in place of what was asked by that name before. */
  start(name: string, question: StressQuestion): void {
    this.end(name);
    const calculator = this.another();
    this.under.set(name, calculator);
    const started = this.clock();
    this.put(name, { status: 'running', question, done: 0, of: 0, answer: null, message: '', took: 0, started });
    const tell = (part: StressPart): void => {
      if (this.under.get(name) === calculator) this.hear(name, part);
    };
    void calculator.ask({ kind: 'stress', snapshot: this.snapshot, question }, tell).then((answer) => {
      if (this.under.get(name) !== calculator) return;
      this.end(name);
      if (answer.kind === 'stressed') this.change(name, { status: 'done', answer: answer.answer });
      if (answer.kind === 'failed') this.change(name, { status: 'failed', message: answer.message });
    });
  }

  /** Asks unless the same has been asked by that name already. */
  want(name: string, question: StressQuestion): void {
    const known = this.now().get(name);
    if (known === undefined || JSON.stringify(known.question) !== JSON.stringify(question)) this.start(name, question);
  }

  cancel(name: string): void {
    if (this.now().get(name)?.status !== 'running') return;
    this.end(name);
    this.change(name, { status: 'kept' });
  }

  close(): void {
    for (const name of [...this.under.keys()]) this.end(name);
  }

  private end(name: string): void {
    this.under.get(name)?.cancel();
    this.under.delete(name);
  }

  private hear(name: string, { done, of, so }: StressPart): void {
    this.change(name, so === null ? { done, of } : { done, of, answer: so });
  }

  private change(name: string, part: Partial<Job>): void {
    const job = this.now().get(name);
    if (job !== undefined) this.put(name, { ...job, ...part, took: this.clock() - job.started });
  }

  private put(name: string, job: Job): void {
    this.kept.set(new Map(this.now()).set(name, job));
  }
}
