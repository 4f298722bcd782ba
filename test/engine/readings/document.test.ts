/** What a model's methods say of each kind of formula, and what they say of several models together. */
import { axis, link, periodAxis } from '../../../src/engine/graph/axis';
import {
  atMost,
  cases,
  constant,
  equal,
  exp,
  first,
  less,
  ln,
  max,
  min,
  normal,
  one,
  position,
  round,
  select,
  sum,
  zero,
  type Expression,
} from '../../../src/engine/graph/expression';
import { Model } from '../../../src/engine/graph/model';
import type { Quantity } from '../../../src/engine/graph/quantity';
import { Exact } from '../../../src/engine/readings/decimals';
import { documented, united, type Documented } from '../../../src/engine/readings/document';

const [year, item, group] = [periodAxis('year', ['0', '1']), axis('item', ['a', 'b']), axis('group', ['g', 'h'])];
item.belongsTo(group, [0, 1]);
const treats = link('treats', item, group, [1, 0]);

type Formula = (a: Quantity, b: Quantity) => Expression;
/** Formulas on Rate and Cost, and each way in which they come about: when, and how. */
const SAID: readonly (readonly [of: Formula, ...ways: readonly (readonly [when: string, equation: string])[]])[] = [
  [(a, b) => a.plus(b).minus(a.minus(b)), ['', 'rate + cost − (rate − cost)']],
  [(a, b) => a.times(b.plus(a)).over(b.times(a)), ['', 'rate × (cost + rate) ÷ (cost × rate)']],
  [(a, b) => a.over(b.over(a)).minus(a.times(b)), ['', 'rate ÷ (cost ÷ rate) − rate × cost']],
  [
    (a, b) =>
      a
        .power(b)
        .power(a)
        .plus(a.power(b.power(a))),
    ['', 'rate ^ cost ^ rate + rate ^ (cost ^ rate)'],
  ],
  [(a, b) => a.plus(b).power(constant(2)), ['', '(rate + cost) ^ 2']],
  [(a) => constant(-1).times(a).plus(constant(-3)), ['', '−rate + −3']],
  [(a, b) => constant(-1).times(a.plus(b)), ['', '−(rate + cost)']],
  [(a) => a.plus(zero()).times(one).minus(zero()).over(one), ['', 'rate']],
  [(a, b) => min(max(a, b, one), a.plus(b)), ['', 'min(max(rate; cost; 1); rate + cost)']],
  [
    (a, b) => less(a, b).plus(atMost(a, b)).plus(equal(a, b)),
    ['', 'rate is below cost + rate is at most cost + rate is cost'],
  ],
  [
    (a, b) =>
      exp(a)
        .plus(ln(b))
        .plus(normal(a.plus(b))),
    ['', 'exp(rate) + ln(cost) + Φ(rate + cost)'],
  ],
  [(a, b) => select(less(a, b), a, b), ['where rate is below cost', 'rate'], ['else', 'cost']],
  [(a, b) => one.plus(select(less(a, b), a, b)), ['', '1 + (rate where rate is below cost, else cost)']],
  [(a) => round(a, 'half up', 2), ['', 'rounded(rate)']],
  [(a) => round(a, 'half up', 12), ['', 'rate, to 12 places']],
  [(a, b) => round(select(a, a, b), 'half up', 2), ['where rate', 'rounded(rate)'], ['else', 'rounded(cost)']],
  [(a) => one.plus(round(a, 'half up', 9)), ['', '1 + rounded(rate)']],
  [(a) => one.plus(round(a, 'half up', 10)), ['', '1 + rate, to 10 places']],
  [(a) => sum(a, item), ['', 'Σ(rate; each item)']],
  [(a) => sum(a, item, group), ['', 'Σ(rate; each item of the group)']],
  [(a) => sum(a, item, treats), ['', 'Σ(rate; each item of the group (treats))']],
  [
    (a, b) => cases(item, (n) => (n === 0 ? 'old' : 'new'), { old: a, new: select(b, a, b) }),
    ['old', 'rate'],
    ['new, where cost', 'rate'],
    ['new, else', 'cost'],
  ],
  [(a, b) => cases(item, (n) => String(n), { 0: a, 1: b }), ['', 'rate'], ['', 'cost']],
  [(a) => cases(item, (n) => String(n), { 0: a.plus(constant(3)), 1: a.plus(constant('4.5')) }), ['', 'rate + 3']],
  [
    (a, b) => one.minus(cases(item, (n) => (n === 0 ? 'old' : ''), { old: a.plus(b), '': b })),
    ['', '1 − (old: rate + cost; cost)'],
  ],
  [(a) => one.plus(cases(item, () => '', { '': a })), ['', '1 + (rate)']],
  [
    (a) => constant(1899).plus(a).plus(constant(2200)),
    ['', 'the year before the first + rate + the year before the first'],
  ],
  [(a) => constant(1898).plus(a).plus(constant(2201)), ['', '1898 + rate + 2201']],
  [(_, b) => b.plus(position(year)), ['', 'cost + number of the year']],
  [(a, b) => first(year, a, b), ['first', 'rate'], ['later', 'cost']],
];

function modelOf(of: Formula, unit = 'GBP/person'): Model {
  const model = new Model();
  const at = { sheet: 'S', cell: 'A1' };
  const [x, y] = [1, 2].map((value) => ({ value: new Exact(value), at, parameter: 'p' }));
  const a = model.input('Rate', unit, [item], [x ?? null, y ?? null], new Exact(0));
  const b = model.data('Cost', 'person', [], [new Exact(3)]);
  model.quantity('Made', '1', [item, year], () => of(a, b), { source: 'Textbook' });
  return model;
}

test.each(SAID.map(([of, ...ways]) => ({ of, ways })))('%#', ({ of, ways }) => {
  const [, , made] = documented(modelOf(of), 'GBP');
  expect(made?.equations.map(({ when, equation }) => [when, equation])).toEqual(ways);
});

test('what a quantity is, with the currency said as money, and its axes and source', () => {
  const [rate, cost, made] = documented(
    modelOf((a) => a),
    'GBP',
  );
  expect([rate, cost]).toEqual([
    { name: 'Rate', kind: 'input', unit: 'money/person', axes: ['item'], equations: [], source: '' },
    { name: 'Cost', kind: 'structure', unit: 'person', axes: [], equations: [], source: '' },
  ]);
  expect(made).toMatchObject({ kind: 'formula', axes: ['item', 'year'], source: 'Textbook' });
  expect(
    documented(
      modelOf((a) => a, 'GBP*GBP2'),
      'GBP',
    )[0]?.unit,
  ).toBe('money*GBP2');
});

test('of several models: each quantity once, at its place, with every equation that any of them has', () => {
  const said = (name: string, ...equations: readonly string[]): Documented => ({
    ...{ name, kind: 'formula', unit: '1', axes: [], source: '' },
    equations: equations.map((equation) => ({ when: '', equation })),
  });
  expect(united([])).toEqual([]);
  const made = united([
    [said('A', 'x + 1'), said('C', 'y')],
    [said('A', 'x + 2', 'x'), said('B', 'z'), said('C', 'y', 'y + x'), said('D', 'u')],
    [said('E', 'v'), said('D', 'u')],
  ]);
  expect(made).toEqual([
    said('E', 'v'),
    said('A', 'x + 1', 'x'),
    said('B', 'z'),
    said('C', 'y', 'y + x'),
    said('D', 'u'),
  ]);
});
