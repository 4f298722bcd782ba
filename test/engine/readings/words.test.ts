/** Formulas in words, and the shape by which two models are told apart: each kind of part has its own. */
import { axis, link, periodAxis } from '../../../src/engine/graph/axis';
import {
  atMost,
  cases,
  constant,
  equal,
  exp,
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
  type Expression,
} from '../../../src/engine/graph/expression';
import { Model } from '../../../src/engine/graph/model';
import type { Quantity } from '../../../src/engine/graph/quantity';
import { Exact } from '../../../src/engine/readings/decimals';
import { shapeOf } from '../../../src/engine/readings/shape';
import { inSentence, words } from '../../../src/engine/readings/words';

const n = (count: number): InstanceType<typeof Exact>[] => Array.from({ length: count }, () => new Exact(1));

/** A small model: figures by year, by world and by drug, and what may be asked of them. */
function ground() {
  const model = new Model();
  const year = periodAxis('year', ['0', '1', '2']);
  const world = axis('world', ['without', 'with']);
  const [drug, group] = [axis('drug', ['a', 'b']), axis('group', ['g', 'h'])];
  const ofGroup = link('group of the drug', drug, group, [0, 1]);
  const other = link('group of the drug', drug, group, [1, 0]);
  const start = link('Start: for', drug, group, [0, 0]);
  const people = model.data('People', '1', [year], n(3));
  const month = periodAxis('month', ['m1', 'm2']);
  const course = model.data('Course', '1', [month], n(2));
  const qaly = model.data('QALY', '1', [world, year], n(6));
  const price = model.data('Price', '1', [group], n(2));
  return { model, year, month, course, world, drug, group, ofGroup, other, start, people, qaly, price };
}
type Ground = ReturnType<typeof ground>;

const SAID: readonly (readonly [string, (of: Ground) => Expression])[] = [
  ['12', () => constant(12)],
  ['people', ({ people }) => people],
  ['people of the year before', ({ people, year }) => people.previous(year)],
  ['people of the baseline year', ({ people, year }) => people.at(year, '0')],
  ['people of year 2', ({ people, year }) => people.at(year, '2')],
  ['course of month 1', ({ course, month }) => course.at(month, 'm1')],
  ['course of the last month', ({ course, month }) => course.at(month, 'm2')],
  ['people as many years earlier as drugs have passed', ({ people, year, drug }) => people.lagged(year, drug)],
  ['QALY (with)', ({ qaly, world }) => qaly.at(world, 'with')],
  ['price', ({ price, group }) => price.at(group, 'h')],
  ['price (group of the drug)', ({ price, ofGroup }) => price.via(ofGroup)],
  ['price', ({ price, start }) => price.via(start)],
  ['people + 1', ({ people }) => people.plus(one)],
  ['people − (people − 1)', ({ people }) => people.minus(people.minus(one))],
  ['people − 1 − 1', ({ people }) => people.minus(one).minus(one)],
  ['people × (1 + 2)', ({ people }) => people.times(one.plus(constant(2)))],
  ['people ÷ (people × 2)', ({ people }) => people.over(people.times(constant(2)))],
  ['people ÷ (people ÷ 2)', ({ people }) => people.over(people.over(constant(2)))],
  ['(people + 1) ^ 2', ({ people }) => people.plus(one).power(constant(2))],
  ['the least of people and 1', ({ people }) => min(people, one)],
  ['the largest of people and 1', ({ people }) => max(people, one)],
  ['if people below 1: 2; else 3', ({ people }) => select(less(people, one), constant(2), constant(3))],
  ['if people at most 1: 2; else 3', ({ people }) => select(atMost(people, one), constant(2), constant(3))],
  ['if people is 1: 2; else 3', ({ people }) => select(equal(people, one), constant(2), constant(3))],
  ['e to the power of people', ({ people }) => exp(people)],
  ['logarithm of (people + 1)', ({ people }) => ln(people.plus(one))],
  ['normal distribution at people', ({ people }) => normal(people)],
  ['people, rounded to whole numbers', ({ people }) => round(people, 'half up', 0)],
  ['people, rounded to whole numbers', ({ people }) => round(people, 'half even', 0)],
  ['people, cut to 2 places', ({ people }) => round(people, 'truncate', 2)],
  ['sum of people, each year', ({ people, year }) => sum(people, year)],
  ['sum of (people + 1), each year', ({ people, year }) => sum(people.plus(one), year)],
  ['number of the year', ({ year }) => position(year)],
  ['number of the drug', ({ drug }) => position(drug)],
  [
    'people, as many years later as price',
    ({ people, year, price, group }) => people.later(year, price.at(group, 'g')),
  ],
  ['x: 1; y: people', ({ year, people }) => cases(year, (at) => (at === 0 ? 'x' : 'y'), { x: one, y: people })],
];

