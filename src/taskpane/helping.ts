/** Ten thousand draws are made by two workers where there are two processors: the second's question beside the first's. */
import type { Task } from '../worker/tasks';

export interface Shared {
  readonly task: Task;
  /** What the second worker is asked; its answer is not awaited. */
  readonly helping: Task;
}

/** Null where one worker is enough, or the host has no more. */
export function shared(task: Task): Shared | null {
  if (task.kind !== 'stress' || task.question.kind !== 'chance') return null;
  if (navigator.hardwareConcurrency < 2 || typeof BroadcastChannel === 'undefined') return null;
  const { question } = task;
  const fellow = `realise ${String(Math.random())}`;
  return {
    task: { ...task, question: { ...question, fellow } },
    helping: { ...task, question: { kind: 'draw for', asked: question.asked, fellow } },
  };
}
