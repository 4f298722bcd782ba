/**
 * Cohort accounting: those who start keep the technology and are followed by time since their start. The years of
 * starters that overlap a calendar year are added up by treatment year, so every cost can depend on it.
 */
import { cases, first, sum, zero, type Expression } from '../graph/expression';
import type { Model } from '../graph/model';
import type { Quantity } from '../graph/quantity';
import type { Axis } from '../graph/axis';
import type { Patients } from './patients';
import { persistence, type Persistence } from './persistence';
import type { Structure } from './structure';

export interface Cohorts {
  readonly kept: Persistence;
  readonly treatmentYear: Axis;
  /** Patient-years by treatment year. [world, arm, treatment year, year] */
  readonly following: Quantity;
  /** Those who stop in the year. [world, arm, year] */
  readonly stopping: Quantity;
}

/** Cohorts of the arms that are counted so; null where every technology is counted by stock. */
export function cohorts(model: Model, structure: Structure, patients: Patients): Cohorts | null {
  const { world, arm, year, arms, baseline, assumptions } = structure;
  if (!arms.some((at) => at.accounting === 'cohort')) return null;
  const kept = persistence(model, structure);
  const { treatmentYear } = kept;
  const apart = baseline && assumptions.model.baselineCohort === 'ends';
  const followed = model.quantity(
    'Starters who are followed',
    'person',
    [world, arm, year],
    () =>
      apart
        ? cases(year, (period) => (period === 0 ? 'baseline' : 'later'), {
            baseline: zero(),
            later: patients.starting,
          })
        : patients.starting,
    { source: 'workbook contract, Baseline cohort' },
  );
  const inBaseline = (of: Expression, baselineOnly: Expression): Expression =>
    apart ? cases(year, (period) => (period === 0 ? 'baseline' : 'later'), { baseline: baselineOnly, later: of }) : of;
  const following = model.quantity(
    'Patient-years by treatment year',
    'person',
    [world, arm, treatmentYear, year],
    () => {
      const later = followed
        .lagged(year, treatmentYear)
        .times(kept.sameYear)
        .plus(followed.previous(year).lagged(year, treatmentYear).times(kept.nextYear));
      return inBaseline(later, first(treatmentYear, patients.starting.times(kept.sameYear), zero()));
    },
    { source: 'workbook contract, Accounting cohort' },
  );
  const stopping = model.quantity(
    'Cohort patients who stop',
    'person',
    [world, arm, year],
    () => {
      const later = sum(followed.lagged(year, treatmentYear).times(kept.stopping), treatmentYear);
      const inFirst = first(treatmentYear, patients.starting.times(kept.stopping), zero());
      return inBaseline(later, sum(inFirst, treatmentYear));
    },
    { source: 'workbook contract, BIM_Costs' },
  );
  return { kept, treatmentYear, following, stopping };
}
