/** Summary: the answer, four key figures, one table and two charts on one page. */
import { affordabilityOf, type Affordability } from '../affordability';
import { ZERO } from '../amounts';
import { answerOf } from '../answer';
import { changeOverall, writeCards } from '../cards';
import { SUMMARY_CATEGORIES } from '../charts/impact-by-category';
import { categoryGroups, categoryImpact, costRow, eligibleRow, impactRow, isAll, named, patientsByTechnology, rateRow, treatedRow, type Figures } from '../figures';
import { tableLamp, testLamp, YEARLY } from '../lamps';
import { differenceFormat, moneyFormat, moneyShort, PER_MEMBER, PERCENT_DIFFERENCE, PRICE, unitOf, unitWords } from '../money';
import { absolute, address, COLUMN, heading, lastYearColumn, line, newPage, periodHeader, put, yearColumn, type Page } from '../page';
import { stock, sumRows } from '../row';
import { drawn, type Drawn } from '../drawn';
import { testRows } from '../test-rows';

/** Rows of the page: the answer, the rule under it, the header of the table. */
export const ANSWER_ROW = 4;
const HEADER_ROW = 11;
const MOST_TECHNOLOGIES = 3;

export function summarySheet(figures: Figures, stamp: string): Drawn {
  const page = newPage(figures, HEADER_ROW + 2);
  const last = lastColumn(figures);
  const { results, money } = figures;
  heading(page, results.title, subtitle(figures), stamp);
  answer(page, last);
  Object.assign(page.heights, { 2: 15, 5: 3, 6: 18, 7: 28, 8: 15, 9: 4, 10: 12 });
  for (let column: number = COLUMN.label; column <= last; column += 1) put(page, 5, column, '', 'header');
  periodHeader(page, HEADER_ROW, figures.hasCosts ? `${unitWords(money)} unless said` : 'People', last);
  peopleLines(page, last);
  if (figures.hasCosts) moneyLines(page, last);
  else testRows(page, last);
  const test = affordabilityOf(figures);
  const limitRow = test === null ? null : testLines(page, test, last);
  writeCards(page, limitRow);
  return drawn(page, { key: 'summary', last, tableRow: HEADER_ROW, note: 10.7, caption: caption(figures) });
}

const lastColumn = (figures: Figures): number => Math.max(lastYearColumn(figures), 11);

function subtitle({ results, longSpan, hasCosts }: Figures): string {
  const payer = isAll(results.payer) ? 'all payers' : `payer ${results.payer}`;
  return hasCosts ? `${payer.charAt(0).toUpperCase()}${payer.slice(1)} · ${results.currency}, undiscounted · ${longSpan}` : longSpan;
}

function answer(page: Page, last: number): void {
  const text = answerOf(page.figures);
  page.heights[ANSWER_ROW] = 14 + 16 * Math.max(1, Math.ceil(text.length / (last * 11)));
  put(page, ANSWER_ROW, COLUMN.label, text, 'answer', { span: last - COLUMN.label + 1, indent: 1 });
}

function peopleLines(page: Page, last: number): void {
  const { figures } = page;
  const { unit, format } = figures.people;
  const eligible = eligibleRow(figures.results, 'with');
  if (eligible) line(page, { key: 'eligible', label: 'People eligible', unit, row: eligible, format, indent: 1 }, last);
  const rows = patientsByTechnology(figures.results, 'with');
  const treated = figures.newTechnologies.flatMap((name) => { const row = rows.get(name); return row ? [{ name, row }] : []; });
  if (treated.length <= MOST_TECHNOLOGIES) {
    for (const { name, row } of treated) line(page, { key: `patients/${name}`, label: `People on ${name}`, unit, row, format, indent: 1 }, last);
    return;
  }
  const all = treatedRow(figures);
  if (all) line(page, { key: 'patients', label: 'People on the new technologies', unit, row: all, format, indent: 1 }, last);
}

function moneyLines(page: Page, last: number): void {
  const { figures } = page;
  const { results, money, adopted } = figures;
  const [unit, format] = [unitOf(money), moneyFormat(money)];
  line(page, { key: 'without', label: `Cost without ${adopted}`, unit, row: costRow(results, 'without'), format, indent: 1 }, last);
  line(page, { key: 'with', label: `Cost with ${adopted}`, unit, row: costRow(results, 'with'), format, indent: 1 }, last);
  line(page, { key: 'impact', label: 'Budget impact', member: 'with − without', unit, row: impactRow(results, results.impact.total), format, tone: 'total', indent: 1 }, last);
  const groups = categoryGroups(results, SUMMARY_CATEGORIES);
  groups.forEach(({ label, members }, index) => {
    const row = sumRows(members.map((name) => categoryImpact(results, name)));
    line(page, { key: `category/${String(index)}`, label: `of which ${named(label, 'no category')}`, unit, row, format, indent: 2 }, last);
  });
  rateLines(page, last);
}

function rateLines(page: Page, last: number): void {
  const { figures: { results, money }, figures } = page;
  const { impact } = results;
  const symbol = money.symbol.trim();
  if (impact.ofBudget.some((value) => value !== null)) {
    const row = { ...rateRow(results, impact.ofBudget), total: changeOverall(figures) };
    line(page, { key: 'change', label: 'Change on the cost without', unit: '%', row, format: PERCENT_DIFFERENCE, indent: 1 }, last);
  }
  if (impact.perTreated.some((value) => value !== null)) {
    line(page, { key: 'per treated', label: 'Per treated patient', unit: symbol, row: { ...rateRow(results, impact.perTreated), baseline: null }, format: PRICE, indent: 1 }, last);
  }
  if (impact.pmpm !== null) line(page, { key: 'pmpm', label: 'Per member per month', unit: symbol, row: rateRow(results, impact.pmpm), format: PER_MEMBER, indent: 1 }, last);
}

/** The room under the limit and the lamp of each tested year; returns the row that holds the limit. */
function testLines(page: Page, test: Affordability, last: number): number {
  const { figures } = page;
  const { money, results } = figures;
  const impact = impactRow(results, results.impact.total);
  const room = stock(impact.years.map((value, index) => (test.tested.includes(index) && value ? test.threshold.minus(value) : null)), null);
  line(page, { key: 'room', label: 'Room under the test limit', member: 'limit − impact', unit: unitOf(money), row: room, format: differenceFormat(money), indent: 1 }, last);
  const limit = stock(figures.years.map(() => null), null);
  const row = line(page, {
    key: 'test', label: 'Affordability test', member: `limit ${moneyShort(money, test.threshold)} a year`, unit: unitOf(money),
    row: { ...limit, total: test.threshold }, format: moneyFormat(money), indent: 1, free: figures.years.map((_, index) => yearColumn(index)),
  }, last);
  const impactAt = page.rows.get('impact')?.row ?? row;
  figures.years.forEach((_, index) => {
    const column = yearColumn(index);
    const value = impact.years[index] ?? ZERO;
    const tested = test.tested.includes(index);
    if (tested) tableLamp(page, row, column, testLamp(address(impactAt, column), value, absolute(row, COLUMN.total), test.threshold, YEARLY));
    else put(page, row, column, 'not tested', 'aside');
  });
  return row;
}

function caption(figures: Figures): string {
  if (!figures.hasCosts) return 'Figures may not add because of rounding.';
  const test = affordabilityOf(figures) === null ? '' : ', test limit over the tested years (dashed)';
  return `Left: budget impact by category and in all (diamonds). Right: budget impact by year${test}. Figures may not add because of rounding.`;
}
