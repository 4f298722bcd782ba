/** Members beside those that the add-in uses, through office.js: filters and sorting of tables, their events, names of sheets, edges. */
import { addSheet, excelHost } from './host';

const HEADERS = ['Item', 'Price'];
/** A sheet with a table of three items, and a context that stands on it. */
function withTable() {
  const host = excelHost();
  addSheet(host.book, 'Prices');
  const run = <T>(deed: (sheet: Excel.Worksheet, table: Excel.Table, context: Excel.RequestContext) => Promise<T>) =>
    host.Excel.run((context) => {
      const sheet = context.workbook.worksheets.getItem('Prices');
      return deed(sheet, sheet.tables.getItem('Costs'), context);
    });
  const ready = host.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Prices');
    sheet.getRange('B2:C5').values = [HEADERS, ['visit', 30], ['drug', 200], ['Test', 5]];
    sheet.tables.add('B2:C5', true).name = 'Costs';
    await context.sync();
  });
  return { host, run, ready };
}

test('a table is sorted by a column, and filtered by another until the filters are cleared', async () => {
  const { host, run, ready } = withTable();
  await ready;
  const seen = await run(async (sheet, table, context) => {
    table.sort.apply([{ key: 1, ascending: false }]);
    table.columns.getItem('Item').filter.applyValuesFilter(['drug', 'test']);
    const range = sheet.getRange('B3:C5').load('values');
    await context.sync();
    return range.values.flat() as unknown[];
  });
  expect(seen).toEqual(['drug', 200, 'visit', 30, 'Test', 5]);
  expect([...(host.book.sheets[0]?.filteredRows ?? [])]).toEqual([4]);
  await run(async (_, table, context) => {
    table.columns.getItem('Price').filter.apply({ filterOn: 'Dynamic', dynamicCriteria: 'BelowAverage' });
    await context.sync();
  });
  expect([...(host.book.sheets[0]?.filteredRows ?? [])].sort()).toEqual([3, 4]);
  await run(async (_, table, context) => {
    table.clearFilters();
    await context.sync();
  });
  expect(host.book.sheets[0]?.filteredRows.size).toBe(0);
});

test('a change in a table is told to who listens to it, to its sheet’s tables or to all; one beside it is not', async () => {
  const { host, run, ready } = withTable();
  await ready;
  const heard: string[] = [];
  const note = (who: string) => (event: Excel.TableChangedEventArgs) => {
    heard.push(`${who} ${event.address}`);
    return Promise.resolve();
  };
  await run(async (sheet, table, context) => {
    table.onChanged.add(note('table'));
    context.workbook.tables.onChanged.add(note('all'));
    await context.sync();
    sheet.getRange('E1').values = [[1]];
    sheet.getRange('C3').values = [[31]];
    await context.sync();
  });
  for (let n = 0; n < 200 && heard.length < 2; n += 1) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(heard.sort()).toEqual(['all C3', 'table C3']);
  expect(host.exchanges.length).toBeGreaterThan(2);
});

test('names of a sheet are its own, and its formulas read them before those of the workbook', async () => {
  const { run, ready } = withTable();
  await ready;
  const seen = await run(async (sheet, _, context) => {
    context.workbook.names.add('Price', sheet.getRange('C5'));
    sheet.names.add('Price', sheet.getRange('C4'));
    sheet.getRange('E1').formulas = [['=Price']];
    const own = sheet.names.getItem('Price').load('scope,value');
    const names = context.workbook.names.load('items/name');
    const cell = sheet.getRange('E1').load('values');
    await context.sync();
    return [own.scope, own.value, names.items.length, cell.values] as unknown[];
  });
  expect(seen).toEqual(['Worksheet', 'Prices!C4', 1, [[200]]]);
});

test('Ctrl and an arrow: to the end of what stands together, else to what comes next, else to the end of the sheet', async () => {
  const { run, ready } = withTable();
  await ready;
  const seen = await run(async (sheet, _, context) => {
    const found = [
      sheet.getRange('B2').getRangeEdge('Down'),
      sheet.getRange('A3').getRangeEdge('Right'),
      sheet.getRange('C5').getRangeEdge('Right'),
      sheet.getRange('B3').getExtendedRange('Up'),
      sheet.getRange('A1:B3').getIntersection('B2:D9'),
    ].map((range) => range.load('address'));
    await context.sync();
    return found.map(({ address }) => address.replace('Prices!', ''));
  });
  expect(seen).toEqual(['B5', 'B3', 'XFD5', 'B2:B3', 'B2:B3']);
});

test('conditional formats, trend lines and protection are there, and go', async () => {
  const { host, run, ready } = withTable();
  await ready;
  const seen = await run(async (sheet, _, context) => {
    const range = sheet.getRange('C3:C5');
    range.conditionalFormats.add('Custom');
    const place = range.conditionalFormats.getItemAt(0).getRange().load('address');
    const { trendlines } = sheet.charts.add('Line', range).series.getItemAt(0);
    trendlines.add('Exponential');
    const line = trendlines.getItem(0).load('type');
    await context.sync();
    range.conditionalFormats.getItemAt(0).delete();
    const left = range.conditionalFormats.load('items/type');
    context.workbook.protection.protect();
    await context.sync();
    return [place.address, line.type, left.items.length];
  });
  expect(seen).toEqual(['Prices!C3:C5', 'Exponential', 0]);
  expect(host.book.isProtected).toBe(true);
  await host.Excel.createWorkbook();
  expect(host.book.beside).toEqual(['']);
});
