/**
 * An invented model, Lipsiran in Northbridge, as the pane would be given it: a snapshot, an assessment whose
 * figures agree with one another, and an explanation.
 */
import { Decimal } from 'decimal.js';
import type { Assessment } from '../../src/assess';
import type {
  CostFigures,
  Explanation,
  ImpactFigures,
  PatientFigures,
  Results,
  ScenarioFigures,
} from '../../src/engine/results';
import type { Finding } from '../../src/engine/finding';
import { meaningsOf } from '../../src/inputs/meanings';
import { TABLES } from '../../src/inputs/tables';
import { model as modelTable } from '../../src/inputs/tables/model';
import type { Cell, Snapshot, TableSnapshot } from '../../src/workbook/workbook';

export const YEARS = [2026, 2027, 2028, 2029, 2030] as const;
const LIPSIRAN = ['500.56', '1266.40', '2050.56', '2723.76', '3281.50'];
const ELIGIBLE = ['12514', '12664', '12816', '12970.26', '13126'];
const CATEGORIES: Readonly<Record<string, readonly string[]>> = {
  Drugs: ['1534000', '3290000', '4820000', '5995272.47', '6940000'],
  Administration: ['96000', '182000', '270000', '341531', '390000'],
  Monitoring: ['10000', '21000', '31000', '40856', '47000'],
  Implementation: ['420000', '310000', '180000', '60000', '60000'],
  'Hospital care avoided': ['-90000', '-153000', '-251000', '-346734', '-407000'],
};
const WITHOUT: Readonly<Record<string, readonly string[]>> = {
  Drugs: ['5120000.5', '5180000', '5240000', '5300000', '5360000'],
  Monitoring: ['610000', '612000', '614000', '616000', '618000'],
  'Hospital care avoided': ['0', '0', '0', '0', '0'],
};

const by = (values: readonly string[], factor: number): readonly string[] =>
  values.map((value) => new Decimal(value).times(factor).toFixed());
const plus = (a: readonly string[], b: readonly string[]): readonly string[] =>
  a.map((value, index) => new Decimal(value).plus(b[index] ?? 0).toFixed());
const sum = (lists: readonly (readonly string[])[]): readonly string[] =>
  lists.reduce(
    plus,
    YEARS.map(() => '0'),
  );
const running = (values: readonly string[]): readonly string[] =>
  values.map((_, index) => Decimal.sum(...values.slice(0, index + 1)).toFixed());

function costs(factor: number): readonly CostFigures[] {
  const line = (world: string, category: string, values: readonly string[]): CostFigures => ({
    world,
    subgroup: 'All',
    technology: world === 'with' ? 'Lipsiran' : 'Statin alone',
    category,
    payer: 'ICB',
    values,
  });
  const without = Object.entries(WITHOUT).map(([category, values]) => line('without', category, values));
  const change = Object.entries(CATEGORIES).map(([category, values]) =>
    line('with', category, plus(by(values, factor), WITHOUT[category] ?? YEARS.map(() => '0'))),
  );
  return [...without, ...change];
}

function patients(factor: number): readonly PatientFigures[] {
  const fresh = by(LIPSIRAN, factor);
  const rest = ELIGIBLE.map((value, index) => new Decimal(value).minus(fresh[index] ?? 0).toFixed());
  const of = (world: string, technology: string, values: readonly string[]): PatientFigures => ({
    world,
    subgroup: 'All',
    technology,
    values,
  });
  return [
    of('without', 'PCSK9 antibody', by(ELIGIBLE, 0.06)),
    of('without', 'Ezetimibe', by(ELIGIBLE, 0.54)),
    of('without', 'Statin alone', by(ELIGIBLE, 0.4)),
    of('with', 'Lipsiran', fresh),
    of('with', 'PCSK9 antibody', by(rest, 0.05)),
    of('with', 'Ezetimibe', by(rest, 0.55)),
    of('with', 'Statin alone', by(rest, 0.4)),
  ];
}

