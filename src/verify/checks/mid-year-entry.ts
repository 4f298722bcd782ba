/** Check 48: entry in the middle of the year. */
import type { Check } from '../check';
import { needs } from '../outside';
import { unlike, times } from '../compare';
import { needsNoBaseline, needsSubjects } from '../conditions';
import { peopleOf } from '../facts';

export const midYearEntry: Check = {
  number: 48,
  family: 'Time',
  name: 'Those who enter in the middle of a year are there for half of it',
  why: 'A full first year for people who start half-way counts half a year that nobody had.',
  judge: ({ assumptions, run, rerun }) => {
    needsSubjects(run);
    needsNoBaseline(assumptions);
    const { arms } = run.of.structure;
    needs(
      arms.some((arm) => arm.accounting === 'cohort') && assumptions.model.step === 'year',
      'nobody is followed in yearly cohorts',
    );
    const entering = (entry: 'start of year' | 'mid-year') =>
      peopleOf(rerun({ ...assumptions, model: { ...assumptions.model, entry } })).filter(
        (of) => arms[of.arm]?.accounting === 'cohort',
      );
    const [start, middle] = [entering('start of year'), entering('mid-year')];
    return unlike(
      'Entry set to mid-year',
      start.map((of, n) => ({
        name: `first year's ${of.name}`,
        expected: times(of.got.slice(0, 1), '0.5'),
        got: middle[n]?.got.slice(0, 1) ?? [],
      })),
    );
  },
};
