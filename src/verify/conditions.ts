/** Conditions under which properties hold: what caps, rounding, cohorts and gates switch off. */
import type { AgreementType, Assumptions } from '../engine/assumptions';
import type { Run } from '../engine/figures';
import { needs } from './outside';

/** Agreements that take a part of what is spent, whatever the volume. */
const PROPORTIONAL: ReadonlySet<AgreementType> = new Set(['discount', 'outcome refund', 'pay on response', 'annuity']);

export const isProportional = (of: Assumptions): boolean => of.agreements.every((row) => PROPORTIONAL.has(row.type));

export const needsSubjects = ({ of }: Run): void => {
  needs(of.structure.arms.length > 0, 'the model has no uptake of technologies');
};
export const needsCosts = (run: Run): void => {
  needsSubjects(run);
  needs(run.of.ledger.entries.length > 0, 'the model has no costs');
};
export const needsFractions = ({ model }: Assumptions): void => {
  needs(model.patients.mode === 'fractional', 'people are rounded');
  needs(model.money === null, 'money is rounded');
};
export const needsUnrounded = ({ model }: Assumptions): void => {
  needs(model.money === null, 'money is rounded');
};
export const needsProportional = (of: Assumptions): void => {
  needs(isProportional(of), 'an agreement depends on the volume or the spend');
};
/** Everybody is counted afresh each year: nothing of one year is carried into the next but starters. */
export const needsStock = (of: Assumptions): void => {
  needs(
    of.technologies.every((row) => row.accounting === 'stock'),
    'cohorts are followed from year to year',
  );
  needs(
    of.population.every((row) => row.stream !== 'pool' && row.stream !== 'bolus'),
    'a pool or a bolus carries people from year to year',
  );
};
export const needsNoPool = (of: Assumptions): void => {
  needs(
    of.population.every((row) => row.stream !== 'pool'),
    'those who are treated leave a pool',
  );
};
export const needsNoGate = (of: Assumptions): void => {
  needs(
    of.tests.every((row) => !row.gate),
    'a test decides who is treated',
  );
};
export const needsShares = (of: Assumptions): void => {
  needs(
    of.uptake.every((row) => row.unit === 'share'),
    'uptake is typed in people',
  );
};
export const needsTypedPeople = (of: Assumptions): void => {
  needs(
    of.uptake.every((row) => row.unit === 'share' || row.curve === null),
    'uptake in people follows a curve',
  );
};
export const needsYears = (of: Assumptions, least: number): void => {
  needs(of.model.years >= least, `the model has fewer than ${String(least)} years`);
};
export const needsNoBaseline = (of: Assumptions): void => {
  needs(!of.model.baselineYear, 'in a baseline year both worlds are the same');
};
/** Agreements that begin, end or lag in time. */
export const needsLastingDeals = (of: Assumptions): void => {
  needs(
    of.agreements.every((row) => row.from === null && row.to === null && row.lag === null && row.type !== 'annuity'),
    'an agreement changes from year to year',
  );
};
/** Nobody is charged who has left, and everybody eligible is on one technology or another. */
export const needsEverybodyStays = (of: Assumptions): void => {
  needs(
    of.technologies.every((row) => row.discontinuation === null),
    'people stop in the course of a year',
  );
};
