/** Each kind of agreement by hand: 100 patients at 10 a unit, 1,000 before it. */
import type { Block } from '../../build/snapshot';
import { restsOn } from '../../../src/engine/readings/depends';
import { costOfNew, impactOf, model, people, results, runOf, small, switching } from '../small';

type Terms = Readonly<Record<string, string | number>>;
const table = (rows: readonly Terms[]): Block => {
  const headers = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return [['Technology', ...headers], ...rows.map((row) => ['New', ...headers.map((header) => row[header] ?? null)])];
};
const pays = (...rows: readonly Terms[]): string =>
  impactOf(small({ Costs: costOfNew(10), Agreements: table(rows) }))[0] ?? '';
const three = (rows: readonly Terms[], shares: readonly number[] = [0.5, 1, 1]): readonly string[] =>
  impactOf(small({ Model: model(3), Uptake: switching(...shares), Costs: costOfNew(10), Agreements: table(rows) }));

test.each<[string, readonly Terms[], string]>([
  ['a discount', [{ Type: 'discount', Rate: 0.15 }], '850'],
  ['a discount of nothing', [{ Type: 'discount', Rate: 0 }], '1000'],
  ['a discount of all', [{ Type: 'discount', Rate: 1 }], '0'],
  [
    'tiers: 20 % from 40 units to 70, 50 % beyond',
    [
      { Type: 'tiers', Threshold: 40, Rate: 0.2 },
      { Type: 'tiers', Threshold: 70, Rate: 0.5 },
    ],
    '790',
  ],
  [
    'the same tiers in another order',
    [
      { Type: 'tiers', Threshold: 70, Rate: 0.5 },
      { Type: 'tiers', Threshold: 40, Rate: 0.2 },
    ],
    '790',
  ],
  ['tiers beyond all volume', [{ Type: 'tiers', Threshold: 100, Rate: 0.9 }], '1000'],
  [
    'whole-volume tiers: 50 % off all, once reached',
    [
      { Type: 'volume tiers', Threshold: 40, Rate: 0.2 },
      { Type: 'volume tiers', Threshold: 100, Rate: 0.5 },
    ],
    '500',
  ],
  [
    'whole-volume tiers, not reached',
    [
      { Type: 'volume tiers', Threshold: 40, Rate: 0.2 },
      { Type: 'volume tiers', Threshold: 100.01, Rate: 0.5 },
    ],
    '800',
  ],
  ['price-volume: 30 % off the spend beyond 600', [{ Type: 'price-volume', Threshold: 600, Rate: 0.3 }], '880'],
  [
    'price-volume in two bands: 30 % off from 600 to 900, 50 % beyond',
    [
      { Type: 'price-volume', Threshold: 600, Rate: 0.3 },
      { Type: 'price-volume', Threshold: 900, Rate: 0.5 },
    ],
    '860',
  ],
  ['price-volume beyond all spending', [{ Type: 'price-volume', Threshold: 1000, Rate: 0.3 }], '1000'],
  ['price-volume from the first penny is a discount', [{ Type: 'price-volume', Threshold: 0, Rate: 0.3 }], '700'],
  ['tiers from the first unit are a discount', [{ Type: 'tiers', Threshold: 0, Rate: 0.3 }], '700'],
  [
    'tiers whose rates fall',
    [
      { Type: 'tiers', Threshold: 0, Rate: 0.5 },
      { Type: 'tiers', Threshold: 50, Rate: 0.1 },
    ],
    '700',
  ],
  ['a dose cap of nothing', [{ Type: 'dose cap', P1: 0, P2: 'year' }], '0'],
  ['a dose cap of half a dose', [{ Type: 'dose cap', P1: 0.5, P2: 'year' }], '500'],
  ['a dose cap out of reach', [{ Type: 'dose cap', P1: 999, P2: 'year' }], '1000'],
  ['a spend cap, all beyond repaid', [{ Type: 'spend cap', Threshold: 600, Rate: 1 }], '600'],
  ['a spend cap, a quarter repaid', [{ Type: 'spend cap', Threshold: 600, Rate: 0.25 }], '900'],
  ['a spend cap whose share is not said: the whole is repaid', [{ Type: 'spend cap', Threshold: 600 }], '600'],
  ['a spend cap of nothing', [{ Type: 'spend cap', Threshold: 0, Rate: 1 }], '0'],
  ['a spend cap out of reach', [{ Type: 'spend cap', Threshold: 1e15, Rate: 1 }], '1000'],
  ['a free start of 0.2 units', [{ Type: 'free start', P1: 0.2 }], '800'],
  ['a free start of more than there is', [{ Type: 'free start', P1: 5 }], '0'],
  [
    'an outcome refund: 40 % do not respond, half refunded, 90 % collected',
    [{ Type: 'outcome refund', P1: 0.6, Rate: 0.5, P2: 0.9 }],
    '820',
  ],
  ['an outcome refund whose shares are not said: the whole', [{ Type: 'outcome refund', P1: 0.6 }], '600'],
  ['an outcome refund where all respond', [{ Type: 'outcome refund', P1: 1, Rate: 1, P2: 1 }], '1000'],
  ['pay on response: 3 months to wait, then 60 %', [{ Type: 'pay on response', P1: 0.6, P2: 3 }], '450'],
  ['pay on response without a wait is the share of responders', [{ Type: 'pay on response', P1: 0.6, P2: 0 }], '600'],
  ['pay on response after a year: nothing for those who are new', [{ Type: 'pay on response', P1: 0.6, P2: 12 }], '0'],
  ['an outcome refund of which nothing is collected', [{ Type: 'outcome refund', P1: 0.6, Rate: 1, P2: 0 }], '1000'],
  ['an annuity of one instalment', [{ Type: 'annuity', P1: 1, Rate: 0.05 }], '1050'],
  ['a subscription that includes nobody', [{ Type: 'subscription', P1: 300, P2: 0, Rate: 5 }], '800'],
  ['a subscription', [{ Type: 'subscription', P1: 777 }], '777'],
  ['a subscription for 80 patients, 5 for each above', [{ Type: 'subscription', P1: 300, P2: 80, Rate: 5 }], '400'],
  [
    'a discount before a cap',
    [
      { Type: 'discount', Order: 1, Rate: 0.5 },
      { Type: 'spend cap', Order: 2, Threshold: 600, Rate: 1 },
    ],
    '500',
  ],
  [
    'a cap before a discount',
    [
      { Type: 'spend cap', Order: 1, Threshold: 600, Rate: 1 },
      { Type: 'discount', Order: 2, Rate: 0.5 },
    ],
    '300',
  ],
  // 10 % off leaves 900, of which 30 % off what is beyond 600; the other way 880, less 10 %.
  [
    'a discount before price-volume',
    [
      { Type: 'discount', Order: 1, Rate: 0.1 },
      { Type: 'price-volume', Order: 2, Threshold: 600, Rate: 0.3 },
    ],
    '810',
  ],
  [
    'price-volume before a discount',
    [
      { Type: 'price-volume', Order: 1, Threshold: 600, Rate: 0.3 },
      { Type: 'discount', Order: 2, Rate: 0.1 },
    ],
    '792',
  ],
  [
    'the same typed in another order',
    [
      { Type: 'discount', Order: 2, Rate: 0.1 },
      { Type: 'price-volume', Order: 1, Threshold: 600, Rate: 0.3 },
    ],
    '792',
  ],
  [
    'two discounts, the second on what the first left',
    [
      { Type: 'discount', Order: 1, Rate: 0.1 },
      { Type: 'discount', Order: 2, Rate: 0.2 },
    ],
    '720',
  ],
])('%s', (_, rows, expected) => {
  expect(pays(...rows)).toBe(expected);
});

