/** Check my model from the pane: asked step by step of a calculator of its own, shown as it goes, ended at once when called off. */
import { useEffect, useRef, useState } from 'react';
import type { Assessment } from '../assess';
import type { Progress, Verification } from '../verify/verify';
import type { Snapshot } from '../workbook/workbook';
import { calculatorHere, type Calculator } from './calculator';

export type Checking =
  | { readonly kind: 'not yet' }
  | { readonly kind: 'running'; readonly progress: Progress }
  | { readonly kind: 'done'; readonly verification: Verification }
  | { readonly kind: 'failed'; readonly message: string };

/** What was found of each assessment: kept while its model is. */
const found = new WeakMap<Assessment, Verification>();

/** Asks on until the end; false from `tell` ends it. */
async function askOn(calculator: Calculator, snapshot: Snapshot, tell: (now: Checking) => boolean): Promise<void> {
  for (
    let answer = await calculator.ask({ kind: 'verify', snapshot });
    ;
    answer = await calculator.ask({ kind: 'verify on' })
  ) {
    if (answer.kind === 'verified') {
      tell({ kind: 'done', verification: answer.verification });
      return;
    }
    if (answer.kind !== 'verifying') {
      tell({ kind: 'failed', message: answer.kind === 'failed' ? answer.message : 'The checks did not finish.' });
      return;
    }
    if (!tell({ kind: 'running', progress: answer.progress })) return;
  }
}

interface Checks {
  readonly now: Checking;
  readonly start: () => void;
  readonly cancel: () => void;
}

export function useChecks(assessment: Assessment, snapshot: Snapshot, another: (() => Calculator) | undefined): Checks {
  const known = found.get(assessment);
  const [now, setNow] = useState<Checking>(known ? { kind: 'done', verification: known } : { kind: 'not yet' });
  const under = useRef<Calculator | null>(null);
  const end = (): void => {
    under.current?.cancel();
    under.current = null;
  };
  useEffect(() => end, []);
  const start = (): void => {
    end();
    const calculator = (another ?? calculatorHere)();
    under.current = calculator;
    setNow({ kind: 'running', progress: { done: 0, of: 0, doing: '' } });
    void askOn(calculator, snapshot, (next) => {
      if (under.current !== calculator) return false;
      if (next.kind === 'done') found.set(assessment, next.verification);
      if (next.kind !== 'running') end();
      setNow(next);
      return true;
    });
  };
  const cancel = (): void => {
    end();
    setNow({ kind: 'not yet' });
  };
  return { now, start, cancel };
}
