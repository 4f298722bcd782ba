/**
 * Live models of drawn graphs, calculated in this process: every figure, as written, with an input typed over, and with
 * each scenario chosen; the rules of written formulas hold, and what stands beside them is true.
 */
import { axis, link } from '../../../../src/engine/graph/axis';
import { position, sum } from '../../../../src/engine/graph/expression';
import type { Given } from '../../../../src/engine/given';
import { Exact } from '../../../../src/engine/readings/decimals';
import { ExactRun } from '../../../../src/engine/readings/exact';
import type { LiveModel } from '../../../../src/engine/readings/live/document';
import { liveModel } from '../../../../src/engine/readings/live/live';
import type { ScenarioRun } from '../../../../src/engine/readings/live/scenarios';
import { calcSheets } from '../../../../src/outputs/sheets/calc';
import type { Report, Snapshot } from '../../../../src/workbook/workbook';
import { drawnGraph, type Drawn } from '../drawn-graphs';
import { formulas } from '../fast';
import type { Sheets } from '../../../libreoffice/batch';
import { calculated, type Edit } from '../../../live/calculated';
import { lint } from '../../../live/lint';
import { marksWrong } from '../../../live/marks';
import { atPlacesOf, compare } from '../../../live/written';

const GRAPHS = Array.from(
  { length: Number(process.env['DRAWN_GRAPHS'] ?? '6') },
  (_, seed) => Number(process.env['DRAWN_FROM'] ?? '1') + seed,
);

/** A graph of which a formula by year is compared with what the engine ran. */
const GAP = 3;

/** What scenarios make of inputs, by the number of their cell: the value of the change, and how it changes what stands there. */
type Changes = readonly (readonly [op: 'set' | 'x' | '+', value: number])[];
const SCENARIOS: readonly (readonly [name: string, every: number, changes: Changes])[] = [
  ['High', 4, [['x', 1.5]]],
  ['Low', 5, [['set', 0.25]]],
  [
    'Twice changed',
    7,
    [
      ['+', 0.5],
      ['x', 2],
    ],
  ],
  [
    'Set and raised',
    9,
    [
      ['set', 0.75],
      ['+', 1.25],
    ],
  ],
];

/** The cell in which a scenario's change stands. */
const changeAt = (scenario: number, change: number) => ({
  sheet: 'Scenarios',
  cell: `B${String(2 + 2 * scenario + change)}`,
  table: 'BIM_Scenarios',
});

function graphOf(seed: number, scenario: number | null): Drawn {
  return drawnGraph(seed, (standing, at, parameter, blank): Given | null => {
    const typed = blank ? null : { value: new Exact(standing), at, parameter };
    const [, every, changes] = SCENARIOS[scenario ?? -1] ?? ['', 0, []];
    if (scenario === null || Number(at.cell.slice(1)) % every !== seed % every) return typed;
    return changes.reduce<Given | null>((from, [op, by], n) => {
      const old = from?.value ?? new Exact(standing);
      const value = op === 'set' ? new Exact(by) : op === 'x' ? old.times(by) : old.plus(by);
      const made = { value, at: changeAt(scenario, n), parameter };
      return op === 'set' ? made : { ...made, change: { op, by: new Exact(by), from, old } };
    }, typed);
  });
}

/** The user's own cells: values of inputs, and of the scenarios' changes. */
function snapshotOf({ inputs }: Drawn): Snapshot {
  const given = inputs.flatMap(({ block }) => block.input?.given ?? []);
  const cells = new Map(
    given.flatMap((one) => (one ? [[Number(one.at.cell.slice(1)), one.value.toNumber()] as const] : [])),
  );
  const rows = Array.from({ length: Math.max(...cells.keys()) - 1 }, (_, n) => [{ value: cells.get(n + 2) ?? null }]);
  const changes = SCENARIOS.flatMap(([name, , made]) =>
    [0, 1].map((n) => [{ value: name }, { value: made[n]?.[1] ?? null }]),
  );
  const table = (name: string, sheet: string, headers: readonly string[], of: Snapshot['tables'][number]['rows']) => ({
    name,
    sheet,
    row: 1,
    column: 1,
    headers,
    rows: of,
  });
  return {
    sheets: ['My inputs', 'Scenarios'],
    tables: [
      table('Inputs', 'My inputs', ['Value'], rows),
      table('BIM_Scenarios', 'Scenarios', ['Scenario', 'Value'], changes),
    ],
    names: [],
    owned: [],
    language: 'en-GB',
    calculated: true,
  };
}

const SELECTOR = { sheet: 'Scenarios', cell: 'H1' };

function liveOf(graph: Drawn, scenarios: readonly ScenarioRun[] = []): LiveModel {
  const { model, year } = graph;
  const impact = formulas(model).find(({ block }) => block.axes.length === 1 && block.axes[0] === year);
  return liveModel({
    model,
    run: new ExactRun(),
    figures: formulas(model),
    year,
    baseline: year.members[0] === '2025',
    selector: `${SELECTOR.sheet}!$H$1`,
    scenarios,
    ...(impact ? { impact } : {}),
  });
}

