/** A module of many functions: more than one can hold, within loops and outside them, by as many draws as do not go in pairs. */
import { axis, link, periodAxis } from '../../../../../src/engine/graph/axis';
import {
  cases,
  constant,
  first,
  max,
  min,
  position,
  round,
  sum,
  type Expression,
} from '../../../../../src/engine/graph/expression';
import { Model } from '../../../../../src/engine/graph/model';
import type { Quantity } from '../../../../../src/engine/graph/quantity';
import { Exact } from '../../../../../src/engine/readings/decimals';
import { hold } from '../../fast';

const month = periodAxis(
  'month',
  Array.from({ length: 40 }, (_, n) => String(n)),
);
const item = axis(
  'item',
  Array.from({ length: 23 }, (_, n) => String(n)),
);
const group = axis('group', ['x', 'y', 'z']);
item.belongsTo(
  group,
  item.members.map((_, n) => (n * n) % 3),
);
const back = link(
  'back',
  item,
  item,
  item.members.map((_, n) => (n * 7 + 3) % 23),
);

/** So many terms of one formula, each of a kind of its own. */
const long = (of: Quantity, by: Quantity, terms: number): Expression =>
  Array.from({ length: terms }, (_, n) => {
    const number = constant(String(1 + n / 16));
    return (
      [
        of.times(number),
        min(of, by.times(number)),
        max(by.minus(number), of),
        round(by.times(number), 'half up', 1),
        by.via(back).plus(number),
      ][n % 5] ?? of
    );
  }).reduce((a, b) => a.plus(b));

test('powers: whole, of a half, by a place, and any other', () => {
  const model = new Model();
  const a = model.input(
    'a',
    '1',
    [item],
    item.members.map((_, n) => ({ value: new Exact(0.4 + n / 7), at: { sheet: 'S', cell: 'A1' }, parameter: 'a' })),
    new Exact(0),
  );
  for (const power of ['-1', '-3', '0', '0.5', '1', '1.5', '2', '-0.5', '17', '21'])
    model.quantity(`to the power of ${power}`, '1', [item], () => a.power(constant(power)));
  model.quantity('by its place', '1', [item], () => a.power(position(item).minus(constant(12))));
  model.quantity('by itself', '1', [item], () => a.power(a));
  for (const plain of [false, true]) expect(hold(model, 3, 7, plain).wrong).toEqual([]);
});

test.each([9, 400])('%d terms in each formula', (terms) => {
  const model = new Model();
  const typed = (name: string, along: typeof item, of: (n: number) => number): Quantity =>
    model.input(
      name,
      '1',
      [along],
      along.members.map((_, n) => ({ value: new Exact(of(n)), at: { sheet: 'S', cell: 'A1' }, parameter: name })),
      new Exact(0),
    );
  const [a, b] = [typed('a', item, (n) => 0.4 + ((n * 5) % 7) / 3), typed('b', item, (n) => 1.3 + ((n * 3) % 11) / 7)];
  const rate = typed('rate', month, (n) => 0.9 + ((n * 3) % 5) / 37);
  const made = model.quantity('Made', '1', [item], () => long(a, b, terms));
  model.quantity('By group', '1', [group], () => sum(made.times(a), item, group));
  const stock: Quantity = model.quantity('Stock', '1', [item, month], () =>
    first(month, made, stock.previous(month).times(rate).plus(a).minus(b)),
  );
  model.quantity('Of months', '1', [item], () => sum(stock.times(rate), month));
  model.quantity('By kind', '1', [item, month], () =>
    cases(item, (n) => String(n % 4), {
      0: stock,
      1: made.times(position(month)),
      2: b.via(back),
      3: stock.over(rate),
    }),
  );
  const held = hold(model, 5, 3);
  expect([held.wrong, held.compiled]).toEqual([[], true]);
  expect(held.compared).toBeGreaterThan(9000);
});
