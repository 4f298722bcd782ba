/** The smallest counter-example: a failing model made smaller, one thing at a time, as long as the same check still fails. */
import type { Assumptions, Series } from '../engine/assumptions';
import { isAll, sameName } from '../engine/model/structure';
import { Exact } from '../engine/readings/decimals';
import { series } from './alter';
import type { Check, Failure } from './check';
import { judged, verdictOf } from './judge';
import { subjectOf, type Subject } from './subject';

/** The smallest model found, in words, and how it fails. */
export interface Smallest {
  readonly years: number;
  readonly subgroups: number;
  readonly technologies: number;
  readonly costRows: number;
  readonly failure: Failure;
}

/** Attempts; each is a run or several of a model that gets smaller. */
const MOST = 60;

type Smaller = (of: Assumptions) => Assumptions | null;

const fewerYears: Smaller = (of) =>
  of.model.years > 1 ? { ...of, model: { ...of.model, years: Math.ceil(of.model.years / 2) } } : null;

/** Without the subgroup of that place among the named ones. */
const withoutSubgroup =
  (n: number): Smaller =>
  (of) => {
    const names = [...new Set(of.population.map((row) => row.subgroup).filter((name) => !isAll(name)))];
    const name = names[n];
    if (name === undefined || names.length < 2) return null;
    const others = <R extends { readonly subgroup: string }>(rows: readonly R[]): readonly R[] =>
      rows.filter((row) => !sameName(row.subgroup, name));
    return {
      ...of,
      population: others(of.population),
      uptake: others(of.uptake),
      costs: others(of.costs),
      bodies: others(of.bodies),
      tests: others(of.tests),
      agreements: others(of.agreements),
    };
  };

const without =
  (table: 'costs' | 'agreements' | 'tests' | 'regimens' | 'prices', n: number): Smaller =>
  (of) =>
    of[table].length > n ? { ...of, [table]: of[table].filter((_, at) => at !== n) } : null;

const plain = (of: Series): Series => ({ ...of, growth: null });
const withoutGrowth: Smaller = (of) => ({
  ...of,
  population: of.population.map((row) => ({ ...row, value: plain(row.value) })),
  costs: of.costs.map((row) => ({ ...row, unitCost: row.unitCost && plain(row.unitCost) })),
  prices: of.prices.map((row) => ({ ...row, listPrice: plain(row.listPrice) })),
});

/** A hundred people, prices of one digit. */
const roundNumbers: Smaller = (of) => ({
  ...of,
  population: of.population.map((row) =>
    row.op === 'count' ? { ...row, value: series(row.value, (given) => ({ ...given, value: new Exact(100) })) } : row,
  ),
  costs: of.costs.map((row) => ({
    ...row,
    unitCost:
      row.unitCost && series(row.unitCost, (given) => ({ ...given, value: given.value.toSignificantDigits(1) })),
  })),
});

/** Ways to make a model smaller, the largest steps first. */
const steps = (of: Assumptions): readonly Smaller[] => [
  fewerYears,
  ...of.population.map((_, n) => withoutSubgroup(n)),
  ...(['costs', 'agreements', 'tests', 'prices', 'regimens'] as const).flatMap((table) =>
    of[table].map((_, n) => without(table, of[table].length - 1 - n)),
  ),
  withoutGrowth,
  roundNumbers,
];

/** The failure of a smaller model, or null where it is none: it must not be refused, nor fall outside the check. */
function failing(check: Check, of: Assumptions, { rerun }: Subject): Failure | null {
  const made = verdictOf(() => subjectOf(of, rerun, null));
  return typeof made === 'string' ? null : judged(check, made).failure;
}

/** Makes a failing model smaller until nothing more can go; null where nothing can. */
export function shrink(check: Check, subject: Subject): Smallest | null {
  let held: { readonly of: Assumptions; readonly failure: Failure } | null = null;
  let tried = 0;
  for (let again = true; again && tried < MOST;) {
    again = false;
    const from: Assumptions = held?.of ?? subject.assumptions;
    for (const smaller of steps(from)) {
      const made: Assumptions | null = smaller(held?.of ?? subject.assumptions);
      if (!made || tried >= MOST) continue;
      tried += 1;
      const failure = failing(check, made, subject);
      if (!failure) continue;
      again ||= smaller !== withoutGrowth && smaller !== roundNumbers;
      held = { of: made, failure };
    }
  }
  return held && { ...sizeOf(held.of), failure: held.failure };
}

const sizeOf = (of: Assumptions): Omit<Smallest, 'failure'> => ({
  years: of.model.years,
  subgroups: new Set(of.population.map((row) => row.subgroup.toLowerCase())).size,
  technologies: of.technologies.length,
  costRows: of.costs.length,
});
