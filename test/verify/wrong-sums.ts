/** Sums that are wrong, by name: each mistake that is planted, and sums that look at what they should not look at. */
import type { Decimal } from 'decimal.js';
import type { Assumptions } from '../../src/engine/assumptions';
import type { Run } from '../../src/engine/figures';
import type { Quantity } from '../../src/engine/graph/quantity';
import { Exact } from '../../src/engine/readings/decimals';
import { ExactRun, type Replacements } from '../../src/engine/readings/exact';
import type { RealisationAssumptions } from '../../src/engine/realisation-assumptions';
import type { ValueRealisation } from '../../src/engine/value/value-realisation';
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
/** Sums of delivery in which one quantity is wrong. */
const held = (
  which: (value: ValueRealisation) => Quantity,
  wrong: (value: Decimal, given: RealisationAssumptions) => Decimal,
): Engine =>
  replaced((run, { realisation }) =>
    run.of.value && realisation ? altered(run, which(run.of.value), (figure) => wrong(figure, realisation)) : new Map(),
  );
const number = (given: { readonly value: { toNumber(): number } } | null | undefined): number =>
  given?.value.toNumber() ?? 0;

let runs = 0;
/** Sums that are wrong on purpose. */
const WRONG: Readonly<Record<string, Engine>> = {
  'a sum for every letter': biased((of) => of.technologies[0]?.technology.length ?? 0),
  'another figure each time': biased(() => (runs += 1)),
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
  'a plan short of itself': replaced((run) =>
    altered(run, run.of.onTechnology, (value, [world]) => (world === 2 ? value.times('0.99') : value)),
  ),
  'no launch is certain': replaced((run) =>
    run.of.coming ? altered(run, run.of.coming.launches.dateChance, (value) => value.times('0.9')) : new Map(),
  ),
  'starts without capacity': held(
    ({ made }) => made.started,
    (value, { resources }) => (resources[0]?.available?.value.isZero() ? value.plus(1) : value),
  ),
  'more capacity, fewer starts': held(
    ({ made }) => made.started,
    (value, { resources }) => (resources[0]?.available?.value.gt(8) ? value.div(2) : value),
  ),
  'a delay brings forward': held(
    ({ plan }) => plan.finish,
    (value, { tasks }) => tasks.reduce((finish, { duration }) => finish.minus(duration.value.times(2)), value),
  ),
  'a task of no length starts people': held(
    ({ made }) => made.started,
    (value, { tasks }) => value.plus(tasks.length),
  ),
  'starts beyond demand': held(
    ({ made }) => made.started,
    (value) => value.plus('1e6'),
  ),
  'whoever waits is forgotten': held(
    ({ made }) => made.backlog,
    (value) => value.times(0),
  ),
};

/** The sums of that name; `base` is the model as typed. */
export function wrongSums(name: string, base: Run): Engine {
  const mistake = MISTAKES.find((of) => of.name === name);
  const engine = mistake ? wrongEngine(mistake, trueEngine, base) : WRONG[name];
  if (!engine) throw new Error(`no wrong sums ${name}`);
  return engine;
}
