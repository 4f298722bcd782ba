/** The register by hand: chances, ramps over launch dates, shared markets, and the exact spread. */
import fc from 'fast-check';
import { assess } from '../../../src/assess';
import { readAssumptions } from '../../../src/inputs/read-assumptions';
import { runModel } from '../../../src/run/run-model';
import { modelWith, type Block, type Typed } from '../../build/snapshot';

const HEADERS = [
  'Technology',
  'Phase',
  'Launch',
  'Earliest',
  'Latest',
  'Probability',
  'Group',
  'Eligible',
  'Peak uptake',
  'Years to peak',
  'Net cost per patient',
  'Displaced cost',
];
const coming = (...rows: readonly (readonly Typed[])[]): Block => [HEADERS, ...rows];
const run = (horizon: Block, more: Readonly<Record<string, Block>> = {}) => {
  const { results, findings } = assess(modelWith({ Horizon: horizon, ...more }));
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  const made = results?.register;
  if (!made) throw new Error('no register');
  return made;
};
const numbers = (values: readonly string[] | null): readonly number[] => (values ?? []).map(Number);

test('the chance is the product of the remaining phases', () => {
  const { chances } = run(coming(['X', 'II', 2030, null, null, null, null, 10, 1, 1, 100, 0]));
  expect(Number(chances[0]?.probability)).toBeCloseTo(0.307 * 0.581 * 0.853, 12);
});

test('where every market is written out, its technologies are those of the register, and no list of their own', () => {
  const { assumptions } = readAssumptions(modelWith({ Horizon: many(2, () => 'g') }));
  const { coming: made } = (assumptions && runModel(assumptions).run?.of) ?? {};
  expect(made?.counted).toBe(made?.launches.item);
});

test('rates of BIM_Phases stand in place of the defaults', () => {
  const { chances } = run(coming(['X', 'filed', 2030, null, null, null, null, 10, 1, 1, 100, 0]), {
    Phases: [
      ['Phase', 'Rate'],
      ['filed', 0.5],
    ],
  });
  expect(chances[0]?.probability).toBe('0.5');
});

test('a straight ramp from the launch, averaged over the year', () => {
  // Launched at 2026.5 with two years to the peak: 2026 has (0.5)²/2·2 = 1/16 of the peak, 2027 1/2, 2028 15/16.
  const { unweighted, weighted } = run(coming(['X', 'III', 2026.5, null, null, 0.5, null, 100, 1, 2, 1000, 400]));
  expect(numbers(unweighted)).toEqual([3750, 30000, 56250]);
  expect(numbers(weighted)).toEqual([1875, 15000, 28125]);
});

test('members of a group together treat as many as the largest alone, however the group is typed', () => {
  const row = (name: string, eligible: number, group: string): readonly Typed[] => [
    name,
    'approved',
    2020,
    null,
    null,
    null,
    group,
    eligible,
    1,
    1,
    10,
    0,
  ];
  const { items, unweighted } = run(coming(row('A', 100, 'Lymphoma'), row('B', 300, 'lymphoma ')));
  expect(numbers(unweighted)).toEqual([3000, 3000, 3000]);
  expect(numbers(items.find((of) => of.technology === 'A' && of.measure === 'unweighted')?.values ?? [])).toEqual([
    750, 750, 750,
  ]);
});

test('two independent launches: mean, deviation and percentiles by hand', () => {
  const row = (name: string, chance: number, cost: number): readonly Typed[] => [
    name,
    'III',
    2020,
    null,
    null,
    chance,
    null,
    1,
    1,
    1,
    cost,
    0,
  ];
  const made = run(coming(row('A', 0.5, 100), row('B', 0.1, 1000)));
  expect(made.combinations).toBe('4');
  expect(numbers(made.weighted)[0]).toBe(150);
  expect(numbers(made.sd)[0]).toBeCloseTo(Math.sqrt(2500 + 90000), 9);
  expect([made.low[0], made.median[0], made.high[0]]).toEqual(['0', '100', '1100']);
});

test('a chance of 0 is absent, a chance of 1 is certain (71)', () => {
  const row = (chance: number): Block => coming(['X', 'III', 2020, null, null, chance, null, 1, 1, 1, 70, 0]);
  const [never, always] = [run(row(0)), run(row(1))];
  expect([never.weighted[0], never.sd[0], never.high[0], never.combinations]).toEqual(['0', '0', '0', '1']);
  expect([always.weighted[0], always.sd[0], always.low[0], always.combinations]).toEqual(['70', '0', '70', '1']);
});

test('the median lies between the percentiles and the mean below the sum if all launch', () => {
  const launch = fc.record({
    chance: fc.integer({ min: 0, max: 20 }),
    cost: fc.integer({ min: 0, max: 5000 }),
    year: fc.integer({ min: 2024, max: 2028 }),
  });
  fc.assert(
    fc.property(fc.array(launch, { minLength: 1, maxLength: 6 }), (items) => {
      const made = run(
        coming(
          ...items.map(({ chance, cost, year }, n): readonly Typed[] => [
            `T${String(n)}`,
            'III',
            year,
            null,
            null,
            chance / 20,
            null,
            10,
            1,
            2,
            cost,
            0,
          ]),
        ),
      );
      made.weighted.forEach((mean, year) => {
        expect(Number(mean)).toBeLessThanOrEqual(Number(made.unweighted[year]) + 1e-9);
        expect(Number(made.low[year])).toBeLessThanOrEqual(Number(made.median[year]));
        expect(Number(made.median[year])).toBeLessThanOrEqual(Number(made.high[year]));
        expect(Number(made.high[year])).toBeLessThanOrEqual(Number(made.unweighted[year]) + 1e-6);
      });
    }),
    { numRuns: 15 },
  );
});

