/** Years as a formula counts them: those of 1 … N alone, and what the calendar calls them. */
import { cases, constant, position, zero, type Expression } from '../graph/expression';
import type { Structure } from './structure';

/** `of` in years 1 … N: in a baseline year there is nothing of it. */
export const yearsAlone = ({ year, baseline }: Structure, of: Expression): Expression =>
  baseline ? cases(year, (period) => (period === 0 ? 'baseline' : 'year'), { baseline: zero(), year: of }) : of;

export const aYear = constant(1, 'year');

/** The calendar year of a period. */
export const calendarYear = ({ year, baseline, assumptions }: Structure): Expression =>
  position(year)
    .times(aYear)
    .plus(constant(assumptions.model.firstYear - (baseline ? 2 : 1), 'year'));
