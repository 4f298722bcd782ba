/** Each rule of the method on a model small enough to be worked out by hand. */
import type { Block } from '../../build/snapshot';
import {
  D,
  apart,
  blockOf,
  errorsOf,
  impactOf,
  model,
  people,
  results,
  runOf,
  small,
  switching,
  withOf,
} from '../small';

const curve = (name: string, ...p: readonly (number | string | null)[]): Block => [
  ['World', 'Technology', 'Curve', 'P1', 'P2', 'P3', 'P4', '2026', '2027'],
  ['without', 'Old', null, null, null, null, null, 1, 1],
  ['with', 'New', name, p[0] ?? null, p[1] ?? null, p[2] ?? null, p[3] ?? null, null, null],
];
const e = (x: number): InstanceType<typeof D> => new D(x).exp();

describe('uptake curves, people on the new technology of 1,000 eligible', () => {
  const on = (uptake: Block): readonly string[] =>
    withOf(results(small({ Model: model(3), Population: people(1000), Uptake: uptake })).patients, 'New');
  const bass = (t: number): InstanceType<typeof D> => {
    const fade = new D('-0.4').times(t).exp();
    return new D(1)
      .minus(fade)
      .div(new D(1).plus(fade.times(new D('0.38').div('0.02'))))
      .times(500);
  };
  test.each<[string, readonly (number | string)[], readonly (number | InstanceType<typeof D>)[]]>([
    ['linear', [0.1, 0.5, 2], [300, 500, 500]],
    ['logistic', [0.6, 2, 1, 0.1], [1, 2, 3].map((t) => new D(100).plus(new D(500).div(e(2 - t).plus(1))))],
    [
      'gompertz',
      [0.5, 2, 0.7],
      [1, 2, 3].map((t) =>
        new D(-2)
          .times(e(0).times(new D('-0.7').times(t).exp()))
          .exp()
          .times(500),
      ),
    ],
    ['bass', [0.5, 0.02, 0.38], [1, 2, 3].map(bass)],
    [
      'bass discrete',
      [0.5, 0.1, 0.4],
      [
        50,
        50 + 500 * 0.14 * 0.9,
        new D(500).times(new D('0.226').plus(new D('0.1').plus(new D('0.4').times('0.226')).times('0.774'))),
      ],
    ],
    ['step', [0.3, 2], [0, 300, 300]],
    ['step', [0.3, 2028], [0, 0, 300]],
  ])('%s %j', (name, parameters, expected) => {
    expect(apart(on(curve(name, ...parameters)), expected)).toBeLessThan(1e-30);
  });
  test('a typed year stands in place of the curve in its own year', () => {
    const [headers, without, fresh] = curve('linear', 0.1, 0.5, 2) as readonly [
      readonly string[],
      readonly (string | number | null)[],
      readonly (string | number | null)[],
    ];
    expect(on([headers, without, [...fresh.slice(0, 8), 0.9]])).toEqual(['300', '900', '500']);
  });
  test('a blank year repeats the one before it', () => {
    expect(
      on([
        ['World', 'Technology', '2026', '2027', '2028'],
        ['without', 'Old', 1, null, null],
        ['with', 'New', 0.25, null, 0.5],
      ]),
    ).toEqual(['250', '250', '500']);
  });
});

