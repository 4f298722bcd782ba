/** Explanations of small formulas in full: how each is taken apart, with which signs, and what is said of its parts. */
import {
  cases,
  constant,
  equal,
  exp,
  first,
  less,
  max,
  min,
  one,
  round,
  select,
  sum,
  zero,
  type Expression,
} from '../../../src/engine/graph/expression';
import { ExactRun } from '../../../src/engine/readings/exact';
import { explain } from '../../../src/engine/readings/explain';
import type { Quantity } from '../../../src/engine/graph/quantity';
import type { Explanation } from '../../../src/engine/results';
import { runOf, small } from '../small';
import { smallGraph, type Pinned, type Small } from './live/small-graph';

/** Sign, name, place, value and unit; the formula; where it comes from. */
const lines = (node: Explanation, depth = 0): readonly string[] => {
  const { operator, name, where, value, unit, formula, source, at, parameter, confidential, parts } = node;
  const from = [formula, source, at ? `${at.sheet}!${at.cell}` : '', parameter, confidential ? 'confidential' : ''];
  const head = [operator, name, where && `[${where}]`, '=', value, unit].filter((text) => text !== '').join(' ');
  return [
    `${'  '.repeat(depth)}${[head, ...from.filter((text) => text !== '')].join(' | ')}`,
    ...parts.flatMap((part) => lines(part, depth + 1)),
  ];
};

const RUN = runOf(small());
function explained(axes: Pinned[1], formula: (graph: Small) => Expression, address: string): readonly string[] {
  const graph = smallGraph();
  const on = axes.map((name) => graph[name]);
  graph.model.quantity('Figure', 'person', on, () => formula(graph), { source: 'method page' });
  return lines(explain({ ...RUN, of: { ...RUN.of, model: graph.model }, exact: new ExactRun() }, address));
}

type Told = readonly [name: string, axes: Pinned[1], formula: Pinned[2], address: string, ...lines: readonly string[]];
const Y = ['year'] as const,
  D = ['drug', 'year'] as const;