test('an annuity is paid in equal instalments, without and with interest', () => {
  expect(three([{ Type: 'annuity', P1: 2, Rate: 0 }])).toEqual(['250', '750', '1000']);
  // 0.25 / (1 − 1.25⁻²) = 0.694444…
  const [first = '', second = ''] = three([{ Type: 'annuity', P1: 2, Rate: 0.25 }], [1, 0.5, 0]);
  expect([Number(first), Number(second)]).toEqual([
    expect.closeTo(694.4444444444, 9),
    expect.closeTo(1041.6666666667, 9),
  ]);
});
// An instalment that falls due in a year without patients has no line to stand on, and is lost.
test('an annuity is paid to its end where nobody is treated any more', () => {
  expect(three([{ Type: 'annuity', P1: 2, Rate: 0 }], [1, 0, 0])).toEqual(['500', '500', '0']);
});
test('a dose cap for a course counts, in stock accounting, each patient of the year', () => {
  expect(three([{ Type: 'dose cap', P1: 0.5, P2: 'course' }])).toEqual(['250', '500', '500']);
});
test('in cohorts it counts those who begin: half a dose of each 100, whoever of the years before is still there', () => {
  const capped = (P2: string): readonly string[] =>
    impactOf(
      small({
        Model: model(3),
        Population: [
          ['Subgroup', 'Step', 'Op', 'Stream', 'Base'],
          ['Adults', 'People', 'count', 'incident', 100],
        ],
        Technologies: [
          ['Technology', 'Role', 'Accounting'],
          ['New', 'new', 'cohort'],
          ['Old', 'current', 'cohort'],
        ],
        Uptake: switching(1, 1, 1),
        Costs: costOfNew(10),
        Agreements: table([{ Type: 'dose cap', P1: 0.5, P2 }]),
      }),
    );
  expect([capped('year'), capped('course')]).toEqual([
    ['500', '1000', '1500'],
    ['500', '500', '500'],
  ]);
});
test('an agreement runs in its years alone, and a late rebate falls in the next', () => {
  expect(three([{ Type: 'discount', Rate: 0.5, From: 2027, To: 2027 }], [1, 1, 1])).toEqual(['1000', '500', '1000']);
  expect(three([{ Type: 'discount', Rate: 0.5, Lag: 3 }], [1, 1, 1])).toEqual(['625', '500', '500']);
  expect(three([{ Type: 'discount', Rate: 0.5, Lag: 12 }], [1, 1, 1])).toEqual(['1000', '500', '500']);
});
test('the years of an agreement are figures that the impact rests on', () => {
  const run = runOf(
    small({ Costs: costOfNew(10), Agreements: table([{ Type: 'discount', Rate: 0.5, From: 2026, To: 2026 }]) }),
  );
  const rests = restsOn(run.of.impact.total);
  const names = ['From of the agreement, typed', 'To of the agreement, typed'];
  expect([...rests].map(({ name }) => name)).toEqual(expect.arrayContaining(names));
});
test('bands may take over from each other: each counts in its own years', () => {
  const Type = 'price-volume';
  const rows = [
    { Type, Threshold: 600, Rate: 0.3, To: 2026 },
    { Type, Threshold: 900, Rate: 0.5, From: 2027 },
    { Type, Threshold: 950, Rate: 0.8, From: 2028 },
  ];
  // 30 % of 400; 50 % of 100; 50 % of 50 and 80 % of 50.
  expect(three(rows, [1, 1, 1])).toEqual(['880', '950', '935']);
  expect(three(rows.slice(1), [1, 1, 1])).toEqual(['1000', '950', '935']);
});
test('a subscription is not paid in years without patients', () => {
  expect(three([{ Type: 'subscription', P1: 77 }], [0, 1, 0])).toEqual(['0', '77', '0']);
});
test('a blend is the mean of the prices by volume, the same for everybody', () => {
  const Population: Block = [
    ['Subgroup', 'Step', 'Op', 'Base'],
    ['Men', 'People', 'count', 30],
    ['Women', 'People', 'count', 10],
  ];
  const Agreements: Block = [
    ['Technology', 'Subgroup', 'Type', 'P1'],
    ['New', 'Men', 'blend', 4],
    ['New', 'Women', 'blend', 8],
  ];
  const made = results(small({ Population, Costs: costOfNew(10), Agreements }));
  expect(
    made.costs
      .filter(({ world }) => world === 'with')
      .filter(({ technology }) => technology === 'New')
      .map(({ values }) => values[0]),
  ).toEqual(['150', '50']);
});
test('technologies of a group count their volumes together', () => {
  const Technologies: Block = [
    ['Technology', 'Role'],
    ['New', 'new'],
    ['New 2', 'new'],
    ['Old', 'current'],
  ];
  const Uptake: Block = [
    ['World', 'Technology', '2026'],
    ['without', 'Old', 1],
    ['with', 'New', 0.6],
    ['with', 'New 2', 0.4],
  ];
  const Costs: Block = [
    ['Technology', 'Category', 'Item', 'Per', 'Unit cost'],
    ['New', 'Acquisition', 'drug', 'patient-year', 10],
    ['New 2', 'Acquisition', 'drug', 'patient-year', 10],
  ];
  const deal = (group: string | null): Block => [
    ['Technology', 'Group', 'Type', 'Threshold', 'Rate'],
    ['New', group, 'volume tiers', 100, 0.5],
    ['New 2', group, 'volume tiers', 100, 0.5],
  ];
  const at = (group: string | null): readonly string[] =>
    impactOf(small({ Population: people(100), Technologies, Uptake, Costs, Agreements: deal(group) }));
  expect([at(null), at('Both')]).toEqual([['1000'], ['500']]);
});

