/** From cells to Assumptions: each table in the engine's words; published models are read without a fault. */
import { readFileSync } from 'node:fs';
import type { Assumptions, Given, Series } from '../../src/engine/assumptions';
import { canonicalInputs } from '../../src/inputs/canonical';
import { readAssumptions } from '../../src/inputs/read-assumptions';
import { openXlsx } from '../../src/workbook/xlsx';
import { but, computed, modelWith, plus, settings, type Block, wider } from '../build/snapshot';
import { publishedCases } from '../published/cases';

function assumed(tables: Readonly<Record<string, Block | null>>): Assumptions {
  const { assumptions, findings } = readAssumptions(modelWith(tables));
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  if (!assumptions) throw new Error('no assumptions');
  return assumptions;
}
const plain = (given: Given | null | undefined): string | null => given?.value.toString() ?? null;
const series = (value: Series | null | undefined) => ({
  base: plain(value?.base),
  growth: plain(value?.growth),
  years: [...(value?.years ?? [])].map(([year, given]) => [year, plain(given)]),
});

describe('settings', () => {
  test('defaults', () => {
    const { model } = assumed({});
    expect({
      ...model,
      discountRate: plain(model.discountRate),
      daysInYear: plain(model.daysInYear),
      leaversCost: plain(model.leaversCost),
      qalyValue: plain(model.qalyValue),
    }).toEqual({
      title: 'Drug A in Northbridge',
      currency: 'GBP',
      firstYear: 2026,
      years: 3,
      baselineYear: false,
      baselineCohort: 'ends',
      step: 'year',
      payer: 'All',
      discountRate: '0',
      discountFrom: 'second year',
      members: null,
      testThreshold: null,
      testYears: 3,
      growthStarts: 'second year',
      shares: 'sum to 1',
      patients: { mode: 'fractional', places: 0 },
      money: null,
      daysInYear: '365.25',
      leaversCost: '0',
      entry: 'start of year',
      qalyValue: '0',
      draws: 2000,
      seed: 1,
    });
  });

  test.each([
    ['fractional', 'fractional', 0],
    ['Round', 'round', 0],
    ['truncate to 2 places', 'truncate', 2],
    ['round half even', 'round half even', 0],
    ['round half even to 1 place', 'round half even', 1],
  ])('Patients %p', (typed, mode, places) => {
    expect(assumed({ Model: settings(['Patients', typed]) }).model.patients).toEqual({ mode, places });
  });

  test.each([
    ['unrounded', null],
    ['round each part to 2 places', { places: 2, mode: 'half up' }],
    ['Round each part to 0 places, half up', { places: 0, mode: 'half up' }],
    ['round each part to 3 places, half even', { places: 3, mode: 'half even' }],
  ])('Money %p', (typed, money) => {
    expect(assumed({ Model: settings(['Money', typed]) }).model.money).toEqual(money);
  });

  test('growth starts in the first year with a baseline year, unless it is said', () => {
    const starts = (...rows: Block[1][]): string => assumed({ Model: settings(...rows) }).model.growthStarts;
    expect([
      starts(),
      starts(['baseline_year', 'Yes']),
      starts(['Baseline year', 'yes'], ['Growth starts', 'second year']),
    ]).toEqual(['second year', 'first year', 'second year']);
  });
});

test('a number knows its cell and its parameter', () => {
  const { population, costs, prices } = assumed({ Population: wider('Population', { 2027: [null, 0.004] }) });
  expect(prices[0]?.listPrice.base).toMatchObject({
    parameter: 'Prices/Drug A/All/List price',
    at: { sheet: 'Prices', cell: 'C4', table: 'BIM_Prices', row: 4, column: 'List price' },
  });
  expect(population[1]?.value.years.get(1)).toMatchObject({
    parameter: 'Population/Adults/Diagnosed/2027',
    at: { sheet: 'Population', cell: 'H5', column: '2027' },
  });
  expect(costs[1]).toMatchObject({
    address: 'Costs/Drug B/All/Acquisition/drug',
    source: 'Tariff',
    at: { sheet: 'Costs', cell: 'B5', row: 5 },
  });
});

