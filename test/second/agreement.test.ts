/**
 * The engine and the second calculation agree on random models.
 * RANDOM_MODELS says how many (300), RANDOM_SEED from which seed, RANDOM_FAMILIES which families besides the core ("streams agreements+regimens").
 */
import fc from 'fast-check';
import { assess } from '../../src/assess';
import { reduced, shown } from '../random/reduce';
import { snapshotOf, workbooks } from '../random/workbooks';
import type { Families } from '../random/frame';
import { disagreements, isExact } from './agree';
import { budgetImpact } from './budget-impact';
import { D, Refused, ZERO } from './sheet';
import type { PlainTable } from './sheet';

const COUNT = Number(process.env['RANDOM_MODELS'] ?? '300');
/** Milliseconds: a model takes some tenths of a second, making a counter-example small takes longer. */
const PATIENCE = 60_000 + COUNT * 1000;
/** How often a smaller counter-example is sought. */
const TRIES = Number(process.env['RANDOM_TRIES'] ?? '800');
const SEED = Number(process.env['RANDOM_SEED'] ?? '20260');

/** What the second calculation says: its figures, or why it gives none. */
const second = (tables: readonly PlainTable[]): ReturnType<typeof budgetImpact> | string => {
  try {
    return budgetImpact(tables);
  } catch (mistake) {
    if (mistake instanceof Refused) return mistake.message;
    throw mistake;
  }
};

/** How the two differ on one workbook: nothing, where they agree (or both refuse it). */
const differences = (tables: readonly PlainTable[]): string[] => {
  const [mine, { results, findings }] = [second(tables), assess(snapshotOf(tables))];
  const errors = findings
    .filter(({ severity }) => severity === 'error')
    .map(({ code, message }) => `${code}: ${message}`);
  if (typeof mine === 'string') return results === null ? [] : [`refused here (${mine}), computed there`];
  if (results === null) return ['computed here, refused there', ...errors];
  return disagreements(mine, results, tables);
};

const expectAgreement = (families: Families, seed: number, count = COUNT): void => {
  for (const tables of fc.sample(workbooks(families), { numRuns: count, seed })) {
    const found = differences(tables);
    if (found.length === 0) continue;
    // The same figure goes on differing while the workbook shrinks.
    const which = (lines: readonly string[]): string =>
      lines
        .slice(0, 2)
        .map((line) => line.replace(/ \[\d+\].*|: .*/, ''))
        .join();
    const small = reduced(
      tables,
      (t) => {
        try {
          return which(differences(t)) === which(found);
        } catch {
          return false;
        }
      },
      TRIES,
    );
    throw new Error(`The two calculations differ:\n${differences(small).slice(0, 12).join('\n')}\nin\n${shown(small)}`);
  }
};

describe('random models', () => {
  test(
    `the engine agrees with the second calculation on ${String(COUNT)} models of the core tables`,
    () => {
      expectAgreement({}, SEED);
    },
    PATIENCE,
  );

  const asked = (process.env['RANDOM_FAMILIES'] ?? '').split(/[\s,]+/).filter((name) => name !== '');
  for (const family of asked)
    test(
      `and with ${family}`,
      () => {
        expectAgreement(Object.fromEntries(family.split('+').map((name) => [name, true])), SEED);
      },
      PATIENCE,
    );
});

describe('the random models themselves', () => {
  const sample = fc.sample(workbooks(), { numRuns: 200, seed: SEED });

  test('are valid, and most have an impact', () => {
    const runs = sample.map(second);
    expect(runs.filter((run) => typeof run === 'string')).toEqual([]);
    expect(
      runs.filter((run) => typeof run !== 'string' && run.impact.total.some((n) => n !== '0')).length,
    ).toBeGreaterThan(120);
    expect(sample.filter(isExact).length).toBeGreaterThan(15);
  });

  /** A run with one cost in one year made larger. */
  const planted = (run: ReturnType<typeof budgetImpact>, cost: number, year: number, by: string): typeof run => {
    const wrong = structuredClone(run);
    const values = wrong.costs[cost]?.values ?? [];
    values[year] = new D(values[year] ?? 0).times(new D(1).plus(by)).toString();
    return wrong;
  };

  test('show a planted bug: any cost changed in its 12th digit is seen, the largest in its 23rd', () => {
    for (const tables of sample.slice(0, 40)) {
      const run = budgetImpact(tables);
      expect(disagreements(run, run, tables)).toEqual([]);
      const sizes = run.costs.flatMap(({ values }, cost) =>
        values.map((n, year) => ({ cost, year, size: new D(n).abs() })),
      );
      const largest = sizes.reduce((a, b) => (b.size.gt(a.size) ? b : a), { cost: 0, year: 0, size: ZERO });
      for (const { cost, year, size } of sizes.slice(0, 20))
        if (size.gt(largest.size.times('1e-9')))
          expect(disagreements(run, planted(run, cost, year, '1e-12'), tables)).toHaveLength(1);
      if (!largest.size.isZero())
        expect(disagreements(run, planted(run, largest.cost, largest.year, '1e-23'), tables)).toHaveLength(1);
    }
  });

  test('and the comparer sees a figure that is missing, and one too many', () => {
    const tables = sample[0] ?? [];
    const run = budgetImpact(tables);
    const patients = run.patients.filter(({ values }) => values.some((n) => n !== '0'));
    expect(
      disagreements(run, { ...run, patients: run.patients.filter((p) => p !== patients[0]) }, tables).length,
    ).toBeGreaterThan(0);
    expect(disagreements({ ...run, funnel: [] }, run, tables).length).toBeGreaterThan(0);
  });
});
