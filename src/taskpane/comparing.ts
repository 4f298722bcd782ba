/** New technologies side by side, asked of a calculator of their own once a page shows them; kept while the model is. */
import { useEffect, useState } from 'react';
import type { Assessment } from '../assess';
import type { SideBySide } from '../engine/appraisal/side-by-side';
import type { Snapshot } from '../workbook/workbook';
import { calculatorHere, type Calculator } from './calculator';

export type Comparing =
  | { readonly kind: 'running'; readonly done: number; readonly of: number }
  | { readonly kind: 'done'; readonly sideBySide: SideBySide | null }
  | { readonly kind: 'failed'; readonly message: string };

/** What was found of each assessment. */
const found = new WeakMap<Assessment, Comparing>();
const BEGUN: Comparing = { kind: 'running', done: 0, of: 0 };

export function useSideBySide(
  assessment: Assessment,
  snapshot: Snapshot,
  another: (() => Calculator) | undefined,
): Comparing {
  const [now, setNow] = useState<Comparing>(found.get(assessment) ?? BEGUN);
  useEffect(() => {
    const known = found.get(assessment);
    setNow(known ?? BEGUN);
    if (known) return undefined;
    const calculator = (another ?? calculatorHere)();
    let wanted = true;
    void calculator
      .ask({ kind: 'side by side', snapshot }, ({ done, of }) => {
        if (wanted) setNow({ kind: 'running', done, of });
      })
      .then((answer) => {
        if (answer.kind !== 'side by side' && answer.kind !== 'failed') return;
        const next: Comparing = answer.kind === 'failed' ? answer : { kind: 'done', sideBySide: answer.sideBySide };
        if (next.kind === 'done') found.set(assessment, next);
        if (wanted) setNow(next);
        calculator.cancel();
      });
    return () => {
      wanted = false;
      calculator.cancel();
    };
    // A snapshot is read again whenever the sheet is looked at: what is compared is the one that was assessed.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [assessment, another]);
  return now;
}
