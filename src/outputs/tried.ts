/** Properties tried on the model, as a sheet shows them: plain words, so that who tried them need not be known here. */
import type { Place } from '../engine/finding';

/** One property of `realise verify`: what was found, and where it fails, the counter-example. */
export interface Tried {
  /** Its place in the list of checks, which forms quote. */
  readonly number: number;
  readonly family: string;
  readonly name: string;
  readonly verdict: 'holds' | 'fails' | 'does not apply';
  /** What was changed, what should have come of it, and what did; empty where it holds. */
  readonly changed: string;
  readonly expected: string;
  readonly got: string;
  /** The smallest model that still fails; empty where it holds. */
  readonly smallest: string;
  /** Why it matters where it fails, why it does not apply where it does not. */
  readonly says: string;
  readonly at: Place | null;
}

export const applies = ({ verdict }: Tried): boolean => verdict !== 'does not apply';
export const failing = ({ verdict }: Tried): boolean => verdict === 'fails';
