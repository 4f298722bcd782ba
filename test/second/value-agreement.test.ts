/**
 * The engine and the second calculation agree on value realisation, member by member, on random workbooks.
 * RANDOM_MODELS says how many of each family (4), RANDOM_SEED from which seed, RANDOM_CHOSEN also cost rows whose
 * reading is the project's own, and agreements.
 */
import fc from 'fast-check';
import { assess } from '../../src/assess';
import { realisationCases } from '../published/realisation/cases';
import { reduced, shown } from '../random/reduce';
import { valueWorkbooks } from '../random/value';
import type { ValueFamily } from '../random/value';
import { snapshotOf } from '../random/workbooks';
import { valueDisagreements, valueFigures } from './agree-value';
import { D, Refused } from './sheet';
import type { PlainTable } from './sheet';
import { realisationOf } from './value/realisation';
import type { Realisation } from './value/realisation';
import { readTables } from './xlsx-tables';

const COUNT = Number(process.env['RANDOM_MODELS'] ?? '4');
const SEED = Number(process.env['RANDOM_SEED'] ?? '20262');
const PATIENCE = 120_000 + COUNT * 20_000;
/** The register has one of its own (register.test.ts); ten years with four scenarios take a minute. */
const APART = ['horizon_register', 'insulin_pumps_leicester'];
const cases = realisationCases.filter(({ name }) => !APART.includes(name));
const FAMILIES: readonly ValueFamily[] = (['cohort', 'stock'] as const).flatMap((accounting) => [
  { accounting },
  ...(process.env['RANDOM_CHOSEN'] === undefined
    ? []
    : [
        { accounting, chosen: true },
        { accounting, wide: true },
      ]),
]);
/** What the second calculation says: its figures, or why it gives none. */
const second = (tables: readonly PlainTable[]): Realisation | string | null => {
  try {
    return realisationOf(tables);
  } catch (mistake) {
    if (mistake instanceof Refused) return mistake.message;
    throw mistake;
  }
};

/** How the two differ on one workbook: nothing, where they agree or both refuse it. */
const differences = (tables: readonly PlainTable[]): string[] => {
  const [mine, { results, findings }] = [second(tables), assess(snapshotOf(tables))];
  if (typeof mine === 'string') return results === null ? [] : [`refused here (${mine}), computed there`];
  const errors = findings.filter(({ severity }) => severity === 'error').map(({ message }) => message);
  if (results === null) return ['computed here, refused there', ...errors];
  return valueDisagreements(mine, results.realisation);
};

/** The first figure that differs, without its month or year. */
const which = (lines: readonly string[]): string => (lines[0] ?? '').replace(/(\[\d+\])?:.*/, '');

const expectAgreement = (tables: readonly PlainTable[]): void => {
  const found = differences(tables);
  if (found.length === 0) return;
  const fails = (smaller: readonly PlainTable[]): boolean => {
    try {
      return which(differences(smaller)) === which(found);
    } catch {
      return false;
    }
  };
  const small = reduced(tables, fails, Number(process.env['RANDOM_REDUCE'] ?? '150'));
  throw new Error(`The two calculations differ:\n${differences(small).slice(0, 15).join('\n')}\nin\n${shown(small)}`);
};

describe('value realisation: the engine and the second calculation', () => {
  test.each(cases.map(({ name, workbook }) => [name, workbook] as const))(
    'agree on every member of %s',
    (_, workbook) => {
      expectAgreement(readTables(workbook).filter(({ table }) => table !== 'BIM_Actuals'));
    },
    PATIENCE,
  );

  test.each(FAMILIES)(
    'agree on random workbooks of $accounting accounting',
    (family) => {
      for (const tables of fc.sample(valueWorkbooks(family), { numRuns: COUNT, seed: SEED })) expectAgreement(tables);
    },
    PATIENCE,
  );
});

describe('the random workbooks and the comparer', () => {
  const sample = fc.sample(valueWorkbooks({ accounting: 'cohort' }), { numRuns: 12, seed: SEED });

  test('most are held back by some gate, and none is refused', () => {
    const runs = sample.map(second);
    expect(runs.filter((run) => run === null || typeof run === 'string')).toEqual([]);
    const held = runs.filter((run) => typeof run === 'object' && run !== null && run.value.joint !== '0');
    expect(held.length).toBeGreaterThan(4);
  });

  test('a figure changed in its 12th digit is seen, and one that is missing', () => {
    const run = second(sample[0] ?? []);
    if (run === null || typeof run === 'string') throw new Error('no run');
    expect(valueDisagreements(run, run)).toEqual([]);
    const wrong = structuredClone(run);
    wrong.value.planned = new D(run.value.planned).times('1.000000000001').plus('1e-6').toString();
    expect(valueDisagreements(run, wrong)).toHaveLength(1);
    expect(valueDisagreements(run, { ...run, demand: [] }).length).toBeGreaterThan(0);
    expect(valueFigures(run).size).toBeGreaterThan(100);
  });
});
