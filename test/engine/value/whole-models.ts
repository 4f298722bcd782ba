/**
 * Two small models in which the conventions of value realisation stand side by side: rows for one technology in place of
 * rows for all, names in another case, blank keys and `All`, every kind of link, carry, period and benefit, supplies that
 * follow each other, a pool that a task opens, and activities. One counts cohorts, the other a stock.
 */
import type { Plain, PlainTable } from '../../second/sheet';
import { tableOf, type Row } from '../../random/draw';

const settings = (rows: Readonly<Record<string, Plain>>): Row[] =>
  Object.entries(rows).map(([Setting, Value]) => ({ Setting, Value }));

const MODEL = {
  Schema: 1,
  Currency: 'GBP',
  'First year': 2030,
  Payer: 'NHS England',
  'Value of a QALY': 20000,
  'Days in year': 360,
  'Target wait': 3,
  'Relief months': 10,
  'Discount rate': 0.1,
};

const TASKS: readonly Row[] = [
  { ID: 'a', Task: 'Contract', Duration: 2, Cost: 12000, Dimension: 'resources', Owner: 'Board' },
  { ID: 'B 2', Duration: 60, Unit: 'days', After: 'a', Wave: 'SECOND', Cost: 3000 },
  { ID: 'c', Duration: 3, Unit: 'weeks', After: 'a SS+10d; B 2 FF-1w', Wave: 'second', 'Not before': 1.5 },
  { ID: '4', Duration: 0, After: "'B 2' SF+2m", Cost: 700, Opens: 'chairs; hours' },
  { ID: 'e', Duration: 25, Unit: 'working day', After: 'c; 4', Cost: 900 },
];

/** The same that open waves alone, and pools alone. */
const OPENING = TASKS.map(({ Opens: _, ...row }) => row);
const ALONE = TASKS.map(({ Wave: _, ...row }) => row);

const WAVES: readonly Row[] = [
  { Wave: 'First', Sites: 4, 'Starts per site': 3, 'Live after': 2 },
  { Wave: 'second', Sites: 6, 'Share of patients': 0.25 },
  { Wave: ' Second ', Technology: 'DRUG B', Sites: 2, 'Share of patients': 0.5, 'Live after': "'4'+0.5m; a" },
  { Wave: 'Third', Technology: 'All', Sites: 2, 'Starts per site': 40, 'Live after': 2031 },
];

const RESOURCES: readonly Row[] = [
  { Resource: 'Chairs', Unit: 'chairs', Available: 30, Period: 'week', 'Per start': 1.5, 'Cost per unit': 45 },
  { Resource: 'chairs', Available: 200, From: 9, Subgroup: 'Adults', Technology: 'Drug A', 'Per start': 4 },
  { Resource: 'Chairs', Technology: 'drug b', 'Per start': 2, 'Per follow-up': 0.05 },
  {
    Resource: 'Hours',
    Kind: 'attention',
    Available: 420,
    Period: 'year',
    Carry: 'year',
    'Per start': 0.5,
    'Per follow-up': 0.1,
    'Follow-up months': 3,
    Technology: '',
  },
  {
    Resource: 'Nurses',
    Kind: 'staff',
    Available: 4,
    Yield: 9,
    Attrition: 0.05,
    Trainers: 1,
    'Class size': 3,
    Sessions: 0.5,
    Target: 12,
    'Become trainers': 0.1,
    'Per start': 1,
    Subgroup: 'Adults',
  },
  {
    Resource: 'Doses',
    Kind: 'supply',
    Dimension: 'attention',
    '2030': 260,
    '2031': 500,
    Period: 'year',
    'Per start': 1,
    Test: 'scan',
  },
  { Resource: 'Money', Kind: 'budget', Available: 9000, Period: 'month', 'Per start': 200, Technology: 'Drug B' },
  { Resource: 'Spare', Kind: 'budget', Available: 5, Dimension: 'attention' },
  { Resource: 'Room', Kind: 'budget', Available: 1000, Technology: 'Horizon' },
];

