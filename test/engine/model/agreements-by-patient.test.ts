/** Agreements that follow each patient work subgroup by subgroup: who has no new patients has no free start. */
import type { Block, Typed } from '../../build/snapshot';
import { model, results, small, type Tables } from '../small';

/** Ten adults who shrink to none, children who come in their place; all take the new technology at 12 a unit. */
const paid = (
  agreement: Readonly<Record<string, Typed>>,
  tables: Tables = {},
  counts: readonly (readonly number[])[] = [
    [10, 0, 0],
    [10, 20, 20],
  ],
): readonly (readonly string[])[] => {
  const years = counts[0]?.map((_, n) => String(2026 + n)) ?? [];
  const Population: Block = [
    ['Subgroup', 'Step', 'Op', ...years],
    ['Adults', 'People', 'count', ...(counts[0] ?? [])],
    ['Children', 'People', 'count', ...(counts[1] ?? [])],
  ];
  const Costs: Block = [
    ['Technology', 'Subgroup', 'Category', 'Item', 'Per', 'Quantity', 'Unit cost'],
    ['New', 'Adults', 'Acquisition', 'drug', 'patient-year', 20, 12],
    ['New', 'Children', 'Acquisition', 'drug', 'patient-year', 5, 12],
  ];
  const Uptake: Block = [
    ['World', 'Technology', ...years],
    ['without', 'Old', ...years.map(() => 1)],
    ['with', 'New', ...years.map(() => 1)],
  ];
  const Agreements: Block = [
    ['Technology', ...Object.keys(agreement)],
    ['New', ...Object.values(agreement)],
  ];
  const made = results(small({ Model: model(years.length), Population, Costs, Uptake, Agreements, ...tables }));
  return ['Adults', 'Children'].map((subgroup) => made.impact.bySubgroup[subgroup] ?? []);
};

test('a cap of 10 doses takes half of those who have 20, and nothing of those who have 5', () => {
  expect(paid({ Type: 'dose cap', P1: 10 })).toEqual([
    ['1200', '0', '0'],
    ['600', '1200', '1200'],
  ]);
});
test('free units are those of the subgroup where somebody starts', () => {
  expect(paid({ Type: 'free start', P1: 2 })).toEqual([
    ['2160', '0', '0'],
    ['360', '960', '1200'],
  ]);
});
test('instalments are paid where they were incurred, also when nobody is left there', () => {
  expect(paid({ Type: 'annuity', P1: 2, Rate: 0 })).toEqual([
    ['1200', '1200', '0'],
    ['300', '900', '1200'],
  ]);
});
test('before the assessment nothing is paid for new patients, in their subgroup alone', () => {
  expect(paid({ Type: 'pay on response', P1: 0.5, P2: 6 })).toEqual([
    ['600', '0', '0'],
    ['150', '450', '600'],
  ]);
});
test('a baseline year that ends leaves no instalments to the years after it; one that continues does', () => {
  const after = (cohort: string): readonly (readonly string[])[] =>
    paid(
      { Type: 'annuity', P1: 2, Rate: 0 },
      {
        Model: model(3, ['Baseline year', 'yes'], ['Baseline cohort', cohort]),
        Uptake: [
          ['World', 'Technology', 'Baseline', '2026', '2027', '2028'],
          ['without', 'New', 1, 0, 0, 0],
          ['without', 'Old', 0, 1, 1, 1],
          ['with', 'New', null, 1, 1, 1],
        ],
      },
    );
  expect(after('ends')[0]).toEqual(['1200', '1200', '0']);
  // In both worlds the same instalment of the baseline year falls due: it has no impact.
  expect(after('continues')[0]).toEqual(['1200', '1200', '0']);
});
test('a fee in a year in which nobody starts is paid for those who responded before', () => {
  const Costs: Block = [
    ['Technology', 'Category', 'Item', 'Per', 'Unit cost'],
    ['New', 'Acquisition', 'drug', 'start', 12],
  ];
  const Agreements: Block = [
    ['Technology', 'Type', 'Order', 'P1', 'P2'],
    ['New', 'subscription', 1, 1000, null],
    ['New', 'pay on response', 2, 0.5, 6],
  ];
  // All start in year 1, and responders pay from the seventh month; then half of the fee is paid.
  const counts = [
    [10, 10, 10],
    [0, 0, 0],
  ];
  expect(paid({}, { Costs, Agreements }, counts)[0]).toEqual(['250', '500', '500']);
});

// Prices of more digits than are kept: a last digit that is left of the spend would say who bears the fee.
test.each([
  ['a free start of all there is', { Type: 'free start', P1: 100 }],
  ['tiers that take off everything', { Type: 'tiers', Threshold: 0, Rate: 1 }],
])('after %s, a subscription is shared out by patients', (_, { Type, ...terms }) => {
  const counts = [
    [10, 0, 10, 0, 10, 0, 10, 0, 10],
    [20, 0, 20, 0, 20, 0, 20, 0, 20],
  ];
  const Costs: Block = [
    ['Technology', 'Subgroup', 'Category', 'Item', 'Per', 'Quantity', 'Unit cost', 'Growth'],
    ['New', 'Adults', 'Acquisition', 'drug', 'patient-year', 0.3123456789, 12.3456789012345, 0.12345678901234],
    ['New', 'Children', 'Acquisition', 'drug', 'patient-year', 0.7123456789, 11.3456789012345, 0.12345678901237],
  ];
  const Agreements: Block = [
    ['Technology', 'Type', 'Order', 'P1', 'Threshold', 'Rate'],
    [
      'New',
      Type,
      1,
      'P1' in terms ? terms.P1 : null,
      'Threshold' in terms ? terms.Threshold : null,
      'Rate' in terms ? terms.Rate : null,
    ],
    ['New', 'subscription', 2, 900, null, null],
  ];
  expect(paid({}, { Costs, Agreements }, counts)).toEqual([
    ['300', '0', '300', '0', '300', '0', '300', '0', '300'],
    ['600', '0', '600', '0', '600', '0', '600', '0', '600'],
  ]);
});
