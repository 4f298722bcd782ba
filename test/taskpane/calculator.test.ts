/** Computing away from the main thread, and here where workers are refused. */
import { calculator, calculatorHere, type WorkerPort } from '../../src/taskpane/calculator';
import type { StressPart } from '../../src/worker/stress';
import type { Answer, Answering, Task } from '../../src/worker/tasks';
import type { Answered, Asked } from '../../src/worker/worker';
import { assessment, results, snapshot } from './fixture';

const TASK: Task = { kind: 'assess', snapshot: snapshot(), options: {} };
const said = (message: string): Answer => ({ kind: 'failed', message });
const here = (text = 'here'): ReturnType<typeof calculatorHere> =>
  calculatorHere(() => Promise.resolve(ending(said(text))));

/** Tells one part, then answers. */
const ending = (answer: Answer) => () => Promise.resolve(steps(answer));
function* steps(answer: Answer): Answering {
  yield PART;
  return answer;
}
const PART: StressPart = { done: 1, of: 2, so: null };

/** A worker that answers when told to. Messages are cloned, as a real one does. */
class FakeWorker implements WorkerPort {
  onmessage: ((event: MessageEvent<Answered>) => void) | null = null;
  onerror: ((event: ErrorEvent) => void) | null = null;
  readonly asked: Asked[] = [];
  ended = false;
  postMessage(message: Asked): void {
    this.asked.push(structuredClone(message));
  }
  terminate(): void {
    this.ended = true;
  }
  answer(index: number, answer: Answer): void {
    this.onmessage?.({
      data: structuredClone({ number: this.asked[index]?.number ?? 0, answer }),
    } as MessageEvent<Answered>);
  }
  part(index: number, part: StressPart): void {
    this.onmessage?.({
      data: structuredClone({ number: this.asked[index]?.number ?? 0, part }),
    } as MessageEvent<Answered>);
  }
  fail(message: string): void {
    this.onerror?.({ message } as ErrorEvent);
  }
}

describe('with a worker', () => {
  it('pairs answers with questions in any order', async () => {
    const worker = new FakeWorker();
    const asked = calculator(() => worker, here());
    const first = asked.ask(TASK);
    const second = asked.ask({ kind: 'draft', results: results(), now: '22 Nov 2026 18:40' });
    worker.answer(1, said('second'));
    worker.answer(0, { kind: 'assessed', assessment: assessment() });
    await expect(second).resolves.toEqual(said('second'));
    await expect(first).resolves.toMatchObject({ kind: 'assessed' });
  });
  it('ends it on cancel, settles nothing, and starts anew', async () => {
    const workers: FakeWorker[] = [];
    const asked = calculator(() => {
      const worker = new FakeWorker();
      workers.push(worker);
      return worker;
    }, here());
    let settled = false;
    void asked.ask(TASK).then(() => {
      settled = true;
    });
    asked.cancel();
    expect(workers[0]?.ended).toBe(true);
    workers[0]?.answer(0, said('late'));
    const next = asked.ask(TASK);
    workers[1]?.answer(0, said('new'));
    await expect(next).resolves.toEqual(said('new'));
    expect(settled).toBe(false);
  });
  it('tells the parts of a long question, and none once it is called off', async () => {
    const worker = new FakeWorker();
    const asked = calculator(() => worker, here());
    const heard: number[] = [];
    const answer = asked.ask(TASK, ({ done }) => heard.push(done));
    worker.part(0, PART);
    worker.answer(0, said('whole'));
    await expect(answer).resolves.toEqual(said('whole'));
    void asked.ask(TASK, ({ done }) => heard.push(done));
    asked.cancel();
    worker.part(1, PART);
    expect(heard).toEqual([1]);
  });
  it('says so when a proven worker breaks', async () => {
    const worker = new FakeWorker();
    const asked = calculator(() => worker, here());
    const first = asked.ask(TASK);
    worker.answer(0, said('fine'));
    await first;
    const second = asked.ask(TASK);
    worker.fail('out of memory');
    await expect(second).resolves.toEqual(said('The calculation stopped: out of memory'));
  });
});

