/** The sheets of a run, laid out before anybody writes them. */
import { useEffect } from 'react';
import type { Task } from '../worker/tasks';
import type { Calculator } from './calculator';
import { formOf, type Action, type State } from './state';

/** The time of a run as sheets show it: "22 Nov 2026 18:40". */
export function timeOfRun(time: Date): string {
  const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' }).format(time);
  return `${day} ${new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hour12: false }).format(time)}`;
}

interface DraftingDoors {
  readonly calculator: Calculator;
  readonly now?: (() => Date) | undefined;
}

/** Drafts the sheets once they are asked for, so that the Share place can say what would change. */
export function useDraft(
  state: State,
  door: { readonly current: DraftingDoors },
  dispatch: (action: Action) => void,
): void {
  const results = state.model.kind === 'read' ? state.model.assessment.results : null;
  const snapshot = state.model.kind === 'read' ? state.model.snapshot : null;
  const form = formOf(state);
  const { stress, review } = state;
  const wanted = state.place === 'share' && state.sheets.kind === 'none' && results !== null && snapshot !== null;
  useEffect(() => {
    if (!wanted) return undefined;
    let current = true;
    const { calculator, now } = door.current;
    const time = timeOfRun(now?.() ?? new Date());
    const task: Task =
      form === 'values'
        ? { kind: 'draft', results: { ...results, stress }, now: time, review }
        : { kind: 'draft live', snapshot, now: time, byYear: form === 'by year', stress, review };
    void calculator.ask(task).then((answer) => {
      if (!current) return;
      if (answer.kind === 'drafted') dispatch({ type: 'drafted', report: answer.report, said: answer.said ?? '' });
      if (answer.kind === 'too large') dispatch({ type: 'too large', message: answer.message, byYear: answer.byYear });
      if (answer.kind === 'failed') dispatch({ type: 'trouble', message: answer.message });
    });
    return () => {
      current = false;
    };
  }, [wanted, results, snapshot, form, stress, review, door, dispatch]);
}