describe('tests of 1,000 people', () => {
  const tested = (rows: readonly (readonly (string | number | null)[])[]): ReturnType<typeof results> =>
    results(
      small({
        Population: people(1000),
        Costs: costOfNew(1),
        Tests: [
          [
            'Technology',
            'Test',
            'Order',
            'World',
            'Gate',
            'Offered',
            'Prevalence',
            'Sensitivity',
            'Specificity',
            'Positive',
            'Unit cost',
          ],
          ...rows,
        ],
      }),
    );
  const measures = (made: ReturnType<typeof results>, test: string): Readonly<Record<string, string | undefined>> =>
    Object.fromEntries(
      made.tests
        .filter((row) => row.test === test && row.world === 'with')
        .map(({ measure, values }) => [measure, values[0]]),
    );
  test('two by two', () => {
    const made = tested([['New', 'T', 1, 'with', 'yes', 0.5, 0.2, 0.9, 0.8, null, 3]]);
    expect(measures(made, 'T')).toEqual({
      tested: '500',
      positive: '170',
      truePositive: '90',
      falsePositive: '80',
      trueNegative: '320',
      falseNegative: '10',
    });
    expect(made.impact.byCategory).toEqual({ Acquisition: ['170'], Testing: ['1500'] });
  });
  test('a chain carries the ill and the well apart', () => {
    const made = tested([
      ['New', 'T', 1, 'with', 'yes', null, 0.2, 0.9, 0.8, null, null],
      ['New', 'U', 2, 'with', 'yes', null, null, 0.5, 0.75, null, null],
    ]);
    expect(measures(made, 'U')).toEqual({
      tested: '340',
      positive: '130',
      truePositive: '90',
      falsePositive: '40',
      trueNegative: '120',
      falseNegative: '90',
    });
    expect(made.impact.total).toEqual(['130']);
  });
  test('a test that is no gate costs, and selects nobody', () => {
    const made = tested([['New', 'T', 1, null, 'no', null, null, null, null, 0.3, 2]]);
    expect([measures(made, 'T')['positive'], made.impact.total]).toEqual(['300', ['1000']]);
  });
});
