/** The worker: takes numbered questions, gives numbered answers, and on the way to a long one its parts. */
import { turn } from './fellow';
import type { StressPart } from './stress';
import { answering, type Answer, type Task } from './tasks';

/** A question with the number its answer will carry. */
export interface Asked {
  readonly number: number;
  readonly task: Task;
}
/** An answer, or a part on the way to it, with the number of its question. */
export type Answered =
  { readonly number: number; readonly answer: Answer } | { readonly number: number; readonly part: StressPart };

/** The part of a worker's global scope that is used here (the DOM's types describe a window instead). */
interface Scope {
  onmessage: ((event: MessageEvent<Asked>) => void) | null;
  postMessage(message: Answered): void;
}

const scope: Scope = globalThis;
/** Questions are answered in the order in which they came, though a desk may first have to be fetched. */
let before = Promise.resolve();
scope.onmessage = ({ data }) => {
  before = before.then(() => answered(data));
};

async function answered({ number, task }: Asked): Promise<void> {
  const steps = await answering(task);
  let step = steps.next();
  const hasFellow = task.kind === 'stress' && 'fellow' in task.question;
  for (; step.done !== true; step = steps.next()) {
    scope.postMessage({ number, part: step.value });
    if (hasFellow) await turn();
  }
  scope.postMessage({ number, answer: step.value });
}
