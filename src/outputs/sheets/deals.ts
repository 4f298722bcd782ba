/** Deals: agreements side by side on the same model; what each leaves to pay, its price, and who bears which risk. */
import type { Amount } from '../amounts';
import { dealsOf, type Deal } from '../deals';
import { drawn, type Drawn } from '../drawn';
import type { Figures } from '../figures';
import { moneyLine, rateLine } from '../lines';
import { differenceFormat, PRICE, unitOf } from '../money';
import { COLUMN, heading, line, newPage, periodHeader, put, section, type Page } from '../page';
import { lessRow, type Row } from '../row';

const HEADER_ROW = 5;

export function dealsSheet(figures: Figures, stamp: string): Drawn {
  const page = newPage(figures, HEADER_ROW + 2);
  heading(page, 'Agreements side by side', 'None, each by itself, and all in their order, on the same model', stamp);
  periodHeader(page, HEADER_ROW, '');
  const deals = dealsOf(figures);
  impactSection(page, deals);
  savedSection(page, deals);
  priceSection(page, deals);
  volumeSection(page, deals);
  riskSection(page, deals);
  return drawn(page, {
    key: 'deals',
    tableRow: HEADER_ROW,
    note: 60,
    caption: 'Rebates stand in the year in which they are paid. Figures may not add because of rounding.',
  });
}

const LABELS = { one: 'by itself', all: 'in their order', none: '' } as const;

/** The budget impact with each, and the worst of its years. */
function impactSection(page: Page, deals: readonly Deal[]): void {
  section(page, 'Budget impact', unitOf(page.figures.money), true);
  for (const deal of deals)
    moneyLine(page, `deal/${deal.name}`, deal.name, deal.impact, {
      member: LABELS[deal.kind],
      note: deal.terms,
      ...(deal.kind === 'one' ? {} : { tone: 'total' as const }),
    });
}

/** What each takes off the impact. */
function savedSection(page: Page, deals: readonly Deal[]): void {
  const none = deals.find((deal) => deal.kind === 'none');
  if (!none) return;
  section(page, 'Less no agreement', unitOf(page.figures.money));
  for (const deal of deals.filter((each) => each !== none))
    moneyLine(page, `deal less none/${deal.name}`, deal.name, lessRow(deal.impact, none.impact), {
      format: differenceFormat(page.figures.money),
      note: worstOf(deal),
    });
}

const worstOf = ({ worst, firstOver }: Deal): string =>
  [
    ...(worst ? [`highest in ${String(worst.year)}`] : []),
    ...(firstOver === null ? [] : [`over the limit from ${String(firstOver)}`]),
  ].join('; ');

function priceSection(page: Page, deals: readonly Deal[]): void {
  if (deals.every((deal) => deal.netPrice.years.every((value) => value === null))) return;
  section(page, 'Effective net price of a unit', `${page.figures.money.symbol.trim()}, of what is under agreement`);
  for (const deal of deals)
    rateLine(page, `deal price/${deal.name}`, deal.name, deal.netPrice, {
      format: PRICE,
      note: deal.technologies.join(', '),
    });
}

/** The yearly volume from which an agreement costs less than none. */
function volumeSection(page: Page, deals: readonly Deal[]): void {
  const decided = deals.flatMap(({ name, breakEven }) =>
    breakEven && hasSome(breakEven.row) ? [{ name, breakEven }] : [],
  );
  if (decided.length === 0) return;
  section(page, 'Break-even volume', 'a year');
  for (const { name, breakEven } of decided)
    line(page, {
      key: `deal volume/${name}`,
      label: name,
      unit: breakEven.unit,
      row: breakEven.row,
      format: '#,##0.0',
      note: 'From here on it costs less than no agreement',
    });
}

const hasSome = (row: Row): boolean => row.years.some((value): value is Amount => value !== null);

/** Risks stand in words: who pays when it turns out worse. */
function riskSection(page: Page, deals: readonly Deal[]): void {
  const borne = deals.filter((deal) => deal.risks.length > 0);
  if (borne.length === 0) return;
  section(page, 'Who bears which risk', '');
  for (const deal of borne) {
    put(page, page.next, COLUMN.label, deal.name, 'label', { indent: 1 });
    const words = deal.risks.map(({ risk, bearer }) => `${risk}: ${bearer}`).join(' · ');
    put(page, page.next, COLUMN.member, words, 'member');
    page.next += 1;
  }
}
