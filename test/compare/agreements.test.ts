/** Agreements side by side: none, each by itself, all; by hand, on 100 and then 200 patients at 10 a unit. */
import type { AgreementFigures } from '../../src/engine/agreement-figures';
import { dealsOf } from '../../src/outputs/deals';
import { figuresOf } from '../../src/outputs/figures';
import type { Block } from '../build/snapshot';
import { costOfNew, model, people, results, small, switching, type Tables } from '../engine/small';

const HEADERS = ['Technology', 'Type', 'Order', 'Threshold', 'Rate', 'P1', 'P2', 'Confidential'] as const;
const twoYears = (...rows: Block[number][]): Tables =>
  small({
    Model: model(2, ['Test threshold', 1500], ['Test years', 2]),
    Population: people(200),
    Uptake: switching(0.5, 1),
    Costs: costOfNew(10),
    Agreements: [HEADERS, ...rows] as Block,
  });
const compared = (tables: Tables): readonly AgreementFigures[] => results(tables).agreements ?? [];
const CAP = ['New', 'spend cap', 2, 900, 1, null, null, 'yes'];
const DISCOUNT = ['New', 'discount', 1, null, 0.2, null, null, null];

test('none, each by itself in the order of the table, all in their order', () => {
  const rows = compared(twoYears(CAP, DISCOUNT));
  expect(rows.map(({ agreement, kind, net }) => [agreement, kind, ...net])).toEqual([
    ['No agreement', 'none', '1000', '2000'],
    ['New · spend cap', 'one', '900', '900'],
    ['New · discount', 'one', '800', '1600'],
    ['All agreements', 'all', '800', '900'],
  ]);
  expect(rows.map(({ netPrice }) => netPrice)).toEqual([
    ['10', '10'],
    ['9', '4.5'],
    ['8', '8'],
    ['8', '4.5'],
  ]);
  expect(rows[1]).toMatchObject({
    netPriceOverall: '6',
    rebate: ['100', '1100'],
    cost: ['900', '900'],
    confidential: true,
    impact: { total: ['900', '900'], test: { passed: true, years: [] } },
  });
  expect(rows[0]?.impact.test).toMatchObject({ passed: false, years: [2027] });
});

test('a model without agreements has no comparison', () => {
  expect(results(small()).agreements).toBeUndefined();
});

test.each<[string, Block[number][], (string | null)[] | null]>([
  ['a fee of 600 is worth 60 patients at 10', [['New', 'subscription', 1, null, null, 600, null, null]], ['60', '60']],
  [
    'a fee of 600 for 50, then 4 for each: 10 n = 600 + 4 (n − 50)',
    [['New', 'subscription', 1, null, 4, 600, 50, null]],
    ['66.66666666666666666666666666666666666667', '66.66666666666666666666666666666666666667'],
  ],
  ['beyond 50 each costs more than without', [['New', 'subscription', 1, null, 11, 600, 50, null]], [null, null]],
  ['a cap of 900 is reached at 90 units', [['New', 'spend cap', 1, 900, 1, null, null, null]], ['90', '90']],
  [
    'tiers take off from the first band with a rate',
    [
      ['New', 'tiers', 1, 0, 0, null, null, null],
      ['New', 'tiers', 1, 40, 0.2, null, null, null],
    ],
    ['40', '40'],
  ],
  [
    'bands may stand in any order',
    [
      ['New', 'tiers', 1, 80, 0.3, null, null, null],
      ['New', 'tiers', 1, 40, 0.2, null, null, null],
      ['New', 'tiers', 1, 0, 0, null, null, null],
    ],
    ['40', '40'],
  ],
  ['a discount breaks even at no volume', [DISCOUNT], null],
])('break-even volume: %s', (_, rows, expected) => {
  expect(compared(twoYears(...rows))[1]?.breakEven?.values ?? null).toEqual(expected);
});

test('who bears which risk follows the type and its terms', () => {
  const risks = (...row: (string | number | null)[]): unknown => compared(twoYears(row))[1]?.risks;
  expect(risks('New', 'spend cap', 1, 900, 1)).toMatchObject({
    'more patients': 'manufacturer',
    'no response': 'payer',
  });
  expect(risks('New', 'spend cap', 1, 900, 0.5)).toMatchObject({ 'more patients': 'both' });
  expect(risks('New', 'subscription', 1, null, null, 600)).toMatchObject({
    'more patients': 'manufacturer',
    'fewer patients': 'payer',
  });
  expect(risks('New', 'annuity', 1, null, 0, 4, 'yes')).toMatchObject({ 'no response': 'both' });
  expect(risks('New', 'annuity', 1, null, 0, 4)).toMatchObject({ 'no response': 'payer' });
  expect(risks('New', 'outcome refund', 1, null, 1, 0.6, 1)).toMatchObject({ 'no response': 'manufacturer' });
  expect(risks('New', 'outcome refund', 1, null, 0.5, 0.6, 1)).toMatchObject({ 'no response': 'both' });
});

test('in words and rows for sheets and pane', () => {
  const deals = dealsOf(figuresOf(results(twoYears(CAP, DISCOUNT))));
  expect(
    deals.map(({ name, terms, firstOver, worst, saved }) => [name, terms, firstOver, worst?.year, saved.toFixed()]),
  ).toEqual([
    ['No agreement', '', 2027, 2027, '0'],
    ['New · spend cap', 'All of the spend beyond £900 a year is repaid.', null, 2026, '-1200'],
    ['New · discount', '20 % off the price.', 2027, 2027, '-600'],
    ['All agreements', '', null, 2027, '-1300'],
  ]);
  expect(deals[1]?.netPrice.total?.toFixed()).toBe('6');
});

test('one agreement for all technologies leaves out those with their own, alone too', () => {
  const rows = compared(
    small({
      Costs: [
        ['Technology', 'Category', 'Item', 'Per', 'Unit cost'],
        ['New', 'Acquisition', 'drug', 'patient-year', 10],
        ['Old', 'Acquisition', 'drug', 'patient-year', 10],
      ],
      Uptake: [
        ['World', 'Technology', '2026'],
        ['without', 'Old', 1],
        ['with', 'New', 0.5],
        ['with', 'Old', 0.5],
      ],
      Agreements: [
        ['Technology', 'Type', 'Rate'],
        ['All', 'discount', 0.1],
        ['New', 'discount', 0.2],
      ],
    }),
  );
  expect(rows.map(({ agreement, technologies, cost }) => [agreement, technologies.join(), ...cost])).toEqual([
    ['No agreement', 'New,Old', '1000'],
    ['Old · discount', 'Old', '950'],
    ['New · discount', 'New', '900'],
    ['All agreements', 'New,Old', '850'],
  ]);
});