describe('who is displaced', () => {
  const Technologies: Block = [
    ['Technology', 'Role'],
    ['New', 'new'],
    ['Old', 'current'],
    ['Older', 'current'],
  ];
  const uptake = (rise: number): Block => [
    ['World', 'Technology', '2026'],
    ['without', 'Old', 0.75],
    ['without', 'Older', 0.25],
    ['with', 'New', rise],
  ];
  const shares = (rise: number, more: Record<string, Block> = {}): readonly (readonly string[])[] => {
    const made = results(small({ Technologies, Uptake: uptake(rise), ...more })).patients;
    return ['New', 'Old', 'Older'].map((name) => withOf(made, name));
  };
  test('in proportion to the shares without, where no row says otherwise', () => {
    expect(shares(0.2)).toEqual([['20'], ['60'], ['20']]);
  });
  test('whoever is not typed has none of those that treat: the first that stands for nothing has what is left', () => {
    const made = results(
      small({
        Technologies: [
          ['Technology', 'Role'],
          ['New', 'new'],
          ['Old', 'current'],
          ['Watchful waiting', 'none'],
          ['No care', 'none'],
        ],
        Uptake: [
          ['World', 'Technology', '2026'],
          ['without', 'Old', 0.6],
          ['with', 'New', 0.2],
        ],
      }),
    ).patients;
    const of = (world: string): readonly (readonly string[])[] =>
      ['New', 'Old', 'Watchful waiting', 'No care'].map((name) => withOf(made, name, world));
    expect(of('without').slice(1, 3)).toEqual([['60'], ['40']]);
    expect(of('with').slice(0, 3)).toEqual([['20'], ['48'], ['32']]);
  });
  test('by the rows of BIM_Displacement', () => {
    const Displacement: Block = [
      ['Technology', 'Displaced', 'Share'],
      ['New', 'Old', 0.4],
      ['New', 'Older', 0.6],
    ];
    expect(shares(0.2, { Displacement })).toEqual([['20'], ['67'], ['13']]);
  });
  test('below nothing is refused, and named', () => {
    const Displacement: Block = [
      ['Technology', 'Displaced', 'Share'],
      ['New', 'Older', 1],
    ];
    expect(errorsOf(small({ Technologies, Uptake: uptake(0.3), Displacement }))).toContain('displaced-below-zero');
    expect(
      errorsOf(
        small({
          Uptake: [
            ['World', 'Technology', '2026'],
            ['without', 'Old', 1],
            ['with', 'New', 0.5],
            ['with', 'Old', 0.4],
          ],
        }),
      ),
    ).toContain('shares-do-not-sum');
  });
  test('normalised shares are divided by their sum', () => {
    const Uptake: Block = [
      ['World', 'Technology', '2026'],
      ['without', 'Old', 1],
      ['with', 'New', 0.5],
      ['with', 'Old', 0.3],
    ];
    expect(withOf(results(small({ Model: model(1, ['Shares', 'normalise']), Uptake })).patients, 'New')).toEqual([
      '62.5',
    ]);
  });
  test('beside patients as typed nothing is divided: they are not summed; the other world is', () => {
    const Uptake: Block = [
      ['World', 'Technology', 'Unit', '2026'],
      ['without', 'Old', 'share', 0.8],
      ['with', 'New', 'patients', 30],
      ['with', 'Old', 'share', 0.9],
    ];
    const { patients } = results(small({ Model: model(1, ['Shares', 'normalise']), Uptake }));
    expect(withOf(patients, 'New')).toEqual(['30']);
    expect(withOf(patients, 'Old')).toEqual(['90']);
    expect(patients.find(({ world, technology }) => world === 'without' && technology === 'Old')?.values).toEqual([
      '100',
    ]);
  });
});