test('years are counted from the baseline where there is one', () => {
  const years = (baseline: 'yes' | 'no') =>
    series(
      assumed({
        Model: settings(['Baseline year', baseline]),
        Population: [
          ['Subgroup', 'Step', 'Op', '2025', 'Year 1', '2027', 'year_3', '2029'],
          ['Adults', 'People', 'count', 1, 2, 3, 4, 9],
        ],
      }).population[0]?.value,
    ).years;
  expect(years('yes')).toEqual([
    [0, '1'],
    [1, '2'],
    [2, '3'],
    [3, '4'],
  ]);
  expect(years('no')).toEqual([
    [0, '2'],
    [1, '3'],
    [2, '4'],
  ]);
});

test('names are written as they are defined, words as the contract has them', () => {
  const { uptake, costs } = assumed({
    Uptake: [
      ['WORLD', 'sub group', 'Technology', 'Unit', '2026'],
      ['Without', null, 'drug b', ' Share ', 1],
      ['with', 'ADULTS', ' Drug\u00a0A ', null, 1],
    ],
    Costs: [
      ['Technology', 'Category', 'Per', 'Step', 'Unit cost', 'Treatment year', 'World', 'Growth'],
      ['all', 'Other', 'Patient Year', null, 5, 1, null, 0.02],
      ['DRUG B', 'Other', 'step', 'diagnosed', 5, 'All'],
    ],
  });
  expect(uptake.map(({ world, subgroup, technology, unit }) => [world, subgroup, technology, unit])).toEqual([
    ['without', 'All', 'Drug B', 'share'],
    ['with', 'Adults', 'Drug A', 'share'],
  ]);
  expect(
    costs.map(({ technology, subgroup, per, step, treatmentYear, world }) => [
      technology,
      subgroup,
      per,
      step,
      treatmentYear,
      world,
    ]),
  ).toEqual([
    ['All', 'All', 'patient-year', '', '1', null],
    ['Drug B', 'All', 'step', 'Diagnosed', '', null],
  ]);
  expect(series(costs[0]?.unitCost)).toEqual({ base: '5', growth: '0.02', years: [] });
});

