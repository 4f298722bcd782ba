/** The workbench, driven as a person would: open, edit a price, run, look, save. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { assess } from '../../src/assess';
import { openXlsx } from '../../src/workbook/xlsx';
import { Site, type Visit } from './site';

const MODEL = path.join(__dirname, '../published/semaglutide_uk/model.xlsx');
/** Where the word Population stands on the first sheet of the sample: column B, row 13. */
const LINK = { x: 90, y: 435 } as const;
/** Where the unit cost of the model stands on a screen of this size: column E, row 5 of the sheet Costs. */
const PRICE = { x: 466, y: 184 } as const;

let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
afterAll(async () => {
  await site.close();
});

const tabs = (page: Page) => page.getByRole('tablist', { name: 'Sheet tabs' });
const tab = (page: Page, name: string) => tabs(page).getByRole('tab', { name, exact: true });
const pane = (page: Page) => page.getByRole('complementary', { name: 'Realise' });
/** Waits until a sheet is the one that is shown. */
const shown = (page: Page, name: string) =>
  tabs(page).getByRole('tab', { name, exact: true, selected: true }).waitFor();
const upToDate = (page: Page) => page.getByText(/Up to date/).waitFor();

/** The workbench with the published model on it, opened in place of the sample. */
async function opened(before?: () => void): Promise<Visit> {
  const visit = await site.visit('workbench.html', {}, before);
  await upToDate(visit.page);
  const chooser = visit.page.waitForEvent('filechooser');
  await visit.page.getByRole('button', { name: 'Open…' }).click();
  await (await chooser).setFiles(MODEL);
  await visit.page.getByTestId('file').getByText('model.xlsx').waitFor();
  await upToDate(visit.page);
  return visit;
}

test('opens with the sample model read, without a word of complaint', async () => {
  const { page, faults } = await site.visit('workbench.html');
  await upToDate(page);
  expect(await page.getByTestId('file').innerText()).toBe('Hepatitis C, England.xlsx');
  await tab(page, 'Population').waitFor();
  expect(await pane(page).getByRole('tab', { name: 'Result' }).getAttribute('aria-selected')).toBe('true');
  expect(faults).toEqual([]);
});

test('what waits until the browser is idle is forgotten when another file is open by then', async () => {
  const { page, faults } = await opened(() => {
    const held: (() => void)[] = [];
    window.requestIdleCallback = (call) =>
      held.push(() => {
        call({ didTimeout: true, timeRemaining: () => 0 });
      });
    window.addEventListener('idle at last', () => {
      held.forEach((call) => {
        call();
      });
    });
  });
  await page.evaluate(async () => {
    window.dispatchEvent(new Event('idle at last'));
    await new Promise((resolve) => setTimeout(resolve, 100));
  });
  expect(faults).toEqual([]);
});

test('a price typed into the sheet changes the answer, the pane, the sheets and the saved file', async () => {
  const { page, faults } = await opened();
  const lead = pane(page).getByText(/adds/).first();
  expect(await lead.innerText()).toContain('£5.9bn');

  await tab(page, 'Costs').click();
  await page.mouse.click(PRICE.x, PRICE.y);
  await page.keyboard.type('1500');
  await page.keyboard.press('Enter');
  await page.getByText('1 input changed').first().waitFor();
  await page.getByRole('button', { name: 'Run again' }).click();

  await tab(page, 'Summary').waitFor();
  await upToDate(page);
  expect(await lead.innerText()).toContain('£3.5bn');
  const chart = page.getByRole('img', { name: /Where the money goes/ }).first();
  await chart.locator('svg').waitFor();
  expect(await chart.locator('svg').innerHTML()).toContain('1,151.8');

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as .xlsx' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('model with results.xlsx');
  const saved = await (await openXlsx(readFileSync(await file.path()))).read();
  expect(saved.tables.find((table) => table.name === 'BIM_Costs')?.rows[0]?.[4]).toEqual({ value: 1500 });
  expect(saved.owned.map((sheet) => sheet.key)).toEqual(
    expect.arrayContaining(['summary', 'annual', 'patients']) as string[],
  );
  expect(saved.owned.filter((sheet) => sheet.changed)).toEqual([]);
  const total = assess(saved).results?.impact.total.reduce((sum, amount) => sum + Number(amount), 0);
  expect(total).toBeCloseTo(3_455_487_000, -6);
  expect(faults).toEqual([]);
});

