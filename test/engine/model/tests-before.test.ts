/** Tests before a technology, worked out by hand: chains, gates, steps, and which row of BIM_Tests holds. */
import type { Block, Typed } from '../../build/snapshot';
import { people, results, small, withOf } from '../small';

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
