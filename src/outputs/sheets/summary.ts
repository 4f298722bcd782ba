/** Summary: the answer, four key figures, one table and two charts on one page. */
import type { ValidationSpec, WrittenValue } from '../../workbook/workbook';
import { affordabilityOf } from '../affordability';
import { amount, largest, plain } from '../amounts';
import { answerOf } from '../answer';
import { writeCards } from '../cards';
import { SUMMARY_CATEGORIES } from '../charts/impact-by-category';
import { moneyTolerance } from '../check';
import { drawn, type Drawn } from '../drawn';
import {
  categoryGroups,
  categoryImpact,
  costRow,
  eligibleRow,
  impactRow,
  isAll,
  named,
  patientsByTechnology,
  treatedRow,
  type Figures,
} from '../figures';
import { drugHeadlines } from '../headlines';
import { moneyLine, peopleLine } from '../lines';
import { unitWords } from '../money';
import { distance } from '../live-checks';
import { absolute, COLUMN, dataColumn, heading, newPage, noteColumn, periodHeader, put, type Page } from '../page';
import { proportionLines } from '../rates';
import { realisationLead } from '../realisation-words';
import { rowOfMonths } from '../live-rows';
import { sumRows } from '../row';
import { LOST, UNCHANGED, UNFOLLOWED_CELLS } from '../stale';
import { testLines } from '../test-lines';
import { chainRows, testRows } from '../test-rows';

/** Rows of the page: the answer, the rule under it, the header of the table. */
export const ANSWER_ROW = 4;
const RULE_ROW = 5;
const HEADER_ROW = 11;
/** The cell in which a scenario is chosen, where there is a live model: named BIM_Scenario. */
export const SELECTOR = { row: 2, column: 10 } as const;
const MOST_TECHNOLOGIES = 3;

export function summarySheet(figures: Figures, stamp: string): Drawn {
  const page = newPage(figures, HEADER_ROW + 2, noteColumn(figures) - 1);
  heading(page, figures.results.title, subtitle(figures), stamp);
  answer(page);
  Object.assign(page.heights, { 2: 15, [RULE_ROW]: 3, 6: 18, 7: 28, 8: 15, 9: 4, 10: 12 });
  for (let column: number = COLUMN.label; column <= page.last; column += 1) put(page, RULE_ROW, column, '', 'header');
  periodHeader(page, HEADER_ROW, figures.hasCosts ? `${unitWords(figures.money)} unless said` : 'People');
  peopleLines(page);
  if (figures.hasCosts) moneyLines(page);
  else {
    testRows(page);
    chainRows(page);
  }
  const test = affordabilityOf(figures);
  const limit = test === null ? null : testLines(page, test);
  realisedLines(page);
  writeCards(page, limit);
  const validations = selector(page);
  const made = drawn(page, { key: 'summary', tableRow: HEADER_ROW, note: 10.7, caption: caption(figures) });
  return { ...made, finish: (master) => ({ ...made.finish(master), validations }) };
}

function subtitle({ results, longSpan, hasCosts }: Figures): string {
  const payer = isAll(results.payer) ? 'All payers' : `Payer ${results.payer}`;
  return hasCosts ? `${payer} · ${results.currency}, undiscounted · ${longSpan}` : longSpan;
}

/** Some eleven characters of the answer fit a column. */
function answer(page: Page): void {
  const { realisation } = page.figures.results;
  const lead = realisation ? ` ${realisationLead(page.figures, realisation)}` : '';
  const text = `${answerOf(page.figures)}${lead}`;
  page.heights[ANSWER_ROW] = 14 + 16 * Math.max(1, Math.ceil(text.length / (page.last * 11)));
  const span = { span: page.last - COLUMN.label + 1, indent: 1 } as const;
  put(page, ANSWER_ROW, COLUMN.label, liveAnswer(page, text), 'answer', span);
}

const CHANGED =
  'Inputs or the scenario have changed since the run: the figures below follow the cells. Run Realise again for the answer in words.';

