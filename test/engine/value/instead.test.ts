/** Who has what in place of the new technology, worked out by hand: 120 people come in a year, who are treated for 65 years of it. */
import type { Block } from '../../build/snapshot';
import { numbers, realised, type Tables } from './realised';

const model = (...more: Block[1][]): Block => [
  ['Setting', 'Value'],
  ['First year', 2026],
  ['Years', 1],
  ['Step', 'month'],
  ...more,
];
/** Starts in month 1 are there for 12 months, in month 12 for one: 78 of 144. */
const YEARS = (120 * 78) / 144;

/** Three tenths are to have N instead of C, two tenths M instead of D; of N there is none. */
const displaced = (waiting: string | null, more: Tables = {}) =>
  realised({
    Model: model(),
    Technologies: [
      ['Technology', 'Role', 'Accounting', 'While waiting'],
      ['N', 'new', 'cohort', waiting],
      ['M', 'new', 'cohort', null],
      ['C', 'current', 'cohort', null],
      ['D', 'current', 'cohort', null],
    ],
    Uptake: [
      ['World', 'Subgroup', 'Technology', '2026'],
      ['without', 'All', 'C', 0.6],
      ['without', 'All', 'D', 0.4],
      ['with', 'Adults', 'N', 0.3],
      ['with', 'Adults', 'M', 0.2],
    ],
    Displacement: [
      ['Technology', 'Displaced', 'Share'],
      ['N', 'C', 1],
      ['M', 'D', 1],
    ],
    Costs: [
      ['Technology', 'Category', 'Item', 'Per', 'Unit cost'],
      ...[
        ['N', 1200],
        ['M', 900],
        ['C', 600],
        ['D', 240],
      ].map(([name = '', cost = 0]): Block[1] => [name, 'Acquisition', 'drug', 'patient-year', cost]),
    ],
    Resources: [
      ['Resource', 'Kind', 'Technology', 'Available', 'Per start'],
      ['Places', 'service', 'N', 0, 1],
    ],
    ...more,
  });

test.each<[string, string | null, number]>([
  ['the care that their own new technology displaces', null, 0.2 * (900 - 240)],
  ['the care named in While waiting', 'D', 0.2 * (900 - 240) + 0.3 * (240 - 600)],
])('who waits has %s', (_, waiting, each) => {
  const { impact } = displaced(waiting);
  expect(Number(impact.planned.total[0])).toBeCloseTo(YEARS * (0.3 * 600 + 0.2 * 660), 9);
  expect(Number(impact.realised.total[0])).toBeCloseTo(YEARS * each, 9);
});

test('a subgroup that is not to have a technology has no potential of it', () => {
  const Outcomes: Block = [
    ['Technology', 'Benefit', 'Class', 'Quantity', 'Per', 'Unit value'],
    ['M', 'Visits', 'societal', 1, 'start', 10],
  ];
  const Population: Block = [
    ['Subgroup', 'Step', 'Op', 'Stream', 'Base'],
    ['Others', 'New', 'count', 'incident', 600],
    ['Adults', 'New', 'count', 'incident', 120],
  ];
  const potential = (tables: Tables): number => Number(displaced(null, { Outcomes, ...tables }).value.potential);
  expect(potential({ Population })).toBeCloseTo(potential({}), 9);
  expect(potential({})).not.toBe(0);
});

test('with a baseline year, no capacity is the world without all the same', () => {
  const { impact } = displaced(null, {
    Model: model(['Baseline year', 'yes']),
    Uptake: [
      ['World', 'Subgroup', 'Technology', '2026'],
      ['without', 'All', 'C', 1],
      ['with', 'All', 'N', 0.5],
    ],
    Displacement: null,
  });
  expect(Number(impact.planned.total[0])).toBeGreaterThan(1000);
  expect(Number(impact.realised.total[0])).toBeCloseTo(0, 9);
});

test('a start takes as many tests as find one patient, of the test that is named, in the plan; where none is done, one', () => {
  const starts = (Test: string | null): readonly (readonly number[])[] => {
    const made = realised({
      Model: model(),
      Population: [
        ['Subgroup', 'Step', 'Op', 'Stream', 'Base'],
        ['Children', 'New', 'count', 'incident', 96],
        ['Adults', 'New', 'count', 'incident', 480],
      ],
      // Without, half of a half are found; with the plan a quarter of all: four tests for each of ten a month.
      Tests: [
        ['Technology', 'Subgroup', 'World', 'Test', 'Offered', 'Positive', 'Gate'],
        ['N', 'Adults', 'without', 'Scan', 0.5, 0.5, 'yes'],
        ['N', 'Adults', 'with', 'Scan', 1, 0.25, 'yes'],
      ],
      Resources: [
        ['Resource', 'Kind', 'Unit', 'Available', 'Per start', 'Subgroup', 'Test'],
        ['Beds', 'service', 'bed', 1000, 1, null, null],
        ['Scans', 'service', 'scan', 20, 1, 'Adults', Test],
        ['Rooms', 'service', 'room', 5, 1, 'Children', Test],
      ],
    });
    // Each gate stands where its pool does, in its unit.
    expect(made.gates.map(({ gate, unit, at }) => [gate, unit, at?.row, at?.column])).toEqual([
      ['Beds', 'bed', 4, 'Available'],
      ['Scans', 'scan', 5, 'Available'],
      ['Rooms', 'room', 6, 'Available'],
    ]);
    return ['Children', 'Adults'].map((subgroup) => numbers(made.starts, { subgroup }).slice(0, 2));
  };
  expect(starts('Scan')).toEqual([
    [5, 5],
    [5, 5],
  ]);
  expect(starts(null)).toEqual([
    [5, 5],
    [10, 10],
  ]);
});
