/** Sensitivity: draws by year, the chance to pass, what drives them; then each parameter alone, two at once, and what would have to be true. */
import type { BreakEven, Chance, ChanceOf, Grid, OneWay, Reverse, StressFigures } from '../../engine/stress/answers';
import { amount, inCell, printed, type Amount } from '../amounts';
import { drawn, type Drawn } from '../drawn';
import type { Figures } from '../figures';
import { moneyLine } from '../lines';
import { differenceFormat, moneyFormat, moneyOf, moneyShort, unitOf } from '../money';
import { address, COLUMN, heading, line, newPage, noteColumn, periodHeader, put, section, type Page } from '../page';
import { parameterWords, valueWords } from '../parameter-words';
import { constant, type Row } from '../row';
import { chanceWords, endWords, moverWords } from '../stress-words';
import { answersSection } from '../wide-text';
import { staleLine } from '../stale';

const HEADER_ROW = 5;
/** Rows of the sheet: the drivers that explain most. */
const DRIVERS = 12;
const PERCENT = '0%';

/** Whether there is more to say than what makes scenarios differ, which stands on Compare. */
export const isStressed = (stress: StressFigures | undefined): stress is StressFigures =>
  [stress?.oneWay, stress?.chance, stress?.grid, stress?.breakEvens, stress?.reverse].some(
    (each) => each !== undefined,
  );

export function sensitivitySheet(figures: Figures, stress: StressFigures, stamp: string): Drawn {
  const page = newPage(figures, HEADER_ROW + 2);
  const { oneWay, chance, grid, breakEvens = [], reverse } = stress;
  const all = chance ? `all together (${printed(amount(chance.draws), 0)} draws, seed ${String(chance.seed)})` : null;
  const said = [...(oneWay ? ['one parameter at a time'] : []), ...(all === null ? [] : [all])].join(', then ');
  heading(
    page,
    'Sensitivity',
    said === '' ? 'What would change the answer' : said.charAt(0).toUpperCase() + said.slice(1),
    stamp,
  );
  staleLine(page);
  periodHeader(page, HEADER_ROW, '');
  if (chance) drawsSections(page, chance);
  if (oneWay) oneWaySection(page, oneWay);
  if (grid) gridSection(page, grid);
  answersSection(
    page,
    [...breakEvens.map((each) => breakEvenAnswer(each)), ...(reverse ? reverseAnswers(reverse) : [])],
    'What would have to be true',
    page.next === HEADER_ROW + 2,
  );
  return drawn(page, {
    key: 'sensitivity',
    tableRow: HEADER_ROW,
    note: 36,
    caption: chance ? checkWords(chance) : 'Exact decimals; every figure is a run of its own from the model as typed.',
  });
}

/** Held against decimals: how many draws, and how far the worst lies. */
const checkWords = ({ checked, difference, advice }: Chance): string =>
  [`${String(checked)} draws were run again in exact decimals; largest difference ${difference} of the totals.`, advice]
    .filter((text) => text !== '')
    .join(' ');

const NAMES: ReadonlyMap<number, string> = new Map([
  [0.975, '97.5 %'],
  [0.75, '75 %'],
  [0.5, 'Median'],
  [0.25, '25 %'],
  [0.025, '2.5 %'],
]);

function drawsSections(page: Page, chance: Chance): void {
  const { money } = page.figures;
  section(page, 'All together', unitOf(money), true);
  drawnLines(page, chance.base);
  const { test } = chance.base;
  if (test) chanceSection(page, chance, test);
  if (chance.scenarios.length > 0) {
    section(page, 'Mean of the draws, by scenario', unitOf(money));
    for (const each of chance.scenarios)
      moneyLine(page, `drawn/${each.scenario}`, each.scenario, rowOf(each.mean, each.cumulative.mean), {
        member: 'same numbers drawn',
        ...(each.test ? { note: `passes in ${chanceWords(each.test.passed)}` } : {}),
      });
  }
  driversSection(page, chance);
}

