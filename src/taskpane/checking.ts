/** Check my model from the pane: asked step by step of a calculator of its own, shown as it goes, ended at once when called off. */
import { useState } from 'react';
import type { Review } from '../review/review';
import type { Progress } from '../verify/verify';
import { formulasJudged } from '../verify/formulas/judged';
import type { Trials } from '../verify/formulas/trials';
import type { SheetsRead } from '../workbook/sheets-read';
import type { SumsAsked, SumsTried } from '../workbook/tries-sums';
import type { Snapshot } from '../workbook/workbook';
import { useBeside } from './beside';
import type { Calculator } from './calculator';

export type Checking =
  | { readonly kind: 'not yet' }
  | { readonly kind: 'running'; readonly progress: Progress }
  | { readonly kind: 'done'; readonly review: Review }
  | { readonly kind: 'failed'; readonly message: string };

/** What is checked, and who is told of what was found. */
export interface Checked {
  readonly snapshot: Snapshot;
  /** What was found of this run before. */
  readonly known: Review | null;
  readonly readSheets: () => Promise<SheetsRead | null>;
  /** Tries the workbook's own formulas in a copy; null where this door does not calculate one. */
  readonly trySums: (asked: SumsAsked) => Promise<SumsTried> | null;
  readonly found: (review: Review) => void;
}

/** Asks on until the end; false from `tell` ends it. */
async function askOn(calculator: Calculator, of: Checked, tell: (now: Checking) => boolean): Promise<void> {
  const sheets = await of.readSheets();
  for (
    let answer = await calculator.ask({ kind: 'verify', snapshot: of.snapshot, sheets });
    ;
    answer = await calculator.ask({ kind: 'verify on' })
  ) {
    if (answer.kind === 'verified') {
      const all = answer.review.verification.lamps.length + answer.review.verification.planted.length;
      const doing = 'trying the formulas in a copy of the sheets';
      if (answer.trials && !tell({ kind: 'running', progress: { done: all, of: all, doing } })) return;
      tell({ kind: 'done', review: await withFormulas(answer.review, answer.trials, of) });
      return;
    }
    if (answer.kind !== 'verifying') {
      tell({ kind: 'failed', message: answer.kind === 'failed' ? answer.message : 'The checks did not finish.' });
      return;
    }
    if (!tell({ kind: 'running', progress: answer.progress })) return;
  }
}

/** The review with the checks on the workbook's own formulas; why not, where they could not be made. */
async function withFormulas(review: Review, trials: Trials | null, { trySums }: Checked): Promise<Review> {
  const tried = trials && trySums(trials.asked);
  if (!tried) return review;
  try {
    return { ...review, formulas: formulasJudged(trials, await tried) };
  } catch (thrown) {
    return { ...review, formulas: thrown instanceof Error ? thrown.message : String(thrown) };
  }
}

interface Checks {
  readonly now: Checking;
  readonly start: () => void;
  readonly cancel: () => void;
}

export function useChecks(of: Checked, another: (() => Calculator) | undefined): Checks {
  const [now, setNow] = useState<Checking>(of.known ? { kind: 'done', review: of.known } : { kind: 'not yet' });
  const beside = useBeside(another);
  const start = (): void => {
    const calculator = beside.anew();
    setNow({ kind: 'running', progress: { done: 0, of: 0, doing: '' } });
    void askOn(calculator, of, (next) => {
      if (!beside.holds(calculator)) return false;
      if (next.kind === 'done') of.found(next.review);
      if (next.kind !== 'running') beside.end();
      setNow(next);
      return true;
    });
  };
  const cancel = (): void => {
    beside.end();
    setNow({ kind: 'not yet' });
  };
  return { now, start, cancel };
}
