/** What may be without an answer is known by its formula: a division by a figure, a logarithm, and whatever rests on them. */
import {
  constant,
  exp,
  less,
  ln,
  max,
  normal,
  position,
  round,
  select,
  sum,
  zero,
  type Expression,
} from '../../../../src/engine/graph/expression';
import { axis } from '../../../../src/engine/graph/axis';
import { Model } from '../../../../src/engine/graph/model';
import type { Quantity } from '../../../../src/engine/graph/quantity';
import { Exact } from '../../../../src/engine/readings/decimals';
import type { Store, Value } from '../../../../src/engine/readings/fast/code';
import { fixedIndex } from '../../../../src/engine/readings/fast/index';
import { Values } from '../../../../src/engine/readings/fast/values';
import { mayBeWild, wildBlocks } from '../../../../src/engine/readings/fast/wild';

const item = axis('item', ['x', 'y']);
const half = constant('0.5');

/** Formulas on a, b, and w, which may be without an answer. */
const FORMULAS: readonly (readonly [wild: boolean, of: (a: Quantity, b: Quantity, w: Quantity) => Expression])[] = [
  [true, (a, b) => a.over(b)],
  [false, (a) => a.over(constant(2))],
  [true, (a) => ln(a)],
  [false, (a) => exp(a).plus(normal(a))],
  [true, (_, __, w) => exp(w)],
  [true, (_, __, w) => round(w, 'half up', 1)],
  [true, (a, _, w) => max(a, w)],
  [true, (a, _, w) => a.plus(w)],
  [true, (a, _, w) => w.minus(a)],
  [true, (_, __, w) => sum(w, item)],
  [false, (a, _, w) => less(w, a)],
  [false, (a, b, w) => select(less(a, b), w, zero())],
  [true, (a, b, w) => select(a, w, b)],
  [true, (a, b, w) => select(a, b, w)],
  [true, (a, _, w) => select(w, a, zero()).plus(w)],
  [false, (a, b) => a.times(b).plus(position(item)).plus(half)],
];

test('blocks', () => {
  const model = new Model();
  const data = (name: string): Quantity => model.data(name, '1', [item], [new Exact(1), new Exact(2)]);
  const [a, b] = [data('a'), data('b')];
  const w = model.quantity('w', '1', [item], () => a.over(b));
  const made = FORMULAS.map(([, of], n) => model.quantity(String(n), '1', [item], () => of(a, b, w)));
  // Readers stand before what they read: it is gone over until nothing more is found.
  const wild = wildBlocks([...model.quantities].reverse().map(({ block }) => block));
  expect(made.map(({ block }) => wild.has(block))).toEqual(FORMULAS.map(([is]) => is));
});

test('values', () => {
  const values = new Values();
  const store = (name: string, wild: boolean): Store => ({ name, size: 1, varied: true, given: false, wild });
  const load = (name: string, wild: boolean): Value => values.load(store(name, wild), fixedIndex(0), null);
  const [a, b, w, two] = [load('a', false), load('b', false), load('w', true), values.number(2)];
  const loop = values.loop({ kind: 'list', members: [0, 1] }, 'both');
  const index = values.index({ base: 0, terms: [{ loop, by: 1, table: null }] });
  const compared = values.compare('<', a, w);
  const told: readonly (readonly [boolean, Value])[] = [
    [false, a],
    [true, w],
    [false, two],
    [true, values.number(Number.NaN)],
    [false, index],
    [false, compared],
    [true, values.binary('/', a, b)],
    [false, values.binary('/', a, two)],
    [true, values.binary('/', w, two)],
    [false, values.binary('+', a, b)],
    [true, values.binary('+', a, w)],
    [true, values.binary('-', w, a)],
    [true, values.extreme('min', a, w)],
    [true, values.extreme('max', w, a)],
    [false, values.extreme('max', b, a)],
    [false, values.select(compared, w, a)],
    [true, values.select(a, w, b)],
    [true, values.select(a, b, w)],
    [false, values.select(a, b, two)],
    [true, values.call('ln', a)],
    [false, values.call('exp', a)],
    [true, values.call('exp', w)],
    [true, values.round(w, 'half up', 1)],
    [false, values.round(a, 'half up', 1)],
    [true, values.sum(loop, [a, w])],
    [false, values.sum(loop, [a, b])],
  ];
  expect(told.map(([, value]) => mayBeWild(value))).toEqual(told.map(([is]) => is));
});

