/**
 * Small models in which conventions of the core tables stand side by side: rows for one in place of rows for all, names in
 * another case, a subgroup that one world alone names, streams, treatment years, leavers, curves, courses and agreements.
 */
import { tableOf, type Row } from '../../random/draw';
import type { Plain, PlainTable } from '../../second/sheet';

type Parts = Readonly<Record<string, readonly Row[]>>;
const model = (settings: Readonly<Record<string, Plain>>, parts: Parts): readonly PlainTable[] => [
  ...tableOf(
    'BIM_Model',
    Object.entries({ Schema: 1, Currency: 'GBP', 'First year': 2030, Years: 3, ...settings }).map(
      ([Setting, Value]): Row => ({ Setting, Value }),
    ),
  ),
  ...Object.entries(parts).flatMap(([name, rows]) => tableOf(`BIM_${name}`, rows).map(inOrder)),
];

/** Columns of years stand last and in order. */
function inOrder({ table, headers, rows }: PlainTable): PlainTable {
  const isYear = (at: number): boolean => /^\d+$/.test(headers[at] ?? '');
  const order = [...headers.keys()].sort(
    (a, b) => Number(isYear(a)) - Number(isYear(b)) || (isYear(a) ? Number(headers[a]) - Number(headers[b]) : a - b),
  );
  return {
    table,
    headers: order.map((at) => headers[at] ?? ''),
    rows: rows.map((row) => order.map((at) => row[at] ?? null)),
  };
}

const STOCK: Parts = {
  Population: [
    { Subgroup: 'Adults', Step: 'People', Op: 'count', Base: 8000, Growth: 0.1 },
    { Subgroup: 'adults', Step: 'Found', Op: 'count', Stream: 'incident', Base: 900 },
    { Subgroup: 'Young/old', Step: 'People', Op: 'count', Stream: 'bolus', Base: 500, '2032': 40 },
    { Subgroup: 'Young/old', Step: 'New', Op: 'count', Stream: 'incident', '2030': 300, '2031': 250 },
    { Subgroup: 'Elsewhere', Step: 'People', Op: 'count', Base: 1000 },
    { Subgroup: 'Nobody', Step: 'People', Op: 'count', Base: 77 },
    { Subgroup: 'All', Step: 'Diagnosed', Op: 'x', Base: 0.5 },
    { Subgroup: 'ADULTS', Step: 'diagnosed', Op: 'x', Base: 0.75 },
    { Subgroup: '', Step: 'Died', Op: 'leave', Base: 0.1 },
    { Subgroup: 'Young/old', Step: 'Moved', Op: '-', Base: 5, Stream: 'incident' },
  ],
  Technologies: [
    { Technology: 'Old', Role: 'current', Discontinuation: 0.2 },
    { Technology: 'New', Role: 'new', '2030': 0.1, '2032': 0.3 },
    { Technology: 'None', Role: 'none' },
    { Technology: 'Newer', Role: 'new' },
  ],
  Uptake: [
    { World: 'without', Subgroup: 'All', Technology: 'Old', '2030': 0.6, '2031': 0.7 },
    { World: 'with', Subgroup: '', Technology: 'New', Curve: 'linear', P1: 0, P2: 0.3, P3: 2 },
    { World: 'with', Subgroup: 'Adults', Technology: 'Newer', Curve: 'analogue', P1: 'new', P2: 0.5 },
    { World: 'with', Subgroup: 'ADULTS', Technology: 'new', Curve: 'step', P1: 0.2, P2: 2031 },
  ],
  Displacement: [
    { Technology: '', Displaced: 'Old', Share: 0.9 },
    { Technology: 'New', Displaced: 'None', Share: 0.5 },
    { Technology: 'NEW', Displaced: 'old', Share: 0.5 },
    { Technology: 'All', Displaced: 'None', Share: 0.1 },
  ],
  Costs: [
    { Technology: 'All', Category: 'Care', Item: 'visit', Per: 'patient-year', 'Unit cost': 20, Leavers: 0.5 },
    { Technology: 'New', Category: 'care', Item: 'VISIT', Per: 'month', 'Unit cost': 3 },
    { Technology: 'All', Subgroup: 'Adults', Category: 'Care', Item: 'Visit', Per: 'patient-year', 'Unit cost': 7 },
    { Technology: 'New', Category: 'Start', Item: 'a', Per: 'start', 'Unit cost': 11, Payer: 'NHS' },
    { Technology: 'Old', Category: 'Stop', Item: 'b', Per: 'stop', 'Unit cost': 13, Payer: 'nhs' },
    { Technology: '', Category: 'Death', Item: 'c', Per: 'death', 'Unit cost': 17, Payer: 'Households' },
    { Technology: 'New', Category: 'Drug', Item: 'd', Per: 'patient-year', 'Treatment year': 1, 'Unit cost': 900 },
    {
      Technology: 'New',
      Category: 'Drug',
      Item: 'd',
      Per: 'patient-year',
      'Treatment year': '2+',
      'Unit cost': 500,
      Leavers: 1,
    },
    {
      Technology: 'Newer',
      Category: 'Drug',
      Item: 'e',
      Per: 'patient-year',
      'Price item': 'Pack',
      Quantity: 2,
    },
    { Category: 'Screening', Item: 'f', Per: 'step', Step: 'Diagnosed', 'Unit cost': 2, World: 'with' },
    { Category: 'Screening', Item: 'h', Per: 'step', Step: 'died', 'Unit cost': 1 },
    { Category: 'Office', Item: 'g', Per: 'eligible', Subgroup: 'young/old', 'Unit cost': 4 },
    { Technology: 'All', Category: 'Office', Item: 'h', Per: 'year', 'Unit cost': 50000, Growth: 0.02, World: 'with' },
  ],
  Prices: [
    {
      Item: 'pack',
      'List price': 100,
      Growth: -0.05,
      'Price basis': 'reimbursed',
      Discount: 0.2,
      'Mark-up': 0.1,
      Rebate: 0.05,
      VAT: 0.2,
      Fee: 3,
      'Fee per': 'unit',
    },
  ],
};

