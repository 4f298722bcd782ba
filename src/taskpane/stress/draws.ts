/** The draws of the Chance part: the name of their job, and how far they are, for the foot and for Esc. */
import type { Job, JobsNow } from './jobs';

export const DRAWS = 'draws';

export const isDrawing = (jobs: JobsNow): boolean => jobs.get(DRAWS)?.status === 'running';

/** The draws that are being made, while they are. */
export function drawing(jobs: JobsNow): Job | null {
  const job = jobs.get(DRAWS);
  return job?.status === 'running' ? job : null;
}
