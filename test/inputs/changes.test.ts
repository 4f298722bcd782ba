/** Changes: a scenario's and `--set`'s, made as if they had been typed. */
import { Decimal } from 'decimal.js';
import type { Assumptions, Change, Series } from '../../src/engine/assumptions';
import { changedAssumptions, readAssumptions } from '../../src/inputs/read-assumptions';
import { modelWith, settings, type Block } from '../build/snapshot';

const at = { sheet: 'Scenarios', cell: 'E4', table: 'BIM_Scenarios', row: 4, column: 'Value' };
const change = (parameter: string, op: Change['op'], value: string): Change => ({ parameter, op, value, at });
const growing: Block = [
  ['Subgroup', 'Step', 'Op', 'Base', 'Growth', '2027'],
  ['Adults', 'People', 'count', 1000, 0.1, 5],
  ['Adults', 'Ill', 'x', 0.5],
];
const sheet = modelWith({ Population: growing });
const reading = readAssumptions(sheet);

function after(...changes: readonly Change[]): Assumptions {
  const { assumptions, findings } = changedAssumptions(reading, changes);
  expect(findings).toEqual([]);
  if (!assumptions) throw new Error('no assumptions');
  return assumptions;
}
const series = (value: Series | null | undefined) => ({
  base: value?.base?.value.toString() ?? null,
  years: [...(value?.years ?? [])].sort(([a], [b]) => a - b).map(([year, given]) => [year, given.value.toString()]),
});
const people = (...changes: readonly Change[]) => series(after(...changes).population[0]?.value);

test.each([
  ['a field is set', [change('Population/Adults/People/Base', 'set', '7')], { base: '7', years: [[1, '5']] }],
  [
    'a field is multiplied, exactly',
    [change('Population/Adults/People/Base', 'x', '1.1')],
    { base: '1100', years: [[1, '5']] },
  ],
  [
    'something is added',
    [change('Population/Adults/People/Base', '+', '-1e-20')],
    { base: '999.99999999999999999999', years: [[1, '5']] },
  ],
  [
    'a typed year is multiplied',
    [change('Population/Adults/People/2027', 'x', '3')],
    { base: '1000', years: [[1, '15']] },
  ],
  [
    'a year that is not typed starts from what it is',
    [change('Population/Adults/People/Year 3', 'x', '2')],
    {
      base: '1000',
      years: [
        [1, '5'],
        [2, '2420'],
      ],
    },
  ],
  [
    'every year is multiplied',
    [change('Population/Adults/People/*', 'x', '2')],
    {
      base: '1000',
      years: [
        [0, '2000'],
        [1, '10'],
        [2, '2420'],
      ],
    },
  ],
  [
    'every year is set',
    [change('Population/Adults/People/*', 'set', '9')],
    {
      base: '1000',
      years: [
        [0, '9'],
        [1, '9'],
        [2, '9'],
      ],
    },
  ],
  [
    'changes go in order',
    [
      change('Population/Adults/People/Base', 'set', '1'),
      change('Population/Adults/People/Base', 'x', '4'),
      change('Population/Adults/People/Base', '+', '3'),
    ],
    { base: '7', years: [[1, '5']] },
  ],
  [
    'a change of every row changes them all',
    [change('Population/*/*/Base', 'x', '2')],
    { base: '2000', years: [[1, '5']] },
  ],
])('%s', (_, changes, expected) => {
  expect(people(...changes)).toEqual(expected);
});

test('repeated years are all changed from what they were', () => {
  const repeated = readAssumptions(
    modelWith({
      Population: [
        ['Subgroup', 'Step', 'Op', '2026', '2028'],
        ['Adults', 'People', 'count', 10, 30],
      ],
    }),
  );
  const { assumptions } = changedAssumptions(repeated, [change('Population/Adults/People/*', 'x', '2')]);
  expect(series(assumptions?.population[0]?.value).years).toEqual([
    [0, '20'],
    [1, '20'],
    [2, '60'],
  ]);
});

test('growth starts as the model says, and the baseline is year 1 where it is not typed', () => {
  const changed = (rows: Block, ...model: readonly [string, string][]) =>
    series(
      changedAssumptions(readAssumptions(modelWith({ Model: settings(...model), Population: rows })), [
        change('Population/All/People/*', 'x', '1'),
      ]).assumptions?.population[0]?.value,
    ).years;
  const based: Block = [
    ['Step', 'Op', 'Base', 'Growth'],
    ['People', 'count', 100, 0.1],
  ];
  expect(changed(based)).toEqual([
    [0, '100'],
    [1, '110'],
    [2, '121'],
  ]);
  expect(changed(based, ['Growth starts', 'first year'])).toEqual([
    [0, '110'],
    [1, '121'],
    [2, '133.1'],
  ]);
  expect(changed(based, ['Baseline year', 'yes'])).toEqual([
    [0, '100'],
    [1, '110'],
    [2, '121'],
    [3, '133.1'],
  ]);
  expect(changed(based, ['Baseline year', 'yes'], ['Growth starts', 'second year'])).toEqual([
    [0, '100'],
    [1, '100'],
    [2, '110'],
    [3, '121'],
  ]);
  expect(
    changed(
      [
        ['Step', 'Op', 'Year 1'],
        ['People', 'count', 7],
      ],
      ['Baseline year', 'yes'],
    ),
  ).toEqual([
    [0, '7'],
    [1, '7'],
    [2, '7'],
    [3, '7'],
  ]);
});