function impact(factor: number): ImpactFigures {
  const byCategory = Object.fromEntries(
    Object.entries(CATEGORIES).map(([category, values]) => [category, by(values, factor)]),
  );
  const total = sum(Object.values(byCategory));
  const over = YEARS.filter((_, index) => new Decimal(total[index] ?? 0).greaterThan(6000000));
  return {
    total,
    byCategory,
    bySubgroup: { All: total },
    byPayer: { ICB: total },
    cumulative: running(total),
    discounted: '21894000.123',
    pmpm: by(total, 1 / 1900000 / 12),
    pmpy: by(total, 1 / 1900000),
    perTreated: total.map((value, index) => new Decimal(value).dividedBy(LIPSIRAN[index] ?? 1).toFixed()),
    ofBudget: by(total, 1 / 61000000),
    test: { threshold: '6000000', passed: over.length === 0, years: over },
  };
}

function scenario(name: string, factor: number): ScenarioFigures {
  return {
    scenario: name,
    eligible: [{ subgroup: 'All', values: ELIGIBLE }],
    patients: patients(factor),
    costs: costs(factor),
    impact: impact(factor),
  };
}

export function results(part: Partial<Results> = {}): Results {
  const base = scenario('Base', 1);
  return {
    schema: 1,
    engine: '0.1.0',
    inputs: 'sha256:7c1e44b09a37c1e44b09a3d5f17c1e44b09a3d5f17c1e44b09a3d5f1f00d1234',
    title: 'Lipsiran in Northbridge',
    currency: 'GBP',
    payer: 'ICB',
    years: YEARS,
    baseline: null,
    funnel: [],
    eligible: base.eligible,
    tests: [],
    starts: [],
    patients: base.patients,
    costs: base.costs,
    impact: base.impact,
    scenarios: [scenario('Faster uptake', 1.214), scenario('Half the uptake', 0.5)],
    goals: [],
    breakEven: [{ parameter: 'Prices/Lipsiran/List price', value: '1053.9198', now: '1950' }],
    technologies: [
      { technology: 'Lipsiran', role: 'new' },
      { technology: 'PCSK9 antibody', role: 'current' },
      { technology: 'Ezetimibe', role: 'current' },
      { technology: 'Statin alone', role: 'none' },
    ],
    findings: FINDINGS,
    ...part,
  };
}

const at = (sheet: string, cell: string, table: string): NonNullable<Finding['at']> => ({ sheet, cell, table });
export const FINDINGS: readonly Finding[] = [
  {
    severity: 'notice',
    code: 'column-not-read',
    at: at('Prices', 'L4', 'BIM_Prices'),
    message: 'Column “Aproved by” is not read.',
    remedy: 'Nothing is lost. If you meant Approved, correct the header.',
  },
  {
    severity: 'warning',
    code: 'no-source',
    at: at('Costs', 'M14', 'BIM_Costs'),
    message: 'Two hospital costs have no source',
    remedy: 'A reviewer will ask. Add it in the Source column.',
  },
  {
    severity: 'warning',
    code: 'no-source',
    at: at('Costs', 'M15', 'BIM_Costs'),
    message: 'Two hospital costs have no source',
    remedy: 'A reviewer will ask. Add it in the Source column.',
  },
];
export const ERRORS: readonly Finding[] = [
  {
    severity: 'error',
    code: 'shares-do-not-sum',
    at: at('Uptake', 'F12', 'BIM_Uptake'),
    message: 'Uptake shares in 2028 add up to 99%',
    remedy: 'With Lipsiran: 16 + 5 + 44 + 34. The missing 1% may belong to ezetimibe, which is 1% below its plan.',
  },
  {
    severity: 'error',
    code: 'number-as-text',
    at: at('Prices', 'D8', 'BIM_Prices'),
    message: 'Price of ezetimibe is text',
    remedy: '“27.00 ” has a blank after it, so Excel keeps it as text. Retype it as a number.',
  },
  {
    severity: 'error',
    code: 'error-value',
    at: at('Population', 'E8', 'BIM_Population'),
    message: 'Population step refers to a missing sheet',
    remedy: 'The cell shows #REF!. It was 21% in the last run.',
  },
];

const READ = [
  ['Model', 15, 'Assumptions'],
  ['Population', 4, 'Population'],
  ['Technologies', 4, 'Assumptions'],
  ['Uptake', 8, 'Uptake'],
  ['Displacement', 3, 'Uptake'],
  ['Prices', 4, 'Prices'],
  ['Costs', 13, 'Costs'],
  ['Scenarios', 2, 'Assumptions'],
] as const;

