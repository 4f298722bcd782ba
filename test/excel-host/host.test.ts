/** The host, seen through Microsoft's office.js: what is asserted here is what the adapter's tests rest on. */
import { addSheet, excelHost } from './host';
import { surface } from './surface';

const withPrices = (options = {}) => {
  const host = excelHost(options);
  addSheet(host.book, 'Prices');
  return host;
};

test('the surface is read from office.js itself', () => {
  const classes = surface();
  expect(classes.size).toBe(188);
  expect(classes.get('Worksheet')?.scalars.get('TabColor')).toEqual({
    name: 'tabColor',
    key: 'TabColor',
    settable: true,
    set: ['ExcelApi', '1.7'],
  });
  expect(classes.get('Worksheet')?.navigations.get('PageLayout')).toEqual({
    name: 'pageLayout',
    type: 'PageLayout',
    set: ['ExcelApi', '1.9'],
  });
  expect(classes.get('Range')?.methods.get('Group')).toEqual({ name: 'group', type: null, set: ['ExcelApi', '1.10'] });
  expect(classes.get('Range')?.scalars.get('Address')?.settable).toBe(false);
  expect(classes.get('Worksheet')?.scalars.get('Gridlines')).toMatchObject({
    key: 'ShowGridlines',
    set: ['ExcelApi', '1.8'],
  });
  expect(classes.get('WorksheetCollection')?.item).toBe('Worksheet');
});

test('values written are read back, in one round trip each way', async () => {
  const host = withPrices();
  const read = await host.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('Prices').getRange('B2:C3');
    range.values = [
      ['Item', 'Price'],
      ['A', 0.1 + 0.2],
    ];
    range.load('values,valueTypes,address');
    await context.sync();
    return { values: range.values, types: range.valueTypes, address: range.address };
  });
  expect(read.values).toEqual([
    ['Item', 'Price'],
    ['A', 0.30000000000000004],
  ]);
  expect(read.types).toEqual([
    ['String', 'String'],
    ['String', 'Double'],
  ]);
  expect(read.address).toBe('Prices!B2:C3');
  expect(host.exchanges).toHaveLength(1);
});

test('text that looks like something else becomes it, unless it has an apostrophe', async () => {
  const host = withPrices();
  const read = await host.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('Prices').getRange('A1:H1');
    range.values = [['=1+1', '2026', '5 %', '1-2', 'TRUE', "'=1+1", "'2026", '-x']];
    range.load('formulas');
    await context.sync();
    return range.formulas[0];
  });
  expect(read).toEqual(['=1+1', 2026, 0.05, 45000, true, '=1+1', '2026', '=-x']);
});

test('large matrices, which office.js cuts up by itself, arrive whole', async () => {
  const host = withPrices();
  const rows = Array.from({ length: 700 }, (_, r) => [r, r * 2, null]);
  const read = await host.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('Prices').getRange('A1:C700');
    range.formulas = rows;
    range.load('values');
    await context.sync();
    return range.values;
  });
  expect(read).toEqual(rows.map(([a, b]) => [a, b, '']));
  expect(host.exchanges).toHaveLength(1);
});

test('null objects, missing items, and what was done before the failing call', async () => {
  const host = withPrices();
  await host.Excel.run(async (context) => {
    const none = context.workbook.worksheets.getItemOrNullObject('Nowhere');
    none.load('name');
    await context.sync();
    expect(none.isNullObject).toBe(true);
    context.workbook.worksheets.getItem('Prices').getRange('A1').values = [[7]];
    context.workbook.worksheets.getItem('Nowhere').getRange('A1').values = [[8]];
    await expect(context.sync()).rejects.toMatchObject({ code: 'ItemNotFound', name: 'RichApi.Error' });
  });
  expect(host.book.sheets[0]?.cells.get(1)?.get(1)?.held).toEqual({ value: 7 });
});

test('requirement sets gate members, and the unknown fails as in Excel', async () => {
  const old = withPrices({ excelApi: '1.9' });
  const group = old.Excel.run(async (context) => {
    context.workbook.worksheets.getItem('Prices').getRange('2:4').group('ByRows');
    await context.sync();
  });
  await expect(group).rejects.toMatchObject({ code: 'ApiNotFound' });
  expect(old.Office.context.requirements.isSetSupported('ExcelApi', '1.10')).toBe(false);
  expect(withPrices({ excelApi: '1.10' }).Office.context.requirements.isSetSupported('ExcelApi', '1.10')).toBe(true);
});

