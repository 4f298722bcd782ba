/** The worker: takes numbered questions, gives numbered answers. It holds no state between them. */
import { answer, type Answer, type Task } from './tasks';

/** A question with the number its answer will carry. */
export interface Asked {
  readonly number: number;
  readonly task: Task;
}
/** An answer with the number of its question. */
export interface Answered {
  readonly number: number;
  readonly answer: Answer;
}

/** The part of a worker's global scope that is used here (the DOM's types describe a window instead). */
interface Scope {
  onmessage: ((event: MessageEvent<Asked>) => void) | null;
  postMessage(message: Answered): void;
}

const scope: Scope = globalThis;
scope.onmessage = ({ data }) => {
  scope.postMessage({ number: data.number, answer: answer(data.task) });
};