function reportOf(live: LiveModel): Report {
  const lamp = { formula: '=0', cached: { number: '0', format: 'plain' } } as const;
  const sheets = calcSheets(live, { title: 'Drawn', stamp: '', master: lamp, lampOf: () => null });
  return { title: 'Drawn', stamp: '', language: 'en-GB', sheets, names: [], open: 'Calc' };
}

const sheetsOf = (live: LiveModel, graph: Drawn, edits: readonly Edit[] = []): Sheets =>
  calculated(snapshotOf(graph), reportOf(live), [[SELECTOR.sheet, SELECTOR.cell, 'Base'], ...edits]);

/** Figures of a live model that other sheets do not show. */
const faults = (live: LiveModel, sheets: Sheets): readonly string[] =>
  compare(live, sheets).first.map(({ said }) => said);

/** How long a formula is rests on what was drawn. */
const LENGTHS: readonly string[] = ['a long formula', 'deep brackets', 'a total that is not a SUM'];

/** What is wrong with the formulas as such, with the marks beside them, and with names and values that are left empty. */
const aside = (live: LiveModel): readonly (readonly unknown[])[] => [
  lint(reportOf(live)).filter(({ rule }) => !LENGTHS.includes(rule)),
  marksWrong(live),
  live.sheets.flatMap(({ blocks }) =>
    blocks.flatMap(({ name, rows }) =>
      rows.flatMap(({ labels, cells, keys }) =>
        labels.includes('') || cells.some(({ value }) => value === '') || !keys.flat().every(Number.isInteger)
          ? [`${name}: ${labels.join(' · ')}`]
          : [],
      ),
    ),
  ),
];

/** What throws says of which graph. */
function orSeed<T>(seed: number, made: () => T): T {
  try {
    return made();
  } catch (cause) {
    throw new Error(`graph ${String(seed)}: ${String(cause)}`, { cause });
  }
}

test('as written: every figure, the rules of formulas, the marks and users of rows', () => {
  for (const seed of GRAPHS) {
    const graph = graphOf(seed, null);
    const live = orSeed(seed, () => liveOf(graph));
    expect([seed, faults(live, sheetsOf(live, graph))]).toEqual([seed, []]);
    expect([seed, ...aside(live)]).toEqual([seed, [], [], []]);
  }
});

test('with a cell of the user typed over', () => {
  for (const seed of GRAPHS) {
    const graph = graphOf(seed, null);
    const cells = graph.inputs.flatMap(({ block: { input } }) =>
      (input?.given ?? []).flatMap((given, n) => given?.at.cell ?? input?.places?.[n]?.cell ?? []),
    );
    const [, typed = cells[0]] = cells.filter((_, n) => (n + seed) % 9 === 0);
    const again = drawnGraph(seed, (value, at, parameter, blank) =>
      at.cell === typed || !blank ? { value: new Exact(at.cell === typed ? 3.25 : value), at, parameter } : null,
    );
    const live = liveOf(graph);
    const sheets = sheetsOf(live, graph, [['My inputs', typed ?? '', 3.25]]);
    expect([seed, faults(atPlacesOf(live, liveOf(again)), sheets)]).toEqual([seed, []]);
  }
});

test('with a scenario chosen; what the engine ran is the same', () => {
  let offered = 0;
  for (const seed of GRAPHS) {
    const graph = graphOf(seed, null);
    const scenarios = SCENARIOS.map(([name], n): ScenarioRun => {
      const at = n === 3 ? null : { sheet: 'Scenarios', cell: `A${String(2 + 2 * n)}` };
      return { name, at, model: graphOf(seed, n).model, run: new ExactRun() };
    });
    const live = liveOf(graph, scenarios);
    expect([seed, ...aside(live)]).toEqual([seed, [], [], []]);
    const { gap, scenarios: names } = live.figures;
    const n = SCENARIOS.findIndex(([name], at) => names.includes(name) && at >= seed % 4);
    const [name = ''] = SCENARIOS[n] ?? [];
    if (n < 0) continue;
    offered += 1;
    const sheets = sheetsOf(live, graph, [[SELECTOR.sheet, SELECTOR.cell, name]]);
    expect([seed, name, faults(atPlacesOf(live, liveOf(graphOf(seed, n))), sheets)]).toEqual([seed, name, []]);
    const gaps = ['F', 'G', 'H', 'I'].map((column) => (gap && sheets[gap.sheet]?.[`${column}${String(gap.row)}`]) ?? 0);
    expect([seed, name, gaps.filter((value) => !(Math.abs(Number(value)) < 1e-9))]).toEqual([seed, name, []]);
  }
  expect(offered).toBeGreaterThan(GRAPHS.length / 2);
});

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
