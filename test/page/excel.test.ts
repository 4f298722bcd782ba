/** The built add-in in an emulated Excel on the web: the whole journey, as a person would make it. */
import axe from 'axe-core';
import type { Frame } from 'playwright-core';
import { addSheet, cellAt, enter, findSheet, type Book } from '../excel-host/book';
import { calculator, type Calculator } from '../excel-host/calculate';
import { chartsOf } from '../excel-host/things/charts';
import { plant } from '../workbook/excelBench';
import { MODEL } from '../workbook/faults/bench';
import { ExcelSite, type OpenAddin } from './excel-site';

let site: ExcelSite;
let engine: Calculator;
beforeAll(async () => {
  engine = await calculator();
  site = await ExcelSite.open();
});
afterAll(async () => {
  await site.close();
});

const empty = ({ book }: { readonly book: Book }): void => {
  addSheet(book, 'Sheet1');
  book.calculator = engine;
};
const button = (pane: Frame, name: string | RegExp) => pane.getByRole('button', { name });
const tab = (pane: Frame, name: string) => pane.getByRole('tab', { name, exact: true });
const upToDate = (pane: Frame) => pane.getByText(/Up to date/).waitFor();
/** The add-in with the sample model read. */
async function withSample(opening: Parameters<ExcelSite['visit']>[0] = {}): Promise<OpenAddin> {
  const opened = await site.visit({ arrange: empty, ...opening });
  await button(opened.pane, /Open the sample model/).click();
  await upToDate(opened.pane);
  return opened;
}

