/** What a workbook holds beside its cells, and Undo, seen through Microsoft's office.js. */
import { cellAt, reopen } from './book';
import { addSheet, excelHost, type ExcelHost } from './host';
import type { Platform } from './history';

const withSheet = (options = {}): ExcelHost => {
  const host = excelHost(options);
  addSheet(host.book, 'Prices');
  return host;
};

test('settings: added, set again, loaded, counted, deleted; missing ones fail as Excel does', async () => {
  const host = withSheet();
  await host.Excel.run(async (context) => {
    const { settings } = context.workbook;
    settings.add('a', { years: [2026, 2027], name: "it's" });
    settings.add('b', 'text');
    settings.add('b', 5);
    settings.load('items/key,items/value');
    const asked = { count: settings.getCount() };
    const none = settings.getItemOrNullObject('c');
    await context.sync();
    expect(settings.items.map((one) => [one.key, one.value as unknown])).toEqual([
      ['a', { years: [2026, 2027], name: "it's" }],
      ['b', 5],
    ]);
    expect([asked.count.value, none.isNullObject]).toEqual([2, true]);
    settings.getItem('a').delete();
    await context.sync();
    settings.getItem('a').load('value');
    await expect(context.sync()).rejects.toMatchObject({ code: 'ItemNotFound' });
  });
  expect([...host.book.settings]).toEqual([['b', 5]]);
  host.book.forgets = true;
  reopen(host.book);
  expect(host.book.settings.size).toBe(0);
});

test('custom XML parts: by id and by namespace; what is no XML is refused', async () => {
  const host = withSheet();
  await host.Excel.run(async (context) => {
    const parts = context.workbook.customXmlParts;
    const part = parts.add('<?xml version="1.0"?><r xmlns="urn:ours"><a/></r>');
    parts.add('<other xmlns="urn:theirs"/>');
    const asked = { xml: part.getXml() };
    part.load('id,namespaceUri');
    const ours = parts.getByNamespace('urn:ours').getOnlyItemOrNullObject();
    ours.load('id');
    await context.sync();
    expect([asked.xml.value, part.namespaceUri, ours.id]).toEqual([
      '<?xml version="1.0"?><r xmlns="urn:ours"><a/></r>',
      'urn:ours',
      part.id,
    ]);
    part.setXml('<r xmlns="urn:ours">new</r>');
    parts.add('<r xmlns="urn:ours"></r>');
    const many = parts.getByNamespace('urn:ours').getOnlyItemOrNullObject();
    await context.sync();
    expect(many.isNullObject).toBe(true);
    part.delete();
    await context.sync();
    parts.add('no XML');
    await expect(context.sync()).rejects.toMatchObject({ code: 'InvalidArgument' });
  });
  expect(host.book.xmlParts.map((part) => part.xml)).toEqual([
    '<other xmlns="urn:theirs"/>',
    '<r xmlns="urn:ours"></r>',
  ]);
});

test('bindings follow inserted rows; one whose sheet is gone is invalid', async () => {
  const host = withSheet();
  addSheet(host.book, 'Other');
  await host.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Prices');
    sheet.getRange('B2:C3').values = [
      ['Item', 'Price'],
      ['A', 7],
    ];
    context.workbook.bindings.add('Prices!B2:C3', 'Range', 'block');
    context.workbook.bindings.add(sheet.getRange('C3'), 'Text', 'price');
    await context.sync();
    sheet.getRange('1:2').insert('Down');
    const { bindings } = context.workbook;
    const range = bindings.getItem('block').getRange();
    range.load('address');
    const asked = { shown: bindings.getItem('price').getText() };
    await context.sync();
    expect([range.address, asked.shown.value]).toEqual(['Prices!B4:C5', '7']);
    bindings.getItem('block').getTable().load('name');
    await expect(context.sync()).rejects.toMatchObject({ code: 'InvalidBinding' });
  });
  await host.Excel.run(async (context) => {
    context.workbook.worksheets.getItem('Prices').delete();
    context.workbook.bindings.getItem('block').getRange().load('address');
    await expect(context.sync()).rejects.toMatchObject({ code: 'InvalidBinding' });
  });
});