/** With a live model the sentence stands as long as the cells are as they were run. */
function liveAnswer(page: Page, text: string): WrittenValue {
  const { figures } = page;
  const gap = figures.results.live?.gap;
  if (!gap) return text;
  const data = dataColumn(figures);
  put(page, ANSWER_ROW - 3, data, LOST, 'dataLabel');
  put(page, ANSWER_ROW - 2, data, CHANGED, 'dataLabel');
  put(page, ANSWER_ROW - 1, data, text, 'dataLabel');
  const [lost, changed, said] = [3, 2, 1].map((up) => absolute(ANSWER_ROW - up, data)) as [string, string, string];
  const small = plain(moneyTolerance(largest(figures.results.impact.total.map(amount))));
  const asRun = `IF(${UNCHANGED},${said},${changed})`;
  const followed = `IF(${distance(figures, gap)}<=${small},${asRun},${changed})`;
  return { formula: `=IF(${UNFOLLOWED_CELLS}>0,${lost},${followed})`, cached: text };
}

/** The selector of scenarios: a drop-down of the user's own names, in J2. */
function selector(page: Page): readonly ValidationSpec[] {
  const { live } = page.figures.results;
  if (!live?.names) return [];
  const { row, column } = SELECTOR;
  put(page, row, column - 1, 'Scenario ▸', 'data');
  put(page, row, column, 'Base', 'input', { span: 2 });
  const { sheet, first, last } = live.names;
  const cells = `=${sheet}!$E$${String(first)}:$E$${String(last)}`;
  return [
    {
      from: [row, column],
      to: [row, column],
      rule: { kind: 'range', refersTo: cells },
      severity: 'stop',
      title: 'Scenario',
      message: 'Choose Base, a scenario of BIM_Scenarios, or a combination with parts of BIM_Parts left out.',
    },
  ];
}

function peopleLines(page: Page): void {
  const { figures } = page;
  const eligible = eligibleRow(figures.results, 'with');
  if (eligible) peopleLine(page, 'eligible', 'People eligible', eligible);
  if (figures.newTechnologies.length > MOST_TECHNOLOGIES) {
    const all = treatedRow(figures);
    if (all) peopleLine(page, 'patients', 'People on the new technologies', all);
    return;
  }
  const rows = patientsByTechnology(figures.results, 'with');
  for (const name of figures.newTechnologies) {
    const row = rows.get(name);
    if (row) peopleLine(page, `patients/${name}`, `People on ${name}`, row);
  }
}

function moneyLines(page: Page): void {
  const { results, adopted } = page.figures;
  moneyLine(page, 'without', `Cost without ${adopted}`, costRow(results, 'without'));
  moneyLine(page, 'with', `Cost with ${adopted}`, costRow(results, 'with'));
  const impact = impactRow(results, results.impact.total);
  moneyLine(page, 'impact', 'Budget impact', impact, { member: 'with − without', tone: 'total' });
  categoryGroups(results, SUMMARY_CATEGORIES).forEach(({ label, members }, index) => {
    const row = sumRows(members.map((name) => categoryImpact(results, name)));
    moneyLine(page, `category/${String(index)}`, `of which ${named(label, 'no category')}`, row, { indent: 2 });
  });
  for (const { key, label, counts, row: drug } of drugHeadlines(page.figures))
    moneyLine(page, `headline/${key}`, label, drug, { member: counts });
  proportionLines(page, ['change', 'per treated', 'pmpm']);
}

/** What of the plan is realised; the sheet Realised says why. */
function realisedLines(page: Page): void {
  const { results, hasCosts } = page.figures;
  const { realisation } = results;
  if (!realisation) return;
  peopleLine(page, 'starts/planned', 'Starts as planned', rowOfMonths(page, realisation.demand, 'added'));
  peopleLine(page, 'starts/realised', 'Starts as realised', rowOfMonths(page, realisation.starts, 'added'));
  if (!hasCosts) return;
  const impact = impactRow(results, realisation.impact.realised.total);
  moneyLine(page, 'impact/realised', 'Budget impact as realised', impact, { member: 'with tasks' });
}

function caption(figures: Figures): string {
  const rounding = 'Figures may not add because of rounding.';
  if (!figures.hasCosts) return rounding;
  const test = affordabilityOf(figures) === null ? '' : ', test limit over the tested years (dashed)';
  return `Left: budget impact by category and in all (diamonds). Right: budget impact by year${test}. ${rounding}`;
}
