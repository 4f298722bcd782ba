/** A small live model in full, as it stands on its sheets: two drugs, a baseline year, months, and scenarios to choose. */
import { axis, periodAxis, type Axis } from '../../../../src/engine/graph/axis';
import { constant, equal, first, one, select, sum } from '../../../../src/engine/graph/expression';
import { Model } from '../../../../src/engine/graph/model';
import type { Given } from '../../../../src/engine/given';
import { Exact } from '../../../../src/engine/readings/decimals';
import { ExactRun } from '../../../../src/engine/readings/exact';
import type { LiveModel } from '../../../../src/engine/readings/live/document';
import { columnName } from '../../../../src/engine/readings/live/references';
import { liveModel } from '../../../../src/engine/readings/live/live';
import { rowOf, type Traced } from '../../../../src/engine/traces';
import type { LiveRequest } from '../../../../src/engine/readings/live/request';
import type { ScenarioRun } from '../../../../src/engine/readings/live/scenarios';

/** What a scenario does to cells: sets, multiplies or adds, from its own cell. */
type Changes = Readonly<Record<string, readonly (readonly [op: 'set' | 'x' | '+', by: string, cell: string])[]>>;

function modelOf(changes: Changes, drugs = ['a', 'b']) {
  const model = new Model();
  const year = periodAxis('year', ['2025', '2026', '2027']);
  const month = periodAxis('month', ['Jan', 'Jul', 'Next Jan']);
  month.belongsTo(year, [1, 1, 2]);
  const [drug, world] = [axis('drug', drugs), axis('world', ['without', 'with'])];
  const input = (name: string, axes: readonly Axis[], row: number, values: readonly (string | null)[], blank = 0) => {
    const places = values.map((_, n) => ({ sheet: 'My inputs', cell: `${columnName(2 + n)}${String(row)}` }));
    const given = values.map((value, n): Given | null => {
      const at = places[n] ?? { sheet: '', cell: '' };
      const typed = value === null ? null : { value: new Exact(value), at, parameter: at.cell };
      return (changes[at.cell] ?? []).reduce<Given | null>((from, [op, by, cell]) => {
        const old = from?.value ?? new Exact(at.cell === 'C3' ? 10 : blank);
        const now = op === 'set' ? new Exact(by) : op === 'x' ? old.times(by) : old.plus(by);
        const made = { value: now, at: { sheet: 'Scenarios', cell, table: 'BIM_Scenarios' }, parameter: at.cell };
        return op === 'set' ? made : { ...made, change: { op, by: new Exact(by), from, old } };
      }, typed);
    });
    return model.input(name, 'GBP', axes, given, new Exact(blank), {}, places);
  };
  const typed = input('Price, typed', [drug, year], 3, [null, null, '12', '20', '21', null].slice(0, 3 * drugs.length));
  const isTyped = model.typed('Price, typed or not', typed);
  const base = input(
    'Price, base',
    [drug],
    4,
    drugs.map(() => '10'),
  );
  const price = model.quantity(
    'Price',
    'GBP',
    [drug, year],
    () => select(equal(isTyped, one), typed, first(year, base, price.previous(year))),
    { source: 'method page' },
  );
  const rate = input('Rate', [], 5, [null], 1);
  const use = input('Use', [world, drug], 6, ['1', '2', '3', '4'].slice(0, 2 * drugs.length));
  const part = model.data('Part', '1', [], [new Exact('0.25')]);
  const cost = model.quantity('Cost', 'GBP', [world, drug, year], () =>
    price.times(use).times(rate.times(constant(12))),
  );
  const impact = model.quantity('Budget impact', 'GBP', [year], () => sum(cost.at(world, 'with'), drug).minus(part));
  const course = model.quantity('Course', 'GBP', [month], () => impact.over(constant(2)));
  const back = model.quantity('Of its months', 'GBP', [year], () => sum(course, month, year));
  const total = model.quantity('Cost of both', 'GBP', [world, year], () => sum(cost, drug));
  const shares = model.data(
    'Sum of shares',
    '1',
    [drug, year],
    ['1', '1', '1', '1', '1', '0.5'].slice(0, 3 * drugs.length).map((value) => new Exact(value)),
  );
  const elsewhere = new Model().data(
    'Elsewhere',
    '1',
    [year],
    year.members.map(() => new Exact(1)),
  );
  return { model, year, price, isTyped, rate, base, use, cost, impact, course, back, total, shares, elsewhere };
}

