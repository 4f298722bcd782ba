/** Uptake by analogue: another row's curve or typed years, faster or slower, and chains of them. */
import type { Block, Typed } from '../../build/snapshot';
import { model, people, results, small, withOf } from '../small';

const Technologies: Block = [
  ['Technology', 'Role'],
  ['New', 'new'],
  ['Second', 'new'],
  ['Third', 'new'],
  ['Old', 'current'],
];
const HEADERS = ['World', 'Subgroup', 'Technology', 'Curve', 'P1', 'P2', 'P3', '2026', '2027', '2028'] as const;
type Rows = readonly (readonly Typed[])[];

/** People on a technology, of a thousand in each of two subgroups. */
const on = (technology: string, rows: Rows, subgroup = 'Adults', ...more: Rows): readonly string[] => {
  const Uptake: Block = [HEADERS, ['without', 'All', 'Old', null, null, null, null, 1, 1, 1], ...rows];
  const made = results(
    small({
      Model: model(3, ...more),
      Technologies,
      Uptake,
      Costs: null,
      Population: people(1000, ['Children', 'People', 'count', 1000, null]),
    }),
  );
  return withOf(
    made.patients.filter((row) => row.subgroup === subgroup),
    technology,
  );
};
const follows = (technology: string, of: string, speed: number | null, subgroup = 'All'): readonly Typed[] => [
  'with',
  subgroup,
  technology,
  'analogue',
  of,
  speed,
];
const line = (technology: string, subgroup = 'All'): readonly Typed[] => [
  'with',
  subgroup,
  technology,
  'linear',
  0,
  0.4,
  4,
];
const typed = (technology: string, ...shares: readonly Typed[]): readonly Typed[] => [
  'with',
  'All',
  technology,
  null,
  null,
  null,
  null,
  ...shares,
];

test('a closed curve is followed exactly, at its own speed where none is typed, or at another', () => {
  expect(on('New', [line('Second'), follows('New', 'Second', null)])).toEqual(['100', '200', '300']);
  expect(on('New', [line('Second'), follows('New', 'Second', 2)])).toEqual(['200', '400', '400']);
  expect(on('New', [line('Second'), follows('New', 'Second', 0.25)])).toEqual(['25', '50', '75']);
  expect(on('Second', [line('Second'), follows('New', 'Second', 0.25)])).toEqual(['100', '200', '300']);
});
test('typed years are followed along straight lines, from 0 at the launch, level after the last', () => {
  const second = typed('Second', 0.1, 0.2, 0.4);
  expect(on('New', [second, follows('New', 'Second', 0.5)])).toEqual(['50', '100', '150']);
  expect(on('New', [second, follows('New', 'Second', 1.5)])).toEqual(['150', '400', '400']);
});
test('a curve with a typed year is read from its years', () => {
  const second: readonly Typed[] = ['with', 'All', 'Second', 'linear', 0, 0.4, 4, null, 0.3];
  expect(on('New', [second, follows('New', 'Second', 0.5)])).toEqual(['50', '100', '200']);
});
test('an analogue of an analogue multiplies their speeds', () => {
  const rows = [line('Third'), follows('Second', 'Third', 0.5), follows('New', 'Second', 0.5)];
  expect(on('New', rows)).toEqual(['25', '50', '75']);
  expect(on('Second', rows)).toEqual(['50', '100', '150']);
});
test('the row of the same subgroup is followed before one for all, and never one of the other world', () => {
  const rows = [line('Second'), typed('Third', 0, 0, 0), follows('New', 'Second', 1)];
  const own: readonly Typed[] = ['with', 'Children', 'Second', null, null, null, null, 0.5, 0.5, 0.5];
  const childrens = follows('New', 'Second', 1, 'Children');
  expect(on('New', [...rows, own, childrens], 'Children')).toEqual(['500', '500', '500']);
  expect(on('New', [own, line('Second'), childrens, follows('New', 'Second', 1)], 'Adults')).toEqual([
    '100',
    '200',
    '300',
  ]);
  const elsewhere: readonly Typed[] = ['without', 'All', 'Second', null, null, null, null, 0, 0, 0];
  expect(on('New', [elsewhere, ...rows])).toEqual(['100', '200', '300']);
});
test('its own typed year wins; in a baseline year there is nobody yet', () => {
  expect(on('New', [line('Second'), [...follows('New', 'Second', 2), null, null, 0.6]])).toEqual(['200', '600', '400']);
  expect(on('New', [line('Second'), follows('New', 'Second', 2)], 'Adults', ['Baseline year', 'yes'])).toEqual([
    '200',
    '400',
    '400',
  ]);
});
test('a step by number or by calendar year, and Bass by its recursion, begin after a baseline year', () => {
  const baseline: Rows = [['Baseline year', 'yes']];
  expect(on('New', [['with', 'All', 'New', 'step', 0.3, 2]], 'Adults', ...baseline)).toEqual(['0', '300', '300']);
  expect(on('New', [['with', 'All', 'New', 'step', 0.3, 2028]], 'Adults', ...baseline)).toEqual(['0', '0', '300']);
  expect(on('New', [['with', 'All', 'New', 'bass discrete', 0.5, 0.1, 0.4]], 'Adults', ...baseline)).toEqual([
    '50',
    '113',
    on('New', [['with', 'All', 'New', 'bass discrete', 0.5, 0.1, 0.4]])[2],
  ]);
});