/** Rows of a register in which everything differs a little. */
const many = (count: number, group: (n: number) => string | null): Block =>
  coming(
    ...Array.from({ length: count }, (_, n): readonly Typed[] => [
      `T${String(n)}`,
      'III',
      2025 + (n % 4) / 2,
      null,
      null,
      0.1 + (n % 8) / 10,
      group(n),
      100 + n,
      0.5,
      2,
      1000 + 10 * n,
      0,
    ]),
  );

test('two hundred technologies are drawn, their expected cost exact and about the mean of the draws', () => {
  const made = run(many(200, () => null));
  expect(made.method).toBe('drawn');
  const one = run(many(200, () => null));
  expect(one).toEqual(made);
  const mean = Number(made.weighted[2]);
  expect(Number(made.median[2])).toBeGreaterThan(mean - Number(made.sd[2]));
  expect(Number(made.median[2])).toBeLessThan(mean + Number(made.sd[2]));
  // 95 % of a sum of many lies within about two standard deviations.
  const width = (Number(made.high[2]) - Number(made.low[2])) / Number(made.sd[2]);
  expect(Math.abs(width / 3.92 - 1)).toBeLessThan(0.05);
});

test('a group of many members is counted all the same, in floats as in decimals', () => {
  const group = (members: number) => run(many(members, () => 'g'));
  const [small, large] = [group(10), group(11)];
  expect([small.combinations, large.combinations]).toEqual(['1024', '2048']);
  expect([small.method, large.method]).toEqual(['exact', 'exact']);
  expect(Number(large.weighted[2])).toBeGreaterThanOrEqual(Number(small.weighted[2]) * 0.9);
});

/**
 * A crowd of one market beside one technology alone and a pair: all have launched in 2020 or never will, but of members
 * with three dates only the earliest counts, the others come after the model. As many are treated as by one of the crowd.
 */
function crowded(crowd: number, dates: boolean) {
  const row = (name: string, chance: number, group: string | null, people: number, cost: number): readonly Typed[] => {
    const when = dates && group === 'g' ? [2050, 2020, 2060] : [2020, null, null];
    return [name, 'III', ...when, chance, group, people, 1, 1, cost, 4];
  };
  const members = Array.from({ length: crowd }, (_, n) => row(`G${String(n)}`, 0.1, 'g', 100, 10));
  const others = [row('A', 0.5, null, 30, 14), row('H1', 0.5, 'h', 50, 24), row('H2', 0.5, 'h', 50, 24)];
  const Horizon = coming(...members.slice(0, 6), ...others, ...members.slice(6));
  const Resources: Block = [
    ['Resource', 'Kind', 'Technology', 'Available', '2026', '2027', '2028'],
    ['Room', 'budget', 'horizon', 75, null, 3000, null],
  ];
  const any = 1 - (1 - (dates ? 0.1 / 6 : 0.1)) ** crowd;
  const wanted = { crowd: 600 * any, alone: 150, pair: 750 };
  const variance = 600 ** 2 * any * (1 - any) + 300 ** 2 / 4 + 1000 ** 2 * 0.75 * 0.25;
  return { made: run(Horizon, { Resources }), wanted, sd: Math.sqrt(variance), any };
}

test.each([
  ['counted', 11, false],
  ['drawn', 22, false],
  ['drawn', 22, true],
] as const)(
  'a crowd of one market, %s (%i, three dates: %s), has its mean and deviation by hand',
  (how, count, dates) => {
    const { made, wanted, sd, any } = crowded(count, dates);
    expect(made.method).toBe(how === 'counted' ? 'exact' : 'drawn');
    // Four standard errors of 10,000 draws.
    const within = how === 'counted' ? 1e-9 : 4 * 600 * Math.sqrt((any * (1 - any)) / 10_000);
    const near = (made: string | undefined, of: number, far = within): void => {
      expect(Math.abs(Number(made) - of)).toBeLessThan(far);
    };
    const mean = wanted.crowd + wanted.alone + wanted.pair;
    const parts = new Map([
      ['A', wanted.alone],
      ['H1', wanted.pair / 2],
      ['H2', wanted.pair / 2],
    ]);
    for (const { technology, measure, values } of made.items)
      if (measure === 'weighted')
        near(values[0], parts.get(technology) ?? wanted.crowd / count, parts.has(technology) ? 1e-9 : within / 2);
    near(made.weighted[1], mean);
    near(made.sd[0], sd, how === 'counted' ? 1e-9 : sd * 0.03);
    expect(numbers(made.headroom)).toEqual([900, 3000, 900]);
    near(made.unprovided?.[0], mean - 900);
    expect(numbers(made.unprovided).slice(1)).toEqual([0, Number(made.unprovided?.[0])]);
  },
);