const rowOf = (byYear: readonly string[], total: string): Row => ({
  total: amount(total),
  baseline: null,
  years: byYear.map(amount),
});

function drawnLines(page: Page, { bands, mean, error, cumulative }: ChanceOf): void {
  const band = (at: number): void => {
    const found = bands.find((each) => each.at === at);
    if (found)
      moneyLine(page, `draws/${String(at)}`, NAMES.get(at) ?? '', rowOf(found.byYear, found.cumulative), {
        member: 'of draws',
        ...(at === 0.5 ? { tone: 'total' as const } : {}),
      });
  };
  for (const at of [0.975, 0.75, 0.5]) band(at);
  moneyLine(page, 'draws/mean', 'Mean', rowOf(mean, cumulative.mean), { member: 'of draws' });
  for (const at of [0.25, 0.025]) band(at);
  moneyLine(page, 'draws/error', 'Standard error of the mean', rowOf(error, cumulative.error), {
    member: 'as of plain draws',
  });
}

function chanceSection(page: Page, { years }: Chance, test: NonNullable<ChanceOf['test']>): void {
  section(page, 'Chance of passing the affordability test', '%');
  const row: Row = {
    total: amount(test.passed),
    baseline: null,
    years: years.map((year) => {
      const found = test.byYear.find((each) => each.year === year);
      return found ? amount(found.passed) : null;
    }),
  };
  line(page, {
    key: 'chance',
    label: 'In the year; left, in every tested year',
    member: 'of draws',
    unit: '%',
    row,
    format: PERCENT,
    note: `± ${printed(amount(test.error).times(100), 1)} points`,
  });
}

function driversSection(page: Page, { drivers }: Chance): void {
  section(page, 'What drives the spread', '');
  tableHeader(page, ['Parameter', '', '', 'Of variance', 'Rank corr.']);
  for (const driver of drivers.slice(0, DRIVERS)) {
    tableRow(page, moverWords(driver), ['', '', amount(driver.share), amount(driver.rank)], (column) =>
      column === COLUMN.total ? PERCENT : '0.00;-0.00;0.00',
    );
  }
}

/** A header of a table without time: label, then columns from C on. */
function tableHeader(page: Page, texts: readonly string[]): void {
  for (let column: number = COLUMN.label; column <= noteColumn(page.figures); column += 1) {
    const text = texts[column - COLUMN.label] ?? '';
    put(
      page,
      page.next,
      column,
      text,
      column >= COLUMN.unit ? 'headerRight' : 'header',
      column === COLUMN.label ? { indent: 1 } : {},
    );
  }
  page.next += 1;
}

/** A row of a table without time; text, an amount, or nothing, from C on. */
function tableRow(
  page: Page,
  label: string,
  cells: readonly (string | Amount | null)[],
  format: (column: number) => string,
): void {
  put(page, page.next, COLUMN.label, label, 'label', { indent: 1 });
  cells.forEach((cell, n) => {
    const column = COLUMN.member + n;
    if (cell === null) put(page, page.next, column, '–', 'figure');
    else if (typeof cell === 'string') put(page, page.next, column, cell, column < COLUMN.unit ? 'member' : 'figure');
    else put(page, page.next, column, inCell(cell), 'figure', { format: format(column) });
  });
  page.next += 1;
}

