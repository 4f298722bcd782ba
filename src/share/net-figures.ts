/** Figures at net prices that a user may wish to add to a copy: the budget impact by year or in all, exact or in bands. */
import type { Decimal } from 'decimal.js';
import type { Assumptions, Given } from '../engine/assumptions';
import { valuesOf, years, type Run } from '../engine/figures';
import { Exact } from '../engine/readings/decimals';
import { runModel } from '../run/run-model';
import type { Disclosed } from './infer';
import type { Secret } from './secrets';

/** What is added: nothing, every year, or the sum of the years; to the nearest `band` (0: exact). */
export interface Net {
  readonly shown: 'none' | 'years' | 'total';
  readonly band: Decimal;
}

const STEP = new Exact('0.001');

const nudged = (given: Given | null): Given | null => given && { ...given, value: given.value.times(STEP.plus(1)) };

/** The model with one secret a little larger than it is. */
function moved(of: Assumptions, { at, entry }: Secret): Assumptions {
  const mine = (row: { readonly at: Secret['at'] }): boolean => row.at.sheet === at.sheet && row.at.row === at.row;
  if (entry.table.word === 'Prices')
    return {
      ...of,
      prices: of.prices.map((row) =>
        mine(row) ? { ...row, discount: nudged(row.discount), rebate: nudged(row.rebate) } : row,
      ),
    };
  return {
    ...of,
    agreements: of.agreements.map((row) =>
      mine(row)
        ? {
            ...row,
            threshold: nudged(row.threshold),
            rate: nudged(row.rate),
            p1: nudged(row.p1),
            p2: nudged(row.p2),
            p3: nudged(row.p3),
          }
        : row,
    ),
  };
}

const impacts = (run: Run, shown: Net['shown']): readonly Decimal[] => {
  const yearly = valuesOf(run, run.of.impact.total, [], years(run));
  return shown === 'total'
    ? [yearly.reduce((sum, value) => sum.plus(value), new Exact(0))]
    : shown === 'years'
      ? yearly
      : [];
};

/** A figure to the nearest band. */
export const banded = (value: Decimal, band: Decimal): Decimal =>
  band.isZero() ? value : value.div(band).round().times(band);

/** What would be shown, how each figure moves with each secret, and its value. */
export function netFigures(
  run: Run,
  secrets: readonly Secret[],
  { shown, band }: Net,
): readonly (Disclosed & { readonly value: Decimal })[] {
  const { assumptions, year } = run.of.structure;
  const base = impacts(run, shown);
  if (base.length === 0) return [];
  const changed = secrets.map((secret) => runModel(moved(assumptions, secret)).run);
  return base.map((value, n) => ({
    name:
      shown === 'total'
        ? 'net budget impact, all years'
        : `net budget impact ${year.members[years(run)[n] ?? 0] ?? ''}`,
    value: banded(value, band),
    band,
    moves: changed.map((other) => (other ? (impacts(other, shown)[n] ?? value).minus(value).div(STEP) : new Exact(0))),
  }));
}
