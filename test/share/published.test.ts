/** Copies of published models with one price marked: none is said to leak that does not, and a price that is written into one is found. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { OPEN } from '../../src/share/shared';
import { openXlsx } from '../../src/workbook/xlsx';
import type { Snapshot, TableSnapshot } from '../../src/workbook/workbook';
import { finished } from './finished';

const DISCOUNT = 0.2375;

/** A table with one cell typed, in a column of that name. */
function typed(table: TableSnapshot, row: number, header: string, value: string | number): TableSnapshot {
  const known = table.headers.includes(header);
  const headers = known ? table.headers : [...table.headers, header];
  const rows = table.rows.map((cells, n) =>
    headers.map((each, at) => (n === row && each === header ? { value } : (cells[at] ?? { value: null }))),
  );
  return { ...table, headers, rows };
}
const inTable = (of: Snapshot, name: string, row: number, header: string, value: string | number): Snapshot => ({
  ...of,
  tables: of.tables.map((table) => (table.name === name ? typed(table, row, header, value) : table)),
});

test.each(['cgm_t2dm', 'ncpe'])(
  '%s',
  async (name) => {
    const model = await (await openXlsx(readFileSync(join(__dirname, '../published', name, 'model.xlsx')))).read();
    expect(finished(model, OPEN)?.leaks).toEqual([]);
    const marked = inTable(
      inTable(model, 'BIM_Prices', 0, 'Discount', DISCOUNT),
      'BIM_Prices',
      0,
      'Confidential',
      'yes',
    );
    const copy = finished(marked, OPEN);
    expect([copy?.marked, copy?.leaks]).toEqual([1, []]);
    const prices = model.tables.find((table) => table.name === 'BIM_Prices');
    const list = Number(prices?.rows[0]?.[prices.headers.indexOf('List price')]?.value);
    const told = inTable(marked, 'BIM_Costs', 0, 'Source', `our price is ${(list * (1 - DISCOUNT)).toFixed(2)}`);
    expect(finished(told, OPEN)?.leaks).toMatchObject([{ place: 'Cells, also hidden' }]);
  },
  60_000,
);
