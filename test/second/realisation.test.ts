/** The second calculation gives every figure of the worked models of value realisation. */
import { compare } from '../published/compare';
import { realisationCases } from '../published/realisation/cases';
import { realisationOf } from './value/realisation';
import { readTables } from './xlsx-tables';

/** Compared elsewhere: the bridge by hand and by laws (test/engine/appraisal), the register in register.test.ts. */
const LATER = ['realisation.bridge', 'realisation.horizon'];
const cases = realisationCases.filter(({ name }) => name !== 'horizon_register');

describe('the second calculation against the worked models of value realisation', () => {
  test.each(cases.map((c) => [c.name, c] as const))('%s', (_, { workbook, expected }) => {
    const run = { realisation: realisationOf(readTables(workbook)) };
    const { compared, mismatches } = compare(run, expected, LATER);
    expect(mismatches).toEqual([]);
    expect(compared).toBeGreaterThan(0);
  });

  test('all five models are there, with all their figures', () => {
    const figures = cases
      .flatMap(({ expected }) => expected.compare)
      .filter(({ path }) => !LATER.some((start) => path.startsWith(start)))
      .flatMap(({ values }) => values.filter((value) => value !== null));
    expect([cases.length, figures.length]).toEqual([5, 3077]);
  });
});
