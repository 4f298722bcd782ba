/** A large model as a workbook: 10 subgroups, 10 technologies, 10 years, five cost rows a technology, growth and offsets. */
import type { Example, ExampleRow } from '../../src/inputs/examples/example';

const count = (n: number): number[] => Array.from({ length: n }, (_, index) => index);
const years = count(10).map((n) => String(2026 + n));
const technology = (k: number): string =>
  k === 0 ? 'New medicine' : k === 9 ? 'No treatment' : `Medicine ${String(k)}`;
const byYear = (of: (n: number) => string): ExampleRow => Object.fromEntries(years.map((year, n) => [year, of(n)]));

function costRows(k: number): ExampleRow[] {
  const categories = ['Acquisition', 'Administration', 'Monitoring', 'Adverse events', 'Offsets'];
  return categories.map((Category, c) => ({
    Technology: technology(k),
    Subgroup: 'All',
    Category,
    Item: Category.toLowerCase(),
    Per: 'patient-year',
    'Unit cost': String(c === 4 ? -(17.25 * (k + 1)) : 120.4 * (k + 1) + 31.7 * c),
    Growth: '0.01',
    Payer: c % 2 === 0 ? 'Health service' : 'Region',
    Source: 'made up',
  }));
}

export const tenByTenByTen: Example = {
  title: 'Ten by ten by ten',
  about: 'A large model, made up for measuring.',
  tables: {
    Model: [
      ['Title', 'Ten by ten by ten'],
      ['Schema', '1'],
      ['Currency', 'GBP'],
      ['First year', '2026'],
      ['Years', '10'],
      ['Payer', 'All'],
    ].map(([Setting = '', Value = '']) => ({ Setting, Value })),
    Population: count(10).flatMap((s) => [
      {
        Subgroup: `Region ${String(s + 1)}`,
        Step: 'People',
        Op: 'count',
        Base: String(400000 + 37000 * s),
        Growth: '0.004',
        Source: 'made up',
      },
      {
        Subgroup: `Region ${String(s + 1)}`,
        Step: 'With the condition',
        Op: 'x',
        Base: String(0.002 + 0.0003 * s),
        Source: 'made up',
      },
      { Subgroup: `Region ${String(s + 1)}`, Step: 'Diagnosed', Op: 'x', Base: '0.7', Source: 'made up' },
    ]),
    Technologies: count(10).map((k) => ({
      Technology: technology(k),
      Role: k === 0 ? 'new' : k === 9 ? 'none' : 'current',
      Source: 'made up',
    })),
    Uptake: [
      ...count(8).map((k) => ({
        World: 'without',
        Subgroup: 'All',
        Technology: technology(k + 1),
        ...byYear(() => '0.1'),
        Source: 'made up',
      })),
      ...count(10).map((s) => ({
        World: 'with',
        Subgroup: `Region ${String(s + 1)}`,
        Technology: technology(0),
        ...byYear((n) => String((5 + 3 * n + s) / 100)),
        Source: 'made up',
      })),
    ],
    Costs: count(10).flatMap(costRows),
    Scenarios: [
      { Scenario: 'Dearer', Parameter: "Costs/'New medicine'/All/Acquisition/*/Unit cost", Op: 'x', Value: '1.2' },
    ],
  },
};