test('a curve is asked of the engine', () => {
  const curved = readAssumptions(
    modelWith({
      Uptake: [
        ['World', 'Technology', 'Curve', 'P1', 'P2', 'P3', '2028'],
        ['with', 'Drug A', 'linear', 0, 0.3, 3, 0.25],
        ['without', 'Drug B', null, null, null, null, 1],
      ].map((row, index) => (index === 2 ? ['without', 'Drug B', 'step', 1, 1, null, null] : row)) as unknown as Block,
    }),
  );
  expect(curved.assumptions).not.toBeNull();
  const asked: string[] = [];
  const { assumptions } = changedAssumptions(
    curved,
    [change('Uptake/with/All/Drug A/*', 'x', '0.5')],
    (entry, period) => {
      asked.push(`${entry.address} ${String(entry.index)} ${String(period)}`);
      return new Decimal(period + 1).div(10);
    },
  );
  expect(asked).toEqual(['Uptake/with/All/Drug A 0 0', 'Uptake/with/All/Drug A 0 1']);
  expect(
    [...(assumptions?.uptake[0]?.years ?? [])]
      .sort(([a], [b]) => a - b)
      .map(([year, { value }]) => [year, value.toString()]),
  ).toEqual([
    [0, '0.05'],
    [1, '0.1'],
    [2, '0.125'],
  ]);
});

test('settings, words, and columns that the table does not have', () => {
  const changed = after(
    change('Model/Discount rate/Value', 'set', '0.035'),
    change('Model/Shares', 'set', 'normalise'),
    change('Model/Days in year/Value', '+', '-1'),
    change('Technologies/Drug B/Accounting', 'set', 'stock'),
    change('Technologies/Drug A/2027', 'set', '0.2'),
    change('Prices/Drug A/VAT', 'set', '0.2'),
    change('Costs/Drug B/All/Acquisition/drug/Payer', 'set', 'NHS'),
    change('Technologies/Drug A/Discontinuation', '+', '0.1'),
  );
  expect(changed.model).toMatchObject({ shares: 'normalise' });
  expect(
    [changed.model.discountRate, changed.model.daysInYear, changed.prices[0]?.vat].map((given) =>
      given?.value.toString(),
    ),
  ).toEqual(['0.035', '364.25', '0.2']);
  expect(series(changed.technologies[0]?.discontinuation)).toEqual({ base: '0.1', years: [[1, '0.2']] });
  expect(changed.costs[1]?.payer).toBe('NHS');
});

test('a changed value knows its parameter, and the cell of the change', () => {
  const given = after(change('Population/Adults/People/2028', 'x', '2')).population[0]?.value.years.get(2);
  expect(given).toMatchObject({ parameter: 'Population/Adults/People/2028', at });
});

test.each([
  ['Prices/Drug A/Discount', 'set', '5', 'out-of-bounds', /Discount of Drug A is 5/],
  ['Prices/Drug A/Discount', 'x', '10', 'out-of-bounds', /Discount of Drug A is 2\.5/],
  ['Prices/Drug A/Discount', 'set', '0x10', 'text-in-number', /0x10/],
  ['Prices/Drug A/Discount', 'x', 'much', 'change', /“much” is not a number/],
  ['Prices/Drug A/Content', 'x', '2', 'change', /no value in the model as typed/],
  ['Costs/Drug A/All/Acquisition/drug/2026', 'x', '2', 'change', /no value in the model as typed/],
  ['Technologies/Drug A/Role', '+', '2', 'change', /holds text/],
  ['Technologies/Drug A/Role', 'set', 'newest', 'unknown-word', /newest/],
  ['Technologies/Drug A/Potential', 'set', '1.5', 'out-of-bounds', /Potential/],
  ['Prices/Drug Z/Discount', 'set', '1', 'unknown-parameter', /Drug Z/],
] as const)('%s %s %s is refused at the change', (parameter, op, value, code, says) => {
  const { assumptions, findings } = changedAssumptions(reading, [change(parameter, op, value)]);
  expect(assumptions).toBeNull();
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([
    expect.objectContaining({ code, at, message: expect.stringMatching(says) as string }),
  ]);
});

test('--set changes the model as typed, even its years', () => {
  const { assumptions, findings } = readAssumptions(sheet, [
    { parameter: 'Model/Years/Value', op: 'set', value: '2', at: null },
  ]);
  expect(assumptions?.model.years).toBe(2);
  expect(findings.map(({ code }) => code)).toContain('year-outside');
  expect(reading.assumptions?.model.years).toBe(3);
});

test('scenarios are read in order, with exact values, and cost the base nothing', () => {
  const rows: Block = [
    ['Scenario', 'Parameter', 'Op', 'Value', 'Note'],
    ['Dear', 'Prices/Drug A/List price', 'x', { value: 0.1 + 0.2, formula: '=0.1+0.2' }],
    ['Other', 'Prices/Drug A/List price', null, 1e21],
    ['dear', 'Technologies/Drug A/Role', 'set', 'new'],
  ];
  const { scenarios, assumptions } = readAssumptions(modelWith({ Scenarios: rows }));
  expect(
    scenarios.map(({ name, changes }) => [name, changes.map(({ op, value, at: place }) => [op, value, place?.cell])]),
  ).toEqual([
    [
      'Dear',
      [
        ['x', '0.3', 'E4'],
        ['set', 'new', 'E6'],
      ],
    ],
    ['Other', [['set', '1000000000000000000000', 'E5']]],
  ]);
  expect(assumptions?.prices[0]?.listPrice.base?.value.toString()).toBe('1200');
});
