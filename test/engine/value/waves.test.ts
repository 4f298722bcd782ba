/** Waves by hand: 10 people a month, of whom some wait for sites, some for their wave, and some for a wave that never comes. */
import type { ByGate } from '../../../src/engine/realisation-results';
import type { Block } from '../../build/snapshot';
import { numbers, realised } from './realised';

const months = Array.from({ length: 12 }, (_, n) => n + 1);
const Model: Block = [
  ['Setting', 'Value'],
  ['First year', 2026],
  ['Years', 1],
  ['Step', 'month'],
];
/** A figure of each month: one for the four months before the second wave is live, one from then on. */
const turning = (before: (month: number) => number, after: (month: number) => number): readonly number[] =>
  months.map((month) => (month <= 4 ? before(month) : after(month)));
const HEADERS = ['Wave', 'Sites', 'Share of patients', 'Starts per site', 'Live after'];

test('half wait for two sites of one start a month, three tenths for four months, the rest for ever', () => {
  const Waves: Block = [HEADERS, ['first', 2, 0.5, 1, null], ['second', 3, 0.3, 10, 5]];
  const { live, starts, backlog, capacity, held, binding, value, schedule } = realised({ Model, Waves });
  expect(numbers(live)).toEqual(
    turning(
      () => 0.5,
      () => 0.8,
    ),
  );
  expect(numbers(starts)).toEqual(months.map((month) => (month < 5 ? 2 : month === 5 ? 17 : 5)));
  expect(numbers(backlog)).toEqual(
    turning(
      (month) => 8 * month,
      (month) => 5 * month,
    ),
  );
  const of = (list: readonly ByGate[], gate: string): readonly number[] => numbers(list, { gate });
  expect(of(held, 'access')).toEqual(
    turning(
      (month) => 5 * month,
      (month) => 2 * month,
    ),
  );
  expect(of(held, 'sites')).toEqual(months.map((month) => 3 * month));
  expect(binding[0]?.values).toEqual(months.map((month) => (month <= 4 ? 'access' : 'sites')));
  expect(of(capacity, 'sites')).toEqual(
    turning(
      () => 2,
      () => 32,
    ),
  );
  expect(of(capacity, 'access')).toEqual(months.map((month) => 3 * month + 2 + (month < 5 ? 0 : month === 5 ? 15 : 3)));
  expect(value.gates.map(({ gate, dimension, months: bound }) => [gate, dimension, bound])).toEqual([
    ['access', 'process', '4'],
    ['sites', 'process', '8'],
  ]);
  // A month sooner twelve have N instead of C for a month more, at 600 a year; another site in each wave makes one start more a month.
  expect(value.gates.map(({ unit }) => Number(unit))).toEqual([expect.closeTo(-600, 9), expect.closeTo(-3900, 9)]);
  // No gate is of the dimension value, so that none is in the waterfall.
  expect(value.waterfall.map(({ dimension, cause }) => `${dimension}: ${cause}`)).toEqual([
    'value: uptake',
    'resources: gates',
    'process: gates',
    'attention: gates',
    'value: benefits',
  ]);
  // Both gates are of the process: all that is held back is.
  expect(value.even.map(({ dimension, value: held }) => [dimension, Number(held)])).toEqual([
    ['resources', 0],
    ['process', Number(value.joint)],
    ['attention', 0],
  ]);
  expect(schedule?.waves).toEqual([
    { wave: 'first', live: '0', share: '0.5' },
    { wave: 'second', live: '4', share: '0.3' },
  ]);
});

test('waves without a share have what is left, by their sites; a row for the technology stands in place of its wave for all', () => {
  const Waves: Block = [
    [...HEADERS, 'Technology'],
    ['first', 2, 0.4, null, null, null],
    ['second', 9, null, null, 20, null],
    ['third', 3, null, null, 5, null],
    ['second', 1, null, null, 3, 'N'],
  ];
  // 0.6 × 1/4 two months on, and 0.6 × 3/4 after four.
  expect(numbers(realised({ Model, Waves }).live)).toEqual(
    months.map((month) => (month <= 2 ? 0.4 : month <= 4 ? 0.55 : 1)),
  );
});
