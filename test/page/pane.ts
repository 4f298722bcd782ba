/** What a person does in the pane, and what must hold of any page of it. */
import path from 'node:path';
import axe from 'axe-core';
import type { Frame, Locator, Page } from 'playwright-core';
import { THEMES } from '../../src/taskpane/appearance';

export const button = (pane: Frame, name: string | RegExp): Locator => pane.getByRole('button', { name });
export const tab = (pane: Frame, name: string): Locator => pane.getByRole('tab', { name, exact: true });
/** Waits for a run to end; where it does not, what the pane says instead is the failure. */
export async function upToDate(pane: Frame): Promise<void> {
  try {
    await pane.getByText(/Up to date/).waitFor();
  } catch {
    throw new Error(`not up to date: ${await pane.locator('body').innerText()}`);
  }
}
export const lead = (pane: Frame): Promise<string> => pane.getByRole('heading', { level: 1 }).innerText();

/** Waits for what is done beside the page. */
export async function until(what: string, holds: () => boolean): Promise<void> {
  const end = Date.now() + 60_000;
  while (!holds()) {
    if (Date.now() > end) throw new Error(`never: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The three looks of the pane, and the widths that Excel gives it. */
const LOOKS = [
  { appearance: 'light', colorScheme: 'light', forcedColors: 'none' },
  { appearance: 'dark', colorScheme: 'dark', forcedColors: 'none' },
  { appearance: 'forced', colorScheme: 'dark', forcedColors: 'active' },
] as const;
const WIDTHS = [320, 350, 450] as const;

/** Waits until the pane has taken a look on, and no colour is on its way to another. */
async function hasLook(pane: Frame, appearance: keyof typeof THEMES): Promise<void> {
  await pane.waitForFunction((background) => {
    const provider = document.querySelector('.fui-FluentProvider');
    const has = provider && getComputedStyle(provider).getPropertyValue('--colorNeutralBackground1').trim();
    return has === background && !document.getAnimations().some((one) => one instanceof CSSTransition);
  }, THEMES[appearance].colorNeutralBackground1);
}

/** By how many pixels the page is wider than its frame. */
export const overflow = (pane: Frame): Promise<number> =>
  pane.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** What axe finds with all of its rules, in the pane alone; Fluent's own stops for Tab are hidden ones that take the focus. */
async function faultsFound(pane: Frame): Promise<readonly string[]> {
  if (!(await pane.evaluate(() => 'axe' in window))) await pane.evaluate(axe.source);
  return pane.evaluate(async () => {
    const { axe: checker } = window as unknown as { readonly axe: typeof axe };
    const how = { resultTypes: ['violations' as const], preload: false }; // what passes is not listed, no sheet is fetched again
    const { violations } = await checker.run({ exclude: ['[data-tabster-dummy]'] }, how);
    return violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`);
  });
}

/**
 * The page as it stands, in light, dark and forced colours, each at 320, 350 and 450 pixels: nothing overflows, and axe
 * finds nothing. Where `REALISE_PICTURES` names a folder, the page is drawn there in each look, at 350 pixels, to be seen.
 */
export async function looksRight(page: Page, pane: Frame, station: string): Promise<void> {
  const wrong: unknown[] = [];
  for (const { appearance, ...media } of LOOKS) {
    await page.emulateMedia({ ...media, reducedMotion: 'reduce' });
    await hasLook(pane, appearance);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 720 });
      const [over, faults] = [await overflow(pane), await faultsFound(pane)];
      if (over !== 0 || faults.length > 0) wrong.push([station, appearance, width, over, faults]);
      if (width === 350) await drawn(page, pane, `${station}-${appearance}`);
    }
  }
  expect(wrong).toEqual([]);
}

/** The whole of the page as a picture. */
async function drawn(page: Page, pane: Frame, name: string): Promise<void> {
  const folder = process.env.REALISE_PICTURES;
  if (folder === undefined) return;
  const tall = await pane.evaluate(() =>
    Math.max(...[...document.querySelectorAll('*')].map((one) => one.scrollHeight)),
  );
  await page.setViewportSize({ width: 350, height: Math.max(720, tall + 120) });
  await page.screenshot({ path: path.join(folder, `${name.replaceAll(' ', '-')}.png`) });
}
