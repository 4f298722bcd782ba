/** Check 55: the same inputs again. */
import type { Check } from '../check';
import { costOf, impactOf } from '../compare';
import { needsSubjects } from '../conditions';

const written = (figures: ReturnType<typeof costOf>): string => figures.map((value) => value.toFixed()).join(' ');

export const sameAgain: Check = {
  number: 55,
  family: 'Traceability',
  name: 'The same inputs give the same figures, to the last digit',
  why: 'A figure that changes by itself cannot be checked by anybody.',
  judge: ({ assumptions, run, rerun }) => {
    needsSubjects(run);
    const again = rerun(assumptions);
    const [one, other] = [run, again].map((of) => written([...impactOf(of), ...costOf(of)]));
    return one === other
      ? null
      : { changed: 'nothing: the model run a second time', expected: one ?? '', got: other ?? '', at: null };
  },
};
