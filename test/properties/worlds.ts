/** Random small models in the words of the checks: people, shares by world, cost rows, a fixed sum. Nothing divides, so equal means equal. */
import fc from 'fast-check';
import {
  costFigures,
  eligibleFigures,
  impactFigures,
  patientFigures,
  years as yearsOf,
} from '../../src/engine/figures';
import type { Results } from '../../src/engine/results';
import type { Block, Typed } from '../build/snapshot';
import { drawn, type Draw } from '../random/draw';
import { D, runOf, type Tables } from '../engine/small';

export interface CostRow {
  readonly technology: string;
  readonly category: string;
  readonly item: string;
  readonly per: 'patient-year' | 'month' | 'start';
  readonly price: number;
  readonly growth: number;
  readonly payer: string;
}
/** Shares by technology and year. */
export type Shares = Readonly<Record<string, readonly number[]>>;
export interface Spec {
  readonly years: number;
  readonly growth: number;
  readonly groups: readonly { readonly name: string; readonly count: number; readonly fraction: number }[];
  readonly technologies: readonly { readonly name: string; readonly role: 'new' | 'current' }[];
  readonly without: Shares;
  readonly with: Shares;
  readonly costs: readonly CostRow[];
  /** A fixed sum a year in world `with`, by year. */
  readonly fixed: readonly number[];
  readonly fixedWorld: 'with' | 'without';
  readonly rate: number;
  readonly rebate: number | null;
  readonly payer: string;
}
export const CATEGORIES = ['Acquisition', 'Administration', 'Hospital care'] as const;
export const PAYERS = ['Health service', 'Households'] as const;

const sharesOf = (draw: Draw, names: readonly string[], years: number): Shares => {
  const columns = Array.from({ length: years }, () => draw.parts(names.length, 100));
  return Object.fromEntries(names.map((name, k) => [name, columns.map((parts) => parts[k] ?? 0)]));
};

export const specs: fc.Arbitrary<Spec> = drawn((draw) => {
  const years = draw.whole(1, 4);
  const technologies = [
    { name: 'A', role: 'new' as const },
    { name: 'B', role: 'current' as const },
    { name: 'C', role: 'current' as const },
  ];
  const nothing = Array.from({ length: years }, () => 0);
  return {
    years,
    technologies,
    growth: draw.decimal(-0.1, 0.1, 2),
    groups: ['Adults', 'Children']
      .slice(0, draw.whole(1, 2))
      .map((name) => ({ name, count: draw.whole(100, 99999), fraction: draw.decimal(0.01, 0.9, 2) })),
    without: { A: nothing, ...sharesOf(draw, ['B', 'C'], years) },
    with: sharesOf(draw, ['A', 'B', 'C'], years),
    costs: technologies.flatMap(({ name }) =>
      CATEGORIES.slice(0, draw.whole(1, 3)).map((category, k): CostRow => ({
        technology: name,
        category,
        item: `item ${String(k)}`,
        per: k === 0 ? 'patient-year' : draw.of(['patient-year', 'month', 'start']),
        price: draw.decimal(0.01, 999, 2),
        growth: draw.decimal(0, 0.05, 2),
        payer: draw.of(PAYERS),
      })),
    ),
    fixed: Array.from({ length: years }, () => draw.whole(0, 9999)),
    fixedWorld: 'with',
    rate: 0,
    rebate: null,
    payer: 'All',
  };
});

const years = (spec: Spec): readonly string[] => Array.from({ length: spec.years }, (_, n) => String(2026 + n));
const uptake = (spec: Spec): Block => [
  ['World', 'Technology', ...years(spec)],
  ...(['without', 'with'] as const).flatMap((world) =>
    Object.entries(spec[world]).map(([name, shares]): readonly Typed[] => [
      world,
      name,
      ...shares.slice(0, spec.years),
    ]),
  ),
];

export const tablesOf = (spec: Spec): Tables => ({
  Model: [
    ['Setting', 'Value'],
    ['Schema', 1],
    ['Currency', 'GBP'],
    ['First year', 2026],
    ['Years', spec.years],
    ['Discount rate', spec.rate],
    ['Payer', spec.payer],
  ],
  Population: [
    ['Subgroup', 'Step', 'Op', 'Base', 'Growth'],
    ...spec.groups.flatMap(({ name, count, fraction }): readonly (readonly Typed[])[] => [
      [name, 'People', 'count', count, spec.growth],
      [name, 'Ill', 'x', fraction, null],
    ]),
  ],
  Technologies: [['Technology', 'Role'], ...spec.technologies.map(({ name, role }) => [name, role])],
  Uptake: uptake(spec),
  Costs: [
    ['Technology', 'World', 'Category', 'Item', 'Per', 'Payer', 'Unit cost', 'Growth', ...years(spec)],
    ...spec.costs.map((row): readonly Typed[] => [
      row.technology,
      null,
      row.category,
      row.item,
      row.per,
      row.payer,
      row.price,
      row.growth,
    ]),
    [
      'All',
      spec.fixedWorld,
      'Implementation',
      'set-up',
      'year',
      PAYERS[0],
      null,
      null,
      ...spec.fixed.slice(0, spec.years),
    ],
  ],
  ...(spec.rebate === null
    ? {}
    : {
        Agreements: [
          ['Technology', 'Type', 'Rate'],
          ['A', 'discount', spec.rebate],
        ] as Block,
      }),
});

