/** A small graph by hand (years and their months, drugs of two groups, two worlds), and one figure of it as it is written. */
import { axis, link, periodAxis, type Axis } from '../../../../src/engine/graph/axis';
import type { Expression } from '../../../../src/engine/graph/expression';
import { Model } from '../../../../src/engine/graph/model';
import type { Quantity } from '../../../../src/engine/graph/quantity';
import { Exact } from '../../../../src/engine/readings/decimals';
import { ExactRun } from '../../../../src/engine/readings/exact';
import type { LiveModel } from '../../../../src/engine/readings/live/document';
import { liveModel } from '../../../../src/engine/readings/live/live';
import { told } from './told';

/** The first year is a baseline year, which has no months, unless there is none. */
export function smallGraph(baseline = true) {
  const model = new Model();
  const year = periodAxis('year', ['2025', '2026', '2027'].slice(baseline ? 0 : 1));
  const month = periodAxis('month', ['m1', 'm2', 'm3', 'm4']);
  month.belongsTo(year, baseline ? [1, 1, 2, 2] : [0, 0, 1, 1]);
  const season = axis('season', ['cold', 'warm']);
  month.belongsTo(season, [0, 1, 0, 1]);
  const [drug, group] = [axis('drug', ['a', 'b', 'c']), axis('group', ['g', 'h'])];
  drug.belongsTo(group, [0, 1, 0]);
  const [world, age] = [axis('world', ['without', 'with']), axis('age', ['0', '1', '2', '3'])];
  const [line, pair] = [
    axis(
      'line',
      Array.from({ length: 14 }, (_, n) => String(n + 1)),
    ),
    axis('pair', ['p', 'q']),
  ];
  line.belongsTo(
    pair,
    line.members.map((_, n) => n % 2),
  );
  const input = (name: string, axes: readonly Axis[], unit = '1'): Quantity => {
    const size = axes.reduce((product, along) => product * along.size, 1);
    const values = Array.from({ length: size }, (_, n) => new Exact(n + 1));
    return model.data(name, unit, axes, values);
  };
  return {
    ...{ model, year, month, season, drug, group, world, age, line, pair },
    other: link('other', drug, group, [1, -1, 1]),
    treats: link('treats', drug, group, [1, 1, 0]),
    rate: input('Rate', []),
    trend: input('Trend', [year]),
    price: input('Price', [drug, year], 'GBP'),
    dose: input('Dose', [drug]),
    weight: input('Weight', [group, year]),
    use: input('Use', [world, drug]),
    course: input('Course', [month]),
    monthly: input('Monthly', [drug, month]),
    amount: input('Amount', [line, year]),
    trade: input('Trade', [line]),
    byMonth: input('By month', [line, month]),
    people: input('People', [year], 'person'),
  };
}
export type Small = ReturnType<typeof smallGraph>;
/** What is pinned: how it is called, the axes on which it stands, its formula, and its rows as they are written. */
export type Pinned = readonly [
  name: string,
  axes: readonly ('year' | 'month' | 'drug' | 'group' | 'world' | 'pair')[],
  formula: (graph: Small) => Expression,
  ...rows: readonly string[],
];

export const byName = (rows: readonly Pinned[]): readonly (readonly [name: string, row: Pinned])[] =>
  rows.map((row) => [row[0], row]);

export function figureOf(axes: Pinned[1], formula: Pinned[2], baseline = true): LiveModel {
  const graph = smallGraph(baseline);
  const on = axes.map((name) => graph[name]);
  const figure = graph.model.quantity('Figure', '1', on, () => formula(graph));
  const { model, year } = graph;
  return liveModel({ model, run: new ExactRun(), figures: [figure], year, baseline, selector: 'Summary!$J$2' });
}

/** The rows of the figure and of its parts. */
export const rowsOf = (axes: Pinned[1], formula: Pinned[2], baseline = true): readonly string[] =>
  told(figureOf(axes, formula, baseline), ({ name }) => name.startsWith('Figure'));
