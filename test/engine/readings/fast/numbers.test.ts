/** Places of figures as numbers that depend on loops, comparisons and roundings in floats: each by what it means. */
import { Exact, normalDistribution } from '../../../../src/engine/readings/decimals';
import type { Index, Loop, Members } from '../../../../src/engine/readings/fast/code';
import {
  cleanDifference,
  cleanProduct,
  compareFloats,
  normalFloat,
  roundFloat,
} from '../../../../src/engine/readings/fast/floats';
import { boundsOf, fixedIndex, indexKey, numbersOf, onLoop, plus } from '../../../../src/engine/readings/fast/index';
import { Values } from '../../../../src/engine/readings/fast/values';

const loopOf = (id: number, over: Members): Loop => ({ id, over });
const range = (from: number, to: number, step = 1): Members => ({ kind: 'range', from, to, step, limit: null });
type Listed = readonly [loop: Loop, numbers: readonly number[]];
const rising = (): Listed => [loopOf(1, range(2, 6)), [2, 3, 4, 5]];
const falling = (): Listed => [loopOf(4, { kind: 'down', from: 3, to: -1 }), [3, 2, 1, 0]];
/** New ones each time: what is known of a loop is kept with it. */
const loops = (): readonly Listed[] => [
  rising(),
  falling(),
  [loopOf(2, range(1, 9, 4)), [1, 5]],
  [loopOf(3, range(3, 3)), []],
  [loopOf(5, { kind: 'list', members: [4, 0, 7] }), [4, 0, 7]],
  [loopOf(6, { kind: 'lists', lists: [[5, 1], [], [1, 3]], at: fixedIndex(0) }), [1, 3, 5]],
  [loopOf(7, range(8, 9)), [8]],
];

/** What an index is where loops stand at these numbers. */
const at = ({ base, terms }: Index, numbers: ReadonlyMap<Loop, number>): number =>
  terms.reduce((sum, { loop, by, table }) => {
    const number = numbers.get(loop) ?? Number.NaN;
    return sum + by * (table ? (table[number] ?? Number.NaN) : number);
  }, base);

const FUNCTIONS: readonly ((n: number) => number)[] = [() => 5, (n) => n, (n) => 3 - 2 * n, (n) => n * n, (n) => n % 3];

test('numbers of a loop, and a number for each of them: straight ones without a table', () => {
  for (const [loop, numbers] of loops()) {
    expect(numbersOf(loop)).toEqual(numbers);
    FUNCTIONS.forEach((of, n) => {
      const index = onLoop(loop, of);
      expect(numbers.map((number) => at(index, new Map([[loop, number]])))).toEqual(numbers.map(of));
      if (n < 3) expect(index.terms.filter(({ table }) => table)).toEqual([]);
      if (n === 0) expect(index).toEqual(fixedIndex(5));
    });
  }
});

test('sums of numbers, their least and greatest, and what tells them apart', () => {
  const [[a, ofA], [b, ofB]] = [rising(), falling()];
  const made = FUNCTIONS.flatMap((f) => FUNCTIONS.map((g) => [f, g] as const));
  const keys = new Map<string, string>();
  for (const [f, g] of made)
    for (const times of [1, -1, 4]) {
      const sum = plus(plus(onLoop(a, f), onLoop(b, g), times), onLoop(a, f));
      const values = ofA.flatMap((x) => ofB.map((y) => 2 * f(x) + times * g(y)));
      expect(
        ofA.flatMap((x) =>
          ofB.map((y) =>
            at(
              sum,
              new Map([
                [a, x],
                [b, y],
              ]),
            ),
          ),
        ),
      ).toEqual(values);
      expect(boundsOf(sum)).toEqual([Math.min(...values), Math.max(...values)]);
      const same = keys.get(indexKey(sum));
      expect(same ?? values.join()).toBe(values.join());
      keys.set(indexKey(sum), values.join());
      expect(indexKey(plus(plus(fixedIndex(0), onLoop(b, g), times), onLoop(a, f), 2))).toBe(indexKey(sum));
    }
  expect(
    plus(
      onLoop(a, (n) => n),
      onLoop(a, (n) => n),
      -1,
    ),
  ).toEqual(fixedIndex(0));
});