const COHORTS: Parts = {
  Population: [
    { Subgroup: 'Adults', Step: 'People', Op: 'count', Stream: 'incident', Base: 1200, Growth: 0.1 },
    { Subgroup: 'Adults', Step: 'Once', Op: 'count', Stream: 'bolus', Base: 700 },
    { Subgroup: 'All', Step: 'Died', Op: 'leave', Base: 0.1 },
  ],
  Technologies: [
    { Technology: 'Old', Role: 'current', Accounting: 'cohort', Persistence: 'table' },
    { Technology: 'New', Role: 'new', Accounting: 'cohort', Persistence: 'table' },
    { Technology: 'Other', Role: 'new', Accounting: 'cohort', Persistence: 'course', 'Course months': 14.5 },
  ],
  // From 1 at the start, in any order: two points on whole months, one between, and level after the last.
  Persistence: [
    { Technology: 'New', 'Since start': 2, Unit: 'year', 'On treatment': 0.3 },
    { Technology: 'NEW', 'Since start': 6, Unit: 'months', 'On treatment': 0.7 },
    { Technology: 'New', 'Since start': 13.5, Unit: 'month', 'On treatment': 0.4 },
    { Technology: 'Old', 'Since start': 1, Unit: 'year', 'On treatment': 0.5 },
  ],
  Uptake: [
    { World: 'without', Technology: 'Old', '2030': 1 },
    { World: 'with', Technology: 'New', '2030': 0.2, '2032': 0.5 },
    { World: 'with', Technology: 'Other', '2030': 0.1, '2031': 0.2 },
  ],
  Costs: [
    ...['1', '1+', '2', '2+', '3+'].map((year, n) => ({
      Technology: 'New',
      Category: 'Drug',
      Item: `y${year}`,
      Per: 'patient-year',
      'Treatment year': year,
      'Unit cost': 10 ** n,
      Leavers: 0.5,
    })),
    { Technology: 'Old', Category: 'Drug', Item: 'o', Per: 'month', 'Unit cost': 3, Leavers: 0.25 },
    { Technology: 'All', Category: 'Care', Item: 's', Per: 'start', 'Unit cost': 0.1 },
    { Technology: 'All', Category: 'Care', Item: 't', Per: 'stop', 'Unit cost': 0.01 },
    { Technology: 'All', Category: 'Care', Item: 'u', Per: 'death', 'Unit cost': 0.001 },
  ],
};

const DEALS: Parts = {
  Population: [
    { Subgroup: 'Adults', Step: 'People', Op: 'count', Base: 800 },
    { Subgroup: 'Young/old', Step: 'People', Op: 'count', Base: 300 },
  ],
  Technologies: [
    { Technology: 'Old', Role: 'current' },
    { Technology: 'New', Role: 'new' },
    { Technology: 'Newer', Role: 'new' },
  ],
  Uptake: [
    { World: 'without', Technology: 'Old', '2030': 1 },
    { World: 'with', Technology: 'New', '2030': 0.3, '2031': 0.4 },
    { World: 'with', Technology: 'Newer', '2030': 0.2, '2032': 0.1 },
  ],
  Costs: [
    { Technology: 'New', Category: 'Acquisition', Item: 'n', Per: 'patient-year', 'Unit cost': 100, Quantity: 3 },
    { Technology: 'Newer', Category: 'ACQUISITION', Item: 'm', Per: 'month', 'Unit cost': 20 },
    { Technology: 'Old', Category: 'Acquisition', Item: 'o', Per: 'patient-year', 'Unit cost': 50 },
    { Technology: 'New', Category: 'Care', Item: 'c', Per: 'patient-year', 'Unit cost': 5 },
  ],
};

