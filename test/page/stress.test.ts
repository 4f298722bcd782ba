/** Stress in a browser, with its workers: a dial that figures follow, and draws that are called off at once and kept. */
import type { Page } from 'playwright-core';
import { hepatitisCEngland } from '../../src/inputs/examples/hepatitis-c-england';
import { HEPATITIS_C_OPTIONS } from '../../src/inputs/examples/hepatitis-c-options';
import { templateReport } from '../../src/inputs/template';
import { newXlsx } from '../../src/workbook/xlsx';
import { Site } from './site';

/** So many take far longer than this test waits. */
const DRAWS = '1000000';

let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
afterAll(async () => {
  await site.close();
});

async function model(): Promise<Buffer> {
  const tables = HEPATITIS_C_OPTIONS.find(({ brings }) => brings.includes('Uncertainty'))?.add(
    hepatitisCEngland.tables,
  );
  const workbook = newXlsx();
  await workbook.write(templateReport({ ...hepatitisCEngland, tables: tables ?? {} }));
  return Buffer.from(await workbook.bytes());
}

const pane = (page: Page) => page.getByRole('complementary', { name: 'Realise' });
const told = (page: Page) => pane(page).getByTestId('live').innerText();

test('figures follow a dial, settle exactly, and leave the sheet alone', async () => {
  const { page, faults } = await site.visit('workbench.html');
  await page.getByText(/Up to date/).waitFor();
  await pane(page).getByRole('tab', { name: 'Stress' }).click();
  const dial = pane(page).getByRole('slider', { name: /^List price/ });
  await dial.waitFor();
  const before = await told(page);
  await dial.focus();
  await page.keyboard.press('ArrowRight');
  await pane(page).getByText('What if · sheet untouched').waitFor();
  await page.waitForFunction((text) => document.querySelector('[data-testid=live]')?.textContent !== text, before);
  await pane(page).getByText('Exact decimals.').waitFor();
  const after = await told(page);
  expect(after).toMatch(/was £[\d.]+m, \+£/);
  await page.keyboard.press('Delete');
  expect(await told(page)).toBe(before);
  await page.getByText(/Up to date/).waitFor();
  expect(faults).toEqual([]);
});

test('draws are shown as they are made, end at once when called off, and what was made is kept', async () => {
  const { page, faults } = await site.visit('workbench.html');
  await page.getByText(/Up to date/).waitFor();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Open…' }).click();
  await (await chooser).setFiles({ name: 'drawn.xlsx', mimeType: 'application/octet-stream', buffer: await model() });
  await page.getByTestId('file').getByText('drawn.xlsx').waitFor();
  await page.getByText(/Up to date/).waitFor();
  await pane(page).getByRole('tab', { name: 'Stress' }).click();
  await pane(page).getByRole('tab', { name: 'Chance' }).click();
  await pane(page)
    .getByText(/^2,000 draws, /)
    .waitFor();
  await pane(page).getByRole('textbox', { name: 'Draws' }).fill(DRAWS);
  await pane(page).getByRole('button', { name: 'Draw again' }).click();
  await pane(page)
    .getByText(/^Cancel keeps the [\d,]+ draws already made/)
    .waitFor();
  await pane(page)
    .getByText(/^about \d+ s left$/)
    .waitFor();
  const ended = await page.evaluate(async () => {
    const foot = document.querySelector('aside footer');
    [...(foot?.querySelectorAll('button') ?? [])].find((button) => button.textContent === 'Cancel')?.click();
    await new Promise((resolve) => setTimeout(resolve, 0));
    return foot?.textContent.includes('Cancel') === false;
  });
  expect(ended).toBe(true);
  await pane(page).getByText('Called off; what had been drawn by then is shown.').waitFor();
  await pane(page)
    .getByRole('img', { name: /^Fan chart/ })
    .waitFor();
  expect(
    await pane(page)
      .getByText(/ of 1,000,000 draws, /)
      .innerText(),
  ).toMatch(/^[\d,]+ of 1,000,000 draws, scrambled/);
  expect(faults).toEqual([]);
});
