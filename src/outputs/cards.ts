/** The summary's four key figures, as a row of cards. */
import type { WrittenValue } from '../workbook/workbook';
import { affordabilityOf, highestYear, testedYears, type Affordability } from './affordability';
import { amount, inCell, printed, sum, type Amount } from './amounts';
import { costRow, eligibleRow, treatedRow, type Figures } from './figures';
import { colourByShape, OVERALL, testLamp } from './lamps';
import { cardFormat, moneyShort, peopleWords, PERCENT_DIFFERENCE, roundMoneyWords } from './money';
import { absolute, address, COLUMN, lastYearColumn, put, yearColumn, type Page } from './page';

/** One card: what it is, the figure, and a line below it. */
interface Card {
  readonly label: string;
  readonly value: WrittenValue;
  readonly format?: string;
  readonly note: string;
  readonly light?: boolean;
  /** The printed cells that it repeats, where there is a live model. */
  readonly live?: (page: Page) => string | null;
}

/** Columns in which cards begin, and how many they cover. */
const PLACES = [
  [COLUMN.label, 1],
  [COLUMN.member, 3],
  [COLUMN.baseline, 3],
  [9, 3],
] as const;
/** Rows of the cards: label, figure, note. */
export const CARD_ROWS = { label: 6, figure: 7, note: 8 } as const;
export const LIGHT_COLUMN = PLACES[3][0];

/** Writes the cards; `limitRow` is the row of the test limit in the table below. */
export function writeCards(page: Page, limitRow: number | null): void {
  cardsOf(page.figures, limitRow)
    .map((card) => alive(page, card))
    .forEach((card, index) => {
      const [column, span] = PLACES[index] ?? PLACES[0];
      const merged = span > 1 ? { span } : {};
      put(page, CARD_ROWS.label, column, card.label, 'cardLabel', merged);
      put(
        page,
        CARD_ROWS.figure,
        column,
        card.value,
        'cardFigure',
        card.format === undefined ? merged : { ...merged, format: card.format },
      );
      put(page, CARD_ROWS.note, column, card.note, 'cardNote', merged);
      if (card.light === true) colourByShape(page, CARD_ROWS.figure, column, column + span - 1);
    });
}

/** With a live model a card follows the table below; what its note says is of the run. */
function alive(page: Page, card: Card): Card {
  if (!page.figures.results.live) return card;
  const note = /\d/.test(card.note) ? `as run: ${card.note}` : card.note;
  const formula = card.live?.(page) ?? null;
  if (formula === null || typeof card.value !== 'object' || !('number' in card.value)) return { ...card, note };
  return { ...card, note, value: { formula, cached: card.value } };
}

const formulaAt = (cell: string | null): string | null => (cell === null ? null : `=${cell}`);

/** A cell of a printed row; null where it is not printed. */
const printedAt = (page: Page, key: string, column: number): string | null => {
  const row = page.rows.get(key)?.row;
  return row === undefined ? null : address(row, column);
};

function cardsOf(figures: Figures, limitRow: number | null): readonly Card[] {
  const people = [treatedCard(figures)].flatMap((card) => card ?? []);
  if (!figures.hasCosts) return [...eligibleCards(figures), ...people];
  const test = affordabilityOf(figures);
  return [
    impactCard(figures),
    figures.years.length > 1 || test ? highestCard(figures, test) : costCard(figures),
    ...people.slice(0, 1),
    test && limitRow !== null ? testCard(figures, test, limitRow) : changeCard(figures),
  ];
}

const totalImpact = (figures: Figures): Amount => sum(figures.results.impact.total.map(amount));

/** Impact over all years as a share of what is spent without; null where nothing is. */
export function changeOverall(figures: Figures): Amount | null {
  const without = costRow(figures.results, 'without').total;
  return without === null || without.isZero() ? null : totalImpact(figures).div(without);
}

const percentWords = (share: Amount): string => `${printed(share.times(100), 1)} %`;

function impactCard(figures: Figures): Card {
  const change = affordabilityOf(figures) === null ? null : changeOverall(figures);
  const note =
    change === null
      ? 'all years, undiscounted'
      : `${change.gte(0) ? '+' : ''}${percentWords(change)} on the cost without`;
  return {
    label: `Budget impact, ${figures.longSpan}`,
    value: inCell(totalImpact(figures)),
    format: cardFormat(figures.money),
    note,
    live: (page) => formulaAt(printedAt(page, 'impact', COLUMN.total)),
  };
}

