/** The official workbooks of Ireland and Canada give fifteen digits, from doubles: every figure agrees to 1e-12 of itself. */
import { readFileSync } from 'node:fs';
import { assess } from '../../src/assess';
import { openXlsx } from '../../src/workbook/xlsx';
import { compare, type ExpectedCase } from './compare';
import { publishedCases } from './cases';

const ORACLES = ['ncpe', 'cadth'];

test.each(publishedCases.filter(({ name }) => ORACLES.includes(name)).map((c) => [c.name, c] as const))(
  '%s',
  async (_, { workbook, expected }) => {
    const { results } = assess(await (await openXlsx(readFileSync(workbook))).read());
    const tightened: ExpectedCase = {
      ...expected,
      compare: expected.compare.map((entry) => ({ ...entry, tolerance: { rel: '1e-12' } })),
    };
    const { compared, mismatches } = compare(results, tightened);
    expect(mismatches).toEqual([]);
    expect(compared).toBeGreaterThan(30);
  },
);
