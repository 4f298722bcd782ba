/** A payer copy against somebody who hides and reconstructs prices in every way we could think of: each is found, by its cell. */
import { keptOf, shownOf } from '../../src/share/copy';
import { OPEN } from '../../src/share/shared';
import { search, type Piece } from '../../src/share/search';
import { openXlsx } from '../../src/workbook/xlsx';
import type { Snapshot } from '../../src/workbook/workbook';
import { but, modelWith, type Block, type Typed } from '../build/snapshot';
import { finished } from './finished';

/** A list price of 1,234.50 less 23.75% is 941.30625; less 25% of 1,200 it is 900. */
const secret = (tables: Readonly<Record<string, Block | null>> = {}, discount = 0.2375, list = 1234.5): Snapshot =>
  modelWith({
    Prices: [
      ['Item', 'List price', 'Discount', 'Confidential', 'Source'],
      ['Drug A', list, discount, 'yes', 'Tariff'],
    ],
    ...tables,
  });

/** Cells of the user's that tell, found before anything is computed. */
function cellsIn(model: Snapshot): readonly string[] {
  const kept = keptOf(model);
  if (kept === null) throw new Error('the model has errors');
  return shownOf(kept, OPEN).leaks.map(({ at }) => at);
}

const costs = (cell: Typed): Block => [
  ['Technology', 'Category', 'Item', 'Per', 'Unit cost', 'Price item'],
  ['Drug A', 'Acquisition', 'drug', 'patient-year', null, 'Drug A'],
  ['Drug B', 'Acquisition', 'drug', 'patient-year', cell, null],
];
const NET = 941.30625;

test.each([
  ['as it is', NET],
  ['in pence', NET * 100],
  ['÷ 100', NET / 100],
  ['in thousands', NET / 1000],
  ['rounded to pence', 941.31],
  ['rounded to a tenth of a penny', 941.306],
  ['as what is taken off', 293.19375],
  ['as a year of packs', NET * 13],
  ['as a year of packs, rounded', 12236.98],
  ['as a month of packs, rounded', 28239.19],
  ['as one tablet of 28', NET / 28],
  ['as one day, rounded', 33.6181],
  ['as packs a pound', 1 / NET],
  ['as packs for a million', 1e6 / NET],
  ['as the discount', 0.2375],
  ['as what is left of the list price', 0.7625],
  ['as the discount in per cent', 23.75],
  ['as the list price over the net price', 1 / 0.7625],
  ['as the mark-up on the net price', 0.2375 / 0.7625],
])('a number typed %s is found', (_, value) => {
  expect(cellsIn(secret({ Costs: costs(value) }))).toContain('Costs!F5');
});

test.each([
  ['reads it', { formula: '=Prices!$D$4*12' }],
  ['reads a range over it', { formula: "=SUM('Prices'!B4:E9)" }],
  ['reads it through a table', { formula: '=INDEX(BIM_Prices[Discount],1)*7' }],
  ['reads the whole table', { formula: '=VLOOKUP("Drug A",BIM_Prices,3,FALSE)' }],
  ['reads it by a text', { formula: '=INDIRECT("Prices!D4")' }],
  ['reads a cell that reads it', { formula: '=Uptake!H4+1' }],
  ['reads a name for it', { formula: '=Terms*3' }],
  ['reads a name that holds it', { formula: '=Typed_in*3' }],
])('a formula that %s is found, whatever its value is', (_, { formula }) => {
  const model: Snapshot = {
    ...secret({
      Costs: costs({ value: 333.3, formula }),
      Uptake: [
        ['World', 'Subgroup', 'Technology', '2026', '2027', '2028', 'Source'],
        ['without', 'All', 'Drug B', 1, null, null, { value: 'x', formula: '=IF(Prices!D4>0,"x","y")' }],
        ['with', 'All', 'Drug A', 0.1, 0.2, 0.3, 'Company'],
        ['with', 'All', 'Drug B', 0.9, 0.8, 0.7, 'Company'],
      ],
    }),
    names: [
      { name: 'Terms', refersTo: '=Prices!$D$4' },
      { name: 'Typed_in', refersTo: '=0.2375' },
    ],
  };
  expect(cellsIn(model)).toContain('Costs!F5');
});