test('computed figures are compared but for their last digits, typed ones to the last; what never ends is near to nothing', () => {
  const [a, b] = [1, 1 + 2e-13];
  const said = (x: number, y: number, sure: boolean): readonly boolean[] =>
    (['<', '<=', '='] as const).map((op) => compareFloats(op, x, y, sure));
  expect([said(a, b, false), said(b, a, false)]).toEqual([
    [false, true, true],
    [false, true, true],
  ]);
  expect([said(a, b, true), said(b, a, true)]).toEqual([
    [true, true, false],
    [false, false, false],
  ]);
  expect([said(1, 1 + 2e-12, false), said(1000, 1000 + 2e-10, false)]).toEqual([
    [true, true, false],
    [false, true, true],
  ]);
  expect(said(Infinity, Infinity, false)).toEqual([false, true, true]);
  expect(said(5, Infinity, false)).toEqual([true, true, false]);
});

test('whether a comparison is of typed figures, or with nothing', () => {
  const values = new Values();
  const load = (name: string, given: boolean) =>
    values.load({ name, size: 1, varied: true, given, wild: false }, fixedIndex(0), null);
  const [typed, other, made, nothing] = [load('a', true), load('b', true), load('c', false), values.number(0)];
  const sure = (left: typeof typed, right: typeof typed): boolean => {
    const { node } = values.compare('<', left, right);
    return node.kind === 'compare' && node.sure;
  };
  expect([sure(typed, other), sure(typed, values.number(3)), sure(made, nothing), sure(nothing, made)]).toEqual(
    new Array(4).fill(true),
  );
  expect([sure(typed, made), sure(made, typed), sure(made, values.number(3))]).toEqual(new Array(3).fill(false));
});

test('what floats leave of a difference of equals is nothing; nothing times whatever is nothing', () => {
  expect([cleanDifference(0.3, 0.1 + 0.2), cleanDifference(1, 1 - 1e-12), cleanDifference(-5, -2)]).toEqual([
    0,
    1 - (1 - 1e-12),
    -3,
  ]);
  expect([cleanProduct(0, Infinity), cleanProduct(NaN, 0), cleanProduct(2, 3)]).toEqual([0, 0, 6]);
  expect(cleanProduct(NaN, 2)).toBeNaN();
});

test.each([
  ['half up', 0, [2.5, -2.5, 0.4999999, 1.005, 7], [3, -3, 0, 1, 7], [true, true, false, false, false]],
  ['half up', 2, [1.005, -1.005, 2.344], [1.01, -1.01, 2.34], [true, true, false]],
  ['half even', 0, [0.5, 1.5, 2.5, -3.5, 2.6, 0], [0, 2, 2, -4, 3, 0], [true, true, true, true, false, false]],
  ['half even', 1, [0.25, 0.35, 0.31], [0.2, 0.4, 0.3], [true, true, false]],
  ['truncate', 0, [2.9, -2.9, 3 - 1e-14, 3], [2, -2, 3, 3], [false, false, true, true]],
  ['truncate', 1, [0.7 - 1e-16, 0.25], [0.7, 0.2], [true, false]],
] as const)('%s to %d places', (mode, places, given, rounded, ties) => {
  const made = given.map((x) => roundFloat(x, mode, places));
  expect(made.map(({ value }) => value + 0)).toEqual(rounded);
  expect(made.map(({ tie }) => tie)).toEqual(ties);
});

test('the normal distribution in floats is that in decimals, on both sides of where its sums change', () => {
  for (const x of [-12, -6, -3.6, -3.5, -1, -0.2, 0, 0.7, 3.5, 3.55, 5, 8]) {
    const exact = normalDistribution(new Exact(x)).toNumber();
    expect(Math.abs(normalFloat(x) - exact)).toBeLessThan(x < 0 ? 2e-12 * exact + 1e-32 : 1e-15);
  }
  expect([normalFloat(40), normalFloat(-40)]).toEqual([1, 0]);
  expect(normalFloat(NaN)).toBeNaN();
});
