/** Cells: what may not stand in one. */
import { readAssumptions } from '../../../src/inputs/read-assumptions';
import { but, computed, faulty, modelWith, plus, settings, snapshotOf } from '../../build/snapshot';
import { faults, type Case } from './cases';

const CELLS: readonly Case[] = [
  [
    'a number stored as text',
    modelWith({ Prices: but('Prices', 0, 'List price', '1 209,50') }),
    'error',
    'number-as-text',
    'C4',
    /List price of Drug A is text: “1 209,50”\./,
    /Retype it as a number: 1209.5\./,
  ],
  [
    'a per cent as text',
    modelWith({ Prices: but('Prices', 0, 'Discount', '5 %') }),
    'error',
    'number-as-text',
    'D4',
    /Discount of Drug A is text/,
    /0\.05/,
  ],
  [
    'full-width digits',
    modelWith({ Prices: but('Prices', 0, 'List price', '１２００') }),
    'error',
    'number-as-text',
    'C4',
    /１２００/,
    /1200/,
  ],
  [
    'a word for a number',
    modelWith({ Prices: but('Prices', 0, 'List price', 'about 5') }),
    'error',
    'text-in-number',
    'C4',
    /about 5/,
    /Type a number from 0 up\./,
  ],
  [
    'text in a year column',
    modelWith({ Uptake: but('Uptake', 1, '2027', 'n/a') }),
    'error',
    'text-in-number',
    'F5',
    /2027 of with, Drug A is text/,
    /share/,
  ],
  [
    'an error value',
    modelWith({ Prices: but('Prices', 0, 'List price', faulty('#N/A', '=VLOOKUP(1,A:B,2)')) }),
    'error',
    'error-value',
    'C4',
    /List price of Drug A is #N\/A\./,
    /VLOOKUP/,
  ],
  [
    'an error value in a key',
    modelWith({ Technologies: but('Technologies', 0, 'Technology', faulty('#REF!')) }),
    'error',
    'error-value',
    'B4',
    /#REF!/,
    /./,
  ],
  [
    'TRUE for a number',
    modelWith({ Prices: but('Prices', 0, 'Discount', true) }),
    'error',
    'true-or-false',
    'D4',
    /is TRUE/,
    /share/,
  ],
  [
    'TRUE for yes',
    modelWith({ Model: settings(['Baseline year', true]) }),
    'error',
    'true-or-false',
    'C9',
    /Baseline year is TRUE/,
    /no, yes/,
  ],
  [
    'a date for a number',
    modelWith({ Prices: but('Prices', 0, 'List price', { value: 45000, date: true }) }),
    'error',
    'date',
    'C4',
    /is a date/,
    /number/,
  ],
  [
    'a date for a year',
    modelWith({ Model: but('Model', 3, 'Value', { value: 46023, date: true }) }),
    'error',
    'date',
    'C7',
    /First year is a date/,
    /2026/,
  ],
  [
    'minus zero',
    modelWith({ Prices: but('Prices', 0, 'Discount', -0) }),
    'error',
    'negative-zero',
    'D4',
    /is −0/,
    /Type 0/,
  ],
  [
    'a number without end',
    modelWith({ Prices: but('Prices', 0, 'List price', Infinity) }),
    'error',
    'not-a-number',
    'C4',
    /not a finite number/,
    /./,
  ],
  [
    'a merged cell',
    modelWith({ Prices: but('Prices', 0, 'List price', { value: 5, merged: true }) }),
    'error',
    'merged-cell',
    'C4',
    /merged/,
    /Unmerge/,
  ],
  [
    'a blank that is required',
    modelWith({ Technologies: but('Technologies', 0, 'Role', null) }),
    'error',
    'blank',
    'C4',
    /Role of Drug A is blank/,
    /for example new/,
  ],
  [
    'a key that is required',
    modelWith({ Technologies: plus('Technologies', [null, 'current', 'x']) }),
    'error',
    'blank',
    'B6',
    /Technology of row 6 of BIM_Technologies is blank/,
    /./,
  ],
  [
    'a share above 1',
    modelWith({ Prices: but('Prices', 0, 'Discount', 5) }),
    'error',
    'out-of-bounds',
    'D4',
    /Discount of Drug A is 5\./,
    /3\.5 % is 0\.035/,
  ],
  [
    'an uptake above 1',
    modelWith({ Uptake: but('Uptake', 1, '2027', 20) }),
    'error',
    'out-of-bounds',
    'F5',
    /2027 of with, Drug A is 20/,
    /0\.2/,
  ],
  [
    'a price below 0',
    modelWith({ Prices: but('Prices', 0, 'List price', -1) }),
    'error',
    'out-of-bounds',
    'C4',
    /is -1/,
    /0 up/,
  ],
  [
    'fewer people than none',
    modelWith({ Population: but('Population', 0, 'Base', -1000) }),
    'error',
    'out-of-bounds',
    'E4',
    /Base of Adults, Population is -1000/,
    /from 0 up/,
  ],
  [
    'more deaths than people',
    modelWith({ Population: plus('Population', ['Adults', 'Died', 'leave', 1.5, null, 'x']) }),
    'error',
    'out-of-bounds',
    'E6',
    /1\.5/,
    /share from 0 to 1/,
  ],
  [
    'a growth like 5 for 5 %',
    modelWith({ Population: but('Population', 0, 'Growth', 5) }),
    'warning',
    'unusual',
    'F4',
    /500 %/,
    /0\.05/,
  ],
  [
    'a word that is not on the list',
    modelWith({ Technologies: but('Technologies', 0, 'Role', 'nwe') }),
    'error',
    'unknown-word',
    'C4',
    /“nwe”/,
    /new is probably meant/,
  ],
  [
    'a number where a word belongs',
    modelWith({ Technologies: but('Technologies', 0, 'Role', 1) }),
    'error',
    'unknown-word',
    'C4',
    /“1”/,
    /new, current or none/,
  ],
  [
    'a setting’s word',
    modelWith({ Model: settings(['Shares', 'whatever']) }),
    'error',
    'unknown-word',
    'C9',
    /Shares is “whatever”/,
    /sum to 1 or normalise/,
  ],
  [
    'a currency',
    modelWith({ Model: but('Model', 2, 'Value', 'pounds') }),
    'error',
    'unknown-word',
    'C6',
    /Currency is “pounds”/,
    /three letters/,
  ],
  [
    'a rounding',
    modelWith({ Model: settings(['Patients', 'round up']) }),
    'error',
    'unknown-word',
    'C9',
    /round up/,
    /truncate/,
  ],
  [
    'eleven years',
    modelWith({ Model: but('Model', 4, 'Value', 11) }),
    'error',
    'out-of-bounds',
    'C8',
    /Years is 11/,
    /1 to 10/,
  ],
  [
    'half a year',
    modelWith({ Model: but('Model', 4, 'Value', 2.5) }),
    'error',
    'out-of-bounds',
    'C8',
    /2\.5/,
    /whole number/,
  ],
  [
    'a later schema',
    modelWith({ Model: but('Model', 1, 'Value', 2) }),
    'error',
    'out-of-bounds',
    'C5',
    /Schema is 2/,
    /1/,
  ],
];