describe('time', () => {
  const grown = (...more: readonly (readonly string[])[]): readonly string[] =>
    impactOf(
      small({
        Model: model(3, ...more),
        Population: [
          ['Subgroup', 'Step', 'Op', 'Base', 'Growth'],
          ['Adults', 'People', 'count', 100, 0.1],
        ],
        Uptake: switching(1, 1, 1),
      }),
    );
  test('growth starts in the second year, or in the first', () => {
    expect(grown()).toEqual(['100', '110', '121']);
    expect(grown(['Growth starts', 'first year'])).toEqual(['110', '121', '133.1']);
    expect(grown(['Baseline year', 'yes'])).toEqual(['110', '121', '133.1']);
  });
  test.each([
    ['second year', ['100', '50', '25'], '175'],
    ['first year', ['50', '25', '12.5'], '87.5'],
  ] as const)('discounted from the %s at 100 %', (from, byYear, sum) => {
    const { impact } = results(
      small({ Model: model(3, ['Discount rate', 1], ['Discount from', from]), Uptake: switching(1, 1, 1) }),
    );
    expect([impact.total, impact.discountedByYear, impact.discounted, impact.cumulative]).toEqual([
      ['100', '100', '100'],
      byYear,
      sum,
      ['100', '200', '300'],
    ]);
  });
  test('per member per month, and the affordability test', () => {
    const { impact } = results(
      small({
        Model: model(3, ['Members', 50], ['Test threshold', 119], ['Test years', 2]),
        Uptake: switching(0.5, 1, 1),
        Costs: [
          ['Technology', 'Category', 'Item', 'Per', 'Unit cost'],
          ['New', 'Acquisition', 'drug', 'patient-year', 1.2],
        ],
      }),
    );
    expect([impact.total, impact.pmpm, impact.pmpy]).toEqual([
      ['60', '120', '120'],
      ['0.1', '0.2', '0.2'],
      ['1.2', '2.4', '2.4'],
    ]);
    expect([impact.test?.passed, impact.test?.years]).toEqual([false, [2027]]);
  });
});

describe('people', () => {
  test('a funnel multiplies, adds, takes away, and counts its deaths', () => {
    const run = runOf(
      small({
        Population: people(
          1000,
          ['Adults', 'Ill', 'x', 0.5, null],
          ['Adults', 'Die', 'leave', 0.1, null],
          ['Adults', 'Half', 'x', 0.5, null],
          ['Adults', 'Come', '+', 5, null],
          ['Adults', 'Go', '-', 15, null],
        ),
      }),
    );
    expect(blockOf(run, 'People in the funnel')).toEqual(['1000', '500', '450', '225', '230', '215']);
    expect(blockOf(run, 'Deaths counted')).toEqual(['0', '0', '50', '25', '25', '25']);
  });
  test('starters in stock are the rise over the year before, never below nobody', () => {
    const made = results(small({ Model: model(4), Uptake: switching(0.2, 0.5, 0.3, 0.6) }));
    expect(withOf(made.starts, 'New')).toEqual(['20', '30', '0', '30']);
  });
  test('who stops pays half a year where leavers cost half', () => {
    const Technologies: Block = [
      ['Technology', 'Role', 'Discontinuation'],
      ['New', 'new', 0.2],
      ['Old', 'current', null],
    ];
    const charged = (leavers: number): readonly string[] =>
      impactOf(small({ Model: model(1, ['Leavers cost', leavers]), Technologies }));
    expect([charged(0), charged(0.5), charged(1)]).toEqual([['80'], ['90'], ['100']]);
  });
  test('treatment years in stock: those who began, and the rest', () => {
    const Costs: Block = [
      ['Technology', 'Category', 'Item', 'Per', 'Treatment year', 'Unit cost'],
      ['New', 'Acquisition', 'a', 'patient-year', 1, 100],
      ['New', 'Acquisition', 'b', 'patient-year', '2+', 1],
    ];
    expect(impactOf(small({ Model: model(3), Uptake: switching(0.2, 0.5, 0.3), Costs }))).toEqual([
      '2000',
      '3020',
      '30',
    ]);
  });
  test.each([
    ['round', ['3']],
    ['truncate', ['2']],
    ['round half even', ['2']],
    ['fractional', ['2.5']],
    ['truncate to 1 places', ['2.5']],
  ] as const)('2.5 people, %s', (rounding, expected) => {
    expect(
      withOf(
        results(
          small({
            Model: model(1, ['Patients', rounding]),
            Population: people(5),
            Uptake: [
              ['World', 'Technology', '2026'],
              ['without', 'Old', 1],
              ['with', 'New', 0.5],
            ],
          }),
        ).patients,
        'New',
      ),
    ).toEqual(expected);
  });
});

