/** The register by hand: chances, ramps over launch dates, shared markets, and the exact spread. */
import fc from 'fast-check';
import { assess } from '../../../src/assess';
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

test('members of a group together treat as many as the largest alone', () => {
  const row = (name: string, eligible: number): readonly Typed[] => [
    name,
    'approved',
    2020,
    null,
    null,
    null,
    'g',
    eligible,
    1,
    1,
    10,
    0,
  ];
  const { items, unweighted } = run(coming(row('A', 100), row('B', 300)));
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
  const crowd = run(many(40, (n) => (n < 30 ? 'g' : null)));
  expect(crowd.method).toBe('drawn');
  expect(Number(crowd.weighted[2])).toBeLessThan(Number(crowd.unweighted[2]) * 1.5);
});