describe('with two processors', () => {
  const CHANCE: Task = { kind: 'stress', snapshot: snapshot(), question: { kind: 'chance', asked: { draws: 10_000 } } };
  const before = Object.getOwnPropertyDescriptor(globalThis, 'navigator');
  const processors = (hardwareConcurrency: number): void => {
    Object.defineProperty(globalThis, 'navigator', { value: { hardwareConcurrency }, configurable: true });
  };
  afterEach(() => {
    if (before) Object.defineProperty(globalThis, 'navigator', before);
    else Reflect.deleteProperty(globalThis, 'navigator');
  });
  const asking = () => {
    const workers: FakeWorker[] = [];
    const asked = calculator(() => {
      const worker = new FakeWorker();
      workers.push(worker);
      return worker;
    }, here());
    return { asked, workers };
  };
  const questions = (workers: readonly FakeWorker[]) =>
    workers.flatMap(({ asked }) => asked.map(({ task }) => (task.kind === 'stress' ? task.question : null)));

  it('a second worker draws for the first, by one name, and ends with the answer', async () => {
    processors(2);
    const { asked, workers } = asking();
    const answer = asked.ask(CHANCE);
    const [first, second] = questions(workers);
    expect([first?.kind, second?.kind]).toEqual(['chance', 'draw for']);
    expect(first && 'fellow' in first && second && 'fellow' in second && first.fellow === second.fellow).toBe(true);
    workers[0]?.answer(0, said('whole'));
    await expect(answer).resolves.toEqual(said('whole'));
    expect(workers.map(({ ended }) => ended)).toEqual([false, true]);
  });
  it('cancel ends both at once', () => {
    processors(8);
    const { asked, workers } = asking();
    void asked.ask(CHANCE);
    asked.cancel();
    expect(workers.map(({ ended }) => ended)).toEqual([true, true]);
  });
  it('a second that breaks is let go, and the first answers', async () => {
    processors(2);
    const { asked, workers } = asking();
    const answer = asked.ask(CHANCE);
    workers[1]?.fail('out of memory');
    expect(workers[1]?.ended).toBe(true);
    workers[0]?.answer(0, said('whole'));
    await expect(answer).resolves.toEqual(said('whole'));
  });
  it('no second where there is one processor, or nothing is drawn', () => {
    processors(1);
    const one = asking();
    void one.asked.ask(CHANCE);
    processors(2);
    const two = asking();
    void two.asked.ask(TASK);
    expect([one.workers.length, two.workers.length]).toEqual([1, 1]);
  });
});

describe('where workers are refused', () => {
  it('by the constructor, answers here', async () => {
    await expect(
      calculator(() => {
        throw new Error('blocked');
      }, here()).ask(TASK),
    ).resolves.toEqual(said('here'));
  });
  it('after the start, answers what waits and what comes', async () => {
    let starts = 0;
    const worker = new FakeWorker();
    const asked = calculator(() => {
      starts += 1;
      return worker;
    }, here());
    const waiting = asked.ask(TASK);
    worker.fail('refused to load');
    await expect(waiting).resolves.toEqual(said('here'));
    await expect(asked.ask(TASK)).resolves.toEqual(said('here'));
    expect(starts).toBe(1);
  });
  it('says when the sums cannot even be loaded', async () => {
    await expect(calculatorHere(() => Promise.reject(new Error('chunk missing'))).ask(TASK)).resolves.toEqual(
      said('chunk missing'),
    );
  });
  it('tells parts there too', async () => {
    const heard: number[] = [];
    await expect(here().ask(TASK, ({ done }) => heard.push(done))).resolves.toEqual(said('here'));
    expect(heard).toEqual([1]);
  });
  it('drops what was cancelled', async () => {
    const calculating = here();
    let settled = false;
    void calculating.ask(TASK).then(() => {
      settled = true;
    });
    calculating.cancel();
    await new Promise((resolve) => setTimeout(resolve, 80));
    expect(settled).toBe(false);
  });
  it('nor says that its code cannot be loaded, once that was cancelled', async () => {
    const calculating = calculatorHere(() => Promise.reject(new Error('no network')));
    let settled = false;
    void calculating.ask(TASK).then(() => {
      settled = true;
    });
    calculating.cancel();
    await new Promise((resolve) => setTimeout(resolve, 80));
    expect(settled).toBe(false);
  });
});
