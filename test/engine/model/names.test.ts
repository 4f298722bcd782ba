/** What members of axes are called: these are the names under which figures are explained. */
import type { Block } from '../../build/snapshot';
import { model, runOf, small, type Tables } from '../small';

const rich = small({
  Model: model(2, ['Baseline year', 'yes']),
  Population: [
    ['Subgroup', 'Step', 'Op', 'Stream', 'Base'],
    ['Adults', 'People', 'count', null, 100],
    ['Adults', 'New cases', 'count', 'incident', 10],
    ['All', 'Ill', 'x', null, 0.5],
    ['Children', 'People', 'count', null, 50],
    ['children', 'ill', 'x', null, 0.2],
  ],
  Costs: [
    ['Technology', 'Subgroup', 'Category', 'Item', 'Per', 'Payer', 'Unit cost', 'Price item'],
    ['New', null, 'Acquisition', 'vial', 'patient-year', 'Clinic', null, 'vial'],
    ['New', 'Adults', 'Acquisition', 'vial', 'start', 'clinic', 2, null],
    [null, null, 'Care', 'office', 'year', null, 2, null],
  ],
  Prices: [
    ['Item', 'Pack', 'Content', 'Unit', 'List price'],
    ['vial', 'small', 10, 'mg', 10],
    ['vial', 'large', 50, 'mg', 45],
  ],
  Regimens: [
    ['Technology', 'Item', 'Dose', 'Dose unit', 'Every', 'Every unit', 'Vial sharing'],
    ['New', 'vial', 30, 'mg', 1, 'month', 'no'],
  ],
  Tests: [
    ['Technology', 'World', 'Test', 'Order', 'Prevalence', 'Sensitivity', 'Specificity', 'Unit cost'],
    ['New', 'with', 'Scan', 1, 0.1, 0.9, 0.8, 4],
  ],
  Agreements: [
    ['Technology', 'Type', 'Order', 'Threshold', 'Rate'],
    ['New', 'discount', 1, null, 0.1],
    ['New', 'spend cap', 2, 500, 1],
  ],
} satisfies Record<string, Block>);

const toldIn = (tables: Tables): Readonly<Record<string, readonly string[]>> => {
  const { model: made } = runOf(tables).of;
  return Object.fromEntries(
    made.quantities.flatMap(({ block }) => block.axes.map((axis) => [axis.name, axis.members])),
  );
};

test('launches that share a market are told by who launches, and when', () => {
  const told = toldIn(
    small({
      Horizon: [
        [
          'Technology',
          'Phase',
          'Launch',
          'Earliest',
          'Latest',
          'Group',
          'Eligible',
          'Peak uptake',
          'Years to peak',
          'Net cost per patient',
        ],
        ['A', 'III', 2027, null, null, 'g', 1, 1, 1, 1],
        ['B', 'III', 2027, 2026, 2028, 'g', 1, 1, 1, 1],
        ['C', 'III', 2027, null, null, null, 1, 1, 1, 1],
      ],
    }),
  );
  expect(told['combination of launches']).toEqual([
    'g: none',
    'B: earliest',
    'B: likely',
    'B: latest',
    'A: launch',
    'A: launch, B: earliest',
    'A: launch, B: likely',
    'A: launch, B: latest',
  ]);
  expect(told['market']).toEqual(['A, B', 'C']);
});

test('a blank cell that may be typed is found under its header', () => {
  const Prices: Block = [
    ['Item', 'List price', 'Discount', 'Mark-up', 'Rebate', 'VAT'],
    ['vial', 1, null, null, null, null],
  ];
  const Regimens: Block = [
    ['Technology', 'Item', 'Dose', 'Dose unit', 'Every', 'Every unit', 'Adherence', 'Wastage'],
    ['New', 'vial', 1, 'pack', 1, 'month', null, null],
  ];
  const Agreements: Block = [
    ['Technology', 'Type', 'Rate', 'Lag', 'From', 'To'],
    ['New', 'discount', 0.1, null, 2026, null],
  ];
  const Costs: Block = [
    ['Technology', 'Category', 'Item', 'Per', 'Quantity', 'Unit cost'],
    ['New', 'Acquisition', 'drug', 'patient-year', null, 2],
  ];
  const places = runOf(small({ Prices, Regimens, Agreements, Costs })).of.model.quantities.flatMap(({ block }) => {
    const [place] = block.input?.places ?? [];
    return place ? [[block.name, place.column]] : [];
  });
  expect(Object.fromEntries(places)).toEqual({
    'Funnel value, growth a year': 'Growth',
    'Uptake, typed': '2026',
    'Uptake, typed or not': '2026',
    Discount: 'Discount',
    'Mark-up': 'Mark-up',
    'Rebate rate': 'Rebate',
    'VAT rate': 'VAT',
    Adherence: 'Adherence',
    Wastage: 'Wastage',
    Quantity: 'Quantity',
    'Lag of the rebate, months': 'Lag',
    'To of the agreement, typed': 'To',
  });
});

test('every axis tells its members in the words of the workbook', () => {
  const told = toldIn(rich);
  expect(told).toMatchObject({
    year: ['2025', '2026', '2027'],
    world: ['without', 'with'],
    subgroup: ['Adults', 'Children'],
    technology: ['New', 'Old'],
    funnel: ['Adults · prevalent', 'Adults · incident', 'Children · prevalent'],
    'population row': ['Adults · People', 'Adults · New cases', 'All · Ill', 'Children · People', 'Children · ill'],
    'funnel step': [
      'Adults · prevalent · People',
      'Adults · prevalent · Ill',
      'Adults · incident · New cases',
      'Adults · incident · Ill',
      'Children · prevalent · People',
      'Children · prevalent · ill',
    ],
    'uptake row': ['without · All · Old', 'with · All · New'],
    arm: ['Adults · New', 'Adults · Old', 'Children · New', 'Children · Old'],
    'cost row': ['New · All · Acquisition · vial', 'New · Adults · Acquisition · vial', 'All · All · Care · office'],
    category: ['Acquisition', 'Care', 'Testing'],
    payer: ['Clinic'],
    'test row': ['New · Scan · with'],
    test: ['with · Adults · Scan', 'with · Children · Scan'],
    agreement: ['New · discount', 'New · spend cap'],
    'agreement row': ['New · discount', 'New · spend cap'],
    pack: ['vial · small', 'vial · large'],
  });
  expect(told['line']).toEqual([
    'without · New · Children · Acquisition · vial',
    'with · New · Children · Acquisition · vial',
    'without · New · Adults · Acquisition · vial',
    'with · New · Adults · Acquisition · vial',
    'without · Care · office',
    'with · Care · office',
  ]);
  expect(told['ledger entry']).toEqual([
    ...(told['line'] ?? []),
    'with · New · Adults · Testing · Scan',
    'with · New · Children · Testing · Scan',
  ]);
  expect(told['line under an agreement']).toContain('New · spend cap: with · New · Adults · Acquisition · vial');
});
