/** What was tried on the model, on the sheet Checks: a lamp a family, each property, and the counter-example of what fails. */
import { colourByShape, SHAPE } from './lamps';
import { put, type Page } from './page';
import { applies, failing, type Tried } from './tried';

/** Lamps of verdicts: a ring has no colour. */
export const TRIED_LAMPS: Readonly<Record<Tried['verdict'], string>> = {
  holds: `${SHAPE.good} holds`,
  fails: `${SHAPE.bad} FAILS`,
  'does not apply': '○ n/a',
};

/** The lamp of a family: how many hold of those that apply. */
function familyLamp(tried: readonly Tried[]): string {
  const mine = tried.filter(applies);
  const shape = mine.length === 0 ? '○' : mine.some(failing) ? SHAPE.bad : SHAPE.good;
  const held = mine.filter((each) => !failing(each)).length;
  return `${shape} ${String(held)} of ${String(mine.length)}`;
}

/** Columns of the sheet Checks in which a property stands. */
const COLUMN = { name: 2, changed: 3, got: 4, expected: 5, tolerance: 6, lamp: 7, says: 8 } as const;
/** Characters that fit a line of a column: letters are narrower than the digits that widths are counted in. */
const ROOM = { name: 52, changed: 38, figure: 22, says: 50 } as const;
const LINE = 13;

const lines = (text: string, room: number): number => Math.max(1, Math.ceil(text.length / room));

/** Every family with its lamp, and below it each property, with the counter-example where it fails. */
export function triedSection(page: Page, tried: readonly Tried[]): void {
  page.tried.push(...tried);
  if (tried.length === 0) untried(page);
  for (const family of new Set(tried.map((each) => each.family))) {
    const mine = tried.filter((each) => each.family === family);
    for (let column: number = COLUMN.name; column <= COLUMN.says; column += 1) {
      const title = column === COLUMN.name ? `Tried on this model: ${family}` : '';
      if (column !== COLUMN.lamp) put(page, page.next, column, title, 'section', { indent: 1 });
    }
    lit(page, familyLamp(mine));
    page.heights[page.next] = 18;
    page.sections.push(page.next);
    page.next += 1;
    for (const each of mine) triedLine(page, each);
  }
}

const HOW =
  'Check the model before it is written: Model, Checks in the pane, or realise verify MODEL.xlsx -o OUT.xlsx.';

/** Where nothing was tried: how to. */
function untried(page: Page): void {
  const [title, row] = [page.next, page.next + 1];
  const texts = new Map<number, string>([
    [COLUMN.name, 'Nothing yet'],
    [COLUMN.says, HOW],
  ]);
  for (let column: number = COLUMN.name; column <= COLUMN.says; column += 1) {
    put(page, title, column, column === COLUMN.name ? 'Tried on this model' : '', 'section', { indent: 1 });
    put(page, row, column, texts.get(column) ?? '', column === COLUMN.name ? 'item' : 'itemNote', { indent: 1 });
  }
  page.heights[title] = 18;
  page.heights[row] = LINE * lines(HOW, ROOM.says) + 3;
  page.sections.push(title);
  page.next += 2;
}

function triedLine(page: Page, tried: Tried): void {
  const row = page.next;
  const name = `${String(tried.number)}  ${tried.name}`;
  const changed = tried.smallest === '' ? tried.changed : `${tried.changed}. Smallest: ${tried.smallest}`;
  page.heights[row] =
    LINE *
      Math.max(
        lines(name, ROOM.name),
        lines(changed, ROOM.changed),
        lines(tried.got, ROOM.figure),
        lines(tried.expected, ROOM.figure),
        lines(tried.says, ROOM.says),
      ) +
    3;
  put(page, row, COLUMN.name, name, 'item', { indent: 1 });
  put(page, row, COLUMN.changed, changed, 'itemNote', { indent: 1 });
  put(page, row, COLUMN.got, tried.got, 'itemNote');
  put(page, row, COLUMN.expected, tried.expected, 'itemNote');
  put(page, row, COLUMN.tolerance, '', 'itemNote');
  lit(page, TRIED_LAMPS[tried.verdict]);
  const where = tried.at === null ? '' : ` See ${tried.at.sheet}!${tried.at.cell}.`;
  put(page, row, COLUMN.says, tried.says + where, 'itemNote', { indent: 1 });
  page.next += 1;
}

function lit(page: Page, text: string): void {
  put(page, page.next, COLUMN.lamp, text, 'tableLamp');
  colourByShape(page, page.next, COLUMN.lamp, COLUMN.lamp);
}