export function assessment(found: readonly Finding[] = FINDINGS, given: Results | null = results()): Assessment {
  return {
    findings: found,
    results: found.some((one) => one.severity === 'error') ? null : given,
    read: READ.map(([table, rows, sheet]) => ({
      table: `BIM_${table}`,
      sheet,
      cell: 'B6',
      rows,
      findings: 0,
      meanings: meaningsOf(TABLES.find(({ word }) => word === table) ?? modelTable),
    })),
  };
}

const cells = (values: readonly (string | number | null)[]): readonly Cell[] => values.map((value) => ({ value }));
/** The uptake table with Lipsiran's share in 2029. */
export function uptake(share2029: number): TableSnapshot {
  return {
    name: 'BIM_Uptake',
    sheet: 'Uptake',
    row: 5,
    column: 2,
    headers: ['World', 'Subgroup', 'Technology', 'Unit', '2026', '2027', '2028', '2029', '2030'],
    rows: [
      cells(['without', 'All', 'Ezetimibe', 'share', 0.54, null, null, null, null]),
      cells(['with', 'All', 'Lipsiran', 'share', 0.04, 0.1, 0.16, share2029, 0.25]),
    ],
  };
}
export function prices(list: number | string): TableSnapshot {
  return {
    name: 'BIM_Prices',
    sheet: 'Prices',
    row: 4,
    column: 2,
    headers: ['Item', 'Unit', 'List price', 'Discount', 'Source'],
    rows: [cells(['Lipsiran', 'pack', list, 0.38, 'Tariff'])],
  };
}
export function snapshot(
  tables: readonly TableSnapshot[] = [uptake(0.21), prices(1950)],
  part: Partial<Snapshot> = {},
): Snapshot {
  return { sheets: ['Uptake', 'Prices'], tables, names: [], owned: [], language: 'en-GB', calculated: true, ...part };
}

const leaf = (
  name: string,
  value: string,
  unit: string,
  operator: string,
  cell: string,
  confidential = false,
): Explanation => ({
  name,
  where: '',
  value,
  unit,
  formula: '',
  operator,
  source: 'Tariff',
  at: { sheet: cell.split('!')[0] ?? '', cell: cell.split('!')[1] ?? '' },
  parameter: name,
  confidential,
  parts: [],
});
const step = (name: string, unit: string, operator: string, parts: readonly Explanation[]): Explanation => {
  const start = parts[0]?.operator === '×' ? 1 : 0;
  const value = parts.reduce(
    (total, part) =>
      part.operator === '×'
        ? total.times(part.value)
        : part.operator === '−'
          ? total.minus(part.value)
          : total.plus(part.value),
    new Decimal(start),
  );
  return {
    name,
    where: '',
    value: value.toFixed(),
    unit,
    formula: '',
    operator,
    source: '',
    at: null,
    parameter: '',
    confidential: false,
    parts,
  };
};

/** Why the impact of 2029 is what it is. */
export function explanation(): Explanation {
  const people = step('Patients, all year', 'patient', '', [
    step('Eligible in 2029', 'patient', '', [leaf('Adults', '12970.26', 'person', '', 'Population!E6')]),
    leaf('Uptake', '0.21', 'share', '×', 'Uptake!I9'),
  ]);
  const due = step('Doses due', 'dose', '', [
    step('Doses of those treated', 'dose', '', [people, leaf('Doses a year', '2', 'dose', '×', 'Regimens!E5')]),
    leaf('Loading', '673.12', 'dose', '+', 'Regimens!F5'),
  ]);
  const given = step('Doses given', 'dose', '', [due, leaf('Adherence', '0.93', 'share', '×', 'Regimens!J5')]);
  const drug = step('Lipsiran, net', 'GBP', '', [
    given,
    leaf('List price', '1950', 'GBP', '×', 'Prices!E6'),
    leaf('Left after discount', '0.62', 'share', '×', 'Prices!G22', true),
  ]);
  const net = step('Drugs, net of displaced', 'GBP', '', [
    drug,
    leaf('Drugs displaced', '886582', 'GBP', '−', 'Prices!E7'),
  ]);
  return {
    ...step('Budget impact', 'GBP', '', [
      net,
      leaf('Administration', '341531', 'GBP', '+', 'Costs!G7'),
      leaf('Monitoring', '40856', 'GBP', '+', 'Costs!G8'),
      leaf('Hospital care avoided', '346734', 'GBP', '−', 'Costs!G9'),
    ]),
    where: '2029',
  };
}
