/** Check 47: the monthly clock. */
import type { Check } from '../check';
import { costOf, impactOf, unlike } from '../compare';
import { needsStock, needsSubjects } from '../conditions';
import { peopleBeside } from '../facts';

export const monthlyClock: Check = {
  number: 47,
  family: 'Time',
  name: 'The monthly clock leaves a model without cohorts as it is',
  why: 'Months that do not make the year would move with the choice of clock alone.',
  judge: ({ assumptions, run, rerun }) => {
    needsSubjects(run);
    needsStock(assumptions);
    const { step } = assumptions.model;
    const made = rerun({ ...assumptions, model: { ...assumptions.model, step: step === 'year' ? 'month' : 'year' } });
    return unlike(
      `Step set to ${step === 'year' ? 'month' : 'year'}`,
      [{ name: 'budget impact', expected: impactOf(run), got: impactOf(made) }, ...peopleBeside(run, made)],
      { scale: costOf(run) },
    );
  },
};