test('what adds or multiplies nothing is left out, and numbers are done at once', () => {
  const values = new Values();
  const a = values.load({ name: 'a', size: 1, varied: true, given: true, wild: false }, fixedIndex(0), null);
  const number = (value: number): Value => values.number(value);
  for (const [op, n] of [
    ['+', 0],
    ['-', 0],
    ['*', 1],
    ['/', 1],
    ['^', 1],
  ] as const)
    expect([op, values.binary(op, a, number(n)) === a]).toEqual([op, true]);
  expect([values.binary('+', number(0), a), values.binary('*', number(1), a)]).toEqual([a, a]);
  for (const op of ['-', '/', '^'] as const)
    for (const n of [0, 1]) expect(values.binary(op, number(n), a).node.kind).toBe('binary');
  expect([values.binary('*', a, number(0)), values.binary('*', number(0), a)]).toEqual([number(0), number(0)]);
  expect(values.binary('^', a, number(0))).toBe(number(1));
  const done = (['+', '-', '*', '/', '^'] as const).map((op) => values.binary(op, number(8), number(2)).node);
  expect(done.map((node) => node.kind === 'number' && node.value)).toEqual([10, 6, 16, 4, 64]);
  expect(values.binary('^', a, number(3))).toBe(values.binary('*', values.binary('*', a, a), a));
});

test('what is written twice is one value; what is guarded, or held to be careful, is another', () => {
  const values = new Values();
  const store: Store = { name: 'a', size: 9, varied: true, given: false, wild: false };
  const loop = values.loop({ kind: 'range', from: 0, to: 4, step: 1, limit: null }, 'four');
  const at = { base: -1, terms: [{ loop, by: 1, table: null }] };
  const [bare, guarded] = [values.load(store, at, null), values.load(store, at, at)];
  expect(values.load(store, { ...at }, null)).toBe(bare);
  expect(values.load(store, at, { ...at })).toBe(guarded);
  expect(guarded).not.toBe(bare);
  expect(values.load({ ...store }, at, null)).not.toBe(bare);
  const [loose, careful] = [values.binary('-', bare, guarded), values.binary('-', bare, guarded, true)];
  expect([loose, careful].map(({ node }) => node.kind === 'binary' && node.clean)).toEqual([false, true]);
  expect(values.binary('+', bare, guarded, true).node).toMatchObject({ clean: false });
  expect(values.loop({ kind: 'range', from: 0, to: 4, step: 1, limit: null }, 'four')).toBe(loop);
  const sum = values.sum(loop, [bare]);
  expect([[...bare.free], [...sum.free], [...values.binary('*', sum, guarded).free]]).toEqual([[loop], [], [loop]]);
  expect(values.sum(loop, [values.number(0), values.number(0)])).toBe(values.number(0));
  expect(values.sum(loop, [values.number(2)]).node.kind).toBe('sum');
});

test('a place is counted on by whole numbers as a place; small powers are multiplied', () => {
  const values = new Values();
  const loop = values.loop({ kind: 'range', from: 0, to: 4, step: 1, limit: null }, 'four');
  const place = (base: number): Value => values.index({ base, terms: [{ loop, by: 1, table: null }] });
  const number = (value: number): Value => values.number(value);
  expect(values.binary('+', place(1), number(2))).toBe(place(3));
  expect(values.binary('-', place(1), number(2))).toBe(place(-1));
  for (const made of [
    values.binary('*', place(1), number(2)),
    values.binary('+', place(1), number(0.5)),
    values.binary('+', number(2), place(1)),
    values.binary('-', place(1), place(0)),
  ])
    expect(made.node.kind).toBe('binary');
  const a = values.load({ name: 'a', size: 1, varied: true, given: false, wild: false }, fixedIndex(0), null);
  const of = (power: number): unknown => {
    const { node } = values.binary('^', a, number(power));
    return node.kind === 'binary' && node.op;
  };
  expect([2, 15, 16, 17, -1, 1.5].map(of)).toEqual(['*', '*', '*', '^', '^', '^']);
  const compared = values.compare('<', place(1), number(2)).node;
  expect(compared).toMatchObject({ sure: true });
  expect(values.compare('<', place(1), a).node).toMatchObject({ sure: false });
});
