/** The figures of a small model in full, list by list, and which rows of the model each list was read from. */
import {
  costFigures,
  eligibleFigures,
  funnelFigures,
  impactFigures,
  patientFigures,
  priceFigures,
  volumeFigures,
  years,
  type Run,
} from '../../src/engine/figures';
import { Exact } from '../../src/engine/readings/decimals';
import { testChainFigures, testFigures } from '../../src/engine/test-figures';
import type { Traces } from '../../src/engine/traces';
import { model, runOf, small } from './small';

/** Adults of a funnel that grows, and children; a baseline year, two payers, three tests, and a sum that is for nobody in particular. */
const TABLES = small({
  Model: model(
    3,
    ['Baseline year', 'yes'],
    ['Discount rate', 0.1],
    ['Discount from', 'second year'],
    ['Members', 1000],
    ['Test threshold', 1000],
    ['Test years', 2],
    ['Payer', 'Fund'],
  ),
  Population: [
    ['Subgroup', 'Group', 'Step', 'Op', 'Base', 'Growth', 'Stream'],
    ['Adults', null, 'People', 'count', 100, 0.1, null],
    ['Adults', null, 'Ill', 'x', 0.5, null, null],
    ['Children', null, 'People', 'count', 10, null, null],
  ],
  Technologies: [
    ['Technology', 'Role'],
    ['New', 'new'],
    ['Old', 'current'],
  ],
  Uptake: [
    ['World', 'Subgroup', 'Technology', '2026', '2027', '2028'],
    ['without', 'All', 'Old', 1, 1, 1],
    ['with', 'Adults', 'New', 0.2, 0.4, 0],
    ['with', 'Children', 'New', 0, 0.5, 0],
  ],
  Prices: [
    ['Item', 'Content', 'Unit', 'List price', 'Discount', 'VAT', 'Confidential', 'Pack', 'Rebate'],
    ['pack', 1, 'mg', 20, 0.1, 0.2, 'yes', '30', 0.05],
  ],
  Costs: [
    ['Technology', 'Category', 'Item', 'Quantity', 'Per', 'Price item', 'Unit cost', 'Payer', 'Subgroup', 'World'],
    ['New', 'Acquisition', 'drug', 2, 'patient-year', 'pack', null, 'Fund', null],
    ['New', 'Acquisition', null, 1, 'patient-year', 'pack', null, 'Fund', null],
    ['Old', 'Acquisition', 'tablet', 1, 'patient-year', null, 4, 'Fund', null],
    ['Old', 'Acquisition', 'tablet', 2, 'patient-year', null, 1, 'Fund', null],
    ['New', 'Monitoring', 'visit', 1, 'patient-year', null, 3, 'Region', null],
    [null, 'Set-up', 'fixed', 1, 'year', null, 7, 'Fund', null, 'with'],
  ],
  Tests: [
    [
      'Technology',
      'Subgroup',
      'Test',
      'Order',
      'Prevalence',
      'Sensitivity',
      'Specificity',
      'Positive',
      'Gate',
      'Minutes',
      'Unit cost',
      'Payer',
    ],
    ['New', 'Adults', 'Scan', 1, 0.25, 0.8, 0.9, null, null, 10, 2, 'Fund'],
    ['New', 'Children', 'Look', 1, null, null, null, 0.5, null, null, null, 'Fund'],
    ['Old', 'Children', 'Glance', 1, null, null, null, null, null, null, 1, 'Region'],
  ],
});

const runOfTables = (): Run & { readonly traces: Traces } => ({ ...runOf(TABLES), traces: new Map() });

/** Twelve digits are enough to be seen. */
const short = (value: string | null): string =>
  value === null ? 'none' : new Exact(value).toSignificantDigits(12).toFixed();

/** Keys of a row, then its lists. */
const lines = (rows: readonly object[]): readonly string[] =>
  rows.map((row) => {
    const said = Object.entries(row) as [string, unknown][];
    const lists = said
      .filter(([, value]) => Array.isArray(value))
      .map(([key, value]) => `${key} ${(value as readonly (string | null)[]).map(short).join(' ')}`);
    return `${said
      .filter(([, value]) => !Array.isArray(value))
      .map(([, value]) => String(value))
      .join(' · ')}: ${lists.join('; ')}`;
  });