type Figures = Pick<Results, 'eligible' | 'patients' | 'starts' | 'costs' | 'impact'>;
/** The figures of a model by itself: no break-even prices, which take several runs. */
export const figuresOf = (tables: Tables): Figures => {
  const made = runOf(tables);
  const periods = yearsOf(made);
  return {
    eligible: eligibleFigures(made, periods),
    patients: patientFigures(made, made.of.onTechnology, periods),
    starts: patientFigures(made, made.of.patients.starting, periods),
    costs: costFigures(made, periods),
    impact: impactFigures(made),
  };
};
export const run = (spec: Spec): Figures => figuresOf(tablesOf(spec));
export const impact = (spec: Spec): readonly string[] => run(spec).impact.total;

/** a × b as it would be typed. */
export const times = (a: number, by: number): number => Number(new D(a).times(by).toFixed());
export const scaled = (values: readonly (string | number)[], by: number | string): readonly string[] =>
  values.map((value) => canonical(new D(value).times(by)));
export const canonical = (value: InstanceType<typeof D>): string => (value.isZero() ? '0' : value.toFixed());
export const added = (a: readonly (string | number)[], b: readonly (string | number)[]): readonly string[] =>
  a.map((value, n) => canonical(new D(value).plus(b[n] ?? 0)));
export const less = (a: readonly (string | number)[], b: readonly (string | number)[]): readonly string[] =>
  added(a, scaled(b, -1));
export const summed = (lists: readonly (readonly (string | number)[])[], length: number): readonly string[] =>
  lists.reduce<readonly string[]>(
    added,
    Array.from({ length }, () => '0'),
  );
export const zeros = (spec: Spec): readonly string[] => Array.from({ length: spec.years }, () => '0');
/** The same share in every year; nobody starts anything later. */
export const flat = (spec: Spec): Spec => {
  const held = (shares: Shares): Shares =>
    Object.fromEntries(Object.entries(shares).map(([name, of]) => [name, of.map(() => of[0] ?? 0)]));
  return {
    ...spec,
    growth: 0,
    without: held(spec.without),
    with: held(spec.with),
    costs: spec.costs.map((row) => ({ ...row, growth: 0, per: 'patient-year' })),
    fixed: spec.fixed.map(() => spec.fixed[0] ?? 0),
  };
};
export const withoutStarts = (spec: Spec): Spec => ({
  ...spec,
  costs: spec.costs.map((row) => (row.per === 'start' ? { ...row, per: 'month' } : row)),
});

/** How many random models a property is tried on. */
const TRIED = { numRuns: Number(process.env['PROPERTY_RUNS'] ?? '15'), seed: 20260, endOnFailure: true };

/** Holds for random models. */
export const holds = (check: (spec: Spec, draw: Draw) => void): void => {
  fc.assert(
    fc.property(
      fc.tuple(
        specs,
        drawn((draw) => draw),
      ),
      ([spec, draw]) => {
        check(spec, draw);
      },
    ),
    TRIED,
  );
};
/** Holds for whatever is drawn. */
export const drawing = (check: (draw: Draw) => void): void => {
  fc.assert(
    fc.property(
      drawn((draw) => draw),
      check,
    ),
    TRIED,
  );
};

export const noFixed = (spec: Spec): Spec => ({ ...spec, fixed: spec.fixed.map(() => 0) });
export const fixedOf = (spec: Spec): readonly string[] => spec.fixed.map(String);
/** A model with one more setting. */
export const withSetting = (tables: Tables, name: string, value: Typed): Tables => ({
  ...tables,
  Model: [...(tables['Model'] ?? [['Setting', 'Value']]), [name, value]],
});
/** Whether no figure of the first list is below its neighbour in the second. */
export const neverBelow = (a: readonly string[], b: readonly string[]): boolean =>
  a.length > 0 && a.length === b.length && a.every((value, n) => new D(value).gte(b[n] ?? NaN));
