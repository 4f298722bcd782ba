/** Tests before a technology, worked out by hand: chains, gates, steps, and which row of BIM_Tests holds. */
import type { Block, Typed } from '../../build/snapshot';
import { people, results, small, switching, withOf, type Tables } from '../small';

const HEADERS = [
  'Technology',
  'Subgroup',
  'World',
  'Test',
  'Order',
  'Step',
  'Offered',
  'Prevalence',
  'Sensitivity',
  'Specificity',
  'Positive',
  'Gate',
  'Combination',
  'Minutes',
  'Unit cost',
  'Payer',
  'Uptake',
] as const;
type Row = Partial<Record<(typeof HEADERS)[number], Typed>>;

/** 1,000 adults of whom 40 % are seen; 100 children. */
const run = (...rows: readonly Row[]): ReturnType<typeof results> => {
  const Tests: Block = [
    HEADERS,
    ...rows.map((row) => HEADERS.map((header) => row[header] ?? (header === 'Test' ? 'Scan' : null))),
  ];
  return results(
    small({
      Population: people(1000, ['Adults', 'Seen', 'x', 0.4, null], ['Children', 'People', 'count', 100, null]),
      Tests,
    }),
  );
};
const measured = (
  made: ReturnType<typeof results>,
  measure: string,
  { world = 'with', subgroup = 'Adults', test = 'Scan' } = {},
): string | undefined =>
  made.tests.find(
    (row) => row.world === world && row.subgroup === subgroup && row.test === test && row.measure === measure,
  )?.values[0];
const treated = (
  made: ReturnType<typeof results>,
  subgroup = 'Adults',
  technology = 'New',
  world = 'with',
): string[] => [
  ...withOf(
    made.patients.filter((row) => row.subgroup === subgroup),
    technology,
    world,
  ),
];

test('tested are those at the step, offered it, who take it', () => {
  const made = run({ Step: 'People', Offered: 0.5, Uptake: 0.8, Positive: 0.25 });
  expect([measured(made, 'tested'), measured(made, 'positive')]).toEqual(['400', '100']);
  expect(measured(run({ Positive: 0.25 }), 'tested')).toBe('400');
  expect(made.tests.map(({ measure }) => measure)).toEqual([0, 1, 2, 3].flatMap(() => ['tested', 'positive']));
});
test('a gate leaves the positives, in its world alone', () => {
  const made = run({ World: 'with', Prevalence: 0.1, Sensitivity: 0.8, Specificity: 0.9, Gate: 'yes' });
  // 400 tested: 40 ill of whom 32 are found, 360 well of whom 36 are told they are ill.
  expect(
    ['truePositive', 'falsePositive', 'trueNegative', 'falseNegative', 'positive'].map((name) => measured(made, name)),
  ).toEqual(['32', '36', '324', '8', '68']);
  expect([treated(made), treated(made, 'Adults', 'Old', 'without'), treated(made, 'Children')]).toEqual([
    ['68'],
    ['400'],
    ['17'],
  ]);
});
test('without a gate it is paid for and reported, and everybody goes on', () => {
  const made = run({ World: 'with', Positive: 0.5, 'Unit cost': 3, Payer: 'Clinic', Technology: 'New' });
  expect(treated(made)).toEqual(['400']);
  const costs = made.costs.filter(({ category }) => category === 'Testing');
  expect(
    costs.map(({ world, subgroup, technology, payer, values }) => [world, subgroup, technology, payer, values]),
  ).toEqual([
    ['with', 'Adults', 'New', 'Clinic', ['1200']],
    ['with', 'Children', 'New', 'Clinic', ['300']],
  ]);
});
test('in a chain the positives of a gate come to the next test, the ill and the well apart', () => {
  const made = run(
    { World: 'with', Order: 2, Test: 'Biopsy', Sensitivity: 0.5, Specificity: 1, Gate: 'yes' },
    { World: 'with', Order: 1, Test: 'Scan', Prevalence: 0.1, Sensitivity: 0.8, Specificity: 0.9, Gate: 'yes' },
  );
  expect(measured(made, 'tested', { test: 'Biopsy' })).toBe('68');
  expect(measured(made, 'truePositive', { test: 'Biopsy' })).toBe('16');
  expect(measured(made, 'trueNegative', { test: 'Biopsy' })).toBe('36');
  expect(treated(made)).toEqual(['16']);
});
test('a prevalence once known holds for the tests after it, where no gate stands between; each subgroup for itself', () => {
  const made = run(
    { Order: 1, Test: 'Scan', Subgroup: 'Adults', Prevalence: 0.1, Sensitivity: 1, Specificity: 1 },
    { Order: 2, Test: 'Blood', Sensitivity: 0.5, Specificity: 0.5 },
  );
  expect(measured(made, 'truePositive', { test: 'Blood' })).toBe('20');
  expect(measured(made, 'falsePositive', { test: 'Blood' })).toBe('180');
  // Nobody knows who of the children is ill: all count as ill.
  expect(measured(made, 'truePositive', { test: 'Blood', subgroup: 'Children' })).toBe('50');
  expect(measured(made, 'falsePositive', { test: 'Blood', subgroup: 'Children' })).toBe('0');
});
test('a row for a subgroup or a world stands in place of the row for all with the same test, technology and order', () => {
  const costs = (...rows: readonly Row[]): Record<string, string> =>
    Object.fromEntries(
      run(...rows.map((row) => ({ 'Unit cost': 1, ...row })))
        .costs.filter(({ category }) => category === 'Testing')
        .map(({ world, subgroup, values }) => [`${world} ${subgroup}`, values[0] ?? '']),
    );
  const all = { 'without Adults': '400', 'without Children': '100', 'with Adults': '400', 'with Children': '100' };
  expect(costs({ Order: 1 })).toEqual(all);
  expect(costs({ Order: 1 }, { Order: 1, Subgroup: 'Children', 'Unit cost': 5 })).toEqual({
    ...all,
    'without Children': '500',
    'with Children': '500',
  });
  expect(costs({ Order: 1 }, { Order: 1, World: 'with', 'Unit cost': 5 })).toEqual({
    ...all,
    'with Adults': '2000',
    'with Children': '500',
  });
  const both = costs(
    { Order: 1, World: 'with', 'Unit cost': 5 },
    { Order: 1, Subgroup: 'Adults', World: 'with', 'Unit cost': 7 },
    { Order: 1 },
  );
  expect(both).toEqual({ ...all, 'with Adults': '2800', 'with Children': '500' });
  expect(costs({ Order: 1 }, { Order: 2, World: 'with', 'Unit cost': 5 })).toMatchObject({ 'with Adults': '2400' });
  expect(costs({ Order: 1 }, { Order: 1, Test: 'Blood', World: 'with', 'Unit cost': 5 })).toMatchObject({
    'with Adults': '2400',
  });
});

