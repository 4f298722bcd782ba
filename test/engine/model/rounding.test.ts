/** What a division loses at the fortieth digit moves no half and no whole patient. */
import { Exact, roundOn } from '../../../src/engine/readings/decimals';
import { D, impactOf, model, results, small, withOf } from '../small';

test('a half that a division has nearly lost is still a half', () => {
  const nearly = new Exact(1).div(3).times('1.5');
  expect(roundOn('half up', 0, () => nearly.plus('0.0'))().toFixed()).toBe('1');
  expect(roundOn('truncate', 0, () => new Exact(1).div(3).times(3))().toFixed()).toBe('1');
  expect(roundOn('half up', 1, () => new Exact('2.449999999999999999999999999999'))().toFixed()).toBe('2.4');
});

test('doses every 28 days: 112 people × 365.25 / 28 × 19.15 is 27978.15, to one place 27978.2', () => {
  const tables = small({
    Model: model(1, ['Money', 'round each part to 1 places']),
    Population: [
      ['Subgroup', 'Step', 'Op', 'Base'],
      ['Adults', 'People', 'count', 112],
    ],
    Prices: [
      ['Item', 'Pack', 'Content', 'Unit', 'List price'],
      ['vial', 'one', 100, 'mg', 1],
    ],
    Regimens: [
      ['Technology', 'Item', 'Dose', 'Dose unit', 'Every', 'Every unit'],
      ['New', 'vial', 100, 'mg', 28, 'day'],
    ],
    Costs: [
      ['Technology', 'Category', 'Item', 'Per', 'Unit cost'],
      ['New', 'Administration', 'vial', 'dose', 19.15],
    ],
  });
  expect(new D(112).times('365.25').div(28).times('19.15').toFixed()).toBe('27978.15');
  expect(impactOf(tables)).toEqual(['27978.2']);
});

test('people beside those who are typed are whole, and exact to thirty places', () => {
  const tables = (count: number) =>
    small({
      Population: [
        ['Subgroup', 'Step', 'Op', 'Base'],
        ['Adults', 'People', 'count', count],
      ],
      Uptake: [
        ['World', 'Technology', 'Unit', '2026'],
        ['without', 'Old', null, 1],
        ['with', 'New', 'patients', 1],
      ],
    });
  const old = (count: number): string => withOf(results(tables(count)).patients, 'Old')[0] ?? '';
  expect(old(30001)).toBe('30000');
  const fine = 1234.567890123;
  expect(new D(old(fine)).minus(new D(fine).minus(1)).abs().lte('1e-30')).toBe(true);
});
