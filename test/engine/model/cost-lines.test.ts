/** Which rows of BIM_Costs are charged where: rows for all, more specific rows in their place, rows that add. */
import type { Block, Typed } from '../../build/snapshot';
import { people, results, small, type Tables } from '../small';

const HEADERS = [
  'Technology',
  'Subgroup',
  'World',
  'Category',
  'Item',
  'Per',
  'Unit cost',
  'Treatment year',
  'Step',
] as const;
type Cost = Partial<Record<(typeof HEADERS)[number], Typed>>;

const table = (rows: readonly Cost[]): Block => [
  HEADERS,
  ...rows.map((row) =>
    HEADERS.map(
      (header) => row[header] ?? { Category: 'Care', Item: 'visit', Per: 'patient-year' }[header as string] ?? null,
    ),
  ),
];
/** 100 adults and 10 children; with: New, without: Old. */
const tables = (rows: readonly Cost[], more: Tables = {}): Tables =>
  small({
    Population: people(200, ['Adults', 'Ill', 'x', 0.5, null], ['Children', 'People', 'count', 10, null]),
    Costs: table(rows),
    ...more,
  });
const charged = (rows: readonly Cost[], more: Tables = {}): Record<string, string> => {
  const sums: Record<string, string> = {};
  for (const { world, subgroup, technology, values } of results(tables(rows, more)).costs) {
    const key = [world, subgroup, technology].join(' ');
    if (values[0] !== '0') sums[key] = String(Number(sums[key] ?? 0) + Number(values[0]));
  }
  return sums;
};

test('a row for all is charged for everybody in both worlds', () => {
  expect(charged([{ 'Unit cost': 1 }])).toEqual({
    'without Adults Old': '100',
    'without Children Old': '10',
    'with Adults New': '100',
    'with Children New': '10',
  });
});
test('a row of a technology, a subgroup or a world stands in place of the row for all', () => {
  expect(charged([{ 'Unit cost': 1 }, { Technology: 'New', 'Unit cost': 2 }])).toMatchObject({
    'without Adults Old': '100',
    'with Adults New': '200',
    'with Children New': '20',
  });
  expect(charged([{ 'Unit cost': 1 }, { Subgroup: 'Children', 'Unit cost': 2 }])).toMatchObject({
    'with Adults New': '100',
    'with Children New': '20',
    'without Children Old': '20',
  });
  expect(charged([{ 'Unit cost': 1 }, { World: 'with', 'Unit cost': 2 }])).toMatchObject({
    'without Adults Old': '100',
    'with Adults New': '200',
  });
});
test('but only of the same category, item and treatment year', () => {
  for (const other of [{ Category: 'Stay' }, { Item: 'call' }, { 'Treatment year': '1' }])
    expect(charged([{ 'Unit cost': 1 }, { Technology: 'New', 'Unit cost': 2, ...other }])).toMatchObject({
      'with Adults New': '300',
    });
  const sums = results(tables([{ 'Unit cost': 1 }, { Technology: 'New', 'Unit cost': 2, Item: 'call' }]));
  expect(sums.impact.total).toEqual(['220']);
  expect(results(tables([{ 'Unit cost': 1 }, { Technology: 'New', 'Unit cost': 2 }])).impact.total).toEqual(['110']);
});
test('rows that each name something the other leaves open both count', () => {
  const made = results(
    tables([
      { Technology: 'New', 'Unit cost': 1 },
      { Subgroup: 'Children', 'Unit cost': 5 },
    ]),
  ).costs;
  const of = (subgroup: string, technology: string): number =>
    made
      .filter((row) => row.world === 'with' && row.subgroup === subgroup && row.technology === technology)
      .reduce((sum, { values }) => sum + Number(values[0]), 0);
  expect([of('Children', 'New'), of('Adults', 'New')]).toEqual([60, 100]);
});
test('a fixed sum is charged once, or once for each subgroup or technology named; people beside technologies once a subgroup', () => {
  expect(charged([{ Per: 'year', 'Unit cost': 7 }])).toEqual({ 'without  ': '7', 'with  ': '7' });
  expect(charged([{ Per: 'year', 'Unit cost': 7, World: 'with', Subgroup: 'Children' }])).toEqual({
    'with Children ': '7',
  });
  expect(charged([{ Per: 'year', 'Unit cost': 7, World: 'with', Technology: 'New' }])).toEqual({ 'with  New': '7' });
  expect(charged([{ Per: 'eligible', 'Unit cost': 1, World: 'with' }])).toEqual({
    'with Adults ': '100',
    'with Children ': '10',
  });
  expect(charged([{ Per: 'step', Step: 'People', 'Unit cost': 1, World: 'with' }])).toEqual({
    'with Adults ': '200',
    'with Children ': '10',
  });
});
test('a fixed sum for one subgroup takes the place of the sum for all there', () => {
  expect(
    charged([
      { Per: 'eligible', 'Unit cost': 1, World: 'with' },
      { Per: 'eligible', 'Unit cost': 3, World: 'with', Subgroup: 'Children' },
    ]),
  ).toEqual({ 'with Adults ': '100', 'with Children ': '30' });
});
test('a subgroup that takes no part is charged nothing', () => {
  const Uptake: Block = [
    ['World', 'Subgroup', 'Technology', '2026'],
    ['without', 'Adults', 'Old', 1],
    ['with', 'Adults', 'New', 1],
  ];
  expect(charged([{ 'Unit cost': 1 }, { Per: 'eligible', 'Unit cost': 1, Item: 'all' }], { Uptake })).toEqual({
    'without Adults Old': '100',
    'without Adults ': '100',
    'with Adults New': '100',
    'with Adults ': '100',
  });
});