describe('cohorts: 100 start each year, patient-years on treatment', () => {
  const on = (
    row: Record<string, string | number>,
    persistence: Block | null = null,
    ...more: readonly (readonly string[])[]
  ): readonly string[] => {
    const Technologies: Block = [
      ['Technology', 'Role', 'Accounting', ...Object.keys(row)],
      ['New', 'new', 'cohort', ...Object.values(row)],
      ['Old', 'current', 'cohort'],
    ];
    const Population: Block = [
      ['Subgroup', 'Step', 'Op', 'Stream', 'Base'],
      ['Adults', 'People', 'count', 'incident', 100],
    ];
    return withOf(
      results(
        small({
          Model: model(3, ...more),
          Population,
          Technologies,
          Uptake: switching(1, 1, 1),
          ...(persistence ? { Persistence: persistence } : {}),
        }),
      ).patients,
      'New',
    );
  };
  const mean = (share: (month: number) => number, k: number): number =>
    Array.from({ length: 12 }, (_, m) => share(12 * k + m)).reduce((a, b) => a + b) / 12;
  const added = (share: (month: number) => number): readonly number[] =>
    [0, 1, 2].map((t) => 100 * Array.from({ length: t + 1 }, (_, k) => mean(share, k)).reduce((a, b) => a + b));
  test('all stay', () => {
    expect(on({})).toEqual(['100', '200', '300']);
  });
  test('a course of 6 and of 18 months', () => {
    expect(on({ Persistence: 'course', 'Course months': 6 })).toEqual(['50', '50', '50']);
    expect(on({ Persistence: 'course', 'Course months': 18 })).toEqual(['100', '150', '150']);
  });
  test('doses of a course of 18 months, each month one: twelve in the first treatment year, six in the second', () => {
    const made = results(
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
        Regimens: [
          ['Technology', 'Item', 'Dose', 'Dose unit', 'Every', 'Every unit', 'Duration months'],
          ['New', 'drug', 1, 'mg', 1, 'month', 18],
        ],
        Costs: [
          ['Technology', 'Category', 'Item', 'Per', 'Unit cost'],
          ['New', 'Acquisition', 'drug', 'dose', 1],
        ],
      }),
    );
    expect(withOf(made.costs, 'New')).toEqual(['1200', '1800', '1800']);
  });
  test('exponential and Weibull', () => {
    expect(
      apart(
        on({ Persistence: 'exponential', P1: 0.4 }),
        added((m) => Math.exp((-0.4 * m) / 12)),
      ),
    ).toBeLessThan(1e-13);
    expect(
      apart(
        on({ Persistence: 'weibull', P1: 20, P2: 1.5 }),
        added((m) => Math.exp(-((m / 20) ** 1.5))),
      ),
    ).toBeLessThan(1e-13);
  });
  test('a table is read along straight lines, level after its end', () => {
    const table: Block = [
      ['Technology', 'Since start', 'Unit', 'On treatment'],
      ['New', 0, 'month', 1],
      ['New', 12, 'month', 0.4],
    ];
    expect(
      apart(
        on({ Persistence: 'table' }, table),
        added((m) => (m < 12 ? 1 - (0.6 * m) / 12 : 0.4)),
      ),
    ).toBeLessThan(1e-13);
    const anyOrder: Block = [
      ['Technology', 'Since start', 'Unit', 'On treatment'],
      ['New', 24, 'month', 0.3],
      ['New', 1, 'year', 0.4],
      ['New', 6, 'month', 0.8],
    ];
    const line = (m: number): number => (m < 6 ? 1 - m / 30 : m < 12 ? 0.8 - (m - 6) / 15 : 0.4 - (m - 12) / 120);
    expect(
      apart(
        on({ Persistence: 'table' }, anyOrder),
        added((m) => Math.max(0.3, line(m))),
      ),
    ).toBeLessThan(1e-13);
  });
  test('mid-year entry puts half of each treatment year in the next year', () => {
    expect(on({}, null, ['Entry', 'mid-year'])).toEqual(['50', '150', '250']);
  });
  test('by month, the first year holds (12 + 11 + … + 1) / 144 of its starters', () => {
    expect(apart(on({}, null, ['Step', 'month']), [78 / 1.44, 100 + 78 / 1.44, 200 + 78 / 1.44])).toBeLessThan(1e-13);
  });
});

