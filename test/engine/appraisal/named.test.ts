/** Gates and tasks by name, rows of costs and benefits by their keys, and the order of both, in a model told in full. */
import { numbers, realised } from '../value/realised';

const model = () =>
  realised({
    Model: [
      ['Setting', 'Value'],
      ['First year', 2026],
      ['Years', 1],
      ['Step', 'month'],
      ['Target wait', 6],
    ],
    Technologies: [
      ['Technology', 'Role', 'Accounting', 'Potential'],
      ['C', 'current', 'cohort', null],
      ['N', 'new', 'cohort', null],
      ['M', 'new', 'cohort', 0.5],
    ],
    Uptake: [
      ['World', 'Subgroup', 'Technology', '2026'],
      ['without', 'All', 'C', 1],
      ['with', 'All', 'N', 0.6],
      ['with', 'All', 'M', 0.2],
    ],
    Costs: [
      ['Technology', 'Category', 'Item', 'Per', 'Unit cost', 'Payer'],
      ['N', 'Drugs', 'n', 'start', 10, 'NHS'],
      ['N', 'Drugs', 'pump', 'start', 5, 'NHS'],
      ['M', 'Drugs', 'm', 'start', 20, null],
      ['C', 'Drugs', 'c', 'start', 1, 'NHS'],
    ],
    Tasks: [
      ['ID', 'Task', 'Dimension', 'Duration', 'Owner', 'Wave', 'Cost'],
      ['t', 'Set up', 'value', 0, 'Board', 'first', null],
      ['u', null, null, 1, null, null, 700],
    ],
    Waves: [
      ['Wave', 'Sites', 'Share of patients', 'Starts per site', 'Technology'],
      ['first', 2, 0.5, 2, 'N'],
      ['second', 1, 0.25, null, 'N'],
    ],
    Resources: [
      ['Resource', 'Kind', 'Unit', 'Available', 'Per start', 'Technology', 'Cost per unit', 'From', 'Dimension'],
      ['Beds', 'service', 'beds', null, 3, 'M', null, null, 'value'],
      ['beds', null, 'places', 3, null, null, 45, null, null],
      ['Beds', null, null, 6, null, null, 50, 7, null],
      ['Idle', 'service', 'rooms', 1, null, null, null, null, null],
    ],
    Outcomes: [
      ['Technology', 'Benefit', 'Class', 'Quantity', 'Per', 'Unit value', 'Realised', 'Payer'],
      ['All', 'Days', 'cash-releasing', 2, 'start', 100, 0.25, 'NHS'],
      ['N', 'Lives', 'health', 1, 'year', 3, 0.5, null],
    ],
  });

/** The first figure of each row behind the names that tell it from others. */
const first = (rows: readonly { readonly values: readonly string[] }[]): readonly string[] =>
  rows.map(({ values, ...keys }) => [...Object.values(keys), values[0]].join(' | '));

test('gates in their order, each with its unit and the cell to change first; tasks as typed', () => {
  const made = model();
  expect(made.gates.map(({ at, ...gate }) => [...Object.values(gate), at?.sheet, at?.cell])).toEqual([
    ['access', 'process', '', 'Waves', 'B4'],
    ['sites', 'process', '', 'Waves', 'B4'],
    ['Beds', 'value', 'beds', 'Resources', 'B4'],
  ]);
  expect(made.value.gates.map(({ gate, dimension, unitCost, months }) => [gate, dimension, unitCost, months])).toEqual([
    ['access', 'process', null, '12'],
    ['sites', 'process', null, '0'],
    ['Beds', 'value', '45', '12'],
  ]);
  expect(made.tasks.map(({ at, ...task }) => [...Object.values(task), at.cell])).toEqual([
    ['t', 'Set up', 'value', 'Board', 'first', null, 'E4'],
    ['u', '', 'process', '', '', '700', 'E5'],
  ]);
});

test('by month: six a month want N, of whom half and a quarter have a wave; two want M, and three beds start one of them', () => {
  const made = model();
  const lists = [made.live, made.demand, made.starts, made.backlog, made.trained, made.supply, made.followUp];
  expect(lists.map(first)).toEqual([
    // Three quarters of N, all of M.
    ['0.875'],
    ['N | Adults | 6', 'M | Adults | 2'],
    ['N | Adults | 4.5', 'M | Adults | 1'],
    ['N | Adults | 1.5', 'M | Adults | 1'],
    [],
    ['Beds | 3', 'Idle | 1'],
    ['Beds | 0', 'Idle | 0'],
  ]);
  // No start draws on the idle rooms, and no wave is of M.
  expect([made.capacity, made.held].map(first)).toEqual([
    ['access | N | 4.5', 'sites | N | 4', 'Beds | M | 1'],
    ['access | N | 1.5', 'sites | N | 0', 'Beds | M | 1'],
  ]);
  expect(numbers(made.starts, { technology: 'M' })).toEqual([1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2]);
  expect(numbers(made.wait, { technology: 'M' })).toEqual([0, 1, 1, 2, 2, 3, 3, 3, 3, 3, 3, 3]);
  expect(made.binding.map(({ technology, values }) => [technology, ...new Set(values)])).toEqual([
    ['N', 'access'],
    ['M', 'Beds'],
  ]);
  // A queue of six weeks, and what would bring it there within a year.
  expect(made.queue.map(({ technology, measure, values }) => [technology, measure, Number(values[5])])).toEqual([
    ['N', 'target queue', 9],
    ['M', 'target queue', 3],
    // Nine wait, as many as should; of M six, three more: 2 + 3/12.
    ['N', 'relief capacity', 6],
    ['M', 'relief capacity', 2.25],
  ]);
});

