/**
 * What the pane asks to be computed away from the main thread. Questions and answers are plain data,
 * so the same code answers in a worker and, where workers are refused, in the pane itself.
 */
import type { CheckAnswer, CheckTask } from './check-desk';
import type { CompareAnswer, CompareTask } from './compare-desk';
import type { DialAnswer, DialTask } from './dial-desk';
import type { DraftAnswer, DraftTask } from './draft-desk';
import type { FigureAnswer, FigureTask } from './figure-desk';
import type { ShareAnswer, ShareTask } from './share-desk';
import type { StressAnswered, StressPart, StressTask } from './stress';
import type { TrialsAnswer, TrialsTask } from './trials-desk';

/** A question: of a model's figures, the sheets of a run, the model under stress, with dials turned, or checked; of technologies, and of trials. */
export type Task = FigureTask | DraftTask | StressTask | DialTask | CheckTask | CompareTask | TrialsTask | ShareTask;

/** Its answer. `failed` is a fault of ours or a figure that does not exist, said in a sentence. */
export type Answer =
  | FigureAnswer
  | DraftAnswer
  | StressAnswered
  | DialAnswer
  | CheckAnswer
  | CompareAnswer
  | TrialsAnswer
  | ShareAnswer
  | { readonly kind: 'failed'; readonly message: string };

/** Work on an answer, which tells on the way how far it is; it never throws. */
export type Answering = Generator<StressPart, Answer>;

/** Begins to answer. Each desk is fetched when it is first asked, so that figures do not wait for what checks them. */
export async function answering(task: Task): Promise<Answering> {
  try {
    return told(await begun(task));
  } catch (thrown) {
    return told(() => failed(thrown));
  }
}

/** A desk's answer, or the work on one. */
type Begun = () => Answer | Generator<StressPart, Answer>;

async function begun(task: Task): Promise<Begun> {
  switch (task.kind) {
    case 'assess':
    case 'explain': {
      const { figures } = await import('./figure-desk');
      return () => figures(task);
    }
    case 'draft':
    case 'draft live': {
      const { drafted } = await import('./draft-desk');
      return () => drafted(task);
    }
    case 'stress': {
      const { stressAnswered } = await import('./stress');
      return () => stressAnswered(task);
    }
    case 'dials':
    case 'turn': {
      const { dialDesk } = await import('./dial-desk');
      return () => dialDesk.answer(task);
    }
    case 'verify':
    case 'verify on': {
      const { checkDesk } = await import('./check-desk');
      return () => checkDesk.answer(task);
    }
    case 'side by side': {
      const { comparing } = await import('./compare-desk');
      return () => comparing(task);
    }
    case 'share': {
      const { shareAnswered } = await import('./share-desk');
      return () => shareAnswered(task);
    }
    case 'import trials': {
      const { imported } = await import('./trials-desk');
      return () => imported(task);
    }
  }
}

function* told(begin: Begun): Answering {
  try {
    const answer = begin();
    return Symbol.iterator in answer ? yield* answer : answer;
  } catch (thrown) {
    return failed(thrown);
  }
}

const failed = (thrown: unknown): Answer => ({
  kind: 'failed',
  message: thrown instanceof Error ? thrown.message : String(thrown),
});
