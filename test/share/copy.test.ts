/** The payer copy against those who hide and reconstruct prices: none gets through, and none is falsely said to. */
import { assess } from '../../src/assess';
import { readAssumptions } from '../../src/inputs/read-assumptions';
import { runModel } from '../../src/run/run-model';
import { keptOf, shownOf } from '../../src/share/copy';
import type { Leak } from '../../src/share/leak';
import { secretsOf } from '../../src/share/secrets';
import { OPEN, REMEDIES, type Shared } from '../../src/share/shared';
import { remedied, type Finished } from '../../src/share/sharing';
import { tellings } from '../../src/share/spellings';
import { toldBy } from '../../src/share/told';
import { openXlsx } from '../../src/workbook/xlsx';
import { filePieces } from '../../src/workbook/xlsx/pieces';
import type { Snapshot } from '../../src/workbook/workbook';
import { modelWith, snapshotOf, type Block, type Typed } from '../build/snapshot';
import { finished } from './finished';

const net = (shown: 'years' | 'total', band: number | string = 0): Shared => ({
  ...OPEN,
  net: { shown, band: String(band) },
});

/** A list price of 1,234.50 less a discount that nobody may know. */
const prices = (discount: Typed, source = 'Tariff', more: readonly (readonly Typed[])[] = []): Block => [
  ['Item', 'List price', 'Discount', 'Confidential', 'Source'],
  ['Drug A', 1234.5, discount, 'yes', source],
  ...more,
];
const secret = (discount: number, tables: Readonly<Record<string, Block | null>> = {}): Snapshot =>
  modelWith({ Prices: prices(discount), ...tables });

/** The copy of a model without errors. */
function made(snapshot: Snapshot, shared: Shared = OPEN): Finished {
  const copy = finished(snapshot, shared);
  if (copy) return copy;
  throw new Error(
    assess(snapshot)
      .findings.map(({ message }) => message)
      .join('\n'),
  );
}
const leaksIn = (snapshot: Snapshot, shared: Shared = OPEN): readonly Pick<Leak, 'place' | 'at'>[] =>
  made(snapshot, shared).leaks.map(({ place, at }) => ({ place, at }));

test('the copy is the same file whatever the secret is, holds no trace of it, and runs at list prices', async () => {
  const [one, other] = [made(secret(0.2375)), made(secret(0.4111))];
  expect(one.leaks).toEqual([]);
  expect(Buffer.from(one.bytes).equals(Buffer.from(other.bytes))).toBe(true);
  const { results } = assess(await (await openXlsx(one.bytes)).read());
  const list = assess(
    modelWith({
      Prices: [
        ['Item', 'List price'],
        ['Drug A', 1234.5],
      ],
    }),
  ).results;
  expect(results?.impact.total).toEqual(list?.impact.total);
  expect(results?.impact.total).not.toEqual(assess(secret(0.2375)).results?.impact.total);
});

/** 1,234.50 less 23.75 % is 941.30625. */
const told: readonly (readonly [string, string])[] = [
  ['the net price', 'Contract: 941.30625 a pack'],
  ['rounded to pence', 'net price £941.31'],
  ['to a whole pound', 'net 941 a pack'],
  ['with a comma', 'Netto 941,31 EUR'],
  ['in pence', '94130.625p net'],
  ['with a blank between thousands', '94 130,625 net'],
  ['the discount', 'discount 23.75%'],
  ['the discount as a fraction', 'discount of 0.2375'],
  ['with a German comma', 'Rabatt 23,75 %'],
  ['what is left', '76.25% of list, net'],
  ['what is taken off', 'rebate 293.19375 each'],
  ['in Devanagari digits', 'net ९४१.३१'],
  ['in full-width digits', 'net ９４１．３１'.replace('．', '.')],
  ['with an exponent', 'net 9.4130625e2'],
];
const secretsIn = (discount: number) => {
  const { entries, assumptions } = readAssumptions(secret(discount));
  return secretsOf(entries, assumptions && runModel(assumptions).run);
};
test.each(told)('a text that tells %s is found', (_, text) => {
  expect(toldBy(text, tellings(secretsIn(0.2375)))?.telling.secret.name).toBe('price of Drug A');
});
test.each([
  ['discount of twenty-five per cent', 0.25],
  ['Rabatt von fünfunddreißig Prozent', 0.35],
  ['remise de quarante-deux pour cent', 0.42],
  ['a quarter off', 0.25],
  ['net: seventy-five per cent of list', 0.25],
  ['net, a fifth of list', 0.8],
  ['net of a rebate of 25 %', 0.25],
  ['net, at 0.75 of list', 0.25],
])('“%s” is found', (text, discount) => {
  expect(toldBy(text, tellings(secretsIn(discount)))).not.toBeNull();
});
test.each([
  'Census 2025, table 4',
  'discount from 25 clinics',
  'Audit of 941 records',
  'inputs 25d094aa · Drug A price confidential',
  'Room 941',
  '25% of patients',
  'net of 25 who left',
  'list price with VAT at 25%',
  'a price for 237 packs',
])('“%s” is not said to tell anything', (text) => {
  expect(toldBy(text, tellings(secretsIn(0.25)))).toBeNull();
  expect(toldBy(text, tellings(secretsIn(0.2375)))).toBeNull();
});
test('a source that tells is found in the copy, and gone where sources are left out', () => {
  const model = modelWith({ Prices: prices(0.2375, 'net price £941.31') });
  expect(made(model).leaks[0]).toMatchObject({
    secret: 'price of Drug A',
    place: 'Cells, also hidden',
    at: 'Prices!F4',
  });
  expect(made(model, { ...OPEN, sources: false }).leaks).toEqual([]);
});

