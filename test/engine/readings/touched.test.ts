/** What a moved cell touches, formula by formula: no cell too few, and where the structure tells them apart none too many. */
import { axis, link, periodAxis, type Axis } from '../../../src/engine/graph/axis';
import {
  cases,
  constant,
  exp,
  first,
  less,
  max,
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
import { cellsTouched, touchedBy } from '../../../src/engine/readings/touched';

const [year, drug, group] = [
  periodAxis('year', ['1', '2', '3']),
  axis('drug', ['a', 'b', 'c']),
  axis('group', ['g', 'h']),
];
const age = axis('age', ['0', '1']);
drug.belongsTo(group, [0, 1, 1]);
const next = link('next', drug, drug, [1, 2, 0]);
const other = link('other', drug, group, [-1, 0, 1]);

interface Ground {
  /** By drug and year; the figure of b in year 2 moves. */
  readonly price: Quantity;
  /** By group; nothing of it moves. */
  readonly still: Quantity;
  /** By year: the sum of prices, so that its year 2 moves. */
  readonly total: Quantity;
}

/** Each formula over drugs and years, and the cells (drug then year) that it moves. */
const CASES: readonly (readonly [name: string, of: (at: Ground) => Expression, cells: readonly string[]])[] = [
  ['the same place', ({ price }) => price, ['b2']],
  ['nothing of it', ({ still }) => still.plus(position(drug)), []],
  ['either side', ({ price, still }) => still.minus(price), ['b2']],
  ['an extreme', ({ price, still }) => max(still, price, one), ['b2']],
  ['a comparison', ({ price, still }) => less(price, still), ['b2']],
  ['when', ({ price, still }) => select(price, still, one), ['b2']],
  ['then', ({ price, still }) => select(still, price, one), ['b2']],
  ['otherwise', ({ price, still }) => select(still, one, price), ['b2']],
  ['a function', ({ price }) => exp(price), ['b2']],
  ['a rounding', ({ price }) => round(price, 'half up', 0), ['b2']],
  ['the year before', ({ price }) => first(year, zero(), price.previous(year)), ['b3']],
  ['another member by a link', ({ price }) => price.via(next), ['a2']],
  ['two places', ({ price }) => price.plus(price.via(next)), ['a2', 'b2']],
  ['its drug for all', ({ price }) => price.at(drug, 'b'), ['a2', 'b2', 'c2']],
  ['another drug for all', ({ price }) => price.at(drug, 'c'), []],
  ['its year for all', ({ price }) => price.at(year, '2'), ['b1', 'b2', 'b3']],
  ['another year for all', ({ price }) => price.at(year, '3'), []],
  ['a block by year alone', ({ total }) => total, ['a2', 'b2', 'c2']],
  [
    'a branch that its member takes',
    ({ price }) => cases(drug, (n) => (n === 1 ? 'x' : 'y'), { x: price, y: one }),
    ['b2'],
  ],
  ['a branch that others take', ({ price }) => cases(drug, (n) => (n === 1 ? 'x' : 'y'), { x: one, y: price }), []],
  [
    'branches by a link',
    ({ total }) => cases(group, (n) => (n === 0 ? 'x' : 'y'), { x: total, y: constant(2) }),
    ['a2'],
  ],
  [
    'either branch',
    ({ price, total }) => cases(drug, (n) => (n === 0 ? 'x' : 'y'), { x: total, y: price }),
    ['a2', 'b2'],
  ],
  ['a sum over all', ({ price }) => sum(price, drug), ['a2', 'b2', 'c2']],
  ['a sum by where it belongs', ({ price }) => sum(price, drug, group), ['b2', 'c2']],
  ['a sum by another link', ({ price }) => sum(price, drug, other), ['a2']],
  ['a sum of another', ({ still }) => sum(still, drug, group), []],
  ['a sum over years', ({ price }) => sum(price, year), ['b1', 'b2', 'b3']],
  ['later by what does not move', ({ price, still }) => price.later(year, still), ['b1', 'b2', 'b3']],
  ['later by what moves', ({ price }) => price.at(drug, 'c').later(year, price.at(year, '2')), ['b1', 'b2', 'b3']],
  ['later by the same', ({ price }) => price.later(year, price), ['b1', 'b2', 'b3']],
  ['what stays, later by what stays', ({ price, still }) => price.at(drug, 'a').later(year, still), []],
  ['lagged by age', ({ price }) => sum(price.lagged(year, age), age), ['b1', 'b2', 'b3']],
];

const nameOf = (axes: readonly Axis[], cell: number): string =>
  `${axes[0]?.members[Math.floor(cell / 3)] ?? ''}${axes[1]?.members[cell % 3] ?? ''}`;

test.each(CASES)('%s', (_, of, cells) => {
  const model = new Model();
  const typed = (name: string, axes: readonly Axis[], size: number): Quantity =>
    model.data(
      name,
      '1',
      axes,
      Array.from({ length: size }, (__, n) => new Exact(n + 1)),
    );
  const [price, still] = [typed('Price', [drug, year], 9), typed('Still', [group], 2)];
  const total = model.quantity('Total', '1', [year], () => sum(price, drug));
  const figure = model.quantity('Figure', '1', [drug, year], () => of({ price, still, total }));
  const later = model.quantity('Later', '1', [drug, year], () => figure);
  const touched = touchedBy(
    new Map([[price.block, [4]]]),
    model.quantities.map(({ block }) => block),
  );
  for (const { block } of [figure, later]) {
    const found = touched.get(block);
    expect(
      found
        ? cellsTouched(block, found)
            .map((cell) => nameOf(block.axes, cell))
            .sort()
        : [],
    ).toEqual(cells);
  }
});
