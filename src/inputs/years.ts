/** Year columns: which headers mean a year, and which year of the model they mean. */
import { squeezed } from './labels';

/** A header that means a year: 2026, Year 1, or Baseline. */
export type YearHeader =
  | { readonly kind: 'calendar'; readonly year: number }
  | { readonly kind: 'ordinal'; readonly year: number }
  | { readonly kind: 'baseline' };

/** The years of a model. With a baseline year, it is the year before the first. */
export interface Horizon {
  readonly firstYear: number;
  readonly years: number;
  readonly baseline: boolean;
  readonly growthStarts: 'first year' | 'second year';
}

/** What year a header means, or null where it means none. */
export function yearHeader(header: string): YearHeader | null {
  const word = squeezed(header);
  if (word === 'baseline') return { kind: 'baseline' };
  if (/^(19|20|21)\d\d$/.test(word)) return { kind: 'calendar', year: Number(word) };
  const ordinal = /^year(\d{1,2})$/.exec(word);
  return ordinal ? { kind: 'ordinal', year: Number(ordinal[1]) } : null;
}

/** Number of periods: the years, and the baseline where there is one. */
export const periodCount = (horizon: Horizon): number => horizon.years + (horizon.baseline ? 1 : 0);

/** The period (0 = baseline where there is one, else the first year) that a header means; null outside the model. */
export function periodOf(header: YearHeader, horizon: Horizon): number | null {
  const start = horizon.baseline ? 1 : 0;
  if (header.kind === 'baseline') return horizon.baseline ? 0 : null;
  if (header.kind === 'ordinal' && header.year < 1) return null;
  const period = header.kind === 'calendar' ? header.year - horizon.firstYear + start : header.year - 1 + start;
  return period >= 0 && period < periodCount(horizon) ? period : null;
}

/** The header of a period, as a user would write it. */
export const periodHeader = (period: number, horizon: Horizon): string =>
  String(horizon.firstYear + period - (horizon.baseline ? 1 : 0));