/** What axe finds, in the pane alone; Fluent's own stops for Tab are hidden ones that take the focus. */
async function faultsFound(pane: Frame): Promise<readonly string[]> {
  await pane.evaluate(axe.source);
  return pane.evaluate(async () => {
    const { axe: checker } = window as unknown as { readonly axe: typeof axe };
    const { violations } = await checker.run({ exclude: ['[data-tabster-dummy]'] });
    return violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`);
  });
}

test('the journey: first run, sample, figures, sheets with charts, a change, another run, undone by Restore, reopened', async () => {
  const { page, pane, host, faults, requests, close } = await withSample();
  expect(host.book.sheets.map((sheet) => sheet.name)).toEqual(
    expect.arrayContaining(['Sheet1', 'Start', 'Population', 'Prices']),
  );
  expect(await tab(pane, 'Result').getAttribute('aria-selected')).toBe('true');
  const lead = await pane.getByRole('heading', { level: 1 }).innerText();
  expect(lead).toMatch(/\d/);

  await tab(pane, 'Share').click();
  await button(pane, /^Write \d+ sheets?$/).click();
  await pane
    .getByText(/sheets? written\./)
    .first()
    .waitFor();
  const written = host.book.sheets.filter((sheet) => chartsOf(sheet).length > 0);
  expect(written.length).toBeGreaterThan(1);
  const summary = findSheet(host.book, 'Summary');
  expect(summary && cellAt(summary, 1, 2)?.held?.value).toBeTruthy();

  const prices = findSheet(host.book, 'Prices');
  const table = host.book.tables.find((one) => one.name === 'BIM_Prices');
  if (prices === undefined || table === undefined) throw new Error('the sample has no prices');
  const list = Array.from({ length: 30 }, (_, n) => n + table.box.left).find(
    (column) => cellAt(prices, table.box.top, column)?.held?.value === 'List price',
  );
  if (list === undefined) throw new Error('no list price');
  enter(prices, table.box.top + 1, list, 12345);
  host.announce({ sheet: prices, address: 'C7', by: 'the user' });
  await tab(pane, 'Result').click();
  await pane
    .getByText(/changed since/)
    .first()
    .waitFor();
  await button(pane, /^Run/).first().click();
  await upToDate(pane);
  expect(await pane.getByRole('heading', { level: 1 }).innerText()).not.toBe(lead);

  await tab(pane, 'Share').click();
  await button(pane, /^Restore /)
    .first()
    .click();
  await pane
    .getByText(/sheets? written\./)
    .first()
    .waitFor();

  await page.reload(); // the workbook is closed and opened again
  const again = page.frames().find((frame) => frame.url().includes('taskpane.html'));
  if (again === undefined) throw new Error('the add-in was not loaded again');
  await upToDate(again);
  await tab(again, 'Share').click();
  await again.getByText('update').first().waitFor();

  expect(faults).toEqual([]);
  expect(host.unknown).toEqual([]);
  const foreign = requests.filter((address) => !address.startsWith(site.address) && !/^(data|blob):/.test(address));
  expect(foreign.filter((address) => !address.startsWith('https://appsforoffice.microsoft.com/lib/1/hosted/'))).toEqual(
    [],
  );
  await close();
});

/** A small model on sheets of the user's own. */
const small = ({ book }: { readonly book: Book }): void => {
  plant(book, MODEL);
  book.calculator = engine;
};
async function withModel(opening: Parameters<ExcelSite['visit']>[0] = {}): Promise<OpenAddin> {
  const opened = await site.visit({ arrange: small, ...opening });
  await upToDate(opened.pane);
  return opened;
}
const overflow = (pane: Frame): Promise<number> =>
  pane.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test('functions in cells and buttons of the ribbon: figures of the run, none when an input changes, new ones after Run', async () => {
  const { pane, host, faults, close } = await withModel();
  const shown = async (id: number, many: number): Promise<unknown> => {
    for (let n = 0; n < 100 && (host.given.get(id)?.length ?? 0) < many; n += 1)
      await new Promise((resolve) => setTimeout(resolve, 100));
    const value = host.given.get(id)?.at(-1)?.value as
      { readonly basicValue?: string; readonly message?: string } | number;
    return typeof value === 'object' ? `${value.basicValue ?? ''} ${value.message ?? ''}` : value;
  };
  const figures = [
    host.call('IMPACT', [2026]),
    host.call('PATIENTS', [2027, 'New']),
    host.call('FIGURE', ['Budget impact[2028]']),
  ];
  expect(await Promise.all(figures.map((id) => shown(id, 1)))).toEqual([6000, 300, 30000]);
  expect(await shown(host.call('IMPACT', [1900]), 1)).toMatch(/^#VALUE! There is no year 1900/);

  const inputs = findSheet(host.book, 'Inputs');
  if (inputs === undefined) throw new Error('no inputs');
  enter(inputs, 12, 4, 140);
  host.announce({ sheet: inputs, address: 'D12', by: 'the user' });
  expect(await shown(figures[0] ?? 0, 2)).toMatch(/^#N\/A 1 input changed since the last run/);
  host.press('run');
  expect(await shown(figures[0] ?? 0, 3)).toBe(10000);
  host.press('check');
  await pane.locator('#place-model[aria-selected=true]').waitFor();
  host.press('live');
  await pane.locator('#place-share[aria-selected=true]').waitFor();
  expect(faults).toEqual([]);
  await close();
});

test('a range of the user in the place of a table: selected, bound, read, shown and let go', async () => {
  const { pane, host, faults, close } = await withModel();
  const notes = findSheet(host.book, 'Notes');
  if (notes === undefined) throw new Error('no notes');
  [
    ['Technology', 'Category', 'Per', 'Unit cost'],
    ['New', 'Acquisition', 'patient-year', 90],
    ['Old', 'Acquisition', 'patient-year', 40],
  ].forEach((line, r) => {
    line.forEach((value, c) => {
      enter(notes, 5 + c, 2 + r, value); // on its side: headers down the column B
    });
  });
  host.book.selection = 'Notes!B5:D8';
  await tab(pane, 'Model').click();
  await pane.getByRole('combobox', { name: 'Table' }).selectOption('Costs');
  await pane.getByRole('checkbox', { name: 'Headers in the first column' }).check();
  await button(pane, 'Use selection').click();
  await button(pane, 'Unbind Costs').waitFor();
  await upToDate(pane);
  expect(host.book.names.find((name) => name.name === 'BIM_Turned_Costs')?.formula).toBe('=Notes!$B$5:$D$8');
  expect(await faultsFound(pane)).toEqual([]);
  await tab(pane, 'Result').click();
  await pane
    .getByText(/5,000|5\.0/)
    .first()
    .waitFor(); // 100 people for 90 in place of 40
  await tab(pane, 'Model').click();
  await button(pane, 'Unbind Costs').click();
  await button(pane, 'Unbind Costs').waitFor({ state: 'detached' });
  expect(host.book.names.some((name) => name.name.startsWith('BIM_Turned'))).toBe(false);
  expect(faults).toEqual([]);
  await close();
});

test.each([
  ['light', 320, 'light', 'none'],
  ['dark', 350, 'dark', 'none'],
  ['forced colours', 450, 'dark', 'active'],
] as const)(
  'fault 56: %s at %i pixels: nothing overflows, Office has its corner, axe finds nothing; right to left, and twice as large',
  async (_name, width, colorScheme, forcedColors) => {
    const { page, pane, close } = await withModel({ viewport: { width, height: 720 }, colorScheme, forcedColors });
    for (const place of ['Model', 'Result', 'Share']) {
      await tab(pane, place).click();
      await pane.getByRole('tabpanel').getByRole('heading', { level: 1 }).waitFor();
      expect([place, await overflow(pane), await faultsFound(pane)]).toEqual([place, 0, []]);
    }
    const corner = await pane.evaluate(
      () =>
        document.elementFromPoint(document.documentElement.clientWidth - 17, 16)?.closest('button')?.textContent ??
        null,
    );
    expect(corner).toBeNull();
    await pane.evaluate(() => {
      document.documentElement.dir = 'rtl';
    });
    expect(await overflow(pane)).toBe(0);
    await pane.evaluate(() => {
      document.documentElement.dir = 'ltr';
    });
    await page.setViewportSize({ width: Math.round(width / 2), height: 360 }); // 200 %
    for (const place of ['Model', 'Result', 'Share']) await tab(pane, place).click({ timeout: 5000 });
    await close();
  },
);
