/** Rounding policies: where people are counted (`Patients`) and where a part of a cost is paid (`Money`), nowhere else. */
import type { ModelSettings, Rounding } from '../assumptions';
import { round, type Expression, type RoundingMode } from '../graph/expression';

const MODES: Readonly<Record<Exclude<Rounding['mode'], 'fractional'>, RoundingMode>> = {
  round: 'half up',
  truncate: 'truncate',
  'round half even': 'half even',
};

/** People, rounded as `Patients` says. */
export const rounded = (policy: Rounding, of: Expression): Expression =>
  policy.mode === 'fractional' ? of : round(of, MODES[policy.mode], policy.places);

/** One part of a cost, rounded as `Money` says. */
export const paid = (policy: ModelSettings['money'], of: Expression): Expression =>
  policy === null ? of : round(of, policy.mode, policy.places);
