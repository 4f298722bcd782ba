/** The seal of a run: what it was made from and what came out, so that anybody can say whether another run is the same. */
import type { Change } from './given';

export interface Seal {
  readonly engine: string;
  /** "sha256:…" over every input that was read, changes included. */
  readonly inputs: string;
  /** "sha256:…" over BIM_Model alone. */
  readonly settings: string;
  readonly scenario: string;
  /** Changes on top of what is typed (`--set`). */
  readonly changes: readonly Pick<Change, 'parameter' | 'op' | 'value'>[];
  readonly draws: number;
  readonly seed: number;
  /** "sha256:…" over every figure of the results, to the last digit. */
  readonly figures: string;
}