test.each(SAID)('%s', (said, formula) => {
  expect(words(formula(ground()))).toBe(said);
});

test('inside a sentence a name begins small, but abbreviations stay', () => {
  expect(['Net cost', 'QALYs gained', 'Curve P1', 'price'].map(inSentence)).toEqual([
    'net cost',
    'QALYs gained',
    'curve P1',
    'price',
  ]);
});

/** Differences of structure that words pass over. */
const MORE: readonly ((of: Ground) => Expression)[] = [
  ({ price, other }) => price.via(other),
  ({ price, group }) => price.at(group, 'g'),
  ({ people, year, group }) => people.lagged(year, group),
  ({ year, people }) => cases(year, (at) => (at === 1 ? 'x' : 'y'), { x: one, y: people }),
  ({ drug, people }) => cases(drug, (at) => (at === 0 ? 'x' : 'y'), { x: one, y: people }),
  ({ drug, ofGroup }) => sum(one, drug, ofGroup),
  ({ drug, other }) => sum(one, drug, other),
  ({ drug }) => sum(one, drug),
  ({ people, year }) => people.later(year, one),
  ({ qaly, year }) => qaly.later(year, one),
  ({ qaly, world }) => qaly.later(world, one),
];

const shaped = (formula: (of: Ground) => Expression, more: (of: Ground) => void = () => undefined): string => {
  const of = ground();
  of.model.quantity('Figure', '1', [], () => formula(of));
  more(of);
  return shapeOf(of.model);
};

test('formulas that differ in anything have models of different shapes; the same one twice has the same', () => {
  const formulas = [...SAID.map(([, formula]) => formula), ...MORE];
  const shapes = formulas.map((formula) => shaped(formula));
  expect(shapes.filter((shape, at) => shapes.indexOf(shape) !== at)).toEqual([]);
  expect(formulas.map((formula) => shaped(formula))).toEqual(shapes);
});

test('axes, their links and structural numbers are part of the shape; what is typed is not', () => {
  const typed =
    (value: number) =>
    ({ model }: Ground): Quantity => {
      const at = { sheet: 'S', cell: 'A1' };
      return model.input('Dose', '1', [], [{ value: new Exact(value), at, parameter: 'P' }], new Exact(0));
    };
  const fixed =
    (value: number) =>
    ({ model }: Ground): Quantity =>
      model.data('Dose', '1', [], [new Exact(value)]);
  const alone = (more: (of: Ground) => void): string => shaped(() => one, more);
  expect(alone(typed(1))).toBe(alone(typed(2)));
  const kinds = [
    () => undefined,
    fixed(1),
    fixed(2),
    ({ drug, group, model }: Ground): Quantity => (drug.belongsTo(group, [0, 1]), model.data('D', '1', [drug], n(2))),
    ({ drug, group, model }: Ground): Quantity => (drug.belongsTo(group, [1, 0]), model.data('D', '1', [drug], n(2))),
    ({ model }: Ground): Quantity => model.data('D', '1', [axis('drug', ['a', 'c'])], n(2)),
    ({ model }: Ground): Quantity => model.data('D', '1', [axis('group', ['a', 'b'])], n(2)),
  ].map((more) => alone((of) => void more(of)));
  expect(kinds.filter((shape, at) => kinds.indexOf(shape) !== at)).toEqual([]);
});