const TRIALS = [
  'NCT Number,Study Status,Conditions,Interventions,Sponsor,Phases,Primary Completion Date',
  'NCT00000001,RECRUITING,Stroke,DRUG: =Examplisiran,Firm,PHASE3,2028-06-30',
  'NCT00000002,WITHDRAWN,Obesity,DRUG: Gonemab,Firm,PHASE2,2026-01-01',
].join('\n');

test('a list of trials is shown, then written as a register of ours, and saved beside what was run before', async () => {
  const { page, faults } = await opened();
  await tab(page, 'Costs').click();
  await page.mouse.click(PRICE.x, PRICE.y);
  await page.keyboard.type('1500');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Run again' }).click();
  await tab(page, 'Summary').waitFor();
  await upToDate(page);
  await pane(page).getByRole('tab', { name: 'Realise' }).click();
  await pane(page).getByRole('tab', { name: 'Horizon' }).click();
  const chooser = page.waitForEvent('filechooser');
  await pane(page).getByRole('button', { name: 'Choose files…' }).click();
  await (await chooser).setFiles({ name: 'list.csv', mimeType: 'text/csv', buffer: Buffer.from(TRIALS) });
  await pane(page).getByText('Nothing is written yet').waitFor();
  await pane(page).getByText('Stopped: NCT00000002 withdrawn').waitFor();
  await pane(page).getByRole('button', { name: 'Write 1 row' }).click();
  await shown(page, 'Horizon');
  // What no trial tells is blank, and stops the sums.
  await pane(page)
    .getByText(/stop the sums/)
    .first()
    .waitFor();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as .xlsx' }).click();
  const saved = await (await openXlsx(readFileSync(await (await download).path()))).read();
  expect(saved.owned.map(({ key }) => key)).toEqual(expect.arrayContaining(['summary', 'input_horizon']) as string[]);
  const register = saved.tables.find(({ name }) => name === 'BIM_Horizon');
  expect(register?.rows.map((row) => row.slice(0, 1))).toEqual([[{ value: '=Examplisiran' }]]);
  expect(faults).toEqual([]);
});

test('a cell that was left while being typed into counts', async () => {
  const { page } = await opened();
  await tab(page, 'Costs').click();
  await page.mouse.click(PRICE.x, PRICE.y);
  await page.keyboard.type('1500');
  await pane(page).getByRole('tab', { name: 'Model' }).click();
  await page.getByText('1 input changed').first().waitFor();
});

test('a link in the sheet goes where it leads, and a finding in the pane to its cell', async () => {
  const { page, faults } = await site.visit('workbench.html');
  await upToDate(page);
  await page.mouse.click(LINK.x, LINK.y);
  await shown(page, 'Population');
  await pane(page).getByRole('tab', { name: 'Model' }).click();
  await pane(page).getByRole('button', { name: 'Costs', exact: true }).click();
  await shown(page, 'Costs');
  expect(faults).toEqual([]);
});

test('a file that is no workbook is refused in plain words, and what was open stays', async () => {
  const { page, faults } = await opened();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Open…' }).click();
  await (await chooser).setFiles({ name: 'letter.xlsx', mimeType: 'text/plain', buffer: Buffer.from('Dear all') });
  expect(await page.getByLabel('Sheet', { exact: true }).getByRole('alert').innerText()).toContain(
    'not an .xlsx workbook',
  );
  expect(await page.getByTestId('file').innerText()).toBe('model.xlsx');
  await tab(page, 'Costs').waitFor();
  expect(faults).toEqual([]);
});

test('a workbook dropped on the page opens', async () => {
  const { page, faults } = await site.visit('workbench.html');
  await upToDate(page);
  const transfer = await page.evaluateHandle((base64) => {
    const data = new DataTransfer();
    data.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], 'dropped.xlsx'));
    return data;
  }, readFileSync(MODEL).toString('base64'));
  for (const type of ['dragenter', 'dragover', 'drop'])
    await page.dispatchEvent('canvas', type, { dataTransfer: transfer });
  await page.getByTestId('file').getByText('dropped.xlsx').waitFor();
  await tab(page, 'Market').waitFor();
  expect(faults).toEqual([]);
});

test('the divider moves by the keyboard, between its bounds', async () => {
  const { page } = await site.visit('workbench.html');
  const divider = page.getByRole('separator', { name: 'Width of the pane' });
  await divider.focus();
  await page.keyboard.press('ArrowLeft');
  expect(await divider.getAttribute('aria-valuenow')).toBe('360');
  await page.keyboard.press('Home');
  expect(await pane(page).evaluate((pane) => pane.getBoundingClientRect().width)).toBe(320);
});
