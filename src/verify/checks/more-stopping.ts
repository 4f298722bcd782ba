/** Check 27: more people who stop. */
import type { Assumptions } from '../../engine/assumptions';
import { Exact } from '../../engine/readings/decimals';
import type { Check } from '../check';
import { below, none, unlike } from '../compare';
import { needsStock, needsSubjects } from '../conditions';
import { peopleOf } from '../facts';

const stopping = (of: Assumptions, share: string): Assumptions => ({
  ...of,
  technologies: of.technologies.map((row) => ({
    ...row,
    discontinuation: { base: { value: new Exact(share), at: row.at, parameter: '' }, growth: null, years: new Map() },
  })),
});

export const moreStopping: Check = {
  number: 27,
  family: 'Direction',
  name: 'The more people stop, the fewer are on treatment; where all stop, nobody is',
  why: 'Patients who have stopped and are still counted are charged for treatment they do not have.',
  judge: ({ assumptions, run, rerun }) => {
    needsSubjects(run);
    needsStock(assumptions);
    const [few, many, all] = ['0.1', '0.4', '1'].map((share) => peopleOf(rerun(stopping(assumptions, share))));
    if (!few || !many || !all) return null;
    return (
      below(
        '10% stop in a year, then 40%',
        many.map((of, n) => ({ name: of.name, expected: of.got, got: few[n]?.got ?? [] })),
      ) ??
      unlike(
        'all stop in the year',
        all.map((of) => ({ name: of.name, expected: none(run), got: of.got })),
      )
    );
  },
};
