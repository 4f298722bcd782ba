/** Checks of what is coming, what happened and what combines: every list adds up to what it is part of. */
import { addSides, agree, OURS, partlyRun, rowsSide, type Check, type Side, type Wording } from './check';
import { COLUMN, type Page, type Placed } from './page';
import type { SheetKey } from './sheet';
import { tolerance } from './tolerance';

export const comingChecks = (pages: ReadonlyMap<SheetKey, Page>): readonly Check[] => [
  ...registerChecks(pages.get('register')),
  ...bridgeChecks(pages.get('bridge')),
  ...partsChecks(pages.get('parts')),
];

const keysOf = (page: Page, start: string): readonly string[] =>
  [...page.rows.keys()].filter((key) => key.startsWith(start));

function side(key: SheetKey, page: Page, keys: readonly string[]): Side | null {
  const rows = keys.flatMap((each): Placed | readonly Placed[] => page.rows.get(each) ?? []);
  return rows.length < keys.length || rows.length === 0 ? null : rowsSide(key, page, rows);
}

const inMoney = (page: Page, title: string, compares: string): Wording => ({
  group: 'Realisation',
  title,
  compares,
  format: '#,##0;-#,##0;"–"',
  tolerance: tolerance(page),
  advice: OURS,
});

function registerChecks(page: Page | undefined): readonly Check[] {
  if (!page) return [];
  const [items, all] = [
    side('register', page, keysOf(page, 'coming/item/')),
    side('register', page, ['coming/weighted']),
  ];
  const words = inMoney(page, 'Items of the register add up to what is expected', 'Register');
  return items && all ? [agree(words, items, all, COLUMN.total)] : [];
}

/** Planned and each step are what was spent, of every technology, in every year. */
function bridgeChecks(page: Page | undefined): readonly Check[] {
  if (!page) return [];
  const ends = keysOf(page, 'bridge/').filter((key) => key.endsWith('/actual'));
  return ends.flatMap((key) => {
    const start = key.slice(0, -'/actual'.length);
    const [planned, steps] = [
      side('bridge', page, [`${start}/planned`]),
      side('bridge', page, keysOf(page, `${start}/step/`)),
    ];
    const actual = side('bridge', page, [key]);
    const words = inMoney(page, `Plan and steps are the actual: ${start.slice('bridge/'.length)}`, 'Bridge');
    return planned && steps && actual ? [agree(words, addSides(planned, steps), actual, COLUMN.total)] : [];
  });
}

function partsChecks(page: Page | undefined): readonly Check[] {
  if (!page) return [];
  const parts = side('parts', page, ['parts/none', ...keysOf(page, 'parts/alone/'), 'parts/interaction']);
  const whole = side('parts', page, ['parts/whole']);
  const words = inMoney(page, 'None, each alone and the interaction are the whole', 'Parts');
  return parts && whole ? [partlyRun(agree(words, parts, whole, COLUMN.total), page)] : [];
}