const SCENARIOS: readonly (readonly [name: string, changes: Changes, drugs?: readonly string[]])[] = [
  ['Dear', { C3: [['x', '1.5', 'B2']], F3: [['x', '2', 'B2']] }],
  [
    'Late',
    {
      B5: [['set', '0.5', 'B3']],
      C6: [
        ['+', '1', 'B4'],
        ['x', '3', 'B5'],
      ],
    },
  ],
  ['Other', {}, ['a']],
];

function requestOf({ model, year, impact, back, total }: ReturnType<typeof modelOf>): LiveRequest {
  const scenarios = SCENARIOS.map(([name, changes, drugs], n): ScenarioRun => {
    const at = n === 1 ? null : { sheet: 'Scenarios', cell: `A${String(2 + n)}` };
    return { name, at, model: modelOf(changes, drugs ? [...drugs] : undefined).model, run: new ExactRun() };
  });
  const figures = [back, impact, total];
  return { model, run: new ExactRun(), figures, year, impact, scenarios, baseline: true, selector: 'Summary!$J$2' };
}

/** Every sheet line by line: its periods; blocks with what is said of them; rows with their cells. */
const lines = ({ sheets }: LiveModel): readonly string[] =>
  sheets.flatMap(({ sheet, axis: along, periods, firstRow, noteColumn, blocks }) => [
    `${sheet}, ${along}s from row ${String(firstRow)}, notes in ${columnName(noteColumn)}: ${periods
      .map(
        ({ column, label, counter, year }) =>
          `${columnName(column)} ${label} ${String(counter)}${year === null ? '' : ` of ${String(year)}`}`,
      )
      .join(', ')}`,
    ...blocks.flatMap(({ band, name, unit, kind, words, source, usedBy, rows }) => [
      `${String(band)} ${name} | ${unit} | ${kind} | ${words} | ${source} | ${usedBy.join(', ')}`,
      ...rows.map(
        ({ row, labels, cells, first: own, keys }) =>
          `  ${String(row)} ${labels.join(' · ')}${own ? ' (first)' : ''}${keys.length > 0 ? ` keys ${JSON.stringify(keys)}` : ''}: ${cells
            .map(
              ({ column, value, formula, link }) =>
                `${columnName(column)} ${value}${formula === null ? '' : ` ${link ? '<' : ''}${formula}`}`,
            )
            .join(' ; ')}`,
      ),
    ]),
  ]);

