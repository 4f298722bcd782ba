/**
 * The register a second time, by brute force: every combination of launches one by one, in plain arithmetic written from
 * the contract alone. Percentiles, deviation, expected cost and shared markets must be the engine's.
 */
import fc from 'fast-check';
import { assess } from '../../src/assess';
import { modelWith, type Block, type Typed } from '../build/snapshot';

interface Item {
  readonly chance: number;
  readonly launch: number;
  readonly spread: boolean;
  readonly group: string;
  readonly people: number;
  readonly peak: number;
  readonly cost: number;
}
const YEARS = [2026, 2027, 2028];
/** Room of a year, typed by month: 12 × 3,001.25. */
const ROOM = 36_015;

/** Patients of year y: Eligible × [G(y + 1 − L) − G(y − L)]. */
function patients({ people, peak }: Item, launch: number, year: number): number {
  const G = (x: number): number => (x <= 0 ? 0 : x <= peak ? (x * x) / (2 * peak) : x - peak / 2);
  return people * (G(year + 1 - launch) - G(year - launch));
}

interface Way {
  readonly chance: number;
  readonly launch: number | null;
}
const waysOf = ({ chance, launch, spread }: Item): readonly Way[] => [
  { chance: 1 - chance, launch: null },
  ...(spread
    ? [
        { chance: chance / 6, launch: launch - 1 },
        { chance: (4 * chance) / 6, launch },
        { chance: chance / 6, launch: launch + 2 },
      ]
    : [{ chance, launch }]),
];

function combinations(items: readonly Item[]): readonly (readonly Way[])[] {
  const [first, ...rest] = items;
  if (!first) return [[]];
  return combinations(rest).flatMap((others) => waysOf(first).map((way) => [way, ...others]));
}

/** What a combination costs in a year: launched members of a group treat as many as the largest of them. */
function costOf(items: readonly Item[], ways: readonly Way[], year: number): number {
  const counts = items.map((item, n) => {
    const launch = ways[n]?.launch ?? null;
    return launch === null ? 0 : patients(item, launch, year);
  });
  return items.reduce((total, { group, cost }, n) => {
    const mine = counts.filter((_, other) => (group === '' ? other === n : items[other]?.group === group));
    const sum = mine.reduce((a, b) => a + b, 0);
    return sum === 0 ? total : total + (((counts[n] ?? 0) * Math.max(...mine)) / sum) * cost;
  }, 0);
}

const item = fc.record({
  chance: fc.integer({ min: 0, max: 10 }).map((n) => n / 10),
  launch: fc.integer({ min: 2024, max: 2028 }).map((n) => n + 0.25),
  spread: fc.boolean(),
  group: fc.constantFrom('', 'g', 'h'),
  people: fc.integer({ min: 1, max: 900 }),
  peak: fc.integer({ min: 1, max: 4 }),
  cost: fc.integer({ min: -50, max: 900 }),
});

test('every combination, one by one, gives the register of the engine', () => {
  fc.assert(
    fc.property(fc.array(item, { minLength: 1, maxLength: 6 }), (items) => {
      const Horizon: Block = [
        [
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
        ],
        ...items.map((one, n): readonly Typed[] => [
          `T${String(n)}`,
          'III',
          one.launch,
          one.spread ? one.launch - 1 : null,
          one.spread ? one.launch + 2 : null,
          one.chance,
          one.group === '' ? null : one.group,
          one.people,
          1,
          one.peak,
          one.cost,
        ]),
      ];
      const Resources: Block = [
        ['Resource', 'Kind', 'Technology', 'Available'],
        ['Room', 'budget', 'horizon', ROOM / 12],
      ];
      const { results } = assess(modelWith({ Horizon, Resources }));
      const made = results?.register;
      if (!made) throw new Error('no register');
      const all = combinations(items);
      const chanceOf = (ways: readonly Way[]): number => ways.reduce((product, { chance }) => product * chance, 1);
      YEARS.forEach((year, n) => {
        const sums = all.map((ways) => [costOf(items, ways, year), chanceOf(ways)] as const);
        const mean = sums.reduce((total, [cost, chance]) => total + cost * chance, 0);
        const square = sums.reduce((total, [cost, chance]) => total + cost * cost * chance, 0);
        const scale = Math.max(1, ...sums.map(([cost]) => Math.abs(cost)));
        const beyond = sums.reduce((total, [cost, chance]) => (cost > ROOM ? total + chance : total), 0);
        expect(Number(made.exceed?.[n])).toBeCloseTo(beyond, 9);
        expect(Math.abs(Number(made.unprovided?.[n]) - Math.max(0, mean - ROOM)) / scale).toBeLessThan(1e-9);
        expect(Math.abs(Number(made.weighted[n]) - mean) / scale).toBeLessThan(1e-9);
        expect(Math.abs(Number(made.sd[n]) - Math.sqrt(Math.max(0, square - mean * mean))) / scale).toBeLessThan(1e-5);
        // The percentile is reached there, and not clearly below it.
        for (const [wanted, value] of [
          [0.025, made.low[n]],
          [0.5, made.median[n]],
          [0.975, made.high[n]],
        ] as const) {
          const upTo = (limit: number): number =>
            sums.reduce((total, [cost, chance]) => (cost <= limit ? total + chance : total), 0);
          expect(upTo(Number(value) + scale * 1e-9)).toBeGreaterThanOrEqual(wanted - 1e-9);
          expect(upTo(Number(value) - scale * 1e-9)).toBeLessThan(wanted + 1e-9);
        }
      });
    }),
    { numRuns: 12 },
  );
});