test('every other table', () => {
  const made = assumed({
    Technologies: [
      ['Technology', 'Role', 'Accounting', 'Persistence', 'P1', 'P2', 'Course months', 'Discontinuation', '2027'],
      ['Drug A', 'new', 'stock', 'course', null, null, 3, 0.1, 0.2],
      ['Drug B', 'current'],
    ],
    Persistence: null,
    Displacement: [
      ['Technology', 'Displaced', 'Share'],
      ['Drug A', 'Drug B', 1],
    ],
    Prices: [
      [
        'Item',
        'Pack',
        'Content',
        'Unit',
        'List price',
        'Price basis',
        'Discount',
        'Mark-up',
        'Rebate',
        'VAT',
        'Fee',
        'Fee per',
        'Confidential',
        'Growth',
        '2028',
      ],
      ['Drug A', 'vial', 100, 'mg', 50, 'Ex-factory', 0.1, 0.08, 0.085, 0.23, 5, 'dispensing', 'YES', 0.01, 60],
    ],
    Regimens: [
      [
        'Technology',
        'Item',
        'Dose',
        'Dose unit',
        'Every',
        'Every unit',
        'Duration months',
        'Max dose',
        'Loading doses',
        'Adherence',
        'Wastage',
        'Vial sharing',
      ],
      ['Drug A', 'Drug A', 2, 'mg/m²', 3, 'weeks', 6, 150, 2, 0.9, 0.05, 'yes'],
    ],
    Patients: [
      ['Subgroup', 'Weight', 'Weight SD', 'BSA', 'BSA SD'],
      [null, 80, 16, 1.85, 0.2],
    ],
    Agreements: [
      [
        'Technology',
        'Subgroup',
        'Group',
        'Type',
        'Order',
        'From',
        'To',
        'Threshold',
        'Rate',
        'P1',
        'P2',
        'Lag',
        'Confidential',
      ],
      ['Drug A', null, 'g', 'Price-volume', 2, 2, 2028, 1e6, 0.2, null, null, 6, 'yes'],
      ['Drug A', 'Adults', null, 'dose cap', null, null, null, null, null, 4, 'Course'],
    ],
    Tests: [
      [
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
        'Minutes',
        'Uptake',
        '2027',
      ],
      ['Drug A', 'All', 'with', 'CT', 2, 'Diagnosed', 0.5, 0.1, 0.8, 0.9, null, 'yes', 100, 'NHS', 4, 0.6, 0.7],
    ],
  });
  expect(made.technologies[0]).toMatchObject({
    technology: 'Drug A',
    role: 'new',
    accounting: 'stock',
    persistence: 'course',
    p1: null,
  });
  expect([
    plain(made.technologies[0]?.courseMonths),
    series(made.technologies[0]?.discontinuation),
    made.technologies[1]?.discontinuation,
  ]).toEqual(['3', { base: '0.1', growth: null, years: [[1, '0.2']] }, null]);
  expect(made.displacement[0]).toMatchObject({ technology: 'Drug A', displaced: 'Drug B' });
  const price = made.prices[0];
  expect(price).toMatchObject({
    item: 'Drug A',
    pack: 'vial',
    unit: 'mg',
    basis: 'ex-factory',
    feePer: 'dispensing',
    confidential: true,
  });
  expect([price?.content, price?.discount, price?.markUp, price?.rebate, price?.vat, price?.fee].map(plain)).toEqual([
    '100',
    '0.1',
    '0.08',
    '0.085',
    '0.23',
    '5',
  ]);
  expect(series(price?.listPrice)).toEqual({ base: '50', growth: '0.01', years: [[2, '60']] });
  const regimen = made.regimens[0];
  expect(regimen).toMatchObject({
    technology: 'Drug A',
    item: 'Drug A',
    doseUnit: 'mg/m2',
    everyUnit: 'week',
    vialSharing: true,
  });
  expect(
    [
      regimen?.dose,
      regimen?.every,
      regimen?.durationMonths,
      regimen?.maxDose,
      regimen?.loadingDoses,
      regimen?.adherence,
      regimen?.wastage,
    ].map(plain),
  ).toEqual(['2', '3', '6', '150', '2', '0.9', '0.05']);
  expect(made.bodies[0]).toMatchObject({ subgroup: 'All' });
  expect(
    [made.bodies[0]?.weight, made.bodies[0]?.weightSd, made.bodies[0]?.bsa, made.bodies[0]?.bsaSd].map(plain),
  ).toEqual(['80', '16', '1.85', '0.2']);
  expect(made.agreements).toMatchObject([
    {
      technology: 'Drug A',
      subgroup: 'All',
      group: 'g',
      type: 'price-volume',
      order: 2,
      from: 2027,
      to: 2028,
      p2Text: '',
      confidential: true,
    },
    {
      subgroup: 'Adults',
      type: 'dose cap',
      order: 1,
      from: null,
      to: null,
      p2: null,
      p2Text: 'course',
      confidential: false,
    },
  ]);
  expect(
    [made.agreements[0]?.threshold, made.agreements[0]?.rate, made.agreements[0]?.lag, made.agreements[1]?.p1].map(
      plain,
    ),
  ).toEqual(['1000000', '0.2', '6', '4']);
  const test = made.tests[0];
  expect(test).toMatchObject({
    technology: 'Drug A',
    subgroup: 'All',
    world: 'with',
    test: 'CT',
    order: 2,
    step: 'Diagnosed',
    gate: true,
    payer: 'NHS',
    positive: null,
  });
  expect(
    [test?.offered, test?.prevalence, test?.sensitivity, test?.specificity, test?.unitCost, test?.minutes].map(plain),
  ).toEqual(['0.5', '0.1', '0.8', '0.9', '100', '4']);
  expect(series(test?.uptake)).toEqual({ base: '0.6', growth: null, years: [[1, '0.7']] });
});