test('a small model in full', () => {
  expect(lines(liveModel(requestOf(modelOf({}))))).toEqual([
    'Calc, years from row 7, notes in L: F 2025 0, G 2026 1, H 2027 2',
    '7 Numbers of the method | 1 | structure | no formula below holds a number of its own | METHODS | ',
    '  8 two: E 2',
    '  9 months in a year: E 12',
    '11 Flags of the years | 1 | structure | 1 in the years that are of this kind, else 0 | the structure of the model | ',
    '  12 years of a scenario: F 0 ; G 1 ; H 0',
    '14 Scenarios | 1 | input | your own names, in their order; not here, as they change the structure: Other | BIM_Scenarios | ',
    '  15 1: E Base',
    '  16 2: E Dear <=Scenarios!A2',
    '  17 3: E Late',
    '19 Scenario shown | 1 | formula | chosen on the first sheet; its place among the scenarios | BIM_Scenarios | ',
    '  20 name: E Base =Summary!$J$2',
    '  21 number: E 1 =MATCH($E$20,$E$15:$E$17,0)',
    '23 Values of the scenarios’ changes | 1 | input | your own cells | BIM_Scenarios | ',
    '  24 Scenarios!B2: E 1.5 <=Scenarios!B2+0',
    '  25 Scenarios!B3: E 0.5 <=Scenarios!B3+0',
    '  26 Scenarios!B4: E 1 <=Scenarios!B4+0',
    '  27 Scenarios!B5: E 3 <=Scenarios!B5+0',
    '29 Price, typed: by scenario | GBP | formula | what is typed, and what each scenario makes of it | BIM_Scenarios | Price, typed',
    '  30 a · before a change (first): F 10 =IF(F43=1,F31,$E55) ; G 10 =IF(G43=1,G31,F30) ; H 12 =IF(H43=1,H31,G30)',
    "  31 a · Base: F 0 <='My inputs'!B3+0 ; G 0 <='My inputs'!C3+0 ; H 12 <='My inputs'!D3+0",
    '  32 a · Dear: F 0 =IF(F$12=1,F30*$E$24,F31) ; G 15 =IF(G$12=1,G30*$E$24,G31) ; H 12 =IF(H$12=1,H30*$E$24,H31)',
    '  33 a · Late: F 0 =F31 ; G 0 =G31 ; H 12 =H31',
    "  34 b · Base: F 20 <='My inputs'!E3+0 ; G 21 <='My inputs'!F3+0 ; H 0 <='My inputs'!G3+0",
    '  35 b · Dear: F 20 =IF(F$12=1,F34*$E$24,F34) ; G 42 =IF(G$12=1,G34*$E$24,G34) ; H 0 =IF(H$12=1,H34*$E$24,H34)',
    '  36 b · Late: F 20 =F34 ; G 21 =G34 ; H 0 =H34',
    '38 Price, typed | GBP | input |  |  | Price',
    '  39 a: F 0 =INDEX(F31:F33,$E$21) ; G 0 =INDEX(G31:G33,$E$21) ; H 12 =INDEX(H31:H33,$E$21)',
    '  40 b: F 20 =INDEX(F34:F36,$E$21) ; G 21 =INDEX(G34:G36,$E$21) ; H 0 =INDEX(H34:H36,$E$21)',
    '42 Price, typed or not: by scenario | 1 | formula | what is typed, and what each scenario makes of it | BIM_Scenarios | Price, typed or not',
    "  43 a · Base: F 0 <=IF(LEN('My inputs'!B3)>0,1,0) ; G 0 <=IF(LEN('My inputs'!C3)>0,1,0) ; H 1 <=IF(LEN('My inputs'!D3)>0,1,0)",
    '  44 a · Dear: F 0 =IF(F$12=1,1,F43) ; G 1 =IF(G$12=1,1,G43) ; H 1 =IF(H$12=1,1,H43)',
    '  45 a · Late: F 0 =F43 ; G 0 =G43 ; H 1 =H43',
    "  46 b · Base: F 1 <=IF(LEN('My inputs'!E3)>0,1,0) ; G 1 <=IF(LEN('My inputs'!F3)>0,1,0) ; H 0 <=IF(LEN('My inputs'!G3)>0,1,0)",
    '  47 b · Dear: F 1 =IF(F$12=1,1,F46) ; G 1 =IF(G$12=1,1,G46) ; H 0 =IF(H$12=1,1,H46)',
    '  48 b · Late: F 1 =F46 ; G 1 =G46 ; H 0 =H46',
    '50 Price, typed or not | 1 | structure |  |  | Price',
    '  51 a: F 0 =INDEX(F43:F45,$E$21) ; G 0 =INDEX(G43:G45,$E$21) ; H 1 =INDEX(H43:H45,$E$21)',
    '  52 b: F 1 =INDEX(F46:F48,$E$21) ; G 1 =INDEX(G46:G48,$E$21) ; H 0 =INDEX(H46:H48,$E$21)',
    '54 Price, base | GBP | input |  |  | Price',
    "  55 a: E 10 <='My inputs'!B4+0",
    "  56 b: E 10 <='My inputs'!C4+0",
    '58 Price | GBP | formula | if price, typed or not is 1: price, typed; else first: price, base; later: price of the year before | method page | Cost',
    '  59 a (first): F 10 =IF(F51=1,F39,$E55) ; G 10 =IF(G51=1,G39,F59) ; H 12 =IF(H51=1,H39,G59)',
    '  60 b (first): F 20 =IF(F52=1,F40,$E56) ; G 21 =IF(G52=1,G40,F60) ; H 21 =IF(H52=1,H40,G60)',
    '62 Rate: by scenario | GBP | formula | what is typed, and what each scenario makes of it | BIM_Scenarios | Rate',
    "  63 Rate · Base: E 1 <=IF(LEN('My inputs'!B5)>0,'My inputs'!B5+0,1)",
    '  64 Rate · Dear: E 1 =$E63',
    '  65 Rate · Late: E 0.5 =$E$25',
    '67 Rate | GBP | input |  |  | Cost',
    '  68 : E 1 =INDEX($E63:$E65,$E$21)',
    '70 Use: by scenario | GBP | formula | what is typed, and what each scenario makes of it | BIM_Scenarios | Use',
    "  71 without · b · Base: E 2 <='My inputs'!C6+0",
    '  72 without · b · Dear: E 2 =$E71',
    '  73 without · b · Late: E 9 =($E71+$E$26)*$E$27',
    '75 Use | GBP | input |  |  | Cost',
    "  76 without · a: E 1 <='My inputs'!B6+0",
    '  77 without · b: E 2 =INDEX($E71:$E73,$E$21)',
    "  78 with · a: E 3 <='My inputs'!D6+0",
    "  79 with · b: E 4 <='My inputs'!E6+0",
    '81 Part | 1 | structure |  |  | Budget impact',
    '  82 : E 0.25',
    '84 Cost | GBP | formula | price × use × rate × 12 |  | Budget impact, Cost of both',
    '  85 without · a: F 120 =F59*$E76*$E68*$E$9 ; G 120 =G59*$E76*$E68*$E$9 ; H 144 =H59*$E76*$E68*$E$9',
    '  86 without · b: F 480 =F60*$E77*$E68*$E$9 ; G 504 =G60*$E77*$E68*$E$9 ; H 504 =H60*$E77*$E68*$E$9',
    '  87 with · a: F 360 =F59*$E78*$E68*$E$9 ; G 360 =G59*$E78*$E68*$E$9 ; H 432 =H59*$E78*$E68*$E$9',
    '  88 with · b: F 960 =F60*$E79*$E68*$E$9 ; G 1008 =G60*$E79*$E68*$E$9 ; H 1008 =H60*$E79*$E68*$E$9',
    '90 Budget impact | GBP | formula | sum of cost (with), each drug − part |  | Course',
    '  91 : F 1319.75 =SUM(F87:F88)-$E82 ; G 1367.75 =SUM(G87:G88)-$E82 ; H 1439.75 =SUM(H87:H88)-$E82',
    '93 Of its months | GBP | formula | sum of course, each month |  | ',
    "  94 : F 0 =SUMIF('Calc months'!$G$7:$I$7,F$6,'Calc months'!$G9:$I9) ; G 1367.75 =SUMIF('Calc months'!$G$7:$I$7,G$6,'Calc months'!$G9:$I9) ; H 719.875 =SUMIF('Calc months'!$G$7:$I$7,H$6,'Calc months'!$G9:$I9)",
    '96 Cost of both | GBP | formula | sum of cost, each drug |  | ',
    '  97 without: F 600 =SUM(F85:F86) ; G 624 =SUM(G85:G86) ; H 648 =SUM(H85:H86)',
    '  98 with: F 1320 =SUM(F87:F88) ; G 1368 =SUM(G87:G88) ; H 1440 =SUM(H87:H88)',
    '100 Live less engine | GBP | structure | budget impact of these cells less what the engine ran: 0 until an input is changed | the run whose stamp stands above | Checks',
    '  101 engine, Base: F 1319.75 ; G 1367.75 ; H 1439.75',
    '  102 engine, Dear: F 1319.75 ; G 2555.75 ; H 2447.75',
    '  103 engine, Late: F 659.75 ; G 683.75 ; H 719.75',
    '  104 engine, scenario shown: F 1319.75 =INDEX(F101:F103,$E$21) ; G 1367.75 =INDEX(G101:G103,$E$21) ; H 1439.75 =INDEX(H101:H103,$E$21)',
    '  105 live less engine: F 0 =F91-F104 ; G 0 =G91-G104 ; H 0 =H91-H104',
    'Calc months, months from row 8, notes in L: G Jan 1 of 1, H Jul 2 of 1, I Next Jan 3 of 2',
    '8 Course | GBP | formula | budget impact ÷ 2 |  | Of its months',
    '  9 : G 683.875 =INDEX(Calc!$F91:$H91,G$7+1)/Calc!$E$8 ; H 683.875 =INDEX(Calc!$F91:$H91,H$7+1)/Calc!$E$8 ; I 719.875 =INDEX(Calc!$F91:$H91,I$7+1)/Calc!$E$8',
  ]);
});

