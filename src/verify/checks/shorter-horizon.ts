/** Check 9: fewer years. */
import { valuesOf, years } from '../../engine/figures';
import type { Check } from '../check';
import { costOf, impactOf, unlike } from '../compare';
import { needsSubjects, needsYears } from '../conditions';
import { peopleOf } from '../facts';

export const shorterHorizon: Check = {
  number: 9,
  family: 'Zero and identity',
  name: 'A shorter horizon gives the first years of the longer one',
  why: 'Figures of a year that rest on later years read the wrong column.',
  judge: ({ assumptions, run, rerun }) => {
    needsSubjects(run);
    needsYears(assumptions, 2);
    const short = assumptions.model.years - 1;
    const made = rerun({ ...assumptions, model: { ...assumptions.model, years: short } });
    const cumulative = (of: typeof run) => valuesOf(of, of.of.impact.cumulative, [], years(of).slice(0, short));
    const before = peopleOf(run);
    return unlike(
      `years set from ${String(assumptions.model.years)} to ${String(short)}`,
      [
        { name: 'budget impact', expected: impactOf(run).slice(0, short), got: impactOf(made) },
        { name: 'cumulative impact', expected: cumulative(run), got: cumulative(made) },
        ...peopleOf(made).map((of, n) => ({ ...of, expected: before[n]?.expected.slice(0, short) ?? [] })),
      ],
      { scale: costOf(run) },
    );
  },
};
