/** The examples of *Precision* on the method page: exact here, and wrong in the binary floats that tools compute with. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { assess } from '../../src/assess';
import { strictNumber } from '../../src/inputs/numbers';
import { openXlsx } from '../../src/workbook/xlsx';
import { snapshotOf as randomSnapshot, workbooks } from '../random/workbooks';
import { snapshotOf } from '../build/snapshot';
import { D, blockOf, errorsOf, impactOf, model, people, results, runOf, set, small, switching } from './small';

const published = async (name: string): Promise<ReturnType<typeof assess>> =>
  assess(await (await openXlsx(readFileSync(path.join(__dirname, '../published', name, 'model.xlsx')))).read());
const PENNIES = model(1, ['Money', 'round each part to 2 places, half up']);
/** Both ways in which a program would round a float to pennies. */
const floatPennies = (value: number): readonly string[] => [
  value.toFixed(2),
  (Math.round(value * 100) / 100).toFixed(2),
];

describe('precision', () => {
  const FUNNEL = [0.002, 0.95, 0.6, 0.7, 0.5];

  test('2,500,000 × .002 × .95 × .6 × .7 × .5 is 997.5 patients, 998 when rounded; floats say 997', () => {
    const population = people(2500000, ...FUNNEL.map((share, n) => ['Adults', `Step ${String(n)}`, 'x', share, null]));
    const eligible = (rounding: string): readonly string[] =>
      results(small({ Model: model(1, ['Patients', rounding]), Population: population })).eligible[0]?.values ?? [];
    expect([eligible('fractional'), eligible('round')]).toEqual([['997.5'], ['998']]);
    expect(Math.round(FUNNEL.reduce((left, share) => left * share, 2500000))).toBe(997);
  });

  test.each([
    [1.15, 7, 0.5, '4.03'],
    [1.15, 1234, 0.75, '1064.33'],
    [2.3, 21, 0.75, '36.23'],
    [10.1, 3, 0.25, '7.58'],
  ])('price %d × %d patients × dose %d is %s to the penny', (price, patients, dose, pennies) => {
    const costs = [
      ['Technology', 'Category', 'Item', 'Per', 'Quantity', 'Unit cost'],
      ['New', 'Acquisition', 'drug', 'patient-year', dose, price],
    ] as const;
    expect(
      new D(impactOf(small({ Model: PENNIES, Population: people(patients), Costs: costs }))[0] ?? '').toFixed(2),
    ).toBe(pennies);
    for (const wrong of floatPennies(price * patients * dose)) expect(wrong).not.toBe(pennies);
  });

  test.each([
    [1, 1.01, '1.01'],
    [1, 1.05, '1.03'],
    [1.14, 1.17, '1.16'],
    [1.14, 1.29, '1.22'],
  ])('the mean of %d and %d is %s to the penny', (a, b, mean) => {
    const agreements = [
      ['Technology', 'Subgroup', 'Type', 'P1'],
      ['New', 'Men', 'blend', a],
      ['New', 'Women', 'blend', b],
    ] as const;
    const population = [
      ['Subgroup', 'Step', 'Op', 'Base'],
      ['Men', 'People', 'count', 1],
      ['Women', 'People', 'count', 1],
    ] as const;
    const made = results(small({ Model: PENNIES, Population: population, Agreements: agreements }));
    expect(
      made.costs
        .filter(({ world, technology }) => world === 'with' && technology === 'New')
        .map(({ values }) => new D(values[0] ?? '').toFixed(2)),
    ).toEqual([mean, mean]);
    for (const wrong of floatPennies((a + b) / 2)) expect(wrong).not.toBe(mean);
  });

  test.each([
    [100, 0.57, 57],
    [100, 1.15, 115],
    [100, 4.35, 435],
  ])('%d patients × %d units meet a tier that begins at %d units', (patients, units, threshold) => {
    const costs = [
      ['Technology', 'Category', 'Item', 'Per', 'Quantity', 'Unit cost'],
      ['New', 'Acquisition', 'drug', 'patient-year', units, 1],
    ] as const;
    const agreements = [
      ['Technology', 'Type', 'Threshold', 'Rate'],
      ['New', 'volume tiers', threshold, 0.5],
    ] as const;
    expect(impactOf(small({ Population: people(patients), Costs: costs, Agreements: agreements }))).toEqual([
      new D(threshold).div(2).toFixed(),
    ]);
    expect(patients * units >= threshold).toBe(false);
  });

  test('shares of 70 %, 20 % and 10 % sum to 1', () => {
    const run = runOf(
      small({
        Technologies: [
          ['Technology', 'Role'],
          ['New', 'new'],
          ['Old', 'current'],
          ['Nothing', 'none'],
        ],
        Uptake: [
          ['World', 'Technology', '2026'],
          ['without', 'Old', 1],
          ['with', 'New', 0.7],
          ['with', 'Old', 0.2],
          ['with', 'Nothing', 0.1],
        ],
      }),
    );
    expect(run.exact.at(run.of.patients.shares.total, [1, 0, 0]).toFixed()).toBe('1');
    expect(0.7 + 0.2 + 0.1 === 1).toBe(false);
  });

  test('parts are rounded half up and then added where Money says so, and not otherwise', () => {
    const costs = [
      ['Technology', 'Category', 'Item', 'Per', 'Unit cost'],
      ...['a', 'b', 'c'].map((item) => ['New', 'Acquisition', item, 'patient-year', 1.005] as const),
    ] as const;
    const at = (...money: readonly (readonly string[])[]): readonly string[] =>
      impactOf(small({ Model: model(1, ...money), Population: people(1), Costs: costs }));
    expect(at()).toEqual(['3.015']);
    expect(at(['Money', 'round each part to 2 places, half up'])).toEqual(['3.03']);
    expect(at(['Money', 'round each part to 2 places'])).toEqual(at(['Money', 'round each part to 2 places, half up']));
    expect(new D((3 * Math.round(1.005 * 100)) / 100).toFixed()).toBe('3');
  });

  test('half up is away from zero: an offset of 1.005 is −1.01', () => {
    const costs = [
      ['Technology', 'Category', 'Item', 'Per', 'Unit cost'],
      ['New', 'Offsets', 'stay', 'patient-year', -1.005],
    ] as const;
    expect(impactOf(small({ Model: PENNIES, Population: people(1), Costs: costs }))).toEqual(['-1.01']);
    expect(Math.round(-1.005 * 100) / 100).not.toBe(-1.01);
  });

  test('the China vaccine table comes from rounded parts, and not from unrounded ones', async () => {
    const { results: made } = await published('china_nip');
    expect(made?.eligible.find(({ subgroup }) => subgroup === 'PCV13')?.values).toEqual(['27.25']);
    const parts = made?.costs.filter(({ world, subgroup }) => world === 'with' && subgroup === 'PCV13') ?? [];
    expect(parts.length).toBeGreaterThan(1);
    for (const { values } of parts)
      for (const value of values) expect(new D(value).toDecimalPlaces(2).toFixed()).toBe(value);
  });

  test("NICE TA875's printed total of 4,226,000 comes from unrounded parts alone", async () => {
    const { results: made } = await published('nice_ta875_population');
    const parts = made?.eligible.map(({ values }) => new D(values[0] ?? 0)) ?? [];
    const total = (of: readonly InstanceType<typeof D>[]): InstanceType<typeof D> =>
      of.reduce((sum, part) => sum.plus(part), new D(0));
    const thousands = (of: InstanceType<typeof D>): string => of.div(1000).toFixed(0, D.ROUND_HALF_UP);
    expect(total(parts).toFixed()).toBe('4226264.22089742432');
    expect(thousands(total(parts))).toBe('4226');
    // As printed: to 10, and to 1,000 people.
    const printed = parts.map((part) =>
      part.lt(1000) ? part.div(10).toDecimalPlaces(0).times(10) : part.div(1000).toDecimalPlaces(0).times(1000),
    );
    expect(printed.map((part) => part.toFixed())).toEqual(['690', '2699000', '1527000']);
    expect(thousands(total(printed))).toBe('4227');
    expect(total(parts.map((part) => part.toDecimalPlaces(0, D.ROUND_HALF_UP))).toFixed()).toBe('4226265');
  });

  test('minus zero is never printed', () => {
    const costs = [
      ['Technology', 'Category', 'Item', 'Per', 'Unit cost'],
      ['New', 'Offsets', 'stay', 'patient-year', -5],
      ['New', 'Acquisition', 'drug', 'patient-year', 0],
    ] as const;
    const agreements = [
      ['Technology', 'Type', 'Rate'],
      ['New', 'discount', 1],
    ] as const;
    const made = results(small({ Uptake: switching(0), Costs: costs, Agreements: agreements }));
    expect(JSON.stringify(made)).not.toMatch(/"-0(\.0*)?"/);
    expect(Object.is(-5 * 0, -0)).toBe(true);
    for (const tables of fc.sample(workbooks({ agreements: true }), { numRuns: 15, seed: 7 }))
      expect(JSON.stringify(assess(randomSnapshot(tables)).results)).not.toMatch(/"-0(\.0*)?"/);
    expect(blockOf(runOf(small({ Uptake: switching(0) })), 'Budget impact')).toEqual(['0']);
  });

  test("'0x10' is no number, typed or on the command line", () => {
    expect(strictNumber('0x10')).toBeNull();
    expect(
      errorsOf(
        small({
          Costs: [
            ['Technology', 'Category', 'Item', 'Per', 'Unit cost'],
            ['New', 'Acquisition', 'drug', 'patient-year', '0x10'],
          ],
        }),
      ),
    ).not.toEqual([]);
    const { findings } = assess(snapshotOf(small()), {
      changes: [set('Costs/New/All/Acquisition/drug/Unit cost', '0x10')],
    });
    expect(findings.some(({ severity }) => severity === 'error')).toBe(true);
    expect(Number('0x10')).toBe(16);
    expect(new D('0x10').toNumber()).toBe(16);
  });
});