const ofWith = (rows: readonly object[]): readonly string[] => lines(rows).filter((line) => line.startsWith('with '));

function impactLines(run: Run): readonly string[] {
  const { byCategory, bySubgroup, byPayer, test: limit, ...impact } = impactFigures(run);
  const parts = Object.entries({ byCategory, bySubgroup, byPayer }).map(([by, lists]) => ({ by, ...lists }));
  return [...lines([impact, ...parts]), JSON.stringify(limit)];
}

const FIGURES: readonly (readonly [
  name: string,
  told: (run: Run) => readonly string[],
  expected: readonly string[],
])[] = [
  [
    'the funnel',
    (run) => lines(funnelFigures(run, years(run))),
    [
      'Adults · prevalent · People: values 110 121 133.1',
      'Adults · prevalent · Ill: values 55 60.5 66.55',
      'Children · prevalent · People: values 10 10 10',
    ],
  ],
  [
    'the funnel of the baseline year',
    (run) => lines(funnelFigures(run, [0])),
    [
      'Adults · prevalent · People: values 100',
      'Adults · prevalent · Ill: values 50',
      'Children · prevalent · People: values 10',
    ],
  ],
  [
    'who is eligible',
    (run) => lines(eligibleFigures(run, years(run))),
    ['Adults: values 55 60.5 66.55', 'Children: values 10 10 10'],
  ],
  [
    'patients',
    (run) => lines(patientFigures(run, run.of.onTechnology, years(run))),
    [
      'without · Adults · Old: values 55 60.5 66.55',
      'without · Children · Old: values 10 10 10',
      'with · Adults · New: values 11 24.2 0',
      'with · Adults · Old: values 44 36.3 66.55',
      'with · Children · New: values 0 5 0',
      'with · Children · Old: values 10 5 10',
    ],
  ],
  [
    'costs',
    (run) => lines(costFigures(run, years(run))),
    [
      'without · Adults · New · Acquisition · Fund: values 0 0 0',
      'without · Children · New · Acquisition · Fund: values 0 0 0',
      'with · Adults · New · Acquisition · Fund: values 683.1 1502.82 0',
      'with · Children · New · Acquisition · Fund: values 0 310.5 0',
      'without · Adults · Old · Acquisition · Fund: values 330 363 399.3',
      'without · Children · Old · Acquisition · Fund: values 60 60 60',
      'with · Adults · Old · Acquisition · Fund: values 264 217.8 399.3',
      'with · Children · Old · Acquisition · Fund: values 60 30 60',
      'without · Adults · New · Monitoring · Region: values 0 0 0',
      'without · Children · New · Monitoring · Region: values 0 0 0',
      'with · Adults · New · Monitoring · Region: values 33 72.6 0',
      'with · Children · New · Monitoring · Region: values 0 15 0',
      'with ·  ·  · Set-up · Fund: values 7 7 7',
      'without · Adults · New · Testing · Fund: values 110 121 133.1',
      'without · Children · Old · Testing · Region: values 10 10 10',
      'with · Adults · New · Testing · Fund: values 110 121 133.1',
      'with · Children · Old · Testing · Region: values 10 10 10',
    ],
  ],
  [
    'what is bought',
    (run) => lines(volumeFigures(run)),
    [
      'without · Adults · New · drug: units 0 0 0; scripts 0 0 0',
      'without · Children · New · drug: units 0 0 0; scripts 0 0 0',
      'with · Adults · New · drug: units 22 48.4 0; scripts 22 48.4 0',
      'with · Children · New · drug: units 0 10 0; scripts 0 10 0',
      'without · Adults · New · pack: units 0 0 0; scripts 0 0 0',
      'without · Children · New · pack: units 0 0 0; scripts 0 0 0',
      'with · Adults · New · pack: units 11 24.2 0; scripts 11 24.2 0',
      'with · Children · New · pack: units 0 5 0; scripts 0 5 0',
      'without · Adults · Old · tablet: units 165 181.5 199.65; scripts 165 181.5 199.65',
      'without · Children · Old · tablet: units 30 30 30; scripts 30 30 30',
      'with · Adults · Old · tablet: units 132 108.9 199.65; scripts 132 108.9 199.65',
      'with · Children · Old · tablet: units 30 15 30; scripts 30 15 30',
    ],
  ],
  [
    'prices',
    (run) => lines(priceFigures(run)),
    [
      'pack · 30 · true: list 20 20 20; exFactory 18 18 18; reimbursed 18 18 18; rebate 0.9 0.9 0.9; vat 3.6 3.6 3.6; net 20.7 20.7 20.7',
    ],
  ],
  [
    'tests',
    (run) => ofWith(testFigures(run, years(run))),
    [
      'with · Adults · Scan · tested: values 55 60.5 66.55',
      'with · Adults · Scan · positive: values 15.125 16.6375 18.30125',
      'with · Adults · Scan · truePositive: values 11 12.1 13.31',
      'with · Adults · Scan · falsePositive: values 4.125 4.5375 4.99125',
      'with · Adults · Scan · trueNegative: values 37.125 40.8375 44.92125',
      'with · Adults · Scan · falseNegative: values 2.75 3.025 3.3275',
      'with · Children · Look · tested: values 10 10 10',
      'with · Children · Look · positive: values 5 5 5',
      'with · Children · Glance · tested: values 10 10 10',
    ],
  ],
  [
    'tests together',
    (run) => ofWith(testChainFigures(run, years(run))),
    [
      'with · Adults · tests: values 55 60.5 66.55',
      'with · Adults · minutes: values 550 605 665.5',
      'with · Adults · confirmed: values 11 12.1 13.31',
      'with · Adults · missed: values 2.75 3.025 3.3275',
      'with · Adults · testsPerConfirmed: values 5 5 5',
      'with · Adults · costPerConfirmed: values 10 10 10',
      'with · Children · tests: values 20 20 20',
      'with · Children · confirmed: values 5 5 5',
      'with · Children · testsPerConfirmed: values 4 4 4',
      'with · Children · costPerConfirmed: values 2 2 2',
    ],
  ],
  [
    'the impact',
    impactLines,
    [
      '2125.448760330578512396694214876033057851: total 624.1 1645.12 7; cumulative 624.1 2269.22 2276.22; pmpm 0.0520083333333 0.137093333333 0.000583333333333; pmpy 0.6241 1.64512 0.007; perTreated 56.7363636364 56.3397260274 none; discountedByYear 624.1 1495.56363636 5.78512396694; ofBudget 1.2482 3.02411764706 0.0118163403106; grossDrug 683.1 1813.32 0; netDrug 617.1 1638.12 0',
      'byCategory: Acquisition 617.1 1638.12 0; Monitoring 0 0 0; Set-up 7 7 7; Testing 0 0 0',
      'bySubgroup: Adults 617.1 1357.62 0; Children 0 280.5 0;  7 7 7',
      'byPayer: Fund 624.1 1645.12 7; Region 33 87.6 0',
      '{"threshold":"1000","passed":false,"years":[2027],"tested":[2026,2027]}',
    ],
  ],
];

test('every list of figures', () => {
  const run = runOfTables();
  for (const [name, told, expected] of FIGURES) expect([name, ...told(run)]).toEqual([name, ...expected]);
});

test('every list is the sum of the rows that it says it was read from', () => {
  const run = runOfTables();
  for (const [, told] of FIGURES) told(run);
  expect(run.traces.size).toBeGreaterThan(80);
  for (const [list, from] of run.traces) {
    const periods = list.length === 1 ? [0] : years(run);
    const sums = periods.map((period) =>
      from.reduce(
        (sum, { quantity, members, sign }) => sum.plus(run.exact.at(quantity, [...members, period]).times(sign)),
        new Exact(0),
      ),
    );
    const name = from[0]?.quantity.block.name;
    expect([name, list.map((value) => short(value ?? '0'))]).toEqual([name, sums.map((sum) => short(sum.toFixed()))]);
  }
});
