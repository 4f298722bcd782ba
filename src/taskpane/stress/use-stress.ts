/** Stress of the model that was read last: its dials and its long questions. Another model begins anew. */
import { useEffect, useRef } from 'react';
import type { Snapshot } from '../../workbook/workbook';
import { calculatorHere, type Calculator } from '../calculator';
import type { State } from '../state';
import { Jobs } from './jobs';
import { Dials } from './turning';

export interface Stress {
  readonly dials: Dials;
  readonly jobs: Jobs;
}

const NOTHING: Snapshot = { sheets: [], tables: [], names: [], owned: [], language: 'en-GB', calculated: true };
const here = (): Calculator => calculatorHere();

/** `another` makes a calculator beside that of the pane. */
export function useStress({ model }: State, another: () => Calculator = here): Stress {
  // A look at the workbook gives a new snapshot of the same inputs: only another assessment is another model.
  const assessment = model.kind === 'read' ? model.assessment : null;
  const held = useRef<{ readonly of: typeof assessment; readonly stress: Stress } | null>(null);
  if (held.current === null || held.current.of !== assessment) {
    const snapshot = model.kind === 'read' ? model.snapshot : NOTHING;
    held.current = {
      of: assessment,
      stress: { dials: new Dials(snapshot, another), jobs: new Jobs(snapshot, another) },
    };
  }
  const { stress } = held.current;
  useEffect(
    () => () => {
      stress.dials.close();
      stress.jobs.close();
    },
    [stress],
  );
  return stress;
}
