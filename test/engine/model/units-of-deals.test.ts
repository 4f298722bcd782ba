/** Every kind of agreement in one model: its formulas have the units they say, and are told in METHODS by name. */
import { soundnessFaults } from '../../../src/engine/readings/soundness';
import { unitFaults } from '../../../src/engine/readings/units';
import type { Block, Typed } from '../../build/snapshot';
import { blockOf, costOfNew, model, results, runOf, small } from '../small';

const rows: readonly (readonly Typed[])[] = [
  ['discount', 1, null, 0.1, null, null],
  ['tiers', 2, 10, 0.1, null, null],
  ['tiers', 2, 50, 0.2, null, null],
  ['volume tiers', 3, 10, 0.1, null, null],
  ['price-volume', 4, 100, 0.1, null, null],
  ['dose cap', 5, null, null, 5, 'year'],
  ['spend cap', 6, 900, 1, null, null],
  ['free start', 7, null, null, 1, null],
  ['outcome refund', 8, null, 0.5, 0.5, 0.5],
  ['pay on response', 9, null, null, 0.5, 3],
  ['annuity', 10, null, 0.05, 3, 'yes'],
  ['subscription', 11, null, 2, 100, 10],
];
const Agreements: Block = [
  ['Technology', 'Type', 'Order', 'Threshold', 'Rate', 'P1', 'P2'],
  ...rows.map((row) => ['New', ...row]),
];

test('the units of all formulas are the declared ones, and nothing is read outside its block', () => {
  const { model: made } = runOf(small({ Model: model(2), Costs: costOfNew(10), Agreements })).of;
  expect(unitFaults(made)).toEqual([]);
  expect(soundnessFaults(made)).toEqual([]);
});

test('years tested for affordability are the first ones', () => {
  const { impact } = results(small({ Model: model(3, ['Test threshold', 1], ['Test years', 2]), Costs: costOfNew(1) }));
  expect(impact.test).toMatchObject({ passed: false, years: [2026, 2027], tested: [2026, 2027] });
});

const packs = (dose: number, unit: string, sharing: string, more: readonly Typed[] = [null, null, null, null]) =>
  runOf(
    small({
      Population: [
        ['Subgroup', 'Step', 'Op', 'Base'],
        ['Adults', 'People', 'count', 1],
      ],
      Prices: [
        ['Item', 'Pack', 'Content', 'Unit', 'List price'],
        ['vial', 'small', 10, 'mg', 10],
        ['vial', 'large', 50, 'mg', 45],
      ],
      Patients: [
        ['Subgroup', 'Weight', 'Weight SD', 'BSA', 'BSA SD'],
        ['All', ...more],
      ],
      Regimens: [
        ['Technology', 'Item', 'Dose', 'Dose unit', 'Every', 'Every unit', 'Vial sharing'],
        ['New', 'vial', dose, unit, 1, 'year', sharing],
      ],
      Costs: [
        ['Technology', 'Category', 'Item', 'Per', 'Price item'],
        ['New', 'Acquisition', 'vial', 'patient-year', 'vial'],
      ],
    }),
  );
test('whole packs: how many of them, and what they cost, by the cheapest mix', () => {
  const lines = blockOf(packs(105, 'mg', 'no'), 'Units bought');
  expect(lines).toContain('3');
  expect(blockOf(packs(105, 'mg', 'no'), 'Gross cost')).toContain('100');
  expect(blockOf(packs(40, 'mg', 'no'), 'Units bought')).toContain('4');
  expect(blockOf(packs(50, 'mg', 'no'), 'Units bought')).toContain('1');
  expect(blockOf(packs(105, 'mg', 'yes'), 'Units bought')).toContain('2.1');
});
test('a dose by surface follows the surface, and its spread where there is one', () => {
  expect(blockOf(packs(20, 'mg/m2', 'no', [70, 15, 2, null]), 'Units bought')).toContain('4');
  expect(blockOf(packs(2, 'mg/kg', 'no', [20, null, 2, 0.3]), 'Units bought')).toContain('4');
  const spread = blockOf(packs(20, 'mg/m2', 'no', [70, null, 2, 0.3]), 'Gross cost').map(Number);
  expect(Math.max(...spread)).toBeGreaterThan(38);
  expect(Math.max(...spread)).toBeLessThan(46);
  expect(spread).not.toContain(40);
});
