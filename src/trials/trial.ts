/** One trial as a register of trials gives it, and what is worth saying about a list of them. */

/** How far a trial has come, in the words of BIM_Horizon; null: it names no phase (devices, diagnostics). */
export type TrialPhase = 'I' | 'II' | 'III' | 'approved';

export interface Intervention {
  /** "DRUG", "DEVICE" …; '' where none is named. */
  readonly type: string;
  readonly name: string;
}

export interface Trial {
  /** "NCT01234567"; '' where the row names none. */
  readonly id: string;
  readonly title: string;
  /** As given: "Recruiting", "TERMINATED". */
  readonly status: string;
  /** It was terminated, withdrawn or suspended. */
  readonly stopped: boolean;
  readonly conditions: readonly string[];
  readonly interventions: readonly Intervention[];
  readonly sponsor: string;
  readonly phase: TrialPhase | null;
  /** People enrolled or to be enrolled; null where it is not given. */
  readonly enrolment: number | null;
  /** Years with decimals. */
  readonly start: number | null;
  /** When the primary outcome is known of the last person; else when the trial ends. */
  readonly completion: number | null;
  /** The file and the place in it: "trials.csv, row 7". */
  readonly at: string;
}

/** What somebody should know before a list is used. An error: nothing of the file could be read. */
export interface TrialFinding {
  readonly severity: 'error' | 'warning' | 'notice';
  readonly at: string;
  readonly message: string;
}

export interface TrialList {
  readonly trials: readonly Trial[];
  readonly findings: readonly TrialFinding[];
}

/** ClinicalTrials.gov numbers are NCT and eight digits. */
export const NUMBER = /\bNCT\d{8}\b/i;

/** What a trial is called when it is not going on: these count as stopped. */
const STOPPED: ReadonlySet<string> = new Set([
  'terminated',
  'withdrawn',
  'suspended',
  'nolongeravailable',
  'temporarilynotavailable',
  'withheld',
]);
export const isStopped = (status: string): boolean => STOPPED.has(status.toLowerCase().replace(/[^a-z]/g, ''));

const PHASES: readonly TrialPhase[] = ['I', 'II', 'III', 'approved'];

/** The most advanced of the phases that are named: "PHASE2|PHASE3", "Phase 1/Phase 2", "Early Phase 1". */
export function phaseOf(text: string): TrialPhase | null {
  const named = [...text.matchAll(/phase[\s_]*([1-4]|iv|iii|ii|i)(?![a-z\d])/gi)].map(([, number = '']) => {
    const at = ['i', 'ii', 'iii', 'iv'].indexOf(number.toLowerCase());
    return at >= 0 ? at : Number(number) - 1;
  });
  return PHASES[Math.max(-1, ...named)] ?? null;
}

/** The more advanced of two. */
export const further = (a: TrialPhase | null, b: TrialPhase | null): TrialPhase | null =>
  (a === null ? -1 : PHASES.indexOf(a)) >= (b === null ? -1 : PHASES.indexOf(b)) ? a : b;
