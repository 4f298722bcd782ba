/** How a table follows what is typed around it. */
import type { BookTable } from '../../../src/workbook/book';
import { followTyping, headersOf, openTables } from '../../../src/workbook/grid/tables';

const TABLE: BookTable = { name: 'BIM_Costs', headers: ['Item', 'Cost'], top: 2, left: 2, bottom: 4, right: 3 };
const sheet =
  (cells: readonly string[]) =>
  (row: number, column: number): boolean =>
    !cells.includes(`${String(row)},${String(column)}`);
const full = ['2,2', '2,3', '3,2', '4,2'];

test('grows over every row that was pasted under it', () => {
  const [live] = followTyping(openTables([TABLE], sheet(full)), sheet([...full, '5,2', '6,3']));
  expect(live?.table.bottom).toBe(6);
});

test('does not swallow a heading that stood under it before', () => {
  const before = sheet([...full, '5,2']);
  const [live] = followTyping(openTables([TABLE], before), sheet([...full, '5,2', '5,3']));
  expect(live?.table.bottom).toBe(4);
});

test('stops at another table', () => {
  const other: BookTable = { ...TABLE, name: 'BIM_Prices', top: 6, bottom: 8 };
  const tables = openTables([TABLE, other], sheet([...full, '6,2', '7,2', '8,2']));
  const [live] = followTyping(tables, sheet([...full, '5,2', '6,2', '7,2', '8,2']));
  expect(live?.table.bottom).toBe(5);
});

test('gives back rows it grew into, never rows it was opened with', () => {
  const grown = followTyping(openTables([TABLE], sheet(full)), sheet([...full, '5,2']));
  expect(followTyping(grown, sheet(full))[0]?.table.bottom).toBe(4);
  expect(followTyping(openTables([TABLE], sheet(full)), sheet(['2,2']))[0]?.table.bottom).toBe(4);
});

test("headers are the cells' words; new and double ones are told apart", () => {
  const words = new Map([
    ['2,2', 'Item'],
    ['2,3', 'item'],
  ]);
  expect(
    headersOf({ ...TABLE, right: 4 }, (row, column) => words.get(`${String(row)},${String(column)}`) ?? ''),
  ).toEqual(['Item', 'item1', 'Column1']);
});
