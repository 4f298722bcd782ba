/** What parts of a combination add, and what a register's certain launches leave (spec/checks.md 70 and 71). */
import fc from 'fast-check';
import { assess } from '../../src/assess';
import { Exact } from '../../src/engine/readings/decimals';
import { modelWith, type Block, type Typed } from '../build/snapshot';

interface Chain {
  readonly sensitivity: number;
  readonly specificity: number;
  readonly unitCost: number;
  readonly slots: number;
  readonly price: number;
}
/** Everybody goes on to the scan, for nothing: detection as it is without the algorithm. */
const BASELINE = { sensitivity: 1, specificity: 0, unitCost: 0 } as const;
/** Of the slots, so many are there without the new scanners. */
const TODAY = 0.5;

/** 240 people a year, an algorithm before a scarce scan, and a therapy for those it confirms. */
const combination = ({ sensitivity, specificity, unitCost, slots, price }: Chain, Parts: Block | null) =>
  modelWith({
    Model: [
      ['Setting', 'Value'],
      ['First year', 2026],
      ['Years', 2],
      ['Step', 'month'],
      ['Value of a QALY', 30000],
      ['Discount rate', 0.035],
    ],
    Population: [
      ['Subgroup', 'Step', 'Op', 'Stream', 'Base'],
      ['Adults', 'New', 'count', 'incident', 240],
    ],
    Technologies: [
      ['Technology', 'Role', 'Accounting', 'Leave queue'],
      ['Drug A', 'new', 'cohort', 0.1],
      ['Drug B', 'current', 'cohort', null],
    ],
    Uptake: [
      ['World', 'Subgroup', 'Technology', '2026', '2027'],
      ['without', 'All', 'Drug A', 0, 0],
      ['without', 'All', 'Drug B', 1, 1],
      ['with', 'All', 'Drug A', 0.6, 0.9],
    ],
    Prices: null,
    Costs: [
      ['Technology', 'Category', 'Item', 'Per', 'Unit cost'],
      ['Drug A', 'Acquisition', 'a', 'patient-year', price],
      ['Drug B', 'Acquisition', 'b', 'patient-year', 600],
    ],
    Tests: [
      [
        'Technology',
        'World',
        'Test',
        'Order',
        'Prevalence',
        'Sensitivity',
        'Specificity',
        'Gate',
        'Unit cost',
        '2026',
        '2027',
      ],
      ['Drug A', 'with', 'AI', 1, 0.4, sensitivity, specificity, 'yes', unitCost, 1, 1],
      ['Drug A', 'with', 'Scan', 2, null, 0.9, 0.95, 'yes', 400, 1, 1],
    ],
    Resources: [
      ['Resource', 'Kind', 'Available', 'Period', 'Per start', 'Technology', 'Test'],
      ['Scanner', 'service', slots, 'month', 1, 'Drug A', 'Scan'],
    ],
    Outcomes: [
      ['Technology', 'Benefit', 'Class', 'Quantity', 'Per', 'Realised'],
      ['Drug A', 'Health', 'health', 0.4, 'patient-year', 0.8],
    ],
    Parts,
  });

const PARTS: Block = [
  ['Part', 'Parameter', 'Op', 'Value'],
  ['Algorithm', 'Tests/AI/with/Sensitivity', 'set', BASELINE.sensitivity],
  ['Algorithm', 'Tests/AI/with/Specificity', 'set', BASELINE.specificity],
  ['Algorithm', 'Tests/AI/with/Unit cost', 'set', BASELINE.unitCost],
  ['Scanners', 'Resources/Scanner/*/Available', 'x', TODAY],
];

const realised = (chain: Chain, parts: Block | null = null) => {
  const { results, findings } = assess(combination(chain, parts));
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  if (!results?.realisation) throw new Error('no realisation');
  return results.realisation;
};
const worth = (chain: Chain): number => Number(realised(chain).value.realised);

const chains = fc.record({
  sensitivity: fc.integer({ min: 50, max: 100 }).map((n) => n / 100),
  specificity: fc.integer({ min: 10, max: 95 }).map((n) => n / 100),
  unitCost: fc.integer({ min: 0, max: 30 }),
  slots: fc.integer({ min: 4, max: 40 }),
  price: fc.integer({ min: 500, max: 20000 }),
});