test.each([
  ['sets the list price to the net price', 'set', 900],
  ['takes the discount off the list price', 'x', 0.75],
])('a scenario that %s is found by its row, though its number is short', (_, op, value) => {
  const Scenarios: Block = [
    ['Scenario', 'Parameter', 'Op', 'Value'],
    ['Deal', 'Prices/Drug A/List price', op, value],
    ['Dearer', 'Prices/Drug A/List price', 'x', 1.1],
  ];
  expect(cellsIn(secret({ Scenarios }, 0.25, 1200))).toEqual(['Scenarios!E4']);
});

/** A scenario of two numbers that tell nothing alone: half the list price, and half as much again, is the price less a quarter. */
const halves = (growth: number): Snapshot =>
  secret(
    {
      Population: but('Population', 0, 'Growth', growth),
      Scenarios: [
        ['Scenario', 'Parameter', 'Op', 'Value'],
        ['Half', 'Prices/Drug A/List price', 'x', 0.5],
        ['Half', 'Prices/Drug A/Mark-up', 'set', 0.5],
      ],
    },
    0.25,
    1200,
  );
test.each([
  ['of many digits', 0.01],
  ['that are round, by moving the prices', 0],
])('what is made of two numbers that tell nothing alone is found by its figures %s, and closed', (_, growth) => {
  const model = halves(growth);
  expect(cellsIn(model)).toEqual([]);
  const copy = finished(model, OPEN);
  expect(copy?.leaks).toMatchObject([{ place: 'Sums that give it away', remedies: [{ of: 'scenarios' }] }]);
  expect(finished(model, copy?.leaks[0]?.remedies[0]?.shared ?? OPEN)?.leaks).toEqual([]);
});

test('the end of a bar that is the net price is found by its row, though its number is short', () => {
  const Uncertainty: Block = [
    ['Parameter', 'Op', 'Low', 'High'],
    ['Prices/Drug A/List price', 'x', 0.75, 1.1],
    ['Population/Adults/Diagnosed/Base', 'x', 0.9, 1.1],
  ];
  expect(cellsIn(secret({ Uncertainty }, 0.25, 1200))).toEqual(['Uncertainty!D4']);
});

test('the bars of the workbook itself stay behind: a copy has no sheet of them, whatever they are of', async () => {
  const Uncertainty: Block = [
    ['Parameter', 'Op', 'Low', 'High'],
    ['Prices/Drug A/Discount', 'set', 0, 0.5],
    ['Population/Adults/Diagnosed/Base', 'x', 0.9, 1.1],
  ];
  const model = secret({ Uncertainty });
  const copy = finished(model, OPEN);
  expect(copy?.leaks).toEqual([]);
  const sheets = copy && (await (await openXlsx(copy.bytes)).read()).sheets;
  expect(sheets).toContain('Summary');
  expect(sheets).not.toContain('Sensitivity');
});

test.each([
  ['a scenario of a quantity that is three quarters', 'All', 'All', 1, 0.75, 'scenarios'],
  ['the split by budget holder', 'NHS', 'Company', 0.75, null, 'amounts'],
  ['the split by category', 'Acquisition', 'Fees', 0.75, null, 'amounts'],
])(
  '%s makes the net price of a number that tells nothing alone: found, and closed',
  (_, one, other, quantity, low, of) => {
    const split = one !== other;
    const row = (
      technology: string,
      part: string,
      item: string,
      times: number,
      cost: number | null,
    ): readonly Typed[] => [
      technology,
      part === 'Fees' ? part : 'Acquisition',
      item,
      'patient-year',
      times,
      cost,
      cost === null ? 'Drug A' : null,
      part === 'NHS' || part === 'Company' ? part : null,
    ];
    const model = secret(
      {
        Costs: [
          ['Technology', 'Category', 'Item', 'Per', 'Quantity', 'Unit cost', 'Price item', 'Payer'],
          row('Drug A', one, 'drug', quantity, null),
          ...(split ? [row('Drug A', other, 'rest of the drug', 1 - quantity, null)] : []),
          row('Drug B', one, 'drug', 1, 300),
        ],
        Scenarios:
          low === null
            ? null
            : [
                ['Scenario', 'Parameter', 'Op', 'Value'],
                ['Fewer', 'Costs/Drug A/All/Acquisition/drug/Quantity', 'x', low],
              ],
      },
      0.25,
      1200,
    );
    expect(cellsIn(model)).toEqual([]);
    const copy = finished(model, OPEN);
    expect(copy?.leaks).toMatchObject([{ place: 'Sums that give it away', remedies: [{ of }] }]);
    const closed = finished(model, copy?.leaks[0]?.remedies[0]?.shared ?? OPEN);
    expect([closed?.leaks, closed?.without === '']).toEqual([[], of === 'scenarios']);
  },
);