test('people and starts of both cases, and eligible people of both worlds', () => {
  const made = model();
  expect([made.eligible, made.patients, made.yearlyStarts].map(first)).toEqual([
    ['Adults | without | 120', 'Adults | with | 120'],
    // 72 spread over the year are 39 patient-years; those who wait have C meanwhile.
    ...[
      ['13', '39', '13', '27.5', '29.25', '8.25'],
      ['24', '72', '24', '65', '54', '18'],
    ].map((figures) =>
      figures.map((figure, n) =>
        [n < 3 ? 'planned' : 'realised', ['C', 'N', 'M'][n % 3], 'Adults', figure].join(' | '),
      ),
    ),
  ]);
  // Items of one category and payer are one row, and the tasks are the last.
  expect(first(made.costs)).toEqual([
    'planned | Adults | N | Drugs | NHS | 1080',
    'planned | Adults | M | Drugs |  | 480',
    'planned | Adults | C | Drugs | NHS | 24',
    'planned |  |  | Implementation |  | 700',
    'realised | Adults | N | Drugs | NHS | 810',
    'realised | Adults | M | Drugs |  | 360',
    'realised | Adults | C | Drugs | NHS | 65',
    'realised |  |  | Implementation |  | 700',
  ]);
  const [planned, realisedTotal] = [made.impact.planned, made.impact.realised];
  expect(planned).toEqual({ total: ['2164'], cumulative: ['2164'], cashReleased: ['0'], afterCash: ['2164'] });
  expect(realisedTotal).toEqual({
    total: ['1815'],
    cumulative: ['1815'],
    cashReleased: ['-1200'],
    afterCash: ['3015'],
  });
});

test('benefits of every case: those of C are of the plan, whoever waits', () => {
  const made = model();
  const told = made.benefits.map(({ case: of, technology, subgroup, benefit, measure, values }) => [
    [of, technology, subgroup, benefit, measure].join(' | '),
    Number(Number(values[0]).toFixed(9)),
  ]);
  // Money and number: of C, N and M, and of the sum by the year.
  const cases = {
    potential: [-19200, -192, 16000, 160, 8000, 80, 3, 1],
    planned: [-19200, -192, 14400, 144, 4800, 48, 3, 1],
    delivered: [-19200, -192, 10800, 108, 3600, 36, 3, 1],
    realised: [-4800, -48, 2700, 27, 900, 9, 1.5, 0.5],
  };
  const rows = ['C | Adults | Days', 'N | Adults | Days', 'M | Adults | Days', 'N |  | Lives'];
  expect(told).toEqual(
    Object.entries(cases).flatMap(([of, figures]) =>
      figures.map((figure, n) => [`${of} | ${rows[n >> 1] ?? ''} | ${n % 2 === 0 ? 'money' : 'quantity'}`, figure]),
    ),
  );
  expect(new Set(made.benefits.map((row) => `${row.benefit}: ${row.class}, ${row.payer}`))).toEqual(
    new Set(['Days: cash-releasing, NHS', 'Lives: health, ']),
  );
});

test('value: 18 of N without a wave and 6 of M without a bed are what is held back', () => {
  const made = model();
  const { value } = made;
  const { potential, planned, delivered, realised: real, cashReleased, joint } = value;
  expect([potential, planned, delivered, real, cashReleased, joint].map(Number)).toEqual([
    2223, -2161, -6612, -3013.5, -1200, 4451,
  ]);
  expect(Object.values(value.shortfall).map(Number)).toEqual([0, 4384, 0]);
  expect(value.waterfall.map((step) => [step.dimension, step.cause, Number(step.value)])).toEqual([
    ['value', 'uptake', 4384],
    ['resources', 'gates', 0],
    ['process', 'gates', 3348],
    ['attention', 'gates', 0],
    ['value', 'gates', 1103],
    ['value', 'benefits', -3598.5],
  ]);
  // With a bed more 4 more have M: 180 each, and one fewer begins C meanwhile.
  expect(value.gates.map((gate) => [gate.only, gate.sequence, gate.opened, gate.unit].map(Number))).toEqual([
    [3348, 3348, 3348, 0],
    [0, 0, 0, 0],
    [1103, 1103, 1103, expect.closeTo(721, 9)],
  ]);
  // 8 of the plan never come. A month without the first wave: six begin C until the sites have caught up.
  expect(Object.values(value.costOfDelay).map(Number)).toEqual([1478.25, 6]);
  expect(value.tasks).toEqual([
    { task: 't', delay: '6' },
    { task: 'u', delay: '0' },
  ]);
});
