/** Live models by hand: scattered rows, what was once written wrong, single rows, and what stands beside the model. */
import { axis, link, periodAxis } from '../../../../src/engine/graph/axis';
import { constant, first, one, position, round, sum } from '../../../../src/engine/graph/expression';
import { Model } from '../../../../src/engine/graph/model';
import { Exact } from '../../../../src/engine/readings/decimals';
import { liveModel } from '../../../../src/engine/readings/live/live';
import { ExactRun } from '../../../../src/engine/readings/exact';
import { partsToWrite } from '../../../../src/engine/readings/live/parts-to-write';
import { refuseTooLarge } from '../../../../src/engine/readings/live/size';
import { drawnGraph, type Drawn } from '../drawn-graphs';
import { figureOf } from './small-graph';
import { aside, faults, graphOf, liveOf, requestOf, sheetsOf } from './live-graphs';

/** A graph of which a formula by year is compared with what the engine ran. */
const GAP = 3;
/** Scattered rows: 16 or 80 lines that belong to two groups in turn, added up by group, by both worlds, and by another link. */
function scattered(many: number): Drawn {
  const graph = drawnGraph(1, undefined, 0);
  const { model, year } = graph;
  const names = Array.from({ length: many }, (_, n) => `line ${String(n + 1)}`);
  const [line, group, world] = [axis('line', names), axis('group', ['g', 'h']), axis('world', ['without', 'with'])];
  line.belongsTo(
    group,
    names.map((_, n) => n % 2),
  );
  const thirds = names.map((_, n) => (n % 3 === 2 ? -1 : 1 - (n % 3)));
  const other = link('other', line, group, thirds);
  const trend = graph.inputs.find(({ block }) => block.name === 'Trend');
  if (!trend) throw new Error('no trend');
  const cost = model.quantity('Cost', '1', [line, year], () => trend.times(position(line)));
  model.quantity('By group', '1', [group, year], () => sum(cost, line, group));
  model.quantity('By other', '1', [group, year], () => sum(cost, line, other));
  model.quantity('In both worlds', '1', [world, group, year], () => sum(cost, line, group).times(position(world)));
  const last = model.quantity('Of the last year', '1', [group], () => sum(cost.at(year, '2028'), line, group));
  model.quantity('Less than the last', '1', [group, year], () => last.minus(sum(cost, line, other)));
  return graph;
}

