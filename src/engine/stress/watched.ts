/** The figure that stress watches: any figure of the graph, or the highest year under the affordability test. */
import type { Decimal } from 'decimal.js';
import { valuesOf, years, type Run } from '../figures';
import { Exact } from '../readings/decimals';
import { findFigure } from '../readings/figure-address';
import { HIGHEST_YEAR, type FigureName } from './answers';

const same = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

/** Years under the affordability test, by place; all where the model has none. */
export function testedYears(run: Run): readonly number[] {
  const { testThreshold, testYears } = run.of.structure.assumptions.model;
  return years(run).flatMap((_, n) => (!testThreshold || n < testYears ? [n] : []));
}

/** The figure of a run. Throws where there is none of that name. */
export function watched(run: Run, name: FigureName): Decimal {
  if (same(name, HIGHEST_YEAR)) {
    const impact = valuesOf(run, run.of.impact.total, [], years(run));
    return Exact.max(...testedYears(run).map((year) => impact[year] ?? 0));
  }
  const { quantity, places } = findFigure(run, name);
  return places.reduce((sum, place) => sum.plus(run.exact.at(quantity, place)), new Exact(0));
}

/** What a figure is held against unless something else is asked: the threshold of the test, or nothing. */
export function usualTarget(run: Run, name: FigureName): Decimal {
  const { testThreshold } = run.of.structure.assumptions.model;
  return (same(name, HIGHEST_YEAR) && testThreshold?.value) || new Exact(0);
}
