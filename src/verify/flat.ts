/** A world that stands still: every series at its first value, shares as in the first year. */
import type { Assumptions, Given, Series } from '../engine/assumptions';
import type { Run } from '../engine/figures';
import { Exact } from '../engine/readings/decimals';
import { sharesIn, typedShares, withoutStarters, type ShareAt } from './alter';

/** A series that has one value for ever, with growth where asked for. */
export function still(of: Series, growth: string | null = null): Series {
  const first: Given | undefined = of.base ?? [...of.years.entries()].sort(([a], [b]) => a - b)[0]?.[1];
  if (!first) return of;
  return {
    base: first,
    growth: growth === null ? null : { value: new Exact(growth), at: first.at, parameter: '' },
    years: new Map(),
  };
}

/** Everything but the shares stands still; nothing is charged for starters. `grows` is the growth of people. */
export function standing(run: Run, shares: ShareAt, grows: string | null = null): Assumptions {
  const of = withoutStarters(typedShares(run, shares));
  return {
    ...of,
    population: of.population.map((row) => ({
      ...row,
      value: still(row.value, ['count', '+', '-'].includes(row.op) ? grows : null),
    })),
    prices: of.prices.map((row) => ({ ...row, listPrice: still(row.listPrice) })),
    costs: of.costs.map((row) => ({ ...row, unitCost: row.unitCost && still(row.unitCost) })),
    technologies: of.technologies.map((row) => ({
      ...row,
      discontinuation: row.discontinuation && still(row.discontinuation),
    })),
    tests: of.tests.map((row) => ({ ...row, uptake: row.uptake && still(row.uptake) })),
  };
}

/** Shares of the last year, for ever. */
export const lastShares = (run: Run): ShareAt => {
  const share = sharesIn(run);
  const last = run.of.structure.year.size - 1;
  return (world, arm) => share(world, arm, last);
};