test('figures of the copy that are a secret are found there as well, and go with the results', () => {
  const model = secret({ Costs: costs(NET) });
  const onSummary = (results: boolean) =>
    finished(model, { ...OPEN, results })?.leaks.filter(
      ({ place, at }) => place === 'Cells, also hidden' && at.startsWith('Summary!'),
    ) ?? [];
  expect(onSummary(true)[0]?.remedies).toMatchObject([{ of: 'results' }]);
  expect(onSummary(false)).toEqual([]);
});

/** Wherever a piece of a file may stand: our own copies hold none of these, and a later one might. */
const piece = (place: Piece['place'], text: string, number = false): Piece => ({
  place,
  at: 'xl/part.xml',
  text,
  number,
});
test.each([
  ['a number format', piece('Formulas and names', '"941.31 net";General')],
  ['the memory of a chart', piece('Chart data and labels', '941.30625', true)],
  ['a label of a chart', piece('Chart data and labels', 'Net price 941,31 €')],
  ['an alternative text', piece('Notes, comments, alt text', 'The discount is a quarter less 1.25 points: 23.75 %')],
  ['a comment', piece('Notes, comments, alt text', 'twenty-three point seven five per cent off')],
  ['a property', piece('Document properties', 'net 941.306')],
  ['custom XML', piece('Document properties', '9.4130625E+02')],
  ['a name', piece('Formulas and names', '1-0.2375')],
  ['a validation', piece('Formulas and names', '941.30625')],
  ['a conditional format', piece('Formulas and names', 'A1>941.306')],
  ['a cache', piece('Pivot, link and query caches', '12236.98125', true)],
  ['digits with nothing between them', piece('Cells, also hidden', 'ref 9\u200b4\u200b1.3\u200b0\u200b6')],
  ['digits spaced out', piece('Cells, also hidden', 'net 9 4 1 . 3 1')],
  ['mathematical digits', piece('Cells, also hidden', 'net 𝟗𝟒𝟏.𝟑𝟏')],
  ['Thai digits', piece('Cells, also hidden', 'net ๙๔๑.๓๑')],
  ['Arabic digits and marks', piece('Cells, also hidden', 'net ٩٤١٫٣١')],
  ['basis points', piece('Cells, also hidden', 'rebate 2375 bps')],
  ['a price of few digits', piece('Notes, comments, alt text', 'our price is 941')],
  ['a price in another language', piece('Notes, comments, alt text', 'Preis 941,3 Euro')],
  ['pounds in words', piece('Cells, also hidden', 'net price of nine hundred and forty-one pounds')],
  ['German words', piece('Cells, also hidden', 'netto neunhunderteinundvierzig Euro')],
  ['French words', piece('Cells, also hidden', 'prix net: neuf cent quarante et un euros')],
])('%s that tells is found in a finished file', (_, given) => {
  const kept = keptOf(secret());
  const { leaks } = search([given], kept?.secrets ?? [], { sheets: [], results: [], told: new Set(), shared: OPEN });
  expect(leaks).toHaveLength(given.text === '12236.98125' ? 0 : 1);
});
