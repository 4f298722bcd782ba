/** Conventions that no published case decides: what each does to the result, worked out by hand. */
import { CONVENTIONS } from '../../../src/inputs/conventions';
import type { Block, Typed } from '../../build/snapshot';
import { D, apart, errorsOf, impactOf, model, results, small, switching, withOf, type Tables } from '../small';

const grown: Block = [
  ['Subgroup', 'Step', 'Op', 'Base', 'Growth'],
  ['Adults', 'People', 'count', 100, 0.1],
];
const entering: Block = [
  ['Subgroup', 'Step', 'Op', 'Stream', 'Base'],
  ['Adults', 'People', 'count', 'incident', 100],
];
const cohorts: Block = [
  ['Technology', 'Role', 'Accounting', 'Persistence', 'Course months'],
  ['New', 'new', 'cohort', 'course', 18],
  ['Old', 'current', 'cohort', null, null],
];
const perStart: Block = [
  ['Technology', 'Category', 'Per', 'Unit cost'],
  ['Old', 'Other', 'start', 1],
];
const with3 = (...more: readonly (readonly Typed[])[]): Tables => ({
  Model: model(3, ...more),
  Uptake: switching(1, 1, 1),
});
const followed = (...more: readonly (readonly Typed[])[]): readonly string[] =>
  withOf(results(small({ ...with3(...more), Population: entering, Technologies: cohorts })).patients, 'New');
/** Starts of the old drug in the world without, for which it is paid. */
const startsOfOld = (cohort: string): readonly string[] =>
  withOf(
    results(
      small({ ...with3(['Baseline year', 'yes'], ['Baseline cohort', cohort]), Population: grown, Costs: perStart }),
    ).costs,
    'Old',
    'without',
  );
/** People on the old drug, a cohort that all stay on, in the world without. */
const cohortOfOld = (cohort: string, stream: string): readonly string[] =>
  withOf(
    results(
      small({
        ...with3(['Baseline year', 'yes'], ['Baseline cohort', cohort]),
        Population: [
          ['Subgroup', 'Step', 'Op', 'Stream', 'Base'],
          ['Adults', 'People', 'count', stream, 100],
        ],
        Technologies: cohorts,
      }),
    ).patients,
    'Old',
    'without',
  );
const daily = (...more: readonly (readonly Typed[])[]): readonly string[] =>
  impactOf(
    small({
      Model: model(1, ...more),
      Prices: [
        ['Item', 'Content', 'Unit', 'List price'],
        ['pack', 10, 'mg', 1],
      ],
      Regimens: [
        ['Technology', 'Item', 'Dose', 'Dose unit', 'Every', 'Every unit'],
        ['New', 'pack', 1, 'mg', 1, 'day'],
      ],
      Costs: [
        ['Technology', 'Category', 'Per', 'Price item'],
        ['New', 'Acquisition', 'patient-year', 'pack'],
      ],
    }),
  );
const thirds: Tables = {
  Costs: [
    ['World', 'Category', 'Item', 'Per', 'Unit cost'],
    ['with', 'Other', 'a', 'year', 0.005],
    ['with', 'Other', 'b', 'year', 0.005],
  ],
};
const stopping: Tables = {
  Technologies: [
    ['Technology', 'Role', 'Discontinuation'],
    ['New', 'new', 0.2],
    ['Old', 'current', null],
  ],
};
const short: Tables = {
  Uptake: [
    ['World', 'Technology', '2026'],
    ['without', 'Old', 1],
    ['with', 'New', 0.5],
    ['with', 'Old', 0.4],
  ],
};

/** What each way gives, and what it must give. */
const BY_HAND: Readonly<Record<string, () => readonly [made: unknown, wanted: unknown]>> = {
  'Growth starts: second year': () => [
    impactOf(small({ ...with3(['Growth starts', 'second year']), Population: grown })),
    ['100', '110', '121'],
  ],
  'Baseline year: no': () => [impactOf(small({ ...with3(), Population: grown })), ['100', '110', '121']],
  // Those of the baseline year are on the drug already: only the rise of 10, 11 and 12.1 starts.
  'Baseline cohort: continues': () => [
    [
      startsOfOld('ends'),
      startsOfOld('continues'),
      cohortOfOld('ends', 'incident'),
      cohortOfOld('continues', 'incident'),
      cohortOfOld('ends', 'bolus'),
      cohortOfOld('continues', 'bolus'),
    ],
    [
      ['110', '11', '12.1'],
      ['10', '11', '12.1'],
      ['100', '200', '300'],
      ['200', '300', '400'],
      ['100', '100', '100'],
      ['100', '100', '100'],
    ],
  ],
  'Step: year': () => [followed(['Step', 'year']), ['100', '150', '150']],
  // A twelfth starts each month: of year 1's starters (12 + 11 + … + 1) ÷ 144 are there in it.
  'Step: month': () => {
    const first = new D(7800).div(144);
    // Of the 18 months of those who start in month j, 12 fall by the end of year 2 for j ≤ 6, fewer after.
    const second = new D(100 * (18 * 12)).div(144);
    const later = followed(['Step', 'month']);
    return [
      [apart(later.slice(0, 1), [first]) < 1e-30, apart(later.slice(2), [second]) < 1e-30],
      [true, true],
    ];
  },
  'Entry: start of year': () => [followed(['Entry', 'start of year']), ['100', '150', '150']],
  // Half of each treatment year falls in the next calendar year: 50, 50 + 50 + 25, and all of 150.
  'Entry: mid-year': () => [followed(['Entry', 'mid-year']), ['50', '125', '150']],
  'Shares: sum to 1': () => [errorsOf(small(short)), ['shares-do-not-sum']],
  'Money: unrounded': () => [
    [
      impactOf(small(thirds)),
      impactOf(small({ ...thirds, Model: model(1, ['Money', 'round each part to 2 places']) })),
    ],
    [['0.01'], ['0.02']],
  ],
  'Leavers cost: 1': () => [impactOf(small({ ...stopping, Model: model(1, ['Leavers cost', 1]) })), ['100']],
  'Days in year: 365': () => [
    [daily(), daily(['Days in year', 365])],
    [['3652.5'], ['3650']],
  ],
  'Discount from: first year': () => [
    results(small({ ...with3(['Discount rate', 1], ['Discount from', 'first year']) })).impact.discountedByYear,
    ['50', '25', '12.5'],
  ],
};

const unpinned = CONVENTIONS.flatMap(({ setting, ways }) =>
  ways.filter(({ pinnedBy }) => pinnedBy.length === 0).map(({ value }) => `${setting}: ${value}`),
);

test('every way that no published case decides is worked out by hand, and no other', () => {
  expect(Object.keys(BY_HAND).sort()).toEqual([...unpinned].sort());
});
test.each(Object.keys(BY_HAND))('%s', (way) => {
  const [made, wanted] = BY_HAND[way]?.() ?? [];
  expect(made).toEqual(wanted);
});
