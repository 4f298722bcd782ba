/** The pane's state and deeds, for the screens below it. */
import { createContext, useContext } from 'react';
import type { Results } from '../../engine/results';
import type { Appearance } from '../appearance';
import { numeralsOf, type Numerals } from '../figures';
import type { Does, Doors } from '../session';
import type { State } from '../state';
import type { Comparing } from '../comparing';
import type { Copying } from '../copying';
import type { Stress } from '../stress/use-stress';

export interface Session {
  readonly state: State;
  readonly does: Does;
  readonly doors: Doors;
  readonly stress: Stress;
  readonly copying: Copying;
  readonly comparing: Comparing;
  readonly appearance: Appearance;
  /** What holds the sheet: "Excel", or "The sheet" in the browser. */
  readonly host: string;
}

export const SessionContext = createContext<Session | null>(null);

/** The session of this pane; a screen outside a pane is a mistake of ours. */
export function useSessionContext(): Session {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('A screen stands outside the pane.');
  return session;
}

/** Results of the last run, where it gave any. */
export function resultsOf(state: State): Results | null {
  return state.model.kind === 'read' ? state.model.assessment.results : null;
}

/** How the workbook's language writes numbers, with the model's currency. */
export function numeralsIn(state: State): Numerals {
  const language = state.model.kind === 'unread' ? 'en-GB' : state.model.snapshot.language;
  return numeralsOf(language, resultsOf(state)?.currency ?? 'GBP');
}
