/** Two readers of .xlsx files, written apart, find the same tables in every published model. */
import { readFileSync } from 'node:fs';
import { openXlsx } from '../../src/workbook/xlsx';
import { readTables } from '../second/xlsx-tables';
import { publishedCases } from './cases';

describe('reading the published workbooks', () => {
  test.each(publishedCases.map((c) => [c.name, c] as const))('%s', async (_, { workbook }) => {
    const snapshot = await (await openXlsx(readFileSync(workbook))).read();
    const read = snapshot.tables.map(({ name, headers, rows }) => ({
      table: name,
      headers,
      rows: rows.map((row) =>
        row.map(({ value, formula }) =>
          typeof value === 'number' && formula !== undefined ? Number(value.toPrecision(15)) : value,
        ),
      ),
    }));
    const byName = <T extends { readonly table: string }>(tables: readonly T[]): T[] =>
      [...tables].sort((a, b) => a.table.localeCompare(b.table));
    expect(byName(read)).toEqual(byName(readTables(workbook)));
  });
});