/** Name of each model, and its tables. */
export const WHOLE_MODELS: readonly (readonly [string, readonly PlainTable[]])[] = [
  ['a stock', model({ 'Leavers cost': 0.25, Payer: 'NHS', 'Discount rate': 0.03 }, STOCK)],
  [
    'a stock after a baseline year',
    model({ 'Baseline year': 'yes', 'Baseline cohort': 'continues', Members: 4000 }, STOCK),
  ],
  [
    'a stock whose shares are typed in people',
    model(
      { 'Growth starts': 'first year' },
      {
        ...STOCK,
        Displacement: [],
        Uptake: [
          { World: 'without', Technology: 'Old', '2030': 1 },
          { World: 'with', Subgroup: 'Adults', Technology: 'New', Unit: 'patients', '2030': 1000, '2031': 9999999 },
          { World: 'with', Subgroup: 'Young/old', Technology: 'New', '2030': 0.4 },
        ],
      },
    ),
  ],
  [
    'a subgroup that one world alone names',
    model(
      { Patients: 'round half even' },
      {
        ...STOCK,
        Displacement: [],
        Uptake: [
          { World: 'without', Subgroup: 'Adults', Technology: 'Old', '2030': 1 },
          { World: 'without', Subgroup: 'Elsewhere', Technology: 'Old', '2030': 1 },
          { World: 'with', Subgroup: 'Adults', Technology: 'New', '2030': 0.4 },
        ],
      },
    ),
  ],
  [
    'a pool beside a subgroup without one',
    model(
      { Years: 4 },
      {
        ...STOCK,
        Population: [
          { Subgroup: 'Adults', Step: 'People', Op: 'count', Stream: 'pool', Base: 1000 },
          { Subgroup: 'Young/old', Step: 'People', Op: 'count', Base: 600 },
          { Subgroup: 'Elsewhere', Step: 'People', Op: 'count', Stream: 'pool', Base: 300 },
          { Subgroup: 'Elsewhere', Step: 'New', Op: 'count', Stream: 'incident', Base: 50 },
        ],
        Costs: [
          { Technology: 'All', Category: 'Care', Item: 'visit', Per: 'patient-year', 'Unit cost': 20 },
          { Technology: 'New', Category: 'Care', Item: 'begin', Per: 'start', 'Unit cost': 7 },
        ],
      },
    ),
  ],
  ['cohorts by year', model({ Entry: 'mid-year' }, COHORTS)],
  ['cohorts by month', model({ Step: 'month', 'Baseline year': 'yes', 'Baseline cohort': 'continues' }, COHORTS)],
  [
    'agreements of a group, a subgroup and all',
    model(
      {},
      {
        ...DEALS,
        Agreements: [
          { Technology: 'New', Group: 'Both', Type: 'tiers', Threshold: 100, Rate: 0.1, Order: 1 },
          { Technology: 'Newer', Group: 'both', Type: 'Tiers', Threshold: 2000, Rate: 0.3, Order: 1 },
          { Technology: 'All', Type: 'discount', Rate: 0.05, Order: 2, From: 2031 },
          { Technology: 'new', Subgroup: 'young/old', Type: 'discount', Rate: 0.2, Order: 2, Lag: 6 },
          { Technology: 'Old', Type: 'discount', Rate: 0.1, Order: 4 },
          { Technology: '', Type: 'spend cap', Threshold: 20000, Rate: 0.5, Order: 3, To: 2 },
        ],
      },
    ),
  ],
  [
    'a price for all subgroups in one deal',
    model(
      {},
      {
        ...DEALS,
        Agreements: [
          { Technology: 'New', Subgroup: 'Adults', Type: 'blend', P1: 60, Order: 1 },
          { Technology: 'New', Subgroup: 'Young/old', Type: 'blend', P1: 90, Order: 1 },
          { Technology: 'Newer', Type: 'annuity', P1: 2, P2: 'YES', Order: 1, From: 2031, To: 2032 },
          { Technology: 'Old', Type: 'dose cap', P1: 0.8, P2: 'course', Order: 1 },
          { Technology: 'Old', Type: 'outcome refund', P1: 0.4, P2: 0.9, Rate: 0.5, Order: 2, Lag: 12 },
        ],
      },
    ),
  ],
];
