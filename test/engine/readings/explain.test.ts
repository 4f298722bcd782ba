/** Explanations recombine: each node's parts make its value by their operators, down to cells; live formulas keep to their whitelist. */
import { readFileSync } from 'node:fs';
import { assessLive } from '../../../src/assess';
import { liveModel } from '../../../src/engine/readings/live/live';
import { axis, periodAxis } from '../../../src/engine/graph/axis';
import {
  constant,
  exp,
  first,
  less,
  max,
  min,
  round,
  select,
  sum,
  type Expression,
} from '../../../src/engine/graph/expression';
import { Model } from '../../../src/engine/graph/model';
import type { Quantity } from '../../../src/engine/graph/quantity';
import { Exact } from '../../../src/engine/readings/decimals';
import { ExactRun } from '../../../src/engine/readings/exact';
import { explain } from '../../../src/engine/readings/explain';
import type { Explanation } from '../../../src/engine/results';
import { readAssumptions } from '../../../src/inputs/read-assumptions';
import { runModel } from '../../../src/run/run-model';
import { openXlsx } from '../../../src/workbook/xlsx';
import { publishedCases } from '../../published/cases';
import { D } from '../small';

/** Nodes whose parts do not make their value; leaves that say nothing of where they come from. */
function faultsOf(node: Explanation): readonly string[] {
  const inner = node.parts.flatMap(faultsOf);
  const said = `${node.name} ${node.where} = ${node.value}`;
  if (node.parts.length === 0)
    return node.at || node.source !== '' || node.formula !== '' || node.value === '0'
      ? inner
      : [...inner, `${said} comes from nowhere`];
  const signs = new Set(node.parts.map(({ operator }) => operator));
  if (signs.has('of') || signs.has('^')) return inner;
  const adding = [...signs].every((sign) => ['', '+', '−'].includes(sign));
  const multiplying = [...signs].every((sign) => ['', '×', '÷'].includes(sign));
  if (!adding && !multiplying) return [...inner, `${said} mixes operators`];
  const made = node.parts.reduce(
    (value, { operator, value: part }) => {
      if (operator === '−') return value.minus(part);
      if (operator === '÷') return value.div(part);
      return signs.has('×') || signs.has('÷') ? value.times(part) : value.plus(part);
    },
    new D(signs.has('×') || signs.has('÷') ? 1 : 0),
  );
  const size = node.parts.reduce((largest, { value }) => D.max(largest, new D(value).abs()), D.max(1, made.abs()));
  return made.minus(node.value).abs().lte(size.times('1e-30'))
    ? inner
    : [...inner, `${said} but its parts make ${made.toFixed()}`];
}
const cellsOf = (node: Explanation): number =>
  (node.at ? 1 : 0) + node.parts.reduce((count, part) => count + cellsOf(part), 0);

test.each(publishedCases.map((c) => [c.name, c] as const))(
  '54 %s: every node recombines, and leads to cells',
  async (_, { workbook }) => {
    const snapshot = await (await openXlsx(readFileSync(workbook))).read();
    const { assumptions } = readAssumptions(snapshot);
    const run = assumptions && runModel(assumptions).run;
    if (!run) throw new Error('no figures');
    const { members } = run.of.structure.year;
    for (const year of [members[members.length - 1] ?? '']) {
      const made = explain(run, `Budget impact[${year}]`);
      expect(faultsOf(made)).toEqual([]);
      if (made.value !== '0') expect(cellsOf(made)).toBeGreaterThan(0);
    }
    const { live } = assessLive(snapshot);
    expect(live?.sheets.length).toBeGreaterThan(0);
  },
);

describe('live formulas of a small model', () => {
  const year = periodAxis('year', ['2026', '2027', '2028']);
  const place = axis('place', ['x', 'y']);
  const n = (...values: readonly number[]): readonly InstanceType<typeof Exact>[] =>
    values.map((value) => new Exact(value));
  const formulas = (
    define: (people: Quantity, price: Quantity, by: Quantity) => Expression,
  ): readonly (string | null)[] => {
    const model = new Model();
    const people = model.data('People', 'person', [year], n(10, 20, 30));
    const price = model.data('Price', 'GBP/person', [], n(2));
    const by = model.data('By place', 'person', [place, year], n(1, 2, 3, 4, 5, 6));
    const figure = model.quantity('Figure', 'GBP', [year], () => define(people, price, by));
    const figures = [figure, people, price, by];
    const live = liveModel({ model, run: new ExactRun(), figures, year, baseline: false, selector: 'Summary!J2' });
    const blocks = live.sheets.flatMap((sheet) => sheet.blocks);
    // Numbers of the method stand above: rows are counted from below them.
    const down = (blocks.find(({ name }) => name === 'People')?.band ?? 0) - 7;
    const up = (formula: string): string =>
      formula.replace(/(\$?[A-Z])(\d+)/g, (_, column: string, row: string) => column + String(Number(row) - down));
    return blocks.find(({ name }) => name === 'Figure')?.rows[0]?.cells.map(({ formula }) => up(formula ?? '')) ?? [];
  };
  // People stand in row 8, the price in E11, the places in rows 14 and 15; Figure in row 18, constants from row 20.
  test.each<[string, (people: Quantity, price: Quantity, by: Quantity) => Expression, string]>([
    ['a product', (people, price) => people.times(price), '=G8*$E11'],
    [
      'brackets where they are needed',
      (people, price) => people.minus(people.minus(price)).times(price),
      '=(G8-(G8-$E11))*$E11',
    ],
    ['no brackets where they are not', (people, price) => people.plus(people.times(price)), '=G8+G8*$E11'],
    ['what says nothing is left out', (people) => people.times(constant(1)).plus(constant(0)), '=G8'],
    ['a sum as a range', (_, __, by) => sum(by, place), '=SUM(G14:G15)'],
    ['a choice', (people, price) => select(less(people, price), people, price), '=IF(G8<$E11,G8,$E11)'],
    ['the least and the largest', (people, price) => min(people, max(price, people)), '=MIN(G8,MAX($E11,G8))'],
    ['rounding', (people) => round(people, 'half up', 0), '=ROUND(G8,0)'],
    ['cutting', (people) => round(people, 'truncate', 1), '=ROUNDDOWN(G8,1)'],
    ['an exponential', (people) => exp(people), '=EXP(G8)'],
  ])('%s', (_, define, expected) => {
    expect(formulas(define)[0]).toBe(expected);
  });
  test('the year before stands one column to the left; a number of the method in a cell of its own', () => {
    expect(formulas((people) => first(year, people, people.previous(year)))).toEqual(['=G8', '=G8', '=H8']);
    expect(formulas((people) => people.times(constant(12)))[0]).toMatch(/^=G8\*\$E\$\d+$/);
  });
});
