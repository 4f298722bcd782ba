/**
 * The whole journey of a person in an emulated Excel on the web: the built add-in, one page from its first run to the
 * workbook that is opened again, and every station of it in light, dark and forced colours, at 320, 350 and 450 pixels.
 */
import type { Frame } from 'playwright-core';
import { addSheet, cellAt, enter, findSheet, reopen, type Book, type Sheet } from '../excel-host/book';
import type { Calculator } from '../excel-host/calculate';
import { chartsOf } from '../excel-host/things/charts';
import { ExcelSite, type OpenAddin } from './excel-site';
import { button, lead, looksRight, overflow, tab, upToDate } from './pane';

/** Behind `REALISE_JOURNEY` until it has been seen whole on a machine of its own; `excel.test.ts` walks the short way at each change. */
const station = process.env.REALISE_JOURNEY === undefined ? test.skip : test;

let site: ExcelSite;
let opened: OpenAddin;
/** The frame of the add-in, and the workbook beside it. */
let pane: Frame;
let book: Book;

/**
 * What formulas of ours give is not the matter here, and to calculate all of them at each look takes minutes: each result
 * is nought. That they calculate is held by test/live and test/libreoffice; inputs of the sample hold no formulas.
 */
const noughts: Calculator = () => (cell) => ({ ...cell.held, value: 0 });

beforeAll(async () => {
  site = await ExcelSite.open();
  opened = await site.visit({
    host: { undo: 'web' },
    arrange: (host) => {
      addSheet(host.book, 'Sheet1');
      host.book.calculator = noughts;
    },
  });
  opened.page.setDefaultTimeout(90_000);
  pane = opened.pane;
  book = opened.host.book;
});
afterAll(async () => {
  await site.close();
});

const right = (station: string): Promise<void> => looksRight(opened.page, pane, station);
const fits = (station: string): Promise<void> => looksRight(opened.page, pane, station, true);
const sheet = (name: string): Sheet => {
  const found = findSheet(book, name);
  if (found === undefined) throw new Error(`there is no sheet ${name}`);
  return found;
};
/** Everything typed or computed on the sheets of inputs. */
const inputs = (): string =>
  JSON.stringify(
    book.tables
      .filter((table) => !/^BIM_Out_/.test(table.name))
      .map(({ name, sheet: { cells } }) => [
        name,
        [...cells].map(([row, line]) => [row, [...line.values()].map((one) => one.held)]),
      ]),
  );