const OUTCOMES: readonly Row[] = [
  { Technology: 'Drug A', Benefit: 'QALYs', Class: 'health', Quantity: 0.2, Per: 'patient-year', 'Ramp months': 5 },
  {
    Technology: 'drug a',
    Subgroup: 'Adults',
    Benefit: 'qalys',
    Class: 'health',
    Quantity: 0.5,
    Per: 'year since start',
    'Lag months': 3,
    Realised: 0.8,
  },
  {
    Technology: 'All',
    Benefit: 'Bed days',
    Class: 'cash-releasing',
    Quantity: 2,
    Per: 'start',
    'Unit value': 300,
    Realised: 0.5,
    'Optimism bias': 0.1,
    Payer: 'nhs england',
    'Lag months': 1,
    'Ramp months': 4,
  },
  {
    Technology: 'Old',
    Benefit: 'Bed Days',
    Class: 'cash-releasing',
    Quantity: 1,
    Per: 'patient-year',
    'Unit value': 150,
    Payer: 'Households',
  },
  { Benefit: 'Clinic closed', Class: 'cash-releasing', Quantity: 1, Per: 'year', 'Unit value': 5000, Realised: 0.9 },
  {
    Technology: 'Drug B',
    Subgroup: 'Adults',
    Benefit: 'clinic closed',
    Class: 'cash-releasing',
    Quantity: 3,
    Per: 'year',
    'Unit value': 4000,
  },
  { Technology: 'Usual', Benefit: 'Travel', Class: 'societal', Quantity: -2, Per: 'patient-year', 'Unit value': 25 },
  { Technology: 'Drug B', Benefit: 'Letters', Class: 'non-cash-releasing', Quantity: 5, Per: 'start' },
];

const TESTS: readonly Row[] = [{ World: '', Test: 'Scan', Positive: 0.4, Gate: 'yes', 'Unit cost': 12 }];

const ACTIVITIES: readonly Row[] = [
  { Scenario: 'Dearer', Parameter: 'Waves/First/Sites', Op: 'x', Value: 3 },
  { Scenario: 'Dearer', Parameter: 'Tasks/a/Cost', Op: '+', Value: 60000 },
  { Scenario: 'Cheaper and sooner', Parameter: 'Tasks/B 2/Duration', Op: 'set', Value: 6 },
  { Scenario: 'Cheaper and sooner', Parameter: 'Tasks/B 2/Cost', Op: 'set', Value: 0 },
];

const uptake = (years: number, rows: readonly (readonly Plain[])[]): PlainTable => ({
  table: 'BIM_Uptake',
  headers: ['World', 'Subgroup', 'Technology', '2030', '2031'].slice(0, 3 + years),
  rows: rows.map((row) => row.slice(0, 3 + years)),
});

const COSTS: readonly Row[] = [
  {
    Technology: 'Drug A',
    Category: 'Acquisition',
    Item: 'a',
    Per: 'patient-year',
    'Unit cost': 900,
    Payer: 'NHS England',
  },
  { Technology: 'Drug B', Category: 'Acquisition', Item: 'b', Per: 'patient-year', 'Unit cost': 400 },
  {
    Technology: 'All',
    Category: 'Hospital care',
    Item: 'visit',
    Per: 'patient-year',
    'Unit cost': 50,
    Payer: 'Households',
  },
  { Technology: 'Old', Category: 'Acquisition', Item: 'o', Per: 'patient-year', 'Unit cost': 200 },
  {
    Technology: 'Drug A',
    Category: 'Administration',
    Item: 'v',
    Per: 'patient-year',
    'Unit cost': 10,
    Payer: 'NHS England',
  },
  { Technology: 'All', World: 'with', Category: 'implementation', Item: 'Programme', Per: 'year', 'Unit cost': 4000 },
];
const DISPLACEMENT: readonly Row[] = [
  { Technology: 'All', Displaced: 'Old', Share: 1 },
  { Technology: 'Drug A', Displaced: 'Old', Share: 0.6 },
  { Technology: 'Drug A', Displaced: 'Usual', Share: 0.4 },
];

