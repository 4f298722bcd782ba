/**
 * Takes the pictures of docs/gallery from the built site, one a worked model, as wide as the pane is in Excel.
 *   npm run build && npm run gallery
 */
import path from 'node:path';
import type { Page } from 'playwright-core';
import { WORKED } from '../src/inputs/examples/worked';
import { Site } from '../test/page/site';

const FOLDER = path.join(__dirname, '../docs/gallery');
/** The place that shows a model best, and its part; the others are shown by what is realised of them. */
const SHOWN: ReadonlyMap<string, readonly [place: string, part: string | null]> = new Map([
  ['hepatitis-c', ['Result', null]],
  ['triage-and-therapy', ['Realise', 'Parts']],
]);
/** Pixels. A page that is longer is cut. */
const LONGEST = 1460;
const WIDTH = 1000;
/** Milliseconds: some models take their time, and charts a moment. */
const PATIENCE = 600_000;
const SETTLED = 5000;

async function picture(page: Page, { name, label }: (typeof WORKED)[number]): Promise<void> {
  await page.setViewportSize({ width: WIDTH, height: LONGEST });
  await page.getByRole('button', { name: 'Samples' }).click();
  await page.getByRole('menuitem', { name: label }).click();
  await page.getByTestId('file').getByText(label).waitFor({ timeout: PATIENCE });
  await page.getByText(/Up to date/).waitFor({ timeout: PATIENCE });
  const pane = page.getByRole('complementary', { name: 'Realise' });
  const [place, part] = SHOWN.get(name) ?? ['Realise', 'Uptake'];
  await pane.getByRole('tab', { name: place, exact: true }).click();
  if (part !== null) await pane.getByRole('tab', { name: part, exact: true }).click();
  await page.waitForTimeout(SETTLED);
  const blank = await pane.getByRole('main').evaluate((main) => {
    const [content] = main.children;
    return main.clientHeight - (content?.getBoundingClientRect().height ?? 0);
  });
  await page.setViewportSize({ width: WIDTH, height: LONGEST - Math.max(0, Math.floor(blank)) });
  await page.mouse.move(1, 1);
  await pane.screenshot({ path: path.join(FOLDER, `${name}.png`) });
}

async function main(): Promise<void> {
  const site = await Site.open();
  const { page, faults } = await site.visit('workbench.html');
  await page.getByText(/Up to date/).waitFor({ timeout: PATIENCE });
  for (const worked of WORKED) await picture(page, worked);
  await site.close();
  if (faults.length > 0) throw new Error(faults.join('\n'));
}

void main();
