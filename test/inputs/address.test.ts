/** Parameter addresses: parts, quotes, stars; what they find in a workbook. */
import fc from 'fast-check';
import { addressOf, addressParts, isWild, sameAddress } from '../../src/inputs/address';
import { readAssumptions } from '../../src/inputs/read-assumptions';
import { horizonOf } from '../../src/inputs/settings';
import { findTarget } from '../../src/inputs/target';
import { modelWith, plus, settings } from '../build/snapshot';

const texts = (address: string): readonly string[] | null => addressParts(address)?.map(({ text }) => text) ?? null;

test.each([
  ['Prices/Sensor/List price', ['Prices', 'Sensor', 'List price']],
  ["Agreements/'Antivirals, one fee'/subscription/P1", ['Agreements', 'Antivirals, one fee', 'subscription', 'P1']],
  ["Costs/'A/B'/All/Acquisition/*/2016", ['Costs', 'A/B', 'All', 'Acquisition', '*', '2016']],
  ["Costs/'it''s'/x", ['Costs', "it's", 'x']],
  ["Costs/Crohn's disease/x", ['Costs', "Crohn's disease", 'x']],
  ['Costs//x', ['Costs', '', 'x']],
  ["Costs/ 'a b' /x ", ['Costs', 'a b', 'x']],
  ["Costs/x/'List price'", ['Costs', 'x', 'List price']],
  ['Costs/x/', ['Costs', 'x', '']],
])('%s', (address, parts) => {
  expect(texts(address)).toEqual(parts);
});

test.each(["Costs/'x", "Costs/'x'y/z", "'"])('%s has quotes that do not close', (address) => {
  expect(addressParts(address)).toBeNull();
});

test('only a bare star is wild', () => {
  expect(addressParts("*/'*'")?.map(isWild)).toEqual([true, false]);
});

test('every address that is written reads back', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.string({ minLength: 1, unit: 'grapheme' }).filter((text) => text.trim() === text),
        { minLength: 1 },
      ),
      (parts) => {
        expect(texts(addressOf(...parts))).toEqual(parts);
        expect(addressParts(addressOf(...parts))?.some(isWild)).toBe(false);
      },
    ),
  );
});

describe('what an address finds', () => {
  const { entries } = readAssumptions(
    modelWith({
      Model: settings(['Baseline year', 'yes']),
      Prices: plus('Prices', ['Drug C', 5, 0, 'x']),
      Costs: plus('Costs', [null, 'Monitoring', null, 'patient-year', 5, null, 'x']),
    }),
  );
  const rows = (address: string): readonly string[] => {
    const found = findTarget(entries, address, horizonOf(entries));
    if ('fault' in found) return [found.fault];
    const target = found.target.kind === 'field' ? found.target.field.label : found.target.periods.join(' ');
    return [
      target,
      ...(entries.get(found.table.word)?.rows ?? [])
        .concat(found.added)
        .filter(found.matches)
        .map((row) => row.address),
    ];
  };

  test.each([
    ['Prices/Drug A/List price', ['List price', 'Prices/Drug A/All']],
    ['prices/drug a/LIST_PRICE', ['List price', 'Prices/Drug A/All']],
    ['BIM_Prices/Drug A/All/List price', ['List price', 'Prices/Drug A/All']],
    ['Prices/*/List price', ['List price', 'Prices/Drug A/All', 'Prices/Drug C/All']],
    ['Prices/Drug A/Fee', ['Fee', 'Prices/Drug A/All']],
    ['Costs/Drug B/All/Acquisition/drug/Unit cost', ['Unit cost', 'Costs/Drug B/All/Acquisition/drug']],
    ['Costs/Drug B/All/Acquisition/Unit cost', ['Unit cost', 'Costs/Drug B/All/Acquisition/drug']],
    ['Costs/All/All/Monitoring/All/2026', ['1', 'Costs/All/All/Monitoring/All']],
    ['Costs//All/Monitoring//Year 2', ['2', 'Costs/All/All/Monitoring/All']],
    [
      'Costs/*/*/*/*/Unit cost',
      [
        'Unit cost',
        'Costs/Drug A/All/Acquisition/drug',
        'Costs/Drug B/All/Acquisition/drug',
        'Costs/All/All/Monitoring/All',
      ],
    ],
    ['Uptake/with/All/Drug A/*', ['0 1 2 3', 'Uptake/with/All/Drug A']],
    ['Uptake/with/All/Drug A/Baseline', ['0', 'Uptake/with/All/Drug A']],
    ['Uptake/with/All/Drug A/2025', ['0', 'Uptake/with/All/Drug A']],
    ['Technologies/Drug A/2027', ['2', 'Technologies/Drug A']],
    ['Model/Years/Value', ['Years', 'Model/Years']],
    ['Model/Discount rate/Value', ['Discount rate', 'Model/Discount rate']],
    ['Model/Discount rate', ['Discount rate', 'Model/Discount rate']],
  ])('%s', (address, found) => {
    expect(rows(address)).toEqual(found);
  });

  test.each([
    'Prices/All/List price',
    'Costs/Drug C/All/Acquisition/drug/Unit cost',
    "Prices/'*'/List price",
    'Prices/Drug A',
    'Prices',
    '',
    'Uptake/with/All/Drug A/2029',
    'Model/Value',
    'Technologies/Drug A/Year 0',
  ])('%p finds nothing', (address) => {
    expect(rows(address)[0]).toMatch(/No row|does not have the parts|no input table|outside|no setting/);
  });
});

test.each([
  ['Prices/Sensor/List price', " prices / 'Sensor'/list  PRICE", true],
  ["Costs/'A/B'/x", 'Costs/A/B/x', false],
  ["Costs/'*'/x", 'Costs/*/x', false],
  ["Costs/'x", "Costs/'y", false],
  ["Costs/'x", "costs/'X", true],
])('%s and %s: the same %s', (a, b, same) => {
  expect(sameAddress(a, b)).toBe(same);
});