/** What the tests of Adults do together. */
const together = (made: ReturnType<typeof results>, world = 'with'): Record<string, string | null | undefined> =>
  Object.fromEntries(
    (made.testing ?? [])
      .filter((row) => row.world === world && row.subgroup === 'Adults')
      .map(({ measure, values }) => [measure, values[0]]),
  );
const TRIAGE = { World: 'with', Test: 'Triage', Order: 1, Prevalence: 0.1, Sensitivity: 0.8, Specificity: 0.9 };

test('a chain of triage and diagnostic: tests done, minutes, confirmed, missed, treated in vain, and each confirmed patient', () => {
  const made = run(
    { ...TRIAGE, Gate: 'yes', Minutes: 2, 'Unit cost': 1 },
    { World: 'with', Order: 2, Sensitivity: 0.5, Specificity: 0.75, Gate: 'yes', Minutes: 10, 'Unit cost': 100 },
  );
  // Triage: 400 tested, 32 of 40 ill and 36 of 360 well go on. Scan: 68 tested, 16 ill and 9 well are positive.
  expect(together(made)).toEqual({
    tests: '468',
    minutes: '1480',
    confirmed: '16',
    missed: '24',
    inVain: '9',
    testsPerConfirmed: '29.25',
    costPerConfirmed: '450',
  });
  expect(treated(made)).toEqual(['25']);
  expect(together(made, 'without')).toEqual({});
});
test('who is treated in vain is a part of those who are treated: nobody where all are left untreated', () => {
  const tables = (role: string): Tables => ({
    Technologies: [
      ['Technology', 'Role'],
      ['New', 'new'],
      ['Old', role],
    ],
    Population: people(1000),
    Uptake: switching(0.25),
    Tests: [
      ['World', 'Test', 'Prevalence', 'Sensitivity', 'Specificity', 'Gate'],
      ['with', 'Scan', 0.5, 1, 0.5, 'yes'],
    ],
  });
  const vain = (role: string): string | null | undefined =>
    results(small(tables(role))).testing?.find(({ measure }) => measure === 'inVain')?.values[0];
  expect([vain('current'), vain('none')]).toEqual(['250', '62.5']);
});
test('without a gate the last test that tells confirms; what only costs confirms nobody; nobody confirmed, nothing for each', () => {
  const open = run({ ...TRIAGE, Minutes: 3 }, { World: 'with', Order: 2, Test: 'Blood', 'Unit cost': 1 });
  expect(together(open)).toEqual({
    tests: '800',
    minutes: '1200',
    confirmed: '32',
    missed: '8',
    testsPerConfirmed: '25',
    costPerConfirmed: '12.5',
  });
  // Of the same 400, 40 of them ill, the second finds half: it says who is confirmed and who is missed.
  const second = run(TRIAGE, { World: 'with', Order: 2, Test: 'Blood', Sensitivity: 0.5, Specificity: 0.75 });
  expect(together(second)).toMatchObject({ tests: '800', confirmed: '20', missed: '20' });
  expect(together(run({ World: 'with', 'Unit cost': 1 }))).toEqual({ tests: '400' });
  expect(together(run({ World: 'with', Positive: 0.25 }))).toEqual({
    tests: '400',
    confirmed: '100',
    testsPerConfirmed: '4',
  });
  expect(together(run({ World: 'with', Positive: 0 }))).toEqual({
    tests: '400',
    confirmed: '0',
    testsPerConfirmed: null,
  });
});
test('tests side by side are given to the same people, and find whom one of them finds', () => {
  const made = run(
    { ...TRIAGE, Offered: 0.5, Gate: 'yes' },
    { World: 'with', Order: 2, Test: 'Blood', Sensitivity: 0.6, Specificity: 0.75, Combination: 'parallel' },
    { World: 'with', Order: 3, Test: 'Biopsy', Sensitivity: 0.5, Specificity: 1, Gate: 'yes' },
  );
  // 20 ill and 180 well are tested twice: 20 × (1 − 0.2 × 0.4) = 18.4 and 180 × (1 − 0.9 × 0.75) = 58.5 go on.
  expect(['Triage', 'Blood', 'Biopsy'].map((test) => measured(made, 'tested', { test }))).toEqual([
    '200',
    '200',
    '76.9',
  ]);
  expect(['Triage', 'Blood', 'Biopsy'].map((test) => measured(made, 'truePositive', { test }))).toEqual([
    '16',
    '12',
    '9.2',
  ]);
  expect([treated(made), together(made)['missed'], together(made)['tests']]).toEqual([['9.2'], '10.8', '476.9']);
});
test('serial and parallel, by the formulas of the trade: se1·se2 and 1 − (1 − se1)(1 − se2)', () => {
  const of = (more: Row): ReturnType<typeof results> =>
    run(
      { ...TRIAGE, Gate: 'yes' },
      { World: 'with', Order: 2, Sensitivity: 0.6, Specificity: 0.75, Gate: 'yes', ...more },
    );
  const positives = (made: ReturnType<typeof results>): readonly (string | null | undefined)[] => [
    together(made)['confirmed'],
    together(made)['inVain'],
  ];
  // 40 × 0.8 × 0.6 and 360 × 0.1 × 0.25
  expect(positives(of({}))).toEqual(['19.2', '9']);
  expect(positives(of({ Combination: 'parallel' }))).toEqual([
    // 40 × (1 − 0.2 × 0.4) and 360 × (1 − 0.9 × 0.75)
    '36.8',
    '117',
  ]);
});
test('behind a gate that does not tell the ill from the well, a prevalence is typed anew', () => {
  const made = run(
    { World: 'with', Test: 'AI', Order: 1, Positive: 0.5, Gate: 'yes' },
    { World: 'with', Order: 2, Prevalence: 0.4, Sensitivity: 0.5, Specificity: 0.75, Gate: 'yes' },
  );
  // 200 go on, 80 of them ill.
  expect(['truePositive', 'falsePositive', 'falseNegative'].map((name) => measured(made, name))).toEqual([
    '40',
    '30',
    '40',
  ]);
  expect(together(made)).toMatchObject({ confirmed: '40', missed: '40', inVain: '30' });
});
test('testing uptake differs by world: Gate says whether those who can have the drug follow it, or stay the same', () => {
  const of = (Gate: string): ReturnType<typeof results> =>
    run(
      { World: 'without', Positive: 0.5, Uptake: 0.2, Gate, 'Unit cost': 1 },
      { World: 'with', Positive: 0.5, Uptake: 0.8, Gate, 'Unit cost': 1 },
    );
  const eligible = (gate: string): Record<string, string | undefined> =>
    Object.fromEntries(
      of(gate)
        .eligible.filter(({ subgroup }) => subgroup === 'Adults')
        .map(({ world, values }) => [world ?? 'both', values[0]]),
    );
  expect(eligible('no')).toEqual({ both: '400' });
  expect(eligible('yes')).toEqual({ without: '40', with: '160' });
  const chains = ['without', 'with'].map((world) => together(of('yes'), world));
  expect(chains.map(({ tests, confirmed }) => [tests, confirmed])).toEqual([
    ['80', '40'],
    ['320', '160'],
  ]);
});
