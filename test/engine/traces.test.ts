/** What each list of value realisation was read from adds up to it: cells of a live sheet can point at those rows. */
import { deliveryFigures } from '../../src/engine/appraisal/delivery-figures';
import { gatesOf } from '../../src/engine/appraisal/gates';
import { benefitFigures, byCase, deliveredCosts, impactWithTasks } from '../../src/engine/appraisal/money-figures';
import { errorKey, errorRows, planAndActualFigures } from '../../src/engine/appraisal/plan-and-actual-figures';
import { years, type Run } from '../../src/engine/figures';
import { Exact } from '../../src/engine/readings/decimals';
import type { Listed, Traced } from '../../src/engine/traces';
import { readAssumptions } from '../../src/inputs/read-assumptions';
import { runModel } from '../../src/run/run-model';
import { tableOf } from '../random/draw';
import { snapshotOf } from '../random/workbooks';
import { WHOLE_MODELS } from './value/whole-models';

/** What happened: Drug A by month for all, Drug B in the year; a month without a figure, and one of nobody. */
const ACTUALS = tableOf('BIM_Actuals', [
  { Period: '2030-02', Measure: 'starts', Technology: 'Drug A', Value: 12 },
  { Period: '2030-04', Measure: 'starts', Technology: 'drug a', Value: 30 },
  { Period: '2030', Measure: 'starts', Technology: 'Drug B', Subgroup: 'adults', Value: 240 },
  { Period: '2030-03', Measure: 'patients', Technology: 'Drug A', Value: 20 },
  { Period: '2030', Measure: 'spend', Technology: 'Drug B', Value: 60000 },
  { Period: '2030', Measure: 'eligible', Value: 2000 },
]);

function runOf(name: string): Run {
  const tables = WHOLE_MODELS.find(([model]) => model === name)?.[1] ?? [];
  const { assumptions } = readAssumptions(snapshotOf([...tables, ...ACTUALS]));
  const run = assumptions && runModel(assumptions).run;
  if (!run) throw new Error(`no ${name}`);
  return run;
}

/** What rows come to in the nth place of a list. */
function added(run: Run, rows: readonly Traced[], n: number) {
  return rows.reduce((sum, { quantity, members, sign }) => {
    const { axes } = quantity.block;
    const period = axes.at(-1)?.name === 'year' ? (years(run)[n] ?? -1) : n;
    return sum.plus(run.exact.at(quantity, axes.length > members.length ? [...members, period] : members).times(sign));
  }, new Exact(0));
}

/** Checks lists that point at rows, and says how many do. */
function checked(run: Run, lists: readonly { readonly values: Listed }[]): number {
  const found = lists.flatMap(({ values }) => {
    const rows = run.traces?.get(values);
    return rows ? [{ values, rows }] : [];
  });
  for (const { values, rows } of found)
    values.forEach((value, n) => {
      if (value !== null) expect(added(run, rows, n).minus(value).abs().toNumber()).toBeLessThan(1e-20);
    });
  return found.length;
}

test.each(['cohorts held by tasks, waves and sites', 'benefits of a stock'])('lists of %s', (name) => {
  const run = runOf(name);
  const { value } = run.of;
  if (!value) throw new Error('no value realisation');
  const made = deliveryFigures(run, value, gatesOf(value));
  // All but what divides one row by another, and what pools have.
  for (const list of [made.demand, made.starts, made.backlog, made.leavers, made.onTreatment, made.held, made.capacity])
    expect(checked(run, list)).toBe(list.length);
  expect(checked(run, [...made.wait, ...made.live, ...made.queue])).toBe(0);
  const people = byCase(run, run.of.onTechnology);
  const costs = deliveredCosts(run, value);
  expect([checked(run, people), checked(run, costs)]).toEqual([people.length, costs.length]);
  const { worth } = value;
  for (const [total, cash] of [
    [worth.plannedImpact, worth.plannedCash],
    [worth.realisedImpact, worth.realisedCash],
  ] as const) {
    const impact = impactWithTasks(run, total, cash);
    expect(
      checked(
        run,
        [impact.total, impact.cashReleased, impact.afterCash].map((values) => ({ values })),
      ),
    ).toBe(3);
  }
  // Money of a benefit is a row less another; its quantity after the haircut stands in no row.
  for (const [which, world] of [
    ['planned', 1],
    ['delivered', 2],
    ['realised', 2],
  ] as const) {
    const benefits = benefitFigures(run, value, which, world);
    expect(checked(run, benefits)).toBe(benefits.length / 2);
  }
});

test('lists of plan and actual, and rows of the forecast error', () => {
  const run = runOf('cohorts held by tasks, waves and sites');
  const { bridge = [], recorded = [], forecast = [] } = planAndActualFigures(run);
  expect(checked(run, bridge)).toBe(2 * 11);
  expect(bridge.slice(0, 11).map(({ step }) => step)).toEqual([
    ...['planned', 'eligible', 'start date', 'curve', 'ceiling', 'persistence', 'price', 'mix', 'actual'],
    ...['lag months', 'reforecast starts'],
  ]);
  expect(checked(run, recorded)).toBe(recorded.length);
  expect(recorded.map(({ technology, measure, case: of }) => `${technology}: ${measure}, ${of}`)).toEqual([
    'Drug A: starts, planned',
    'Drug A: starts, actual',
    'Drug A: starts, reforecast',
    'Drug A: patients, planned',
    'Drug A: patients, actual',
    'Drug B: starts, planned',
    'Drug B: starts, actual',
    'Drug B: starts, reforecast',
    'Drug B: spend, planned',
    'Drug B: spend, actual',
  ]);
  const actual = recorded.find(({ technology, case: of }) => technology === 'Drug A' && of === 'actual')?.values ?? [];
  expect(actual).toEqual([null, '12', null, '30', ...Array.from({ length: 8 }, () => null)]);
  const known = run.traces?.get(actual)?.[0]?.known;
  expect(known && actual.map((_, month) => run.exact.at(known, [0, month]).toNumber())).toEqual(
    actual.map((value) => Number(value !== null)),
  );
  const rows = errorRows(run);
  expect(rows.size).toBe(2 * forecast.length);
  for (const { technology, measure, bias, error } of forecast)
    for (const [which, value] of [
      ['bias', bias],
      ['error', error],
    ] as const) {
      const row = rows.get(errorKey({ technology, measure }, which));
      expect(row && run.exact.at(row.quantity, row.members).toFixed()).toBe(value);
    }
});
