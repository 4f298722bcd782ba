/** Two workbooks compared: the steps add up to the difference, exactly, and the interaction is named. */
import { changeLog } from '../../src/change-log/change-log';
import { Exact } from '../../src/engine/readings/decimals';
import { assess } from '../../src/assess';
import type { Snapshot } from '../../src/workbook/workbook';
import { but, modelWith, plus } from '../build/snapshot';

const impact = (of: Snapshot) =>
  (assess(of).results?.impact.total ?? []).reduce((sum, value) => sum.plus(value), new Exact(0)).toFixed();
const summed = (values: readonly (string | null)[]) =>
  values.reduce((sum, value) => sum.plus(value ?? NaN), new Exact(0));

test('a price and a number of people: in turn they add up, alone they leave their product', () => {
  const old = modelWith();
  const fresh = modelWith({
    Population: but('Population', 0, 'Base', 1_100_000),
    Prices: but('Prices', 0, 'List price', 1500),
  });
  const { start, end, steps, interaction } = changeLog(old, fresh);
  expect([start, end]).toEqual([impact(old), impact(fresh)]);
  expect(steps.flatMap((step) => step.values.map(({ parameter, from, to }) => [parameter, from, to]))).toEqual([
    ['Population/Adults/Population/Base', '1000000', '1100000'],
    ['Prices/Drug A/All/List price', '1200', '1500'],
  ]);
  expect(summed([start, ...steps.map((step) => step.inTurn)]).toFixed()).toBe(end);
  expect(summed([start, ...steps.map((step) => step.alone), interaction]).toFixed()).toBe(end);
  expect(new Exact(interaction ?? 0).toFixed()).toBe(new Exact(steps[1]?.alone ?? 0).times('0.1').toFixed());
});

test('shares change together; rows come and go', () => {
  const fresh = modelWith({
    Uptake: [
      ['World', 'Subgroup', 'Technology', '2026', '2027', '2028', 'Source'],
      ['without', 'All', 'Drug B', 1, null, null, 'Audit'],
      ['with', 'All', 'Drug A', 0.2, 0.3, 0.4, 'Company'],
      ['with', 'All', 'Drug B', 0.8, 0.7, 0.6, 'Company'],
    ],
    Costs: plus('Costs', ['Drug A', 'Monitoring', 'visit', 'patient-year', 80, null, 'Tariff']),
  });
  const { start, end, steps } = changeLog(modelWith(), fresh);
  expect(steps.map((step) => step.rows.length)).toEqual([1, 2]);
  expect(steps[0]?.values.map(({ from }) => from)).toEqual(steps[0]?.values.map(() => ''));
  expect(summed([start, ...steps.map((step) => step.inTurn)]).toFixed()).toBe(end);
  const back = changeLog(fresh, modelWith());
  expect([back.start, back.end]).toEqual([end, start]);
});

test('nothing changed, and a workbook that gives no figures', () => {
  expect(changeLog(modelWith(), modelWith())).toMatchObject({ steps: [], interaction: '0' });
  expect(() =>
    changeLog(modelWith(), modelWith({ Costs: null, Population: null, Uptake: but('Uptake', 1, '2026', 'many') })),
  ).toThrow();
});