test('by year alone: what is made of months is a value of the run, beside which no scenario can be chosen', () => {
  const live = liveModel({ ...requestOf(modelOf({})), byYear: true });
  const { finer, scenarios, names } = live.figures;
  expect([live.sheets.length, finer, scenarios, names]).toEqual([1, null, [], null]);
  const said = lines(live);
  expect(said.slice(said.findIndex((line) => line.includes('Of its months')))).toEqual([
    '47 Of its months | GBP | value | sum of course, each month |  | ',
    '  48 : F 0 ; G 1367.75 ; H 719.875',
    '50 Cost of both | GBP | formula | sum of cost, each drug |  | ',
    '  51 without: F 600 =SUM(F39:F40) ; G 624 =SUM(G39:G40) ; H 648 =SUM(H39:H40)',
    '  52 with: F 1320 =SUM(F41:F42) ; G 1368 =SUM(G41:G42) ; H 1440 =SUM(H41:H42)',
    '54 Live less engine | GBP | structure | budget impact of these cells less what the engine ran: 0 until an input is changed | the run whose stamp stands above | Checks',
    '  55 engine, Base: F 1319.75 ; G 1367.75 ; H 1439.75',
    '  56 live less engine: F 0 =F45-F55 ; G 0 =G45-G55 ; H 0 =H45-H55',
  ]);
});

