/** The sheet in the browser, without a screen: reading, growing tables, computing, giving edits back. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Grid } from '../../../src/workbook/grid';
import { openXlsx } from '../../../src/workbook/xlsx';
import { editFile } from '../../../src/workbook/xlsx/edit';
import { readBook } from '../../../src/workbook/xlsx/sheets';
import { withoutScreen } from './headless';

const bytes = readFileSync(path.join(__dirname, '../../published/semaglutide_uk/model.xlsx'));

function open() {
  const api = withoutScreen();
  const grid = new Grid(api, readBook(bytes), { language: 'en-GB', owned: [] });
  const type = (sheet: string, cell: string, value: string | number): void => {
    api.getActiveWorkbook()?.getSheetByName(sheet)?.getRange(cell).setValue(value);
  };
  return { api, grid, type };
}
const table = async (grid: Grid, name: string) => (await grid.read()).tables.find((one) => one.name === name);

test('a published model is read from the sheet as it is from its file', async () => {
  const { grid } = open();
  const fromFile = await (await openXlsx(bytes)).read();
  expect((await grid.read()).tables).toEqual(fromFile.tables);
});

test('a table grows by the row typed under it and the column typed beside it, and shrinks again', async () => {
  const { grid, type } = open();
  type('Costs', 'A7', 'Semaglutide');
  type('Costs', 'E7', 12);
  type('Costs', 'F4', 'Source');
  const grown = await table(grid, 'BIM_Costs');
  expect(grown?.headers).toEqual(['Technology', 'Category', 'Item', 'Per', 'Unit cost', 'Source']);
  expect(grown?.rows.at(-1)?.map((cell) => cell.value)).toEqual(['Semaglutide', null, null, null, 12, null]);
  type('Costs', 'A7', '');
  type('Costs', 'E7', '');
  expect((await table(grid, 'BIM_Costs'))?.rows).toHaveLength(2);
});

test('a row typed two below a table is none of its own', async () => {
  const { grid, type } = open();
  type('Costs', 'A8', 'A remark');
  expect((await table(grid, 'BIM_Costs'))?.rows).toHaveLength(2);
});

test('nothing typed, nothing to give back', async () => {
  const { grid } = open();
  expect(await grid.edits(true)).toEqual({ cells: [], tables: [] });
});

test('what was typed goes back into the file, and the grown table with it', async () => {
  const { grid, type } = open();
  type('Costs', 'E5', 1500);
  type('Costs', 'A7', 'Semaglutide');
  const { cells, tables } = await grid.edits(true);
  expect(cells.map(({ sheet, row, column }) => [sheet, row, column])).toEqual([
    ['Costs', 5, 5],
    ['Costs', 7, 1],
  ]);
  const saved = await (await openXlsx(editFile(bytes, cells, tables))).read();
  const costs = saved.tables.find((one) => one.name === 'BIM_Costs');
  expect(costs?.rows.map((row) => [row[0]?.value, row[4]?.value])).toEqual([
    ['Semaglutide', 1500],
    ['Semaglutide', -100],
    ['Semaglutide', null],
  ]);
});

test('a formula that depends on what was typed is worked out again', async () => {
  const { api, grid } = open();
  api.getActiveWorkbook()?.getSheetByName('Costs')?.getRange('E6').setValue({ f: '=-E5*0.04' });
  api.getActiveWorkbook()?.getSheetByName('Costs')?.getRange('E5').setValue(1500);
  expect((await table(grid, 'BIM_Costs'))?.rows[1]?.[4]).toEqual({ value: -60, formula: '=-E5*0.04' });
});
