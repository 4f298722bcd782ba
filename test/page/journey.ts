/**
 * The whole journey of a person in an emulated Excel on the web: the built add-in in one page, from its first run to the
 * workbook that is opened again, every screen looked at in light, dark and forced colours, each at 320, 350 and 450 pixels.
 */
import { openXlsx } from '../../src/workbook/xlsx';
import { letters } from '../excel-host/address';
import { addSheet, cellAt, enter, reopen, type Sheet } from '../excel-host/book';
import { chartsOf } from '../excel-host/things/charts';
import type { ExcelSite } from './excel-site';
import { calculate, shownByEngine, shownLive } from './live-figure';
import { button, lead, overflow, tab, until, upToDate } from './pane';
import { Walk } from './walk';

/** The stations of the journey, each where the one before it ended. */
export function journey(site: () => ExcelSite): void {
  let walk: Walk;
  let first = '';
  beforeAll(async () => {
    walk = await Walk.begin(site());
  });

  test('first run: what it is for, and a sample in one step', async () => {
    await button(walk.pane, /Open the sample model/).waitFor();
    await walk.looks('first run');
    await button(walk.pane, /Open the sample model/).click();
    await upToDate(walk.pane);
    expect(walk.book.sheets.map((one) => one.name)).toEqual(
      expect.arrayContaining(['Sheet1', 'Start', 'Population', 'Prices']),
    );
  });

  test('read and run: figures, what they were read from; another scenario shows others', async () => {
    expect(await tab(walk.pane, 'Result').getAttribute('aria-selected')).toBe('true');
    first = await lead(walk.pane);
    expect(first).toMatch(/\d/);
    const choice = walk.pane.getByRole('combobox', { name: /Scenario/ });
    await choice.selectOption({ index: 1 });
    expect(await lead(walk.pane)).not.toBe(first);
    await choice.selectOption({ index: 0 });
    expect(await lead(walk.pane)).toBe(first);
    await walk.looks('result');
    await walk.pane.getByRole('heading', { level: 1 }).getByRole('button').first().click();
    await walk.pane.getByRole('tree').waitFor();
    await walk.looks('explain');
    await button(walk.pane, 'Back to Result').click();
    await tab(walk.pane, 'Model').click();
    await button(walk.pane, 'Use selection').waitFor();
    await walk.looks('model');
  });

  test('findings: a text where a price belongs is named with its cell, and there are no figures until it is mended', async () => {
    await tab(walk.pane, 'Result').click();
    const before = walk.price('List price', 'dear');
    await walk.changeThenRun();
    await walk.foot(/no figures/);
    await walk.pane.getByText(/dear/).first().waitFor();
    expect(await walk.pane.getByText(first).count()).toBe(0);
    await walk.looks('findings');
    walk.price('List price', Number(before));
    await walk.foot(/changed/);
    await button(walk.pane, 'Run').click();
    await upToDate(walk.pane);
    await tab(walk.pane, 'Result').click();
    expect(await lead(walk.pane)).toBe(first);
  });

  test('Stress is walked, and what is delivered; the sheets stay as they are', async () => {
    const before = walk.inputs();
    for (const [name, shows] of STRESS) {
      await tab(walk.pane, name).click();
      await walk.pane.getByText(shows).first().waitFor();
      await walk.looks(name);
    }
    expect(walk.inputs()).toBe(before);
  });

  test('values are written, with charts; Excel takes them back step by step, and Restore brings them again', async () => {
    const { book, pane, opened } = walk;
    const { history } = opened.host;
    const [sheets, cells, steps] = [book.sheets.length, walk.inputs(), history?.steps() ?? 0];
    await tab(pane, 'Share').click();
    await pane.getByRole('radio', { name: /^Values/ }).click();
    await walk.looks('share');
    await walk.write();
    await walk.looks('written');
    expect(book.sheets.filter((one) => chartsOf(one).length > 0).length).toBeGreaterThan(1);
    expect(cellAt(walk.sheet('Summary'), 1, 2)?.held?.value).toBeTruthy();
    const many = book.sheets.length;
    while ((history?.steps() ?? 0) > steps) history?.undo();
    expect([book.sheets.length, walk.inputs()]).toEqual([sheets, cells]);
    await pane
      .getByRole('button', { name: /^Restore / })
      .first()
      .click();
    await until('all sheets are back', () => book.sheets.length === many);
    await button(pane, 'See the result').waitFor();
  });

  test('a sheet that was changed by hand is kept, and said to be; the new figures stand beside it', async () => {
    const { pane, book } = walk;
    const summary = walk.sheet('Summary');
    walk.type(summary, 1, 2, 'My own title');
    walk.price('List price', 1001);
    await walk.changeThenRun();
    await upToDate(pane);
    await pane.getByText('You changed Summary since the last write').waitFor();
    await walk.write();
    await pane.getByText('Summary kept as you left it').waitFor();
    expect(cellAt(summary, 1, 2)?.held?.value).toBe('My own title');
    expect(book.sheets.filter((one) => one.name.startsWith('Summary')).length).toBe(2);
  });

  test('the live model is written in formulas, and the inputs stay as they are', async () => {
    walk.price('List price', 1002);
    await walk.changeThenRun();
    await upToDate(walk.pane);
    const before = walk.inputs();
    walk.opened.host.press('live'); // the button of the ribbon
    await walk.write();
    const cells = walk.book.sheets.flatMap((one) => [...one.cells.values()].flatMap((line) => [...line.values()]));
    expect(cells.filter((cell) => cell.held?.formula !== undefined).length).toBeGreaterThan(500);
    expect(walk.inputs()).toBe(before);
  });

  test('the live model follows what is typed into an input, to the figure of the engine; on request, once Excel is asked', async () => {
    const { pane, book } = walk;
    const written = await shownLive(walk);
    expect(written / (await shownByEngine(walk))).toBeCloseTo(1, 9);
    walk.price('List price', 1500);
    const moved = await shownLive(walk);
    expect(Math.abs(moved / written - 1)).toBeGreaterThan(1e-3);
    await walk.changeThenRun();
    await upToDate(pane);
    expect(moved / (await shownByEngine(walk))).toBeCloseTo(1, 9);
    book.calculation = 'Manual';
    walk.price('List price', 1002);
    expect(await shownLive(walk)).toBe(moved);
    await calculate(walk);
    expect(await shownLive(walk)).toBe(written);
    book.calculation = 'Automatic';
    await walk.changeThenRun();
    await upToDate(pane);
    expect(await shownByEngine(walk)).not.toBeCloseTo(moved);
  });

  test('a copy for the payer is opened as a workbook of its own, without the discount that was marked', async () => {
    const { pane, book } = walk;
    walk.marks();
    await walk.changeThenRun();
    await upToDate(pane);
    const before = walk.inputs();
    await tab(pane, 'Payer copy').click();
    await walk.foot(/No leaks found in/);
    await walk.looks('payer copy');
    await button(pane, 'Make the copy').click();
    await pane.getByText('The copy is made').waitFor();
    expect([book.beside.length, walk.inputs()]).toEqual([1, before]);
    const copy = await openXlsx(Buffer.from(book.beside[0] ?? '', 'base64'));
    const prices = (await copy.read()).tables.find((one) => one.name === 'BIM_Prices')?.rows ?? [];
    const typed = prices.flat().map((cell) => cell.value);
    expect([typed.includes(1002), typed.includes(0.56)]).toEqual([true, false]);
  });

  test('a range of the user takes the place of a table: a change in it is heard and run, and it is let go', async () => {
    const { pane, book, opened } = walk;
    await tab(pane, 'Result').click();
    const before = await lead(pane);
    const mine = addSheet(book, 'Mine');
    const { sheet, box } = walk.table('BIM_Prices');
    for (const [row, line] of sheet.cells)
      for (const [column, cell] of line)
        if (row >= box.top && row <= box.bottom && cell.held !== null)
          enter(mine, column, row - box.top + 2, cell.held.value ?? null); // on its side
    const place = `$B$${String(box.left)}:$${letters(box.bottom - box.top + 2)}$${String(box.right)}`;
    book.selection = `Mine!${place.replaceAll('$', '')}`;
    await tab(pane, 'Model').click();
    await pane.getByRole('combobox', { name: 'Table' }).selectOption('Prices');
    await pane.getByRole('checkbox', { name: 'Headers in the first column' }).check();
    await button(pane, 'Use selection').click();
    await button(pane, 'Unbind Prices').waitFor();
    await upToDate(pane);
    expect(book.names.find((name) => name.name === 'BIM_Turned_Prices')?.formula).toBe(`=Mine!${place}`);
    await walk.looks('a range of mine');
    await tab(pane, 'Result').click();
    expect(await lead(pane)).toBe(before);
    await hearsOfBinding(walk, mine);
    await walk.changeThenRun();
    await upToDate(pane);
    expect(await lead(pane)).not.toBe(before);
    await tab(pane, 'Model').click();
    await button(pane, 'Unbind Prices').click();
    await button(pane, 'Unbind Prices').waitFor({ state: 'detached' });
    expect(book.names.some((name) => name.name.startsWith('BIM_Turned'))).toBe(false);
    expect(opened.faults).toEqual([]);
  });

  test('the workbook is opened again: the pane stands on it, and earlier results can be restored', async () => {
    reopen(walk.book);
    await walk.opened.page.reload();
    const again = walk.opened.page.frames().find((frame) => frame.url().includes('taskpane.html'));
    if (again === undefined) throw new Error('the add-in was not loaded again');
    walk.pane = again;
    await upToDate(again);
    await tab(again, 'Share').click();
    const earlier = again.getByRole('region', { name: 'Earlier results' }).getByRole('button', { name: /^Restore / });
    await earlier.first().waitFor();
    expect(await earlier.count()).toBeGreaterThan(1);
    await walk.looks('opened again');
    await earlier.last().click();
    await button(again, 'See the result').waitFor();
  });

  test('fault 56: Office has its corner; right to left, and twice as large, nothing is lost', async () => {
    const { pane, opened } = walk;
    const corner = await pane.evaluate(() => {
      const at = document.elementFromPoint(document.documentElement.clientWidth - 17, 16);
      return at?.closest('button')?.textContent ?? null;
    });
    expect(corner).toBeNull();
    for (const direction of ['rtl', 'ltr']) {
      await pane.evaluate((dir) => {
        document.documentElement.dir = dir;
      }, direction);
      expect([direction, await overflow(pane)]).toEqual([direction, 0]);
    }
    for (const width of [160, 225]) {
      await opened.page.setViewportSize({ width, height: 360 }); // 320 and 450 pixels at 200 %
      for (const place of ['Model', 'Result', 'Share']) await tab(pane, place).click({ timeout: 20_000 });
    }
  });

  test('nothing was complained of, misunderstood, or asked of anybody but the site and Microsoft', () => {
    const { faults, host, requests } = walk.opened;
    const foreign = requests.filter((address) => !address.startsWith(site().address) && !/^(data|blob):/.test(address));
    expect([faults, host.unknown]).toEqual([[], []]);
    expect(
      foreign.filter((address) => !address.startsWith('https://appsforoffice.microsoft.com/lib/1/hosted/')),
    ).toEqual([]);
  });
}

/** Screens, and what each shows once it is worked out. */
const STRESS: readonly (readonly [string, RegExp])[] = [
  ['Stress', /Exact decimals/],
  ['Drivers', /One at a time/],
  ['Chance', /No uncertain inputs/],
  ['Deals', /No agreements/],
  ['Realise', /Nothing of delivery/],
];

/** A binding of Office's on the same cells tells of the change in them that the pane then shows. */
async function hearsOfBinding(walk: Walk, mine: Sheet): Promise<void> {
  await walk.pane.evaluate(() =>
    Excel.run(async (context) => {
      const binding = context.workbook.bindings.add('Mine!B1:C60', 'Range', 'mine');
      await context.sync();
      binding.onDataChanged.add(({ binding: { id } }) => {
        document.documentElement.dataset.heard = id;
        return Promise.resolve();
      });
      await context.sync();
    }),
  );
  const row = [...mine.cells].find(([, line]) => line.get(2)?.held?.value === 'List price')?.[0];
  if (row === undefined) throw new Error('the range has no prices');
  walk.type(mine, row, 3, 4321);
  await walk.pane.locator('html[data-heard=mine]').waitFor({ state: 'attached' });
  expect(walk.book.bindings.map((one) => one.id)).toEqual(['mine']);
}