test('parts are worth what models typed without them lack, and what is left is named once (70)', () => {
  let needed = 0;
  fc.assert(
    fc.property(chains, (chain) => {
      const { parts } = realised(chain, PARTS);
      if (!parts) throw new Error('no parts');
      const scarce = { ...chain, slots: chain.slots * TODAY };
      const [whole, plain, today, none] = [
        worth(chain),
        worth({ ...chain, ...BASELINE }),
        worth(scarce),
        worth({ ...scarce, ...BASELINE }),
      ];
      const scale = Math.max(1, ...[whole, plain, today, none].map(Math.abs));
      const near = (a: number, b: string | undefined): void => {
        expect(Math.abs(a - Number(b)) / scale).toBeLessThan(1e-12);
      };
      const [algorithm, scanners] = parts.parts;
      near(none, parts.none);
      near(whole, parts.whole);
      near(today - none, algorithm?.alone);
      near(whole - plain, algorithm?.last);
      near(plain - none, scanners?.alone);
      near(whole - today, scanners?.last);
      // Nothing twice: what the two add to each other is all that is beyond each by itself.
      near(whole - plain - today + none, parts.interaction);
      if (Math.abs(Number(parts.interaction)) > 1) needed += 1;
    }),
    // One in which the parts need each other is always among them.
    { numRuns: 2, examples: [[{ sensitivity: 0.54, specificity: 0.61, unitCost: 18, slots: 9, price: 19988 }]] },
  );
  expect(needed).toBeGreaterThan(0);
});

test('an algorithm that detects what is detected without it adds nothing, alone, last or together (70)', () => {
  fc.assert(
    fc.property(chains, (chain) => {
      const { parts } = realised({ ...chain, ...BASELINE }, PARTS);
      const algorithm = parts?.parts[0];
      expect([algorithm?.alone, algorithm?.last, parts?.interaction]).toEqual(['0', '0', '0']);
    }),
    { numRuns: 1 },
  );
});

const item = fc.record({
  chance: fc.integer({ min: 1, max: 19 }).map((n) => n / 20),
  launch: fc.integer({ min: 2025, max: 2028 }).map((n) => n + 0.25),
  spread: fc.boolean(),
  group: fc.constantFrom(null, 'g'),
  people: fc.integer({ min: 1, max: 900 }),
  cost: fc.integer({ min: -50, max: 900 }),
});
interface Item {
  readonly chance: number;
  readonly launch: number;
  readonly spread: boolean;
  readonly group: string | null;
  readonly people: number;
  readonly cost: number;
}

function register(items: readonly Item[]) {
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
      ...[`T${String(n)}`, 'III', one.launch],
      ...(one.spread ? [one.launch - 1, one.launch + 2] : [null, null]),
      ...[one.chance, one.group, one.people, 1, 2, one.cost],
    ]),
  ];
  const made = assess(modelWith({ Horizon })).results?.register;
  if (!made) throw new Error('no register');
  return made;
}

/** What is divided or is a root may differ where forty digits end. */
function near(found: string, expected: string): void {
  const [a, b] = [new Exact(found), new Exact(expected)];
  expect(a.minus(b).abs().lte(b.abs().times('1e-25'))).toBe(true);
}

test('a launch that never comes is as if it were not in the register (71)', () => {
  fc.assert(
    fc.property(fc.array(item, { minLength: 1, maxLength: 5 }), item, fc.nat(), (items, other, at) => {
      const place = at % (items.length + 1);
      const [made, without] = [
        register([...items.slice(0, place), { ...other, chance: 0 }, ...items.slice(place)]),
        register(items),
      ];
      for (const list of ['weighted', 'sd', 'low', 'median', 'high'] as const)
        made[list].forEach((value, year) => {
          near(value, without[list][year] ?? '');
        });
      expect(made.combinations).toBe(without.combinations);
    }),
    { numRuns: 4 },
  );
});

test('launches that are certain, on certain dates, leave no doubt (71)', () => {
  fc.assert(
    fc.property(fc.array(item, { minLength: 1, maxLength: 6 }), (items) => {
      const made = register(items.map((one) => ({ ...one, chance: 1, spread: false })));
      expect(made.weighted).toEqual(made.unweighted);
      expect(made.combinations).toBe('1');
      expect(made.sd.every((value) => value === '0')).toBe(true);
      made.weighted.forEach((cost, year) => {
        for (const end of [made.low[year], made.median[year], made.high[year]])
          expect(Math.abs(Number(end) - Number(cost))).toBeLessThan(1e-9 * Math.max(1, Math.abs(Number(cost))));
      });
    }),
    { numRuns: 4 },
  );
});
