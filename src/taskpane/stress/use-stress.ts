/** Stress of the model that was read last: its dials and its long questions. Another model begins anew. */
import { useEffect, useMemo } from 'react';
import { calculatorHere, type Calculator } from '../calculator';
import { useOfModel } from '../of-model';
import type { State } from '../state';
import type { Does } from '../session';
import { stressFigures } from './figures';
import { Jobs, type JobsNow } from './jobs';
import { Dials } from './turning';

export interface Stress {
  readonly dials: Dials;
  readonly jobs: Jobs;
}

/** `another` makes a calculator beside that of the pane. */
export function useStress(
  state: State,
  { dispatch }: Pick<Does, 'dispatch'>,
  another: () => Calculator = calculatorHere,
): Stress {
  const dials = useOfModel(state, (snapshot) => new Dials(snapshot, another));
  const jobs = useOfModel(state, (snapshot) => new Jobs(snapshot, another));
  useEffect(
    () =>
      whenEnded(jobs, (now) => {
        dispatch({ type: 'stressed', stress: stressFigures(now) });
      }),
    [jobs, dispatch],
  );
  return useMemo(() => ({ dials, jobs }), [dials, jobs]);
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
