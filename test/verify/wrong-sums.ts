/** Sums that are wrong, by name: each mistake that is planted, and sums that look at what they should not look at. */
import type { Assumptions } from '../../src/engine/assumptions';
import type { Run } from '../../src/engine/figures';
import { Exact } from '../../src/engine/readings/decimals';
import { ExactRun, type Replacements } from '../../src/engine/readings/exact';
import { moneyTimes, peopleTimes, scaled, series } from '../../src/verify/alter';
import { MISTAKES } from '../../src/verify/mistakes';
import { altered, wrongEngine } from '../../src/verify/planted';
import { trueEngine, type Engine } from '../../src/verify/subject';

const replaced =
  (by: (run: Run, of: Assumptions) => Replacements): Engine =>
  (of) => {
    const run = trueEngine(of);
    const exact = new ExactRun();
    exact.replace(by(run, of));
    return { ...run, exact };
  };
/** Sums that add to the impact something of the inputs that they should not look at. */
export const biased = (by: (of: Assumptions) => number): Engine =>
  replaced((run, of) => altered(run, run.of.impact.total, (value) => value.plus(by(of))));
/** Sums of other inputs than those given. */
const instead =
  (of: (given: Assumptions) => Assumptions): Engine =>
  (given) =>
    trueEngine(of(given));
const number = (given: { readonly value: { toNumber(): number } } | null | undefined): number =>
  given?.value.toNumber() ?? 0;

let runs = 0;
/** Sums that are wrong on purpose. */
const WRONG: Readonly<Record<string, Engine>> = {
  'one more': biased(() => 1),
  'a sum for every technology': biased((of) => of.technologies.length),
  'a sum for every step': biased((of) => of.population.length),
  'a sum for every year': biased((of) => of.model.years),
  'a sum for every letter': biased((of) => of.technologies[0]?.technology.length ?? 0),
  'the first cost counts more': biased((of) => number(of.costs[0]?.unitCost?.base) || of.costs.length * 7),
  'another figure each time': biased(() => (runs += 1)),
  'content counts': biased((of) => number(of.prices[0]?.content)),
  'sharing costs': biased((of) => (of.regimens[0]?.vialSharing === true ? 1e9 : 0)),
  'months cost': biased((of) => (of.model.step === 'month' ? 1 : 0)),
  'the rate costs': biased((of) => number(of.model.discountRate)),
  'prices move people': instead((of) => (number(of.costs[0]?.unitCost?.base) > 1000 ? peopleTimes(of, 2) : of)),
  'doses move prices': instead((of) => (number(of.regimens[0]?.dose) > 2 ? moneyTimes(of, '0.1') : of)),
  'adherence turned': instead((of) => ({
    ...of,
    regimens: of.regimens.map((row) => ({
      ...row,
      adherence: row.adherence && { ...row.adherence, value: new Exact('1.2').minus(row.adherence.value) },
    })),
  })),
  'half of the wastage': instead((of) => ({
    ...of,
    regimens: of.regimens.map((row) => ({
      ...row,
      wastage: row.wastage && { ...row.wastage, value: row.wastage.value.div(2) },
    })),
  })),
  'caps that cost': instead((of) => ({
    ...of,
    costs: of.agreements.some((row) => row.threshold?.value.gt('1e12')) ? of.costs.slice(1) : of.costs,
  })),
  'entry not read': instead((of) => ({ ...of, model: { ...of.model, entry: 'start of year' } })),
  'wider is fewer': instead((of) => ({
    ...of,
    population: of.population.map((row) =>
      row.op === 'x'
        ? { ...row, value: series(row.value, (given) => scaled(given, new Exact('0.02').div(given.value.pow(2)))) }
        : row,
    ),
  })),
  'shares beyond 1': replaced((run) => altered(run, run.of.patients.shares.share, (value) => value.times('1.1'))),
  'more found than ill': replaced((run) =>
    run.of.tests ? altered(run, run.of.tests.measures.truePositive, (value) => value.plus(1)) : new Map(),
  ),
};

/** The sums of that name; `base` is the model as typed. */
export function wrongSums(name: string, base: Run): Engine {
  const mistake = MISTAKES.find((of) => of.name === name);
  const engine = mistake ? wrongEngine(mistake, trueEngine, base) : WRONG[name];
  if (!engine) throw new Error(`no wrong sums ${name}`);
  return engine;
}
export const WRONG_SUMS: readonly string[] = [...MISTAKES.map((of) => of.name), ...Object.keys(WRONG)];