test('what the host does not emulate it refuses', async () => {
  const host = withPrices();
  const find = host.Excel.run(async (context) => {
    context.workbook.worksheets.getItem('Prices').copy('After');
    await context.sync();
  });
  await expect(find).rejects.toMatchObject({
    code: 'NotImplemented',
    message: expect.stringContaining('Worksheet.Copy') as string,
  });
  const value = host.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('Prices').getRange('A1');
    range.formulas = [['=RATE(3,1,2)']];
    range.load('values');
    await context.sync();
  });
  await expect(value).rejects.toMatchObject({ code: 'NotImplemented' });
});

test('protected sheets refuse, and faults come when they are told to', async () => {
  const host = withPrices();
  const write = () =>
    host.Excel.run(async (context) => {
      context.workbook.worksheets.getItem('Prices').getRange('A1').values = [[1]];
      await context.sync();
    });
  host.inject(2, { kind: 'refused', code: 'InvalidOperationInCellEditMode' });
  await write();
  await expect(write()).rejects.toMatchObject({ code: 'InvalidOperationInCellEditMode' });
  const [sheet] = host.book.sheets;
  if (sheet !== undefined) sheet.isProtected = true;
  await expect(write()).rejects.toMatchObject({ code: 'AccessDenied' });
});

test('bodies above the limit are refused, as on the web', async () => {
  const host = withPrices({ payload: 10_000 });
  const write = host.Excel.run(async (context) => {
    context.workbook.worksheets.getItem('Prices').getRange('A1:A900').values = Array.from({ length: 900 }, () => [
      'twelve chars',
    ]);
    await context.sync();
  });
  await expect(write).rejects.toMatchObject({ code: 'RequestPayloadSizeLimitExceeded' });
});

test('formulas have values of their kind: names, blanks, faults and circles too', async () => {
  const host = withPrices();
  const read = await host.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Prices');
    context.workbook.names.add('Rate', sheet.getRange('A1'));
    const range = sheet.getRange('A1:F1');
    range.formulas = [[2, '=A1*3', '="5"&""', '=B1+C1', '=1/0', '=SUM(Prices!A1:B1)']];
    const more = sheet.getRange('A2:F2');
    more.formulas = [['=rate*50%', '=Nobody+1', '=Gone!A1', '=AND(true,A9=0)', '=E2', '=IFERROR(E1,average(A1:B1))']];
    const circle = sheet.getRange('A3:B3');
    circle.formulas = [['=B3+1', '=A3']];
    sheet.name = 'My prices';
    range.load('values,valueTypes,formulas');
    more.load('values');
    circle.load('values');
    await context.sync();
    return [range.values[0], range.valueTypes[0], range.formulas[0]?.[1] as unknown, more.values[0], circle.values[0]];
  });
  expect(read).toEqual([
    [2, 6, '5', 11, '#DIV/0!', 8],
    ['Double', 'Double', 'String', 'Double', 'Error', 'Double'],
    '=A1*3',
    [1, '#NAME?', '#REF!', true, 0, 4],
    [1, 0],
  ]);
});

test('under calculation on request formulas keep what they showed, new ones are calculated when they are entered', async () => {
  const host = withPrices();
  const [sheet] = host.book.sheets;
  if (sheet === undefined) throw new Error('no sheet');
  const shown = () =>
    host.Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('Prices').getRange('A1:C1').load('values');
      await context.sync();
      return range.values[0];
    });
  host.type(sheet, 1, 1, 2);
  host.type(sheet, 1, 2, '=A1*10');
  host.book.calculation = 'Manual'; // nobody has looked at the formula yet
  host.type(sheet, 1, 1, 3);
  host.type(sheet, 1, 3, '=A1+B1');
  host.type(sheet, 1, 1, 4);
  expect([await shown(), host.book.calculationState]).toEqual([[4, 20, 23], 'Pending']);
  await host.Excel.run(async (context) => {
    context.workbook.application.calculate('Recalculate');
    await context.sync();
  });
  expect([await shown(), host.book.calculationState]).toEqual([[4, 40, 44], 'Done']);
});

test('the points of a series are its cells, and keep how they look', async () => {
  const host = excelHost();
  addSheet(host.book, 'Prices');
  await host.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Prices');
    sheet.getRange('A1:A3').values = [[1], [2], [3]];
    const { points } = sheet.charts.add('ColumnClustered', sheet.getRange('A1:A3')).series.getItemAt(0);
    points.getItemAt(2).hasDataLabel = true;
    points.load('items/hasDataLabel');
    await context.sync();
    expect(points.items.map((point) => point.hasDataLabel)).toEqual([null, null, true]);
    points.getItemAt(3).load('hasDataLabel');
    await expect(context.sync()).rejects.toMatchObject({ code: 'InvalidArgument' });
  });
});