faults(CELLS);

test('the plain model has no fault', () => {
  const { findings, assumptions } = readAssumptions(modelWith());
  expect(findings).toEqual([]);
  expect(assumptions).not.toBeNull();
});

test('all errors are listed at once', () => {
  const { findings, assumptions } = readAssumptions(
    modelWith({
      Prices: [
        ['Item', 'List price', 'Discount'],
        ['Drug A', '12', '5 %'],
      ],
      Costs: but('Costs', 1, 'Unit cost', faulty('#DIV/0!')),
      Uptake: plus('Uptake', ['sideways', 'All', 'Drug C', 'x', true, -0]),
    }),
  );
  expect(
    findings
      .filter(({ severity }) => severity === 'error')
      .map(({ code }) => code)
      .sort(),
  ).toEqual(
    [
      'error-value',
      'negative-zero',
      'number-as-text',
      'number-as-text',
      'text-in-number',
      'true-or-false',
      'unknown-name',
      'unknown-word',
    ].sort(),
  );
  expect(assumptions).toBeNull();
});

test('a formula that shows nothing is blank', () => {
  const { findings } = readAssumptions(
    modelWith({ Costs: but('Costs', 1, 'Unit cost', computed('=IF(1,"","")', '')) }),
  );
  expect(findings.map(({ code }) => code)).toContain('no-value');
  expect(snapshotOf({}).tables).toEqual([]);
});
