/** Register: what is coming, year by year: expected, if all launch, how sure, against the room in the budget; then each item. */
import type { HorizonFigures } from '../../engine/realisation-results';
import { amount, printed } from '../amounts';
import { drawn, type Drawn } from '../drawn';
import type { Figures } from '../figures';
import { moneyLine } from '../lines';
import { markValues } from '../live-rows';
import { unitOf } from '../money';
import { heading, line, newPage, periodHeader, section, type Page } from '../page';
import { registerAnswers, chanceSaid } from '../register-words';
import { largestFirst, registerItems, registerScale, type RegisterItem } from '../register';
import { flow, lessRow, stock, type Row } from '../row';
import { answersSection } from '../wide-text';
import { staleLine } from '../stale';

const HEADER_ROW = 5;
/** Items printed by themselves; the rest together, and all of them in the table. */
const MOST = 40;

export function registerSheet(figures: Figures, register: HorizonFigures, stamp: string): Drawn {
  const page = newPage(registerScale(figures, register), HEADER_ROW + 2);
  heading(page, 'What is coming', 'Technologies that may launch, weighted by their chances and dates', stamp);
  staleLine(page);
  periodHeader(page, HEADER_ROW, '');
  answersSection(page, registerAnswers(figures, register));
  costSection(page, register);
  spreadSection(page, register);
  roomSection(page, register);
  itemsSection(page, register);
  return drawn(page, {
    key: 'register',
    tableRow: HEADER_ROW,
    note: 44,
    caption: 'Net of what each displaces. Undiscounted. Figures may not add because of rounding.',
  });
}

const of = (values: readonly string[]): Row => stock(values.map(amount), null);
const ofYears = (values: readonly string[]): Row => flow(values.map(amount), null);

function costSection(page: Page, register: HorizonFigures): void {
  markValues(page, section(page, 'What it would cost', unitOf(page.figures.money)));
  moneyLine(page, 'coming/weighted', 'Expected', ofYears(register.weighted), {
    tone: 'total',
    note: 'Each by its chance and launch dates',
  });
  moneyLine(page, 'coming/unweighted', 'If all launch', ofYears(register.unweighted), {
    note: 'Each at its most likely date',
  });
}

function spreadSection(page: Page, register: HorizonFigures): void {
  markValues(page, section(page, 'How sure that is', unitOf(page.figures.money)));
  moneyLine(page, 'coming/low', 'Low', of(register.low), { member: '2.5 %' });
  moneyLine(page, 'coming/median', 'Middle', of(register.median), { member: '50 %' });
  moneyLine(page, 'coming/high', 'High', of(register.high), { member: '97.5 %' });
  moneyLine(page, 'coming/sd', 'Standard deviation', of(register.sd), {
    note:
      register.method === 'exact'
        ? `${printed(amount(register.combinations), 0)} combinations of launches, all counted`
        : 'Drawn: more combinations of launches than can be counted',
  });
}

function roomSection(page: Page, { headroom, unprovided, exceed, weighted }: HorizonFigures): void {
  if (headroom === null || unprovided === null || exceed === null) return;
  markValues(page, section(page, 'Against the room in the budget', unitOf(page.figures.money)));
  const [room, expected] = [ofYears(headroom), ofYears(weighted)];
  moneyLine(page, 'coming/room', 'Room', room);
  moneyLine(page, 'coming/left', 'Room less expected', lessRow(room, expected));
  moneyLine(page, 'coming/unprovided', 'Not provided for', ofYears(unprovided), { tone: 'total' });
  line(page, {
    key: 'coming/exceed',
    label: 'Chance that the room is exceeded',
    unit: '%',
    row: of(exceed),
    format: '0%;-0%;"–"',
  });
}

/** Expected cost of each, the dearest first; beside it its chance, and what it costs if it launches. */
function itemsSection(page: Page, register: HorizonFigures): void {
  const items = largestFirst(registerItems(register));
  const [shown, rest] = [items.slice(0, MOST), items.slice(MOST)];
  markValues(page, section(page, 'Expected, by technology', unitOf(page.figures.money)));
  shown.forEach((item, n) => {
    moneyLine(page, `coming/item/${String(n)}`, item.technology, rowOf([item]), {
      member: item.group,
      note: `chance ${chanceSaid(item.chance)}`,
    });
  });
  if (rest.length > 0) moneyLine(page, 'coming/item/rest', `${String(rest.length)} others`, rowOf(rest));
  moneyLine(page, 'coming/items', 'All of them', ofYears(register.weighted), { tone: 'total' });
}

const rowOf = (items: readonly RegisterItem[]): Row =>
  flow(
    (items[0]?.weighted ?? []).map((_, year) =>
      items.reduce((sum, item) => sum.plus(item.weighted[year] ?? 0), amount(0)),
    ),
    null,
  );
