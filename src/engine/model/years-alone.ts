/** Figures of the years 1 … N: in a baseline year there is nothing of them. */
import { cases, zero, type Expression } from '../graph/expression';
import type { Structure } from './structure';

/** `of` in years 1 … N; a baseline year counts nothing. */
export const yearsAlone = ({ year, baseline }: Structure, of: Expression): Expression =>
  baseline ? cases(year, (period) => (period === 0 ? 'baseline' : 'year'), { baseline: zero(), year: of }) : of;