test('a binding tells that its data changed, whoever changed them, until nobody listens; other cells are not its', async () => {
  const host = withSheet();
  const [sheet] = host.book.sheets;
  if (sheet === undefined) throw new Error('no sheet');
  const heard: string[] = [];
  const listener = await host.Excel.run(async (context) => {
    const binding = context.workbook.bindings.add('Prices!B2:C3', 'Range', 'block');
    context.workbook.bindings.add('Prices!E1', 'Range', 'other');
    await context.sync();
    const added = binding.onDataChanged.add((event) => {
      heard.push(event.binding.id);
      return Promise.resolve();
    });
    await context.sync();
    return added;
  });
  /** Events come in the order of what caused them: once the last one is told, all are. */
  const told = (address: string) => {
    host.announce({ sheet, address, by: 'the user' });
    return new Promise((resolve) => setImmediate(resolve));
  };
  await told('D4:E5');
  await told('A1:B2');
  await host.Excel.run(async (context) => {
    context.workbook.worksheets.getItem('Prices').getRange('C3').values = [[7]];
    await context.sync();
  });
  await told('A1');
  expect(heard).toEqual(['block', 'block']);
  await host.Excel.run(listener.context, async (context) => {
    listener.remove();
    await context.sync();
  });
  await told('B2');
  expect(heard).toEqual(['block', 'block']);
});

test.each([
  ['1.3', 'settings'],
  ['1.4', 'customXmlParts'],
] as const)('ExcelApi %s has no %s', async (excelApi, member) => {
  const host = withSheet({ excelApi });
  const asked = host.Excel.run(async (context) => {
    context.workbook[member].getCount();
    await context.sync();
  });
  await expect(asked).rejects.toMatchObject({ code: 'ApiNotFound' });
});

describe('Undo', () => {
  const first = (host: ExcelHost): unknown => {
    const [sheet] = host.book.sheets;
    return sheet === undefined ? undefined : cellAt(sheet, 1, 1)?.held?.value;
  };
  const put = (host: ExcelHost, value: number, options = {}): Promise<void> =>
    host.Excel.run(options, async (context) => {
      const cell = context.workbook.worksheets.getItem('Prices').getRange('A1');
      cell.values = [[value]];
      await context.sync();
      cell.values = [[value + 1]];
      await context.sync();
    });

  test('each sync is a step, reading is none, and a merged group is one', async () => {
    const host = withSheet({ undo: 'web' });
    await put(host, 10);
    await host.Excel.run(async (context) => {
      context.workbook.worksheets.getItem('Prices').getUsedRange().load('values');
      await context.sync();
    });
    await put(host, 20, { mergeUndoGroup: true });
    expect([first(host), host.history?.steps()]).toEqual([21, 3]);
    host.history?.undo();
    expect(first(host)).toBe(11);
    host.history?.undo();
    expect(first(host)).toBe(10);
    host.history?.undo();
    expect([first(host), host.history?.undo()]).toEqual([undefined, false]);
  });

  test('sheets, tables, names and charts that were added are gone; settings stay', async () => {
    const host = withSheet({ undo: 'web' });
    await host.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add('New');
      sheet.getRange('A1:B2').values = [
        ['x', 'y'],
        [1, 2],
      ];
      sheet.tables.add('A1:B2', true).name = 'T';
      context.workbook.names.add('n', sheet.getRange('A1'));
      context.workbook.settings.add('s', 1);
      await context.sync();
    });
    host.history?.undo();
    expect([host.book.sheets.length, host.book.tables, host.book.names, host.book.settings.size]).toEqual([
      1,
      [],
      [],
      1,
    ]);
  });

  test.each<[Platform, boolean]>([
    ['web', true],
    ['desktop', false],
  ])('on the %s a new name of a sheet can be taken back: %s', async (undo, can) => {
    const host = withSheet({ undo });
    await put(host, 10);
    const rename = (options: object) =>
      host.Excel.run(options, async (context) => {
        context.workbook.worksheets.getItem('Prices').name = 'Costs';
        await context.sync();
      });
    const merged = rename({ mergeUndoGroup: true });
    await (can ? merged : expect(merged).rejects.toMatchObject({ code: 'UndoNotSupported' }));
    if (can) {
      host.history?.undo();
      expect([host.book.sheets[0]?.name, host.history?.steps()]).toEqual(['Prices', 2]);
    } else {
      await rename({});
      expect(host.history?.steps()).toBe(0);
    }
  });
});
