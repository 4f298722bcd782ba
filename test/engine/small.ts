/** Small models for tests of the engine: given by their tables, run, and read back as lists of exact text. */
import { Decimal } from 'decimal.js';
import { assess } from '../../src/assess';
import type { Change } from '../../src/engine/assumptions';
import type { CostFigures, PatientFigures, Results } from '../../src/engine/results';
import type { Run } from '../../src/engine/figures';
import { readAssumptions } from '../../src/inputs/read-assumptions';
import { runModel } from '../../src/run/run-model';
import { snapshotOf, type Block, type Typed } from '../build/snapshot';

/** Decimals of the tests themselves, wider than the engine's. */
export const D = Decimal.clone({ precision: 60, toExpNeg: -9e15, toExpPos: 9e15 });

export type Tables = Readonly<Record<string, Block | null>>;

/** BIM_Model with a currency, years and more settings. */
export const model = (years: number, ...more: readonly (readonly Typed[])[]): Block => [
  ['Setting', 'Value'],
  ['Schema', 1],
  ['Currency', 'GBP'],
  ['First year', 2026],
  ['Years', years],
  ...more,
];

/** So many people in one subgroup. */
export const people = (count: number, ...steps: readonly (readonly Typed[])[]): Block => [
  ['Subgroup', 'Step', 'Op', 'Base', 'Growth'],
  ['Adults', 'People', 'count', count, null],
  ...steps,
];

/** A new and an old technology; everybody moves from the old to the new by the shares typed. */
export const switching = (...shares: readonly number[]): Block => [
  ['World', 'Subgroup', 'Technology', ...shares.map((_, n) => String(2026 + n))],
  ['without', 'All', 'Old', ...shares.map(() => 1)],
  ['with', 'All', 'New', ...shares],
];
export const TECHNOLOGIES: Block = [
  ['Technology', 'Role'],
  ['New', 'new'],
  ['Old', 'current'],
];

/** Unit costs of the new technology alone. */
export const costOfNew = (price: number): Block => [
  ['Technology', 'Category', 'Item', 'Per', 'Unit cost'],
  ['New', 'Acquisition', 'drug', 'patient-year', price],
];

/** A model of 100 people who all take the new technology for a year, at a price of 1; tables replaced as asked. */
export const small = (tables: Tables = {}): Tables => ({
  Model: model(1),
  Population: people(100),
  Technologies: TECHNOLOGIES,
  Uptake: switching(1),
  Costs: costOfNew(1),
  ...tables,
});

/** Runs a model that must have no error. */
export function results(tables: Tables, changes: readonly Change[] = []): Results {
  const { results: made, findings } = assess(snapshotOf(tables), { changes });
  if (!made)
    throw new Error(
      findings
        .filter(({ severity }) => severity === 'error')
        .map(({ code, message }) => `${code}: ${message}`)
        .join('\n'),
    );
  return made;
}

/** Codes of the errors of a model. */
export const errorsOf = (tables: Tables): readonly string[] =>
  assess(snapshotOf(tables))
    .findings.filter(({ severity }) => severity === 'error')
    .map(({ code }) => code);

/** The model written down, and its figures. */
export function runOf(tables: Tables): Run {
  const { assumptions, findings } = readAssumptions(snapshotOf(tables));
  const run = assumptions && runModel(assumptions).run;
  if (!run) throw new Error(findings.map(({ message }) => message).join('\n'));
  return run;
}

/** The budget impact of each year. */
export const impactOf = (tables: Tables): readonly string[] => results(tables).impact.total;

/** Figures of one technology in world `with`. */
export const withOf = (
  rows: readonly (PatientFigures | CostFigures)[],
  technology: string,
  world = 'with',
): readonly string[] => rows.find((row) => row.world === world && row.technology === technology)?.values ?? [];

/** All figures of a block by name, as text. */
export const blockOf = (run: Run, name: string): readonly string[] => {
  const quantity = run.of.model.find(name);
  if (!quantity) throw new Error(`no ${name}`);
  return run.exact.block(quantity).map((value) => value.toFixed());
};

/** Largest difference of two lists, relative to the larger figure (absolute below 1). */
export const apart = (a: readonly string[], b: readonly (string | number | Decimal)[]): number => {
  if (a.length !== b.length) return Infinity;
  return Math.max(
    0,
    ...a.map((value, n) => {
      const other = new D(b[n] ?? 0);
      return new D(value).minus(other).abs().div(D.max(1, other.abs())).toNumber();
    }),
  );
};

export const set = (parameter: string, value: number | string, op: Change['op'] = 'set'): Change => ({
  parameter,
  op,
  value: String(value),
  at: null,
});
