/** Stress of the model that was read last: its dials and its long questions. Another model begins anew. */
import { useEffect, useRef } from 'react';
import type { Snapshot } from '../../workbook/workbook';
import { calculatorHere, type Calculator } from '../calculator';
import type { State } from '../state';
import type { Does } from '../session';
import { stressFigures } from './figures';
import { Jobs, type JobsNow } from './jobs';
import { Dials } from './turning';

export interface Stress {
  readonly dials: Dials;
  readonly jobs: Jobs;
}

const NOTHING: Snapshot = { sheets: [], tables: [], names: [], owned: [], language: 'en-GB', calculated: true };
const here = (): Calculator => calculatorHere();

/** `another` makes a calculator beside that of the pane. */
export function useStress(
  { model }: State,
  { dispatch }: Pick<Does, 'dispatch'>,
  another: () => Calculator = here,
): Stress {
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
  useEffect(
    () =>
      whenEnded(stress.jobs, (now) => {
        dispatch({ type: 'stressed', stress: stressFigures(now) });
      }),
    [stress, dispatch],
  );
  return stress;
}

/** Calls back when a question has its answer, or is called off: what is asked here goes with the sheets that are written. */
function whenEnded(jobs: Jobs, tell: (now: JobsNow) => void): () => void {
  let before = '';
  return jobs.watch(() => {
    const now = jobs.now();
    const ended = [...now]
      .filter(([, job]) => job.status !== 'running')
      .map(([name, job]) => `${name} ${String(job.started)}`);
    if (ended.join('\n') === before) return;
    before = ended.join('\n');
    tell(now);
  });
}
