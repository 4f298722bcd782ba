/** What a person does in the pane, and what must hold of any page of it. */
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

/** The three looks of the pane, each at a width of its own. */
const LOOKS = [
  { width: 320, appearance: 'light', colorScheme: 'light', forcedColors: 'none' },
  { width: 350, appearance: 'dark', colorScheme: 'dark', forcedColors: 'none' },
  { width: 450, appearance: 'forced', colorScheme: 'dark', forcedColors: 'active' },
] as const;

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

/** What axe finds, in the pane alone; Fluent's own stops for Tab are hidden ones that take the focus. */
async function faultsFound(pane: Frame, rules: readonly string[]): Promise<readonly string[]> {
  if (!(await pane.evaluate(() => 'axe' in window))) await pane.evaluate(axe.source);
  return pane.evaluate(async (only) => {
    const { axe: checker } = window as unknown as { readonly axe: typeof axe };
    const what = only.length === 0 ? {} : { runOnly: [...only] };
    const { violations } = await checker.run({ exclude: ['[data-tabster-dummy]'] }, what);
    return violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`);
  }, rules);
}

/** How much is looked at: whether all fits, also that nothing is hard to see or to reach. */
export type Care = 'it fits' | 'all';

/**
 * The page as it stands, in light, dark and forced colours, at 320, 350 and 450 pixels: nothing overflows, and axe finds
 * nothing. What depends neither on colours nor on width is looked through once.
 */
export async function looksRight(page: Page, pane: Frame, station: string, care: Care = 'all'): Promise<void> {
  const found: unknown[] = [];
  for (const { width, appearance, ...media } of LOOKS) {
    await page.emulateMedia({ ...media, reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height: 720 });
    await hasLook(pane, appearance);
    const rules = media.colorScheme === 'light' ? [] : ['color-contrast', 'scrollable-region-focusable'];
    found.push([station, width, await overflow(pane), care === 'all' ? await faultsFound(pane, rules) : []]);
  }
  expect(found).toEqual(LOOKS.map(({ width }) => [station, width, 0, []]));
}