/** Widest first, with both ends as typed, and both differences from the base. */
function oneWaySection(page: Page, { figure, base, bars, left }: OneWay): void {
  const { money } = page.figures;
  section(page, `One at a time: ${figure}`, unitOf(money), page.next === HEADER_ROW + 2);
  moneyLine(page, 'one-way/base', 'As typed', constant(amount(base), page.figures.years), { tone: 'total' });
  tableHeader(page, ['Parameter', '', '', 'Low', 'High', 'At low', 'At high', 'Low − base', 'High − base', 'Swing']);
  for (const bar of bars) {
    const [low, high] = [bar.low.change, bar.high.change].map((change) => (change === null ? null : amount(change)));
    const swing = low && high ? high.minus(low).abs() : null;
    tableRow(
      page,
      moverWords(bar),
      [
        bar.low.refused === '' && bar.high.refused === '' ? '' : 'refused',
        '',
        endWords(bar.op, bar.low.value),
        endWords(bar.op, bar.high.value),
        bar.low.figure === null ? null : amount(bar.low.figure),
        bar.high.figure === null ? null : amount(bar.high.figure),
        low ?? null,
        high ?? null,
        swing,
      ],
      (column) =>
        column === COLUMN.firstYear + 2 || column === COLUMN.firstYear + 3
          ? differenceFormat(money)
          : moneyFormat(money),
    );
  }
  for (const { parameter, why } of left) tableRow(page, parameterWords(parameter), [why], () => '');
}

/** Values of one parameter down, of the other across; the line says where the target is met. */
function gridSection(page: Page, { figure, target, across, down, cells, line: met }: Grid): void {
  const { money } = page.figures;
  section(page, `Two at once: ${figure}`, unitOf(money));
  put(
    page,
    page.next,
    COLUMN.label,
    `${parameterWords(across.parameter)} across, ${parameterWords(down.parameter)} down`,
    'label',
    { indent: 1 },
  );
  page.next += 1;
  tableHeader(page, ['', '', 'down ↓', ...across.values.map(valueWords)]);
  cells.forEach((row, n) => {
    const values = row.map((cell) => (cell === null ? null : amount(cell)));
    const at = (met[n]?.across ?? []).map(valueWords).join(' and ');
    const said = moneyShort(moneyOf(page.figures.results.currency, [amount(target)]), amount(target));
    const label = at === '' ? '' : `is ${said} at ${at}`;
    tableRow(page, label, ['', valueWords(down.values[n] ?? ''), ...values], () => moneyFormat(money));
    heat(page, page.next - 1, row.length, target);
  });
}

/** Over the target: the look of a fault; the break-even line runs between. */
function heat(page: Page, row: number, count: number, target: string): void {
  const at = address(row, COLUMN.total);
  const to: readonly [number, number] = [row, COLUMN.total + count - 1];
  page.conditions.push({
    from: [row, COLUMN.total],
    to,
    formula: `=AND(ISNUMBER(${at}),${at}>${target})`,
    style: 'bad',
  });
}

function breakEvenAnswer({ parameter, figure, target, roots, from, to, always, how }: BreakEven): {
  readonly title: string;
  readonly text: string;
} {
  const title = parameterWords(parameter);
  const what = `${figure} is ${printed(amount(target), 0)}`;
  if (always) return { title, text: `${what} whatever it is.` };
  if (roots.length === 0)
    return { title, text: `There is none: between ${valueWords(from)} and ${valueWords(to)} ${what} nowhere.` };
  const at = roots.map(({ value, leaps }) => valueWords(value) + (leaps ? ' (it leaps past)' : '')).join('; ');
  return {
    title,
    text: `${what} at ${at}${roots.length > 1 ? ', more than one' : ''}${how === 'straight' ? ' (exact: a straight line)' : ''}.`,
  };
}

function reverseAnswers({
  figure,
  target,
  found,
  moves,
}: Reverse): readonly { readonly title: string; readonly text: string }[] {
  const title = 'Smallest joint move';
  const limit = `${figure} ${printed(amount(target), 0)}`;
  if (found === 'already') return [{ title, text: `${limit} is passed as typed: nothing has to move.` }];
  if (found === 'none') return [{ title, text: `No joint move within bounds reaches ${limit}.` }];
  const said = moves.map(
    ({ parameter, now, value, move }) =>
      `${parameterWords(parameter)} ${valueWords(now)} → ${valueWords(value)} (${printed(amount(move).times(100), 1)} %)`,
  );
  return [{ title, text: `${limit} is reached with ${said.join('; ')}.` }];
}