/** The first list price: its row and column. */
function price(): readonly [row: number, column: number] {
  const table = book.tables.find((one) => one.name === 'BIM_Prices');
  const column = Array.from({ length: 30 }, (_, n) => n + (table?.box.left ?? 0)).find(
    (one) => cellAt(sheet('Prices'), table?.box.top ?? 0, one)?.held?.value === 'List price',
  );
  if (table === undefined || column === undefined) throw new Error('no list price');
  return [table.box.top + 1, column];
}
function type(value: string | number): void {
  enter(sheet('Prices'), ...price(), value);
  opened.host.announce({ sheet: sheet('Prices'), address: 'C7', by: 'the user' });
}
/** Waits for what is done beside the page; the test's own time ends it. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 50));
}
const run = async (): Promise<void> => {
  await button(pane, /^Run/).first().click();
};
const written = (): Promise<void> =>
  pane
    .getByText(/sheets? written\./)
    .first()
    .waitFor();
const write = async (): Promise<void> => {
  await button(pane, /^Write \d+ sheets?$/).click();
  await written();
};

station('first run: what it is for, and a sample in one step', async () => {
  await button(pane, /Open the sample model/).waitFor();
  await right('first run');
  await button(pane, /Open the sample model/).click();
  await upToDate(pane);
  expect(book.sheets.map((one) => one.name)).toEqual(
    expect.arrayContaining(['Sheet1', 'Start', 'Population', 'Prices']),
  );
});

let first = '';
station('read and run: figures, what they were read from, and where each comes from', async () => {
  expect(await tab(pane, 'Result').getAttribute('aria-selected')).toBe('true');
  first = await lead(pane);
  expect(first).toMatch(/\d/);
  await right('result');
  await tab(pane, 'Model').click();
  await pane.getByRole('tabpanel').getByRole('heading', { level: 1 }).waitFor();
  await right('model');
});

station(
  'findings: a text where a price belongs is named with its cell, and there are no figures; mended, they are back',
  async () => {
    const before = cellAt(sheet('Prices'), ...price())?.held?.value;
    await tab(pane, 'Result').click();
    type('dear');
    await run();
    await pane.getByText(first).first().waitFor({ state: 'detached' });
    await pane.getByText(/dear/).first().waitFor();
    await fits('findings');
    type(Number(before));
    await run();
    await upToDate(pane);
    await tab(pane, 'Result').click();
    expect(await lead(pane)).toBe(first);
  },
);

station('scenarios: another one shows other figures, and Base those of before', async () => {
  const choice = pane.getByRole('combobox', { name: /Scenario/ });
  const names = await choice.locator('option').allInnerTexts();
  expect(names.length).toBeGreaterThan(1);
  await choice.selectOption({ index: 1 });
  expect(await lead(pane)).not.toBe(first);
  await choice.selectOption({ index: 0 });
  expect(await lead(pane)).toBe(first);
});

station('Stress is walked, and what is delivered; the sheets stay as they are', async () => {
  const before = inputs();
  const seen = async (name: string): Promise<void> => {
    await tab(pane, name).click();
    await pane.getByRole('tabpanel').getByRole('heading').first().waitFor();
  };
  await seen('Stress');
  await right('dials');
  for (const part of ['Drivers', 'Chance', 'Deals']) {
    await seen(part);
    await fits(part);
  }
  await seen('Realise');
  await right('realise');
  expect(inputs()).toBe(before);
});

station(
  'values are written, with charts; Excel takes them back step by step, and Restore brings them again',
  async () => {
    const [sheets, cells, steps] = [book.sheets.length, inputs(), opened.host.history?.steps() ?? 0];
    await tab(pane, 'Share').click();
    await pane.getByRole('radio', { name: /^Values/ }).click();
    await button(pane, /^Write \d+ sheets?$/).waitFor();
    await fits('share');
    await write();
    await right('written');
    expect(book.sheets.filter((one) => chartsOf(one).length > 0).length).toBeGreaterThan(1);
    expect(cellAt(sheet('Summary'), 1, 2)?.held?.value).toBeTruthy();
    const many = book.sheets.length;
    while ((opened.host.history?.steps() ?? 0) > steps) opened.host.history?.undo();
    expect([book.sheets.length, inputs()]).toEqual([sheets, cells]);
    opened.host.announce({ sheet: sheet('Prices'), address: 'A1', by: 'the user' });
    await button(pane, /^Restore /)
      .first()
      .click();
    await until(() => book.sheets.length === many);
    await button(pane, 'See the result').waitFor(); // the whole of it
  },
);

station('the live model is written in formulas, and the inputs stay as they are', async () => {
  type(1001);
  await run();
  await upToDate(pane);
  const before = inputs();
  opened.host.press('live'); // the button of the ribbon
  await write();
  const formulas = book.sheets.flatMap((one) =>
    [...one.cells.values()].flatMap((line) => [...line.values()].filter((cell) => cell.held?.formula !== undefined)),
  );
  expect(formulas.length).toBeGreaterThan(500);
  expect(inputs()).toBe(before);
});

station(
  'a change is seen, run and written; the workbook is opened again and keeps what was written before',
  async () => {
    type(12345);
    await tab(pane, 'Result').click();
    await pane
      .getByText(/changed since/)
      .first()
      .waitFor();
    await run();
    await upToDate(pane);
    expect(await lead(pane)).not.toBe(first);
    await tab(pane, 'Share').click();
    await pane.getByRole('radio', { name: /^Values/ }).click();
    await write();

    reopen(book);
    await opened.page.reload();
    const again = opened.page.frames().find((frame) => frame.url().includes('taskpane.html'));
    if (again === undefined) throw new Error('the add-in was not loaded again');
    pane = again;
    await upToDate(pane);
    await tab(pane, 'Share').click();
    const earlier = pane.getByRole('region', { name: 'Earlier results' });
    await earlier.waitFor();
    expect(await earlier.getByRole('button', { name: /^Restore / }).count()).toBeGreaterThan(1);
    await right('opened again');
    await earlier
      .getByRole('button', { name: /^Restore / })
      .last()
      .click();
    await written();
  },
);

station('fault 56: Office has its corner; right to left, and twice as large, nothing is lost', async () => {
  const corner = await pane.evaluate(
    () =>
      document.elementFromPoint(document.documentElement.clientWidth - 17, 16)?.closest('button')?.textContent ?? null,
  );
  expect(corner).toBeNull();
  await pane.evaluate(() => {
    document.documentElement.dir = 'rtl';
  });
  expect(await overflow(pane)).toBe(0);
  await pane.evaluate(() => {
    document.documentElement.dir = 'ltr';
  });
  await opened.page.setViewportSize({ width: 225, height: 360 }); // 450 pixels at 200 %
  for (const place of ['Model', 'Result', 'Share']) await tab(pane, place).click({ timeout: 5000 });
});

station('nothing was complained of, misunderstood, or asked of anybody but the site and Microsoft', () => {
  const { faults, host, requests } = opened;
  const foreign = requests.filter((address) => !address.startsWith(site.address) && !/^(data|blob):/.test(address));
  expect([faults, host.unknown]).toEqual([[], []]);
  expect(foreign.filter((address) => !address.startsWith('https://appsforoffice.microsoft.com/lib/1/hosted/'))).toEqual(
    [],
  );
});
