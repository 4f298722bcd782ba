/** Readings of the contract that random models once set apart, each in a model small enough to reckon by hand. */
import { numbers, places, realised } from './realised';

const STOCK = {
  Model: [
    ['Setting', 'Value'],
    ['First year', 2026],
    ['Years', 2],
  ],
  Population: [
    ['Subgroup', 'Step', 'Op', 'Base'],
    ['Adults', 'People', 'count', 120],
  ],
} as const;

test('a task’s Opens leaves a pool empty until it has finished, the year’s amount included', () => {
  const { starts } = realised({
    Tasks: [
      ['ID', 'Duration', 'Opens'],
      ['A', 3.5, 'Fund'],
    ],
    Resources: [
      ['Resource', 'Kind', 'Available', 'Period', 'Carry', 'Per start'],
      ['Fund', 'budget', 24, 'year', 'year', 1],
    ],
  });
  // 8.5 of 12 months of 24 a year are left when it opens, in the fourth month; the next year has all 24 in January.
  expect(numbers(starts).slice(0, 5)).toEqual([0, 0, 0, 17, 0]);
  expect(numbers(starts).slice(12, 14)).toEqual([24, 0]);
});

test('a rising plan of stock accounting takes nobody from the queue, whatever stops each year', () => {
  const held = (available: number) =>
    realised({
      ...STOCK,
      Resources: places(available),
      Technologies: [
        ['Technology', 'Role', 'Discontinuation'],
        ['N', 'new', 0.5],
        ['C', 'current', null],
      ],
      Uptake: [
        ['World', 'Subgroup', 'Technology', '2026', '2027'],
        ['without', 'All', 'C', 1, 1],
        ['with', 'All', 'N', 0.5, 0.8],
      ],
    });
  const { leavers, starts, backlog } = held(2);
  expect(numbers(leavers).every((people) => people === 0)).toBe(true);
  expect(numbers(backlog)[23]).toBeCloseTo(60 + 36 - 48, 12);
  expect(numbers(starts)[23]).toBe(2);
  const { demand, onTreatment } = held(1000);
  expect(numbers(demand)[0]).toBeCloseTo(5, 12);
  expect(numbers(onTreatment)[11]).toBeCloseTo(60, 12);
  expect(numbers(onTreatment)[23]).toBeCloseTo(96, 12);
});

test('potentials above 1 together are divided by their sum: nobody is treated twice', () => {
  const tables = (potential: number | null) => ({
    Technologies: [
      ['Technology', 'Role', 'Accounting', 'Potential'],
      ['N', 'new', 'cohort', potential],
      ['M', 'new', 'cohort', potential],
      ['C', 'current', 'cohort', null],
    ] as const,
    Uptake: [
      ['World', 'Subgroup', 'Technology', '2026'],
      ['without', 'All', 'C', 1],
      ['with', 'All', 'N', 0.1],
      ['with', 'All', 'M', 0.1],
    ] as const,
    Costs: [
      ['Technology', 'Category', 'Item', 'Per', 'Unit cost'],
      ['All', 'Acquisition', 'all', 'start', 100],
    ] as const,
    Outcomes: [
      ['Technology', 'Benefit', 'Class', 'Quantity', 'Per', 'Unit value'],
      ['N', 'Visits', 'societal', 1, 'start', 10],
      ['M', 'Visits', 'societal', 1, 'start', 10],
    ] as const,
  });
  const most = realised(tables(null));
  expect(most.value.potential).toBe(realised(tables(0.5)).value.potential);
  // Everybody once, over two years: 240 starts worth 10 each, and the costs of both worlds are the same.
  expect(Number(most.value.potential)).toBeCloseTo(2400, 9);
});

test('a fixed benefit counts once for all subgroups, from the first start of any; a blank technology is every one', () => {
  const { benefits } = realised({
    Population: [
      ['Subgroup', 'Step', 'Op', 'Stream', 'Base'],
      ['Adults', 'New', 'count', 'incident', 120],
      ['Children', 'New', 'count', 'incident', 60],
    ],
    Outcomes: [
      ['Technology', 'Benefit', 'Class', 'Quantity', 'Per', 'Unit value'],
      ['N', 'Clinic', 'cash-releasing', 1, 'year', 1000],
      ['', 'Visits', 'societal', 1, 'start', 1],
      ['C', 'Visits', 'societal', 3, 'start', 1],
    ],
    Waves: [
      ['Wave', 'Share of patients', 'Live after'],
      ['first', 1, 7],
    ],
  });
  const money = (key: Readonly<Record<string, string>>) => numbers(benefits, { measure: 'money', ...key });
  expect(benefits.filter(({ benefit, case: of }) => benefit === 'Clinic' && of === 'planned')).toHaveLength(2);
  expect(money({ case: 'planned', benefit: 'Clinic', subgroup: '' })).toEqual([1000, 1000]);
  expect(money({ case: 'delivered', benefit: 'Clinic', subgroup: '' })).toEqual([500, 1000]);
  // The row of C stands in place of the one for all; N has the one for all.
  expect(money({ case: 'planned', benefit: 'Visits', technology: 'N', subgroup: 'Adults' })).toEqual([120, 120]);
  expect(money({ case: 'planned', benefit: 'Visits', technology: 'C', subgroup: 'Adults' })).toEqual([-360, -360]);
});

test('waves without a share have what the typed ones leave, in proportion to their Sites', () => {
  const { schedule, demand } = realised({
    Waves: [
      ['Wave', 'Sites', 'Share of patients'],
      ['a', 10, 0.4],
      ['b', 10, null],
      ['c', 20, null],
    ],
  });
  expect(schedule?.waves.map(({ share }) => Number(share).toFixed(6))).toEqual(['0.400000', '0.200000', '0.400000']);
  expect(numbers(demand)[0]).toBeCloseTo(10, 12);
});

test('pools that are spent together: the earlier gate binds, though a digit at the end differs', () => {
  const { binding } = realised({
    Resources: [
      ['Resource', 'Kind', 'Available', 'Period', 'Per start'],
      ['Nurses', 'service', 10, 'year', 0.7],
      ['Slots', 'service', 30, 'year', 2.1],
    ],
    Population: [
      ['Subgroup', 'Step', 'Op', 'Stream', 'Base'],
      ['Adults', 'New', 'count', 'incident', 120],
      ['Children', 'New', 'count', 'incident', 70],
    ],
  });
  expect(new Set(binding[0]?.values)).toEqual(new Set(['Nurses']));
});

test('the plan a month later: the first month has the share without the plan', () => {
  const later = (before: number) =>
    Number(
      realised({
        Uptake: [
          ['World', 'Subgroup', 'Technology', '2026'],
          ['without', 'All', 'N', before],
          ['without', 'All', 'C', 1 - before],
          ['with', 'All', 'N', 0.6],
        ],
        Costs: [
          ['Technology', 'Category', 'Item', 'Per', 'Unit cost'],
          ['N', 'Acquisition', 'n', 'start', -100],
        ],
        Outcomes: null,
        Resources: [
          ['Resource', 'Kind', 'Available', 'Per start'],
          ['Places', 'service', 1000, 1],
        ],
      }).value.costOfDelay.plan,
    );
  // Each of the 10 who come in the first month and are to have it for the plan's sake alone saves 100.
  expect(later(0)).toBeCloseTo(600, 9);
  expect(later(0.2)).toBeCloseTo(400, 9);
});
