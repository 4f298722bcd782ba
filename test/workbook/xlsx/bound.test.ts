/** Ranges that are bound in the place of tables, in files: as in Excel, with the same figures and the same cells in messages. */
import { newXlsx, openXlsx } from '../../../src/workbook/xlsx';
import type { CellSpec, Report } from '../../../src/workbook/workbook';
import { sheetSpec } from '../contract';

const LINES = [
  ['Item', 'List price', 'Source'],
  ['Drug', 12, 'a list'],
  ['Other', 7, ''],
] as const;

/** A file with the lines on a sheet, as they lie or on their side, and a name that binds them. */
async function bound(name: string, range: readonly [number, number, number, number], turned: boolean) {
  const cells = LINES.flatMap((line, r) =>
    line.flatMap((value, c): CellSpec[] => {
      const [row, column] = turned ? [10 + c, 2 + r] : [10 + r, 2 + c];
      if (value === '') return [];
      return [{ row, column, style: 'body', value: typeof value === 'number' ? { number: String(value) } : value }];
    }),
  );
  const [top, left, bottom, right] = range;
  const report: Report = {
    title: '',
    stamp: 'run',
    language: 'en-GB',
    sheets: [{ ...sheetSpec('mine', "My drug's list"), cells, tables: [] }],
    names: [{ name, sheet: "My drug's list", range: { from: [top, left], to: [bottom, right] } }],
    open: 'mine',
  };
  const file = newXlsx();
  await file.write(report);
  return (await openXlsx(await file.bytes())).read();
}

test.each([
  ['as it lies', 'BIM_Range_Prices', [10, 2, 12, 4], false],
  ['with room below', 'BIM_Range_Prices', [10, 2, 500, 4], false],
  ['on its side', 'BIM_Turned_Prices', [10, 2, 12, 4], true],
  ['on its side, with room to the right', 'BIM_Turned_Prices', [9, 1, 12, 90], true],
] as const)('%s', async (_how, name, range, turned) => {
  const { tables } = await bound(name, range, turned);
  expect(tables).toHaveLength(1);
  expect(tables[0]).toMatchObject({
    name: 'BIM_Prices',
    sheet: "My drug's list",
    row: 10,
    column: 2,
    headers: LINES[0],
    bound: turned ? 'turned' : 'as it lies',
  });
  expect(tables[0]?.rows.map((row) => row.map((cell) => cell.value))).toEqual([
    ['Drug', 12, 'a list'],
    ['Other', 7, null],
  ]);
});

test('a range without anything in it is no table', async () => {
  expect((await bound('BIM_Range_Prices', [50, 2, 60, 4], false)).tables).toEqual([]);
});
