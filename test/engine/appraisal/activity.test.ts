/**
 * Activities by hand: 120 people a year start N, each worth 100 at once and costing nothing, so that a year's value is
 * 12,000; the activity doubles it. Spread evenly over the year it gains 1,000 a month.
 */
import { Decimal } from 'decimal.js';
import { activityFigures } from '../../../src/engine/appraisal/activity';
import type { ActivityFigures } from '../../../src/engine/realisation-results';
import { readAssumptions } from '../../../src/inputs/read-assumptions';
import { runChanged, runModel } from '../../../src/run/run-model';
import { modelWith, type Block, type Typed } from '../../build/snapshot';
import { set } from '../small';
import { SMALL, type Tables } from '../value/realised';

type Changes = readonly ReturnType<typeof set>[];

const settings = (years: number, ...more: readonly (readonly Typed[])[]): Block => [
  ['Setting', 'Value'],
  ['First year', 2026],
  ['Years', years],
  ['Step', 'month'],
  ...more,
];

function activity(changes: Changes, years = 2, tables: Tables = {}): ActivityFigures {
  const reading = readAssumptions(
    modelWith({
      ...SMALL,
      Model: settings(years),
      Costs: [
        ['Technology', 'Category', 'Item', 'Per', 'Unit cost'],
        ['N', 'Acquisition', 'n', 'patient-year', 0],
      ],
      Outcomes: [
        ['Technology', 'Benefit', 'Class', 'Quantity', 'Per', 'Unit value'],
        ['N', 'Visits', 'societal', 1, 'start', 100],
      ],
      Tasks: [
        ['ID', 'Duration', 'Not before', 'Cost'],
        ['first', 0, null, 0],
        ['later', 0, 12, 0],
      ],
      ...tables,
    }),
  );
  const run = reading.assumptions && runModel(reading.assumptions).run;
  const [base, changed] = [run, runChanged(reading, run, changes).run].map((of) =>
    of?.of.value ? { run: of, value: of.of.value } : null,
  );
  if (!base || !changed) throw new Error('no run');
  return activityFigures(base, changed);
}

const DOUBLED = set('Outcomes/N/All/Visits/Unit value', 200);
const costs = (task: string, amount: number) => set(`Tasks/${task}/Cost`, amount);

test.each([
  ['within what the year gains', 6000, 'at once'],
  ['half a year more than the year gains', 18000, '18'],
  ['as much as both years gain', 24000, '24'],
  ['a penny more', 24000.01, 'none'],
  ['more than both years gain', 30000, 'none'],
])('a cost %s is paid back in its month', (_, cost, payback) => {
  expect(activity([DOUBLED, costs('first', cost)])).toEqual({
    gain: '24000',
    cost: String(cost),
    net: new Decimal(24000).minus(cost).toString(),
    payback,
  });
});

test('what falls below later is paid back later, or never', () => {
  expect(activity([DOUBLED, costs('later', 36000)], 3).payback).toBe('36');
  expect(activity([DOUBLED, costs('later', 30000)], 3).payback).toBe('30');
  expect(activity([DOUBLED, costs('later', 30000)]).payback).toBe('none');
});

test('gain and cost are discounted, and what nobody is charged for pays back at once', () => {
  const Model = settings(2, ['Discount rate', 0.25], ['Discount from', 'second year']);
  expect(activity([DOUBLED, costs('later', 1000)], 2, { Model })).toEqual({
    gain: '21600',
    cost: '800',
    net: '20800',
    payback: 'at once',
  });
  expect(activity([costs('first', 0)], 2, { Model })).toEqual({
    gain: '0',
    cost: '0',
    net: '0',
    payback: 'at once',
  });
});

test('costs of the category Implementation are what the activity costs; other costs lessen its gain', () => {
  const Costs: Block = [
    ['Technology', 'World', 'Category', 'Item', 'Per', 'Unit cost'],
    ['N', null, 'Monitoring', 'm', 'start', 10],
    ['All', null, 'implementation', 'Programme', 'year', 500],
    ['N', 'with', 'IMPLEMENTATION', 'Nurse', 'start', 2],
  ];
  const dearer = (item: string, by: number): Changes => [set(`Costs/*/*/*/${item}/Unit cost`, by, '+')];
  // Of both worlds alike: no cost of the plan.
  expect(activity(dearer('Programme', 900), 2, { Costs })).toMatchObject({ gain: '0', cost: '0' });
  expect(activity(dearer('Nurse', 3), 2, { Costs })).toMatchObject({ gain: '0', cost: '720', payback: 'none' });
  expect(activity(dearer('m', 1), 2, { Costs })).toMatchObject({ gain: '-240', cost: '0', net: '-240' });
});
