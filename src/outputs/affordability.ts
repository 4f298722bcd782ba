/** The affordability test: the dearest of the first years against a yearly limit. */
import type { ImpactFigures } from '../engine/results';
import { amount, type Amount } from './amounts';
import type { Figures } from './figures';

/** The years of an impact, and its test. */
type Tested = Pick<ImpactFigures, 'total' | 'test'>;

/** A year and its budget impact. */
export interface YearImpact {
  readonly index: number;
  readonly year: number;
  readonly impact: Amount;
}

export interface Affordability {
  readonly threshold: Amount;
  /** Indices of the tested years. */
  readonly tested: readonly number[];
  readonly highest: YearImpact;
}

/** Null without a limit. Where the results do not say which years are tested, the first three are. */
export function affordabilityOf(figures: Figures, impact: Tested = figures.results.impact): Affordability | null {
  if (impact.test === null || !figures.hasCosts) return null;
  const years = impact.test.tested ?? figures.years.slice(0, 3);
  const tested = figures.years.flatMap((year, index) => (years.includes(year) ? [index] : []));
  const highest = highestYear(figures, impact, tested);
  return highest === null ? null : { threshold: amount(impact.test.threshold), tested, highest };
}

/** The dearest of some years (the earliest where two are equal). */
export function highestYear(
  figures: Figures,
  impact: Pick<Tested, 'total'>,
  among: readonly number[],
): YearImpact | null {
  let highest: YearImpact | null = null;
  for (const index of among) {
    const [year, value] = [figures.years[index], impact.total[index]];
    if (year === undefined || value === undefined) continue;
    const here = { index, year, impact: amount(value) };
    if (highest === null || here.impact.gt(highest.impact)) highest = here;
  }
  return highest;
}

const COUNTED = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'] as const;
export const counted = (count: number): string => COUNTED[count] ?? String(count);

/** "the first three years", or null where all years count. */
export function testedYears(figures: Figures, test: Affordability | null): string | null {
  if (test === null || test.tested.length >= figures.years.length) return null;
  return test.tested.length === 1 ? 'the first year' : `the first ${counted(test.tested.length)} years`;
}