type Parts = Readonly<Record<string, readonly Row[]>>;
const cohorts = (years: number, parts: Parts): PlainTable[] => [
  ...tableOf('BIM_Model', settings({ ...MODEL, Years: years, Step: 'month', 'Discount from': 'second year' })),
  ...tableOf('BIM_Population', [
    { Subgroup: 'Adults', Step: 'People', Op: 'count', Stream: 'incident', Base: 2400, Growth: 0.1 },
  ]),
  ...tableOf('BIM_Technologies', [
    { Technology: 'Usual', Role: 'none', Accounting: 'cohort' },
    {
      Technology: 'Drug A',
      Role: 'new',
      Accounting: 'cohort',
      Persistence: 'exponential',
      P1: 0.3,
      Potential: 0.8,
      'Leave queue': 0.05,
    },
    { Technology: 'Old', Role: 'current', Accounting: 'cohort', Persistence: 'course', 'Course months': 4.5 },
    {
      Technology: 'Drug B',
      Role: 'new',
      Accounting: 'cohort',
      Persistence: 'weibull',
      P1: 20,
      P2: 1.2,
      'While waiting': 'usual',
    },
  ]),
  uptake(years, [
    ['without', 'All', 'Old', 0.8, null],
    ['without', 'All', 'Usual', 0.2, null],
    ['with', 'All', 'Drug A', 0.1, 0.2],
    ['with', 'Adults', 'drug a', 0, 0.3],
    ['with', 'Adults', 'Drug B', 0.2, 0.15],
  ]),
  ...tablesOf({
    Displacement: DISPLACEMENT,
    Costs: [
      ...COSTS,
      { Technology: 'Drug A', Category: 'Monitoring', Item: 'first', Per: 'start', 'Unit cost': 70 },
      { Technology: 'Drug A', Category: 'Monitoring', Item: 'last', Per: 'stop', 'Unit cost': 30 },
    ],
    ...parts,
  }),
];

const stock = (years: number, parts: Parts): PlainTable[] => [
  ...tableOf('BIM_Model', settings({ ...MODEL, Years: years, 'Discount from': 'first year' })),
  ...tableOf('BIM_Population', [
    { Subgroup: 'Adults', Step: 'People', Op: 'count', Base: 2400, Growth: -0.1 },
    { Subgroup: 'Young/old', Step: 'People', Op: 'count', Base: 600 },
  ]),
  ...tableOf('BIM_Technologies', [
    { Technology: 'Drug A', Role: 'new', Discontinuation: 0.1, Potential: 0.7, 'While waiting': 'OLD' },
    { Technology: 'Drug B', Role: 'new', 'Leave queue': 0.2 },
    { Technology: 'Old', Role: 'current' },
    { Technology: 'Usual', Role: 'none' },
  ]),
  uptake(years, [
    ['without', '', 'Old', 0.6, null],
    ['without', '', 'Usual', 0.4, null],
    ['with', '', 'Drug A', 0.3, 0.2],
    ['with', 'Adults', 'Drug B', 0.1, 0.2],
  ]),
  ...tablesOf({ Displacement: DISPLACEMENT, Costs: COSTS, ...parts }),
];

const tablesOf = (parts: Parts): PlainTable[] =>
  Object.entries(parts).flatMap(([name, rows]) => tableOf(`BIM_${name}`, rows));

/** Name of each model, and its tables. */
export const WHOLE_MODELS: readonly (readonly [string, readonly PlainTable[]])[] = [
  ['cohorts held by tasks, waves and sites', cohorts(1, { Tasks: OPENING, Waves: WAVES.slice(0, 3) })],
  [
    'a stock held by tasks, waves and sites',
    stock(2, { Tasks: OPENING.slice(0, 2), Waves: [...WAVES.slice(0, 2), ...WAVES.slice(3)] }),
  ],
  ['activities', stock(1, { Tasks: OPENING.slice(0, 2), Waves: WAVES.slice(0, 2), Scenarios: ACTIVITIES })],
  [
    'cohorts held by pools of a month, a week and a year',
    cohorts(1, { Tasks: ALONE, Resources: RESOURCES.slice(0, 4) }),
  ],
  [
    'a stock held by pools of a month, a week and a year',
    stock(1, { Tasks: ALONE.slice(0, 4), Resources: RESOURCES.slice(0, 4) }),
  ],
  ['cohorts held by staff, doses and a budget', cohorts(1, { Tests: TESTS, Resources: RESOURCES.slice(4) })],
  ['benefits of cohorts', cohorts(1, { Outcomes: OUTCOMES, Waves: WAVES.slice(0, 1) })],
  ['benefits of a stock', stock(2, { Outcomes: OUTCOMES, Waves: WAVES.slice(0, 1) })],
];