describe('prices', () => {
  test.each([
    ['ex-factory', 100 * 0.75 * 1.08 - 75 * 0.085 + 100 * 0.75 * 1.08 * 0.23 + 3],
    ['reimbursed', 75 - (75 / 1.08) * 0.085 + 75 * 0.23 + 3],
  ])('built up from a list price that is %s', (basis, price) => {
    const Prices: Block = [
      ['Item', 'List price', 'Price basis', 'Discount', 'Mark-up', 'Rebate', 'VAT', 'Fee'],
      ['pack', 100, basis, 0.25, 0.08, 0.085, 0.23, 3],
    ];
    const Costs: Block = [
      ['Technology', 'Category', 'Item', 'Per', 'Price item'],
      ['New', 'Acquisition', 'drug', 'patient-year', 'pack'],
    ];
    expect(apart(impactOf(small({ Prices, Costs })), [100 * price])).toBeLessThan(1e-12);
  });

  const dosed = (
    sharing: string,
    sd: number | null,
    packs: readonly (readonly (string | number)[])[],
    every: readonly (string | number)[] = [1, 'year'],
  ): readonly string[] =>
    impactOf(
      small({
        Population: people(1),
        Prices: [['Item', 'Pack', 'Content', 'Unit', 'List price'], ...packs.map((row) => ['vial', ...row])],
        Patients: [
          ['Subgroup', 'Weight', 'Weight SD'],
          ['All', 70, sd],
        ],
        Regimens: [
          ['Technology', 'Item', 'Dose', 'Dose unit', 'Every', 'Every unit', 'Vial sharing'],
          ['New', 'vial', 1.5, 'mg/kg', ...every, sharing],
        ],
        Costs: [
          ['Technology', 'Category', 'Item', 'Per', 'Price item'],
          ['New', 'Acquisition', 'drug', 'patient-year', 'vial'],
        ],
      }),
    );
  const VIALS = [
    ['small', 10, 'mg', 10],
    ['large', 50, 'mg', 45],
  ] as const;
  test('with vial sharing the dose of 105 mg costs the lowest price by content', () => {
    expect(dosed('yes', null, VIALS)).toEqual(['94.5']);
  });
  test('without it, the cheapest whole vials that cover it: two large and one small', () => {
    expect(dosed('no', null, VIALS)).toEqual(['100']);
  });
  test('over weights it is the mean of the rounded-up doses, not the rounded-up mean', () => {
    // Σ over vials of 10 mg: 10 × P(dose > 10 j), lognormal with mean 70 kg and SD 15 kg, by numerical integration.
    const variance = Math.log(1 + (15 / 70) ** 2);
    const [mu, sigma] = [Math.log(70) - variance / 2, Math.sqrt(variance)];
    const steps = 20000;
    let total = 0;
    for (let k = 0; k < steps; k += 1) {
      const z = -8 + (16 * (k + 0.5)) / steps;
      total += Math.ceil((1.5 * Math.exp(mu + sigma * z)) / 10) * 10 * Math.exp((-z * z) / 2) * (16 / steps);
    }
    const [made = ''] = dosed('no', 15, [['small', 10, 'mg', 10]]);
    expect(Number(made)).toBeCloseTo(total / Math.sqrt(2 * Math.PI), 1);
    expect(Math.abs(Number(made) - 110)).toBeLessThan(0.5);
    expect(dosed('no', null, [['small', 10, 'mg', 10]])).toEqual(['110']);
    expect(made).not.toBe('110');
  });
  test('doses a year follow the interval', () => {
    const one = (...every: readonly (string | number)[]): string =>
      dosed('yes', null, [['small', 105, 'mg', 1]], every)[0] ?? '';
    expect([one(1, 'year'), one(2, 'month'), one(1.5, 'day')]).toEqual(['1', '6', '243.5']);
    expect(apart([one(3, 'week')], [365.25 / 21])).toBeLessThan(1e-13);
  });
});