test('persistence, curves and analogues', () => {
  const made = assumed({
    Population: [
      ['Subgroup', 'Step', 'Op', 'Stream', 'Base'],
      ['Adults', 'New', 'count', 'incident', 1000],
    ],
    Technologies: [
      ['Technology', 'Role', 'Accounting', 'Persistence'],
      ['Drug A', 'new', 'cohort', 'table'],
      ['Drug B', 'current', 'cohort'],
    ],
    Persistence: [
      ['Technology', 'Since start', 'Unit', 'On treatment'],
      ['drug a', 0, null, 1],
      ['Drug A', 1, 'Years', 0.5],
    ],
    Uptake: [
      ['World', 'Technology', 'Curve', 'P1', 'P2', 'P3', 'P4'],
      ['without', 'Drug B', 'step', 1, 2026, null, null],
      ['with', 'Drug B', 'Bass discrete', 1, 0.01, 0.4, null],
      ['with', 'Drug A', 'analogue', 'drug b', 1.5],
    ],
  });
  expect(
    made.persistence.map(({ technology, since, unit, onTreatment }) => [
      technology,
      plain(since),
      unit,
      plain(onTreatment),
    ]),
  ).toEqual([
    ['Drug A', '0', 'month', '1'],
    ['Drug A', '1', 'year', '0.5'],
  ]);
  expect(
    made.uptake.map(({ curve, p1, p2, p3, analogue }) => [curve, plain(p1), plain(p2), plain(p3), analogue]),
  ).toEqual([
    ['step', '1', '2026', null, null],
    ['bass discrete', '1', '0.01', '0.4', null],
    ['analogue', null, '1.5', null, 'Drug B'],
  ]);
});

test('goals name their years as indices', () => {
  const goals: Block = [
    ['Goal', 'Parameter', 'Target', 'Years'],
    ['a', 'Prices/Drug A/List price', 0],
    ['b', 'Prices/Drug A/List price', 1, '2026–2027'],
    ['c', 'Prices/Drug A/List price', 2, 2028],
    ['d', 'Prices/Drug A/List price', 3, 'Years 1 and 3'],
  ];
  expect(
    readAssumptions(modelWith({ Goals: goals })).goals.map(({ goal, target, years }) => [goal, plain(target), years]),
  ).toEqual([
    ['a', '0', [0, 1, 2]],
    ['b', '1', [0, 1]],
    ['c', '2', [2]],
    ['d', '3', [0, 2]],
  ]);
});

test('what was read is listed table by table', () => {
  const { read } = readAssumptions(modelWith({ Prices: but('Prices', 0, 'List price', 'x') }));
  expect(read.map(({ table, rows, findings }) => `${table} ${String(rows)} ${String(findings)}`)).toEqual([
    'BIM_Model 5 0',
    'BIM_Population 2 0',
    'BIM_Technologies 2 0',
    'BIM_Uptake 3 0',
    'BIM_Prices 1 1',
    'BIM_Costs 2 0',
  ]);
  expect(read[0]).toMatchObject({ sheet: 'Model', cell: 'B3' });
});

test('computed cells have 15 digits, typed cells all of theirs', () => {
  const made = assumed({
    Costs: but('Costs', 1, 'Unit cost', computed('=0.1+0.2', 0.1 + 0.2)),
    Prices: but('Prices', 0, 'List price', 0.1 + 0.2),
  });
  expect([plain(made.costs[1]?.unitCost?.base), plain(made.prices[0]?.listPrice.base)]).toEqual([
    '0.3',
    '0.30000000000000004',
  ]);
});

test('the canonical text of the inputs changes with them, and with nothing else', () => {
  const text = (tables: Readonly<Record<string, Block | null>>): string =>
    canonicalInputs(readAssumptions(modelWith(tables)).entries);
  const same = text({});
  expect(text({ Prices: wider('Prices', { 'Approved by': ['me'] }) })).toBe(same);
  expect(
    text({
      Prices: [
        ['list_price', 'ITEM', 'Source', 'discount'],
        [1200, 'Drug A', 'Tariff', 0.25],
      ],
    }),
  ).toBe(same);
  expect(text({ Prices: plus('Prices', [null, null, null]) })).toBe(same);
  expect(text({ Prices: but('Prices', 0, 'List price', 1200.0000000001) })).not.toBe(same);
  expect(text({ Prices: but('Prices', 0, 'List price', '1200') })).not.toBe(same);
  expect(text({ Costs: but('Costs', 1, 'Unit cost', 0) })).not.toBe(
    text({ Costs: but('Costs', 1, 'Unit cost', null) }),
  );
});

describe('published models', () => {
  test.each(publishedCases.map((each) => [each.name, each] as const))(
    '%s is read without a fault',
    async (_, { workbook }) => {
      const { findings, assumptions } = readAssumptions(await (await openXlsx(readFileSync(workbook))).read());
      expect(findings.filter(({ severity }) => severity !== 'notice')).toEqual([]);
      expect(assumptions).not.toBeNull();
    },
  );
});