test.each([
  [16, 4, 0],
  [80, 8, 4],
])('sums over %d scattered rows are found by numbers of rows, or range by range', (many, byNumber, byRange) => {
  const graph = scattered(many);
  const live = liveOf(graph);
  const [forms, , empty] = aside(live);
  expect([faults(live, sheetsOf(live, graph)), forms, empty]).toEqual([[], [], []]);
  const texts = live.sheets.flatMap(({ blocks }) =>
    blocks.flatMap(({ rows }) => rows.map(({ cells }) => cells[0]?.formula)),
  );
  const said = (pattern: RegExp): number => texts.filter((text) => pattern.test(text ?? '')).length;
  expect([said(/SUMIF/), said(/SUM\(SUM/)]).toEqual([byNumber, byRange]);
});

/** Months of years, drugs and worlds, in ways that drawn graphs once showed to be written wrong. */
function once(): Drawn {
  const graph = drawnGraph(1, undefined, 0);
  const { model, year, month } = graph;
  const [course, price, dose, rate] = ['Course', 'Price', 'Dose', 'Rate'].map((name) => model.find(name));
  const [drug] = price?.block.axes ?? [];
  if (!course || !price || !dose || !rate || !drug) throw new Error('no inputs');
  const kinds = axis('kind', ['k', 'l']);
  model.quantity('Of one month', '1', [year], () => sum(course.at(month, 'm3'), month, year));
  model.quantity('A month later', '1', [year], () =>
    sum(first(month, constant(3), course.previous(month)), month, year),
  );
  model.quantity('Not in the first year', '1', [year], () =>
    first(year, price.at(drug, 'a'), sum(course.times(constant(2)).plus(one), month, year)),
  );
  model.quantity('By its year', '1', [month], () => course.times(sum(first(year, dose.at(drug, 'a'), rate), kinds)));
  const [weight, group] = [model.find('Weight'), model.find('Weight')?.block.axes[0]];
  if (!weight || !group) throw new Error('no weight');
  const treats = link('all treat', drug, group, [1, 1, 0, 0, 1]);
  model.quantity('All drugs in a group', '1', [group, year], () => sum(price.times(weight), drug));
  model.quantity('By what they treat', '1', [group, year], () => sum(price.times(weight), drug, treats));
  model.quantity('Hardly rounded', '1', [drug, year], () =>
    price.times(round(price.minus(price.at(drug, 'c').minus(one)), 'truncate', 16)),
  );
  return graph;
}

test('what was once written wrong', () => {
  const graph = once();
  const live = liveOf(graph);
  const [forms, , empty] = aside(live);
  expect([faults(live, sheetsOf(live, graph)), forms, empty]).toEqual([[], [], []]);
});

test('single rows are found where they stand', () => {
  const graph = scattered(16);
  const [groups, cost] = ['By group', 'Cost'].map((name) => graph.model.find(name));
  if (!groups || !cost) throw new Error('no figures');
  const totals = { planned: groups, delivered: cost, realised: groups, cashReleased: groups };
  const live = liveOf(graph, [], { chances: groups, threshold: cost, shares: groups, totals });
  const rowsOf = (name: string) =>
    live.sheets.flatMap(({ sheet, blocks }) =>
      blocks.flatMap((block) => (block.name === name ? block.rows.map(({ row }) => ({ sheet, row, sign: 1 })) : [])),
    );
  const { chances, threshold, shares, totals: found } = live.figures;
  expect(chances).toEqual(rowsOf('By group'));
  expect(threshold).toEqual(rowsOf('Cost')[0]);
  expect([...found]).toEqual([
    ['planned', rowsOf('By group')[0]],
    ['delivered', rowsOf('Cost')[0]],
    ['realised', rowsOf('By group')[0]],
    ['cashReleased', rowsOf('By group')[0]],
  ]);
  expect(shares).toEqual([]);
});

test('a part says what it is a part of, and has its own unit', () => {
  const parts = figureOf(['year'], ({ people, price, drug }) =>
    sum(people.times(price), drug).over(constant(2, 'GBP')),
  ).sheets.flatMap(({ blocks }) => blocks.filter(({ name }) => name.startsWith('Figure:')));
  expect(parts.map(({ name, unit, source }) => [name, unit, source])).toEqual([
    ['Figure: each drug', 'GBP*person', 'a part of the next block'],
  ]);
});

test('of a single year no first one is marked', () => {
  const model = new Model();
  const year = periodAxis('year', ['2026']);
  const trend = model.data('Trend', '1', [year], [new Exact(2)]);
  const figure = model.quantity('Figure', '1', [year], () => trend.times(trend));
  const live = liveModel({ model, run: new ExactRun(), figures: [figure], year, baseline: false, selector: '' });
  expect(live.sheets[0]?.blocks.at(-1)?.rows).toMatchObject([{ first: false, cells: [{ formula: '=G8*G8' }] }]);
});

test('a model too large names its largest blocks', () => {
  const graph = scattered(80);
  const parts = partsToWrite({ ...requestOf(graph), scenarios: [] });
  const refuse = (): void => {
    refuseTooLarge(parts, new Map([['Calc', 60_001]]), graph.year);
  };
  expect(refuse).toThrow(
    /^The live model would take 27\d formulas, and 60,001 rows on Calc\. .* Most are in Cost \(240\), In both worlds \(12\), By group \(6\)\.$/,
  );
});

test('what stands beside the model says what it is', () => {
  const graph = graphOf(GAP, null);
  const low = {
    name: 'Low',
    at: { sheet: 'Scenarios', cell: 'A4' },
    model: graphOf(GAP, 1).model,
    run: new ExactRun(),
  };
  const other = { name: 'Other', at: null, model: graphOf(GAP + 1, null).model, run: new ExactRun() };
  const figures = new Set(graph.model.quantities.map(({ block }) => block.name));
  const live = liveOf(graph, [low, other]);
  expect(live.figures.gap).not.toBeNull();
  const beside = live.sheets.flatMap(({ sheet, blocks }) =>
    blocks.filter(({ name }) => !figures.has(name.replace(/:.*/, ''))).map((block) => ({ ...block, sheet })),
  );
  const said = beside.map(({ sheet, name, unit, kind, words, source, usedBy, rows }) =>
    [sheet, name, unit, kind, words, source, usedBy.join(), rows.map(({ labels }) => labels.join()).join()].join(' | '),
  );
  const flags = (of: string, many: number): string =>
    `Flags of the ${of} | 1 | structure | 1 in the ${of} that are of this kind, else 0 | the structure of the model |  | ${new Array(many).fill('years of a scenario').join()}`;
  expect(said).toEqual([
    'Calc | Numbers of the method | 1 | structure | no formula below holds a number of its own | METHODS |  | -2,-1,0.1,a half,two,3,4,5,months in a year',
    `Calc | ${flags('years', 3)},year: elsewhere`,
    'Calc | Scenarios | 1 | input | your own names, in their order; not here, as they change the structure: Other | BIM_Scenarios |  | 1,2',
    'Calc | Scenario shown | 1 | formula | chosen on the first sheet; its place among the scenarios | BIM_Scenarios |  | name,number',
    'Calc | Values of the scenarios’ changes | 1 | input | your own cells | BIM_Scenarios |  | Scenarios!B4',
    'Calc | Live less engine | 1 | structure | budget impact of these cells less what the engine ran: 0 until an input is changed | the run whose stamp stands above | Checks | engine, Base,engine, Low,engine, scenario shown,live less engine',
    `Calc months | ${flags('months', 5)}`,
  ]);
});