test('what is computed from a secret in the user’s own cells is found, by its formula or by its value', () => {
  const costs = (cell: Typed): Block => [
    ['Technology', 'Category', 'Item', 'Per', 'Unit cost', 'Price item'],
    ['Drug A', 'Acquisition', 'drug', 'patient-year', null, 'Drug A'],
    ['Drug B', 'Acquisition', 'drug', 'patient-year', cell, null],
  ];
  for (const cell of [
    { value: 941.30625 },
    { value: 941.30625 * 12 },
    { value: 333.3, formula: '=Prices!$D$4*1403.368421052632' },
    { value: 333.3, formula: '=1000*(1-BIM_Prices[Discount])' },
  ])
    expect(leaksIn(secret(0.2375, { Costs: costs(cell) }), { ...OPEN, results: false })).toContainEqual(
      expect.objectContaining({ at: 'Costs!F5' }),
    );
  expect(leaksIn(secret(0.2375, { Costs: costs({ value: 333.3, formula: '=Other!D4*2' }) }))).toEqual([]);
});

test('rows that address a secret, spending that was seen, unread columns and names do not go into the copy', async () => {
  const { leaks, bytes } = made({
    ...secret(0.2375, {
      Prices: [
        ['Item', 'List price', 'Discount', 'Confidential', 'Net price agreed'],
        ['Drug A', 1234.5, 0.2375, 'yes', 941.30625],
      ],
      Scenarios: [
        ['Scenario', 'Parameter', 'Op', 'Value'],
        ['Deal', 'Prices/Drug A/Discount', 'set', 0.2375],
        ['Growth', 'Population/Adults/Population/Growth', 'set', 0.03],
      ],
      Actuals: [
        ['Period', 'Measure', 'Technology', 'Value'],
        ['2026', 'spend', 'Drug A', 941.30625],
        ['2026', 'patients', 'Drug A', 281],
      ],
    }),
    names: [{ name: 'NetPrice', refersTo: '=941.30625' }],
  });
  expect(leaks).toEqual([]);
  const again = await (await openXlsx(bytes)).read();
  const table = (name: string) => again.tables.find((of) => of.name === name);
  expect(table('BIM_Scenarios')?.rows).toHaveLength(1);
  expect(table('BIM_Prices')?.headers).not.toContain('Net price agreed');
  expect(JSON.stringify([...filePieces(bytes)])).not.toMatch(/941\.306|0\.2375|NetPrice/);
});

test('terms of confidential agreements go with their rows', () => {
  const { leaks, bytes } = made(
    modelWith({
      Agreements: [
        ['Technology', 'Type', 'Threshold', 'Rate', 'Confidential'],
        ['Drug A', 'spend cap', 123456, 0.8125, 'yes'],
      ],
    }),
  );
  expect(leaks).toEqual([]);
  expect(JSON.stringify([...filePieces(bytes)])).not.toMatch(/123456|0\.8125/);
});

/** What can be solved is told before anything is computed or written. */
function copied(snapshot: Snapshot, shared: Shared): { readonly solved: readonly Leak[] } {
  const kept = keptOf(snapshot);
  return { solved: kept ? shownOf(kept, shared).leaks : [] };
}