const TOLD: readonly Told[] = [
  [
    'what is added and taken away, in one list',
    Y,
    ({ trend, rate, people }) => trend.plus(rate.minus(people)).minus(trend.minus(rate.plus(trend))),
    'Figure[2026]',
    'Figure [2026] = 2 person | trend + rate − people − (trend − (rate + trend)) | method page',
    '  Trend [2026] = 2 | not typed: its default',
    '  + Rate = 1 | not typed: its default',
    '  − People [2026] = 2 person | not typed: its default',
    '  − Trend [2026] = 2 | not typed: its default',
    '  + Rate = 1 | not typed: its default',
    '  + Trend [2026] = 2 | not typed: its default',
  ],
  [
    'factors and what is divided by, in one list',
    Y,
    ({ trend, rate, people }) => trend.times(people.over(rate)).over(trend.over(rate.times(people))),
    'Figure[2027]',
    'Figure [2027] = 9 person | trend × people ÷ rate ÷ (trend ÷ (rate × people)) | method page',
    '  Trend [2027] = 3 | not typed: its default',
    '  × People [2027] = 3 person | not typed: its default',
    '  ÷ Rate = 1 | not typed: its default',
    '  ÷ Trend [2027] = 3 | not typed: its default',
    '  × Rate = 1 | not typed: its default',
    '  × People [2027] = 3 person | not typed: its default',
  ],
  [
    'a sum is one factor, a product one term',
    Y,
    ({ trend, rate, people }) => trend.plus(rate).times(people).plus(people.times(trend)),
    'Figure[2026]',
    'Figure [2026] = 10 person | (trend + rate) × people + people × trend | method page',
    '  (trend + rate) × people = 6 | (trend + rate) × people',
    '    trend + rate = 3 | trend + rate',
    '      Trend [2026] = 2 | not typed: its default',
    '      + Rate = 1 | not typed: its default',
    '    × People [2026] = 2 person | not typed: its default',
    '  + people × trend = 4 | people × trend',
    '    People [2026] = 2 person | not typed: its default',
    '    × Trend [2026] = 2 | not typed: its default',
  ],
  [
    'a power of two parts',
    Y,
    ({ trend, rate }) => trend.plus(rate).power(constant(2)),
    'Figure[2027]',
    'Figure [2027] = 16 person | (trend + rate) ^ 2 | method page',
    '  trend + rate = 4 | trend + rate',
    '    Trend [2027] = 3 | not typed: its default',
    '    + Rate = 1 | not typed: its default',
    '  ^ 2 = 2 | part of the method',
  ],
  [
    'what is 0 is left out of what is added, and 1 that carries a unit',
    Y,
    ({ trend, rate, people }) =>
      trend
        .minus(people)
        .plus(rate.minus(rate))
        .plus(people.times(constant(1, '1/person'))),
    'Figure[2026]',
    'Figure [2026] = 2 person | trend − people + rate − rate + people | method page',
    '  Trend [2026] = 2 | not typed: its default',
    '  − People [2026] = 2 person | not typed: its default',
    '  + Rate = 1 | not typed: its default',
    '  − Rate = 1 | not typed: its default',
    '  + people = 2 | people',
    '    People [2026] = 2 person | not typed: its default',
  ],
  [
    'nothing less something',
    Y,
    ({ trend }) => zero().minus(trend),
    'Figure[2026]',
    'Figure [2026] = -2 person | 0 − trend | method page',
    '  − Trend [2026] = 2 | not typed: its default',
  ],
  [
    'of nothing but zeros, the first',
    Y,
    ({ trend, rate }) => max(zero(), rate.minus(trend)).plus(max(zero(), one.minus(trend))),
    'Figure[2026]',
    'Figure [2026] = 0 person | the largest of 0 and rate − trend | method page',
    '  of 0 = 0 | part of the method',
    '  of rate − trend = -1 | rate − trend',
    '    Rate = 1 | not typed: its default',
    '    − Trend [2026] = 2 | not typed: its default',
  ],
  [
    'the case and the choice that are taken',
    Y,
    ({ year, trend, rate }) => first(year, rate, select(less(rate, trend), trend.plus(rate), rate)),
    'Figure[2026]',
    'Figure [2026] = 3 person | trend + rate | method page',
    '  Trend [2026] = 2 | not typed: its default',
    '  + Rate = 1 | not typed: its default',
  ],
  [
    'choices inside a formula',
    Y,
    ({ trend, rate }) =>
      max(select(equal(rate, one), trend, rate), min(rate, trend)).plus(
        round(select(equal(rate, one), trend, rate), 'half up', 0),
      ),
    'Figure[2027]',
    'Figure [2027] = 6 person | the largest of trend and the least of rate and trend + trend, rounded to whole numbers | method page',
    '  the largest of trend and the least of rate and trend = 3 | the largest of trend and the least of rate and trend',
    '    of Trend [2027] = 3 | not typed: its default',
    '    of the least of rate and trend = 1 | the least of rate and trend',
    '      of Rate = 1 | not typed: its default',
    '      of Trend [2027] = 3 | not typed: its default',
    '  + trend, rounded to whole numbers = 3 | trend, rounded to whole numbers',
    '    of Trend [2027] = 3 | not typed: its default',
  ],
  [
    'one that stands for another tells what that is made of',
    Y,
    ({ trend }) => trend,
    'Figure[2026]',
    'Figure [2026] = 2 person | trend | method page',
    '  Trend [2026] = 2 | not typed: its default',
  ],
  [
    'the same figure at another place',
    Y,
    ({ year, trend }) => first(year, zero(), trend.previous(year)),
    'Figure[2027]',
    'Figure [2027] = 2 person | trend of the year before | method page',
    '  Trend [2026] = 2 | not typed: its default',
  ],
  [
    'before the first year',
    Y,
    ({ year, trend, age }) => sum(trend.lagged(year, age), age).plus(trend),
    'Figure[2025]',
    'Figure [2025] = 2 person | sum of trend as many years earlier as ages have passed, each age + trend | method page',
    '  sum of trend as many years earlier as ages have passed, each age = 1 | sum of trend as many years earlier as ages have passed, each age',
    '    Trend [2025] = 1 | not typed: its default',
    '  + Trend [2025] = 1 | not typed: its default',
  ],
  [
    'a sum without what is 0',
    Y,
    ({ drug, price }) =>
      sum(
        cases(drug, (n) => (n === 0 ? 'x' : 'y'), { x: zero(), y: price }),
        drug,
      ),
    'Figure[2026]',
    'Figure [2026] = 13 person | sum of x: 0; y: price, each drug | method page',
    '  Price [b · 2026] = 5 GBP | not typed: its default',
    '  + Price [c · 2026] = 8 GBP | not typed: its default',
  ],
  [
    'later by a figure',
    Y,
    ({ year, trend, rate }) => trend.later(year, rate),
    'Figure[2027]',
    'Figure [2027] = 2 person | trend, as many years later as rate | method page',
    '  of Trend [2026] = 2 | not typed: its default',
    '  of Rate = 1 | not typed: its default',
  ],
  [
    'later than all that there is',
    Y,
    ({ year, trend, rate }) => trend.later(year, rate.plus(one)),
    'Figure[2026]',
    'Figure [2026] = 0 person | trend, as many years later as rate + 1 | method page',
    '  of rate + 1 = 2 | rate + 1',
    '    Rate = 1 | not typed: its default',
    '    + 1 = 1 | part of the method',
  ],
  [
    'earlier than the last: the last stands',
    Y,
    ({ year, trend, rate }) => trend.later(year, zero().minus(rate)),
    'Figure[2027]',
    'Figure [2027] = 3 person | trend, as many years later as 0 − rate | method page',
    '  of Trend [2027] = 3 | not typed: its default',
    '  of 0 − rate = -1 | 0 − rate',
    '    − Rate = 1 | not typed: its default',
  ],
  [
    'rounded, and a function',
    Y,
    ({ trend, rate }) => round(trend.over(constant(4)), 'half even', 1).plus(exp(rate.minus(one))),
    'Figure[2026]',
    'Figure [2026] = 1.5 person | trend ÷ 4, rounded to 1 places + e to the power of (rate − 1) | method page',
    '  trend ÷ 4, rounded to 1 places = 0.5 | trend ÷ 4, rounded to 1 places',
    '    of trend ÷ 4 = 0.5 | trend ÷ 4',
    '      Trend [2026] = 2 | not typed: its default',
    '      ÷ 4 = 4 | part of the method',
    '  + e to the power of (rate − 1) = 1 | e to the power of (rate − 1)',
    '    of rate − 1 = 0 | rate − 1',
    '      Rate = 1 | not typed: its default',
    '      − 1 = 1 | part of the method',
  ],
  [
    'where it is summed over what is left out, the baseline year apart',
    D,
    ({ price }) => price.minus(constant(11)),
    'Figure[2026]',
    'Figure [2026] = -18 person | sum of its parts | method page',
    '  Figure [a · 2026] = -9 person | price − 11 | method page',
    '    Price [a · 2026] = 2 GBP | not typed: its default',
    '    − 11 = 11 | part of the method',
    '  + Figure [b · 2026] = -6 person | price − 11 | method page',
    '    Price [b · 2026] = 5 GBP | not typed: its default',
    '    − 11 = 11 | part of the method',
    '  + Figure [c · 2026] = -3 person | price − 11 | method page',
    '    Price [c · 2026] = 8 GBP | not typed: its default',
    '    − 11 = 11 | part of the method',
  ],
  [
    'of all years',
    Y,
    ({ trend }) => trend.minus(constant(3)),
    'Figure',
    'Figure = -3 person | sum of its parts | method page',
    '  Figure [2025] = -2 person | trend − 3 | method page',
    '    Trend [2025] = 1 | not typed: its default',
    '    − 3 = 3 | part of the method',
    '  + Figure [2026] = -1 person | trend − 3 | method page',
    '    Trend [2026] = 2 | not typed: its default',
    '    − 3 = 3 | part of the method',
  ],
];
test.each(TOLD.map((row) => [row[0], row] as const))('%s', (_, [, axes, formula, address, ...said]) => {
  expect(explained(axes, formula, address)).toEqual(said);
});

test('the most so far is told where it was reached', () => {
  const { model, year, trend, rate } = smallGraph();
  const falls = model.quantity('Falls', '1', [year], () => rate.minus(trend));
  const most: Quantity = model.quantity('Most', '1', [year], () => first(year, falls, max(falls, most.previous(year))));
  const least: Quantity = model.quantity('Least', '1', [year], () =>
    first(year, falls, min(falls, least.previous(year))),
  );
  const run = { ...RUN, of: { ...RUN.of, model }, exact: new ExactRun() };
  const told = (address: string): readonly string[] => lines(explain(run, address)).slice(0, 2);
  expect(told('Most[2027]')).toEqual(['Most [2027] = 0 | rate − trend', '  Rate = 1 | not typed: its default']);
  expect(told('Least[2027]')).toEqual([
    'Least [2027] = -2 | the least of falls and least of the year before',
    '  of Falls [2027] = -2 | rate − trend',
  ]);
});
