/** Register: what is coming, year by year: expected, if all launch, how sure, against the room in the budget; then each item. */
import type { HorizonFigures } from '../../engine/realisation-results';
import type { Amounts } from '../../engine/results';
import { amount, printed } from '../amounts';
import { drawn, type Drawn } from '../drawn';
import type { Figures } from '../figures';
import { moneyLine } from '../lines';
import { markValues } from '../live-rows';
import { termsOf, termsOfAll } from '../live-terms';
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

const of = ({ figures: { results } }: Page, values: Amounts): Row =>
  stock(values.map(amount), null, termsOf(results, values));
const ofYears = ({ figures: { results } }: Page, values: Amounts): Row =>
  flow(values.map(amount), null, termsOf(results, values));

/** Percentiles are counted; in a register with a market that cannot be written out everything is. */
const markCounted = (page: Page, band: number, values: Amounts): void => {
  if (termsOf(page.figures.results, values) === undefined) markValues(page, band);
};

function costSection(page: Page, register: HorizonFigures): void {
  markCounted(page, section(page, 'What it would cost', unitOf(page.figures.money)), register.weighted);
  moneyLine(page, 'coming/weighted', 'Expected', ofYears(page, register.weighted), {
    tone: 'total',
    note: 'Each by its chance and launch dates',
  });
  moneyLine(page, 'coming/unweighted', 'If all launch', ofYears(page, register.unweighted), {
    note: 'Each at its most likely date',
  });
}

function spreadSection(page: Page, register: HorizonFigures): void {
  const live = termsOf(page.figures.results, register.sd) !== undefined;
  const band = section(page, 'How sure that is', unitOf(page.figures.money));
  markValues(page, band, live ? 'percentiles are values of the run; the deviation follows' : undefined);
  moneyLine(page, 'coming/low', 'Low', of(page, register.low), { member: '2.5 %' });
  moneyLine(page, 'coming/median', 'Middle', of(page, register.median), { member: '50 %' });
  moneyLine(page, 'coming/high', 'High', of(page, register.high), { member: '97.5 %' });
  moneyLine(page, 'coming/sd', 'Standard deviation', of(page, register.sd), {
    note:
      register.method === 'exact'
        ? `${printed(amount(register.combinations), 0)} combinations of launches, all counted`
        : 'Drawn: more combinations of launches than can be counted',
  });
}

function roomSection(page: Page, { headroom, unprovided, exceed, weighted }: HorizonFigures): void {
  if (headroom === null || unprovided === null || exceed === null) return;
  const band = section(page, 'Against the room in the budget', unitOf(page.figures.money));
  const live = termsOf(page.figures.results, unprovided) !== undefined;
  markValues(page, band, live ? 'the chance is a value of the run' : undefined);
  const [room, expected] = [ofYears(page, headroom), ofYears(page, weighted)];
  moneyLine(page, 'coming/room', 'Room', room);
  moneyLine(page, 'coming/left', 'Room less expected', lessRow(room, expected));
  moneyLine(page, 'coming/unprovided', 'Not provided for', ofYears(page, unprovided), { tone: 'total' });
  line(page, {
    key: 'coming/exceed',
    label: 'Chance that the room is exceeded',
    unit: '%',
    row: of(page, exceed),
    format: '0%;-0%;"–"',
  });
}

/** Expected cost of each, the dearest first; beside it its chance, and what it costs if it launches. */
function itemsSection(page: Page, register: HorizonFigures): void {
  const items = largestFirst(registerItems(register));
  const [shown, rest] = [items.slice(0, MOST), items.slice(MOST)];
  markCounted(page, section(page, 'Expected, by technology', unitOf(page.figures.money)), register.weighted);
  shown.forEach((item, n) => {
    moneyLine(page, `coming/item/${String(n)}`, item.technology, rowOf(page, [item]), {
      member: item.group,
      note: `chance ${chanceSaid(item.chance)}`,
    });
  });
  if (rest.length > 0) moneyLine(page, 'coming/item/rest', `${String(rest.length)} others`, rowOf(page, rest));
  moneyLine(page, 'coming/items', 'All of them', ofYears(page, register.weighted), { tone: 'total' });
}

const rowOf = ({ figures: { results } }: Page, items: readonly RegisterItem[]): Row =>
  flow(
    (items[0]?.weighted ?? []).map((_, year) =>
      items.reduce((sum, item) => sum.plus(item.weighted[year] ?? 0), amount(0)),
    ),
    null,
    termsOfAll(
      results,
      items.map(({ lists }) => lists.weighted),
    ),
  );