describe('the inference test', () => {
  test('net figures by year or in all give one price away, exact or in narrow bands, and not in wide ones', () => {
    for (const shared of [net('years'), net('total'), net('years', 1000), net('total', 10000)])
      expect(copied(secret(0.2375), shared).solved).toEqual([
        expect.objectContaining({ place: 'Sums that give it away' }),
      ]);
    expect(copied(secret(0.2375), net('total', 5_000_000)).solved).toEqual([]);
  });
  const two = (second: readonly Typed[]): Snapshot =>
    secret(0.2375, {
      Prices: prices(0.2375, 'Tariff', [['Drug B', 400, 0.1234, 'yes', 'Tariff']]),
      Costs: [
        ['Technology', 'Category', 'Item', 'Per', 'Unit cost', 'Price item'],
        ['Drug A', 'Acquisition', 'drug', 'patient-year', null, 'Drug A'],
        ['Drug B', 'Acquisition', 'drug', 'patient-year', null, 'Drug B'],
      ],
      Uptake: [
        ['World', 'Subgroup', 'Technology', '2026', '2027', '2028'],
        ['without', 'All', 'Drug B', 1, null, null],
        ['with', 'All', 'Drug A', 0.1, 0.2, 0.3],
        ['with', 'All', 'Drug B', ...second],
      ],
    });
  test('two prices cannot be solved from their sum, nor from years in which they move together', () => {
    expect(copied(two([0.9, 0.8, 0.7]), net('total')).solved).toEqual([]);
    expect(copied(two([0.9, 0.8, 0.7]), net('years')).solved).toEqual([]);
  });
  test('two prices can be solved from several years together, where they do not', () => {
    const model = two([0.9, 0.8, 0.7]);
    const apart = {
      ...model,
      tables: model.tables.map((table) =>
        table.name === 'BIM_Prices'
          ? {
              ...table,
              headers: [...table.headers, 'Growth'],
              rows: table.rows.map((row, n) => [...row, { value: n === 0 ? 0 : 0.5 }]),
            }
          : table,
      ),
    };
    expect(copied(apart, net('total')).solved).toEqual([]);
    expect(copied(apart, net('years')).solved).toHaveLength(2);
  });
  test('a cap that binds is read from the figure that it makes', () => {
    const capped = modelWith({
      Agreements: [
        ['Technology', 'Type', 'Threshold', 'Rate', 'Confidential'],
        ['Drug A', 'spend cap', 123456, 1, 'yes'],
      ],
    });
    expect(copied(capped, net('years')).solved).toHaveLength(1);
  });
  test.each(REMEDIES)('with the remedy %s it is tried again until nothing leaks', (remedy) => {
    let copy = made(secret(0.2375), net('years'));
    for (let n = 0; n < 5 && copy.leaks.length > 0; n += 1)
      copy = made(secret(0.2375), remedied(copy, remedy) ?? copy.shared);
    expect([copy.leaks, copy.shared.net.shown]).toEqual([[], remedy === 'band' ? 'years' : 'none']);
  });
});

describe('none is falsely said to give a price away', () => {
  test('numbers of two digits that are also something else', () => {
    const { leaks } = made(
      secret(0.25, {
        Uptake: [
          ['World', 'Subgroup', 'Technology', '2026', '2027', '2028', 'Source'],
          ['without', 'All', 'Drug B', 1, null, null, 'Audit of 25 clinics'],
          ['with', 'All', 'Drug A', 0.25, 0.25, 0.25, '25% of patients in 2025, seventy-five stay'],
          ['with', 'All', 'Drug B', 0.75, 0.75, 0.75, 'the rest, 75 of 100'],
        ],
      }),
    );
    expect(leaks).toEqual([]);
  });
  test('a model without anything confidential', () => {
    const { marked, unmarked, leaks } = made(modelWith({}));
    expect([marked, unmarked, leaks]).toEqual([0, [{ sheet: 'Prices', cell: 'B4' }], []]);
  });
});

test('where the list price is itself confidential there are no figures, and the price is not there', () => {
  const { without, leaks } = made(
    modelWith({
      Prices: [
        ['Item', 'List price', 'Confidential'],
        ['Drug A', 1234.5, 'yes'],
      ],
    }),
  );
  expect([leaks, without]).toEqual([[], 'the list price of Drug A is itself confidential']);
});
test('a workbook with errors gives no copy', () => {
  expect(finished(snapshotOf({}), OPEN)).toBeNull();
});
