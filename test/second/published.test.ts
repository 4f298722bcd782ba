/** The second calculation gives the published figures: every one that is not drawn at random. */
import { compare } from '../published/compare';
import { publishedCases } from '../published/cases';
import { budgetImpact } from './budget-impact';
import { readTables } from './xlsx-tables';

const DRAWN = ['uncertainty.'];

describe('the second calculation against published figures', () => {
  test.each(publishedCases.map((c) => [c.name, c] as const))('%s', (_, { workbook, expected }) => {
    const { compared, mismatches } = compare(budgetImpact(readTables(workbook)), expected, DRAWN);
    expect(mismatches).toEqual([]);
    expect(compared).toBeGreaterThan(0);
  });

  test('all nineteen cases are there, with all their figures', () => {
    const figures = publishedCases
      .flatMap(({ expected }) => expected.compare)
      .filter(({ path }) => !DRAWN.some((start) => path.startsWith(start)))
      .flatMap(({ values }) => values.filter((value) => value !== null));
    expect([publishedCases.length, figures.length]).toEqual([19, 407]);
  });
});