const [COSTS, PRICES, HALF, IMPACT] = [['1'], ['2'], ['3'], ['4']];
const at = (row: number, sign = 1) => ({ sheet: 'Calc', row, sign });
test('where its figures stand: rows added or taken away, known or not, and totals; nothing where one is not written', () => {
  const of = modelOf({});
  const traces = new Map<readonly string[], readonly Traced[]>([
    [COSTS, [rowOf(of.cost, [1, 0]), rowOf(of.cost, [1, 1], -1)]],
    [PRICES, [{ ...rowOf(of.price, [1]), known: of.isTyped }]],
    [HALF, [rowOf(of.impact, []), rowOf(of.elsewhere, [])]],
    [IMPACT, [{ ...rowOf(of.impact, []), known: of.elsewhere }]],
  ]);
  const totals = { planned: of.back, delivered: of.rate, realised: of.elsewhere, cashReleased: of.use };
  const errors = new Map([
    ['price', rowOf(of.price, [0])],
    ['none', rowOf(of.elsewhere, [])],
  ]);
  const { base: chances, rate: threshold, shares } = of;
  const request = requestOf(of);
  const figures = [...request.figures, shares];
  const live = liveModel({ ...request, figures, traces, totals, errors, threshold, chances, shares });
  expect(live.figures).toEqual({
    rows: new Map([
      [COSTS, [at(87), at(88, -1)]],
      [PRICES, [{ ...at(60), known: 52 }]],
      [IMPACT, [at(91)]],
    ]),
    sums: new Map([
      ['Calc,85,86', at(97)],
      ['Calc,87,88', at(98)],
    ]),
    threshold: at(68),
    totals: new Map([
      ['planned', at(94)],
      ['delivered', at(68)],
      ['cashReleased', at(76)],
    ]),
    chances: [at(55), at(56)],
    errors: new Map([['price', at(59)]]),
    finer: { sheet: 'Calc months', firstColumn: 7, lastColumn: 9, yearRow: 7, counter: { sheet: 'Calc', row: 6 } },
    typed: [],
    gap: at(109),
    shares: [at(101)],
    scenarios: ['Base', 'Dear', 'Late'],
    names: { sheet: 'Calc', first: 15, last: 17 },
  });
});