function highestCard(figures: Figures, test: Affordability | null): Card {
  const highest =
    test?.highest ??
    highestYear(
      figures,
      figures.results.impact,
      figures.years.map((_, index) => index),
    );
  const among = testedYears(figures, test);
  const limit = test === null ? '' : `; test ${moneyShort(figures.money, test.threshold)} a year`;
  return {
    label: `Highest ${among === null ? 'year' : `of ${among}`}`,
    format: cardFormat(figures.money),
    value: highest === null ? '–' : inCell(highest.impact),
    live: (page) => {
      const tested = test?.tested ?? figures.years.map((_, index) => index);
      const cells = tested.flatMap((index) => printedAt(page, 'impact', yearColumn(index)) ?? []);
      return cells.length === 0 ? null : `=MAX(${cells.join(',')})`;
    },
    note: highest === null ? '' : `in ${String(highest.year)}${limit}`,
  };
}

/** A model of one year has no highest one: what the year costs. */
function costCard(figures: Figures): Card {
  const [without, withNew] = [costRow(figures.results, 'without').total, costRow(figures.results, 'with').total];
  return {
    label: 'Cost of the year',
    value: withNew === null ? '–' : inCell(withNew),
    live: (page) => formulaAt(printedAt(page, 'with', COLUMN.total)),
    format: cardFormat(figures.money),
    note: without === null ? '' : `${moneyShort(figures.money, without)} without ${figures.adopted}`,
  };
}

function treatedCard(figures: Figures): Card | null {
  const row = treatedRow(figures);
  const eligible = eligibleRow(figures.results, 'with');
  const [last, of] = [row?.years.at(-1), eligible?.years.at(-1)];
  const year = String(figures.years.at(-1) ?? '');
  if (!last)
    return of && figures.hasCosts
      ? { label: `Eligible in ${year}`, value: inCell(of), format: figures.people.format, note: 'people' }
      : null;
  const share = of && !of.isZero() && last.lte(of) ? `${percentWords(last.div(of))} of ` : '';
  return {
    label: `Treated in ${year}`,
    value: inCell(last),
    format: figures.people.format,
    live: (page) => {
      const column = lastYearColumn(figures);
      const each = figures.newTechnologies.flatMap((name) => printedAt(page, `patients/${name}`, column) ?? []);
      const all = printedAt(page, 'patients', column);
      return formulaAt(all ?? (each.length > 0 ? each.join('+') : null));
    },
    note: of ? `${share}${peopleWords(figures.people, of)} eligible` : 'people',
  };
}

function testCard(figures: Figures, test: Affordability, limitRow: number): Card {
  const { money } = figures;
  const room = test.threshold.minus(test.highest.impact);
  const word = room.gt(0) ? 'below' : 'over';
  return {
    label: 'Affordability test',
    light: true,
    note: `${moneyShort(money, room.abs())} ${room.isZero() ? 'from' : word} the limit of ${roundMoneyWords(money, test.threshold)}`,
    value: testLamp(
      absolute(CARD_ROWS.figure, PLACES[1][0]),
      test.highest.impact,
      absolute(limitRow, COLUMN.total),
      test.threshold,
      OVERALL,
    ),
  };
}

function changeCard(figures: Figures): Card {
  const change = changeOverall(figures);
  return {
    label: 'Change on the cost without',
    note: change === null ? 'nothing is spent without' : `over ${figures.longSpan}; no affordability test`,
    value: change === null ? '–' : inCell(change),
    live: (page) => formulaAt(printedAt(page, 'change', COLUMN.total)),
    ...(change === null ? {} : { format: PERCENT_DIFFERENCE }),
  };
}

function eligibleCards(figures: Figures): readonly Card[] {
  const years = eligibleRow(figures.results, 'with')?.years ?? [];
  const [first, last] = [years[0], years.at(-1)];
  const card = (year: number | undefined, value: Amount): Card => ({
    label: `Eligible in ${String(year ?? '')}`,
    value: inCell(value),
    format: figures.people.format,
    note: 'people',
  });
  return [
    ...(first ? [card(figures.years[0], first)] : []),
    ...(last && years.length > 1 ? [card(figures.years.at(-1), last)] : []),
  ];
}
