/** Figures at net prices that a user may wish to add to a copy: the budget impact by year or in all, exact or in bands. */
import type { Decimal } from 'decimal.js';
import type { Assumptions, Given } from '../engine/assumptions';
import { valuesOf, years, type Run } from '../engine/figures';
import { Exact } from '../engine/readings/decimals';
import { runModel } from '../run/run-model';
import type { Disclosed } from './infer';
import type { Secret } from './secrets';
import type { Net } from './shared';

const STEP = new Exact('0.001');

const nudged = (given: Given | null): Given | null => given && { ...given, value: given.value.times(STEP.plus(1)) };

/** The model with one secret a little larger than it is. */
function moved(of: Assumptions, { at, entry }: Secret): Assumptions {
  const mine = (row: { readonly at: Secret['at'] }): boolean => row.at.sheet === at.sheet && row.at.cell === at.cell;
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

const impacts = (run: Run): readonly Decimal[] => valuesOf(run, run.of.impact.total, [], years(run));
const sum = (values: readonly Decimal[]): Decimal => values.reduce((all, value) => all.plus(value), new Exact(0));

/** A figure to the nearest band. */
export const banded = (value: Decimal, band: Decimal): Decimal =>
  band.isZero() ? value : value.div(band).round().times(band);

export interface NetFigure extends Disclosed {
  readonly value: Decimal;
}

/** The impact of every year at net prices, exact, and how it moves with each secret. */
export function netByYear(run: Run, secrets: readonly Secret[]): readonly NetFigure[] {
  const { assumptions, year } = run.of.structure;
  const base = impacts(run);
  const changed = secrets.map((secret) => {
    const other = runModel(moved(assumptions, secret)).run;
    return other && impacts(other);
  });
  return base.map((value, n) => ({
    name: `net budget impact ${year.members[years(run)[n] ?? 0] ?? ''}`,
    value,
    band: new Exact(0),
    off: new Exact(0),
    moves: changed.map((other) => (other?.[n] ?? value).minus(value).div(STEP)),
  }));
}

/** What would be shown of them. */
export function netFigures(byYear: readonly NetFigure[], { shown, band }: Net): readonly NetFigure[] {
  const width = new Exact(band);
  const total: NetFigure = {
    name: 'net budget impact, all years',
    value: sum(byYear.map((of) => of.value)),
    band: width,
    off: new Exact(0),
    moves: (byYear[0]?.moves ?? []).map((_, secret) => sum(byYear.map((of) => of.moves[secret] ?? new Exact(0)))),
  };
  const all = shown === 'years' ? byYear : shown === 'total' ? [total] : [];
  return all.map((of) => {
    const value = banded(of.value, width);
    return { ...of, value, band: width, off: value.minus(of.value) };
  });
}
