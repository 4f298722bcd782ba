/** Check 2: nobody at all. */
import { peopleTimes } from '../alter';
import type { Check } from '../check';
import { costOf, impactOf, none, unlike } from '../compare';
import { needsCosts } from '../conditions';
import { fixedImpact, peopleOf } from '../facts';

export const nobody: Check = {
  number: 2,
  family: 'Zero and identity',
  name: 'Without people there is nothing but fixed sums',
  why: 'Money that is left without patients was typed over a formula, or is charged for the wrong thing.',
  judge: ({ assumptions, run, rerun }) => {
    needsCosts(run);
    const made = rerun(peopleTimes(assumptions, 0));
    return unlike(
      'everybody counted as 0',
      [
        { name: 'budget impact', expected: fixedImpact(made), got: impactOf(made) },
        ...peopleOf(made).map((of) => ({ ...of, expected: none(made) })),
      ],
      { scale: costOf(run) },
    );
  },
};
