/** Compare: every scenario's budget impact, its difference from Base in the same columns, and the affordability test. */
import type { ImpactFigures, Results, ScenarioFigures } from '../../engine/results';
import { affordabilityOf, type Affordability } from '../affordability';
import { amount, printed, sum, type Amount } from '../amounts';
import { drawn, type Drawn } from '../drawn';
import { zeroBaseline, type Figures } from '../figures';
import { SCENARIO, tableLamp, testLamp } from '../lamps';
import { moneyLine, peopleLine } from '../lines';
import { markValues } from '../live-rows';
import { differenceFormat, unitOf } from '../money';
import { absolute, address, COLUMN, heading, newPage, periodHeader, section, type Page } from '../page';
import { parameterWords } from '../parameter-words';
import { monthly, perYear } from '../realised';
import { constant, flow, lessRow, type Row } from '../row';
import { staleLine } from '../stale';

const HEADER_ROW = 5;

export function compareSheet(figures: Figures, stamp: string): Drawn {
  const page = newPage(figures, HEADER_ROW + 2);
  heading(page, 'Scenarios side by side', 'Each from the model as typed, rerun from the funnel up', stamp);
  staleLine(page);
  periodHeader(page, HEADER_ROW, '');
  impactSection(page);
  differenceSection(page);
  stepsSections(page);
  const test = affordabilityOf(figures);
  if (test !== null) testSection(page, test);
  realisedSections(page);
  return drawn(page, {
    key: 'compare',
    tableRow: HEADER_ROW,
    note: 36,
    caption: 'Figures may not add because of rounding.',
  });
}

/** An impact as it was run: in a live workbook Annual follows the scenario that is chosen, and Base here must not. */
const ranRow = (results: Results, values: readonly string[]): Row => flow(values.map(amount), zeroBaseline(results));

/** What is realised in each scenario: starts, budget impact with tasks, and value. */
function realisedSections(page: Page): void {
  const { results, money, people, years } = page.figures;
  const { realisation } = results;
  if (!realisation) return;
  const all = [{ scenario: 'Base', ...realisation }, ...realisation.scenarios];
  const starts = (of: (typeof all)[number]): Row => flow(perYear(monthly(of.starts, realisation.months.length)), null);
  section(page, 'Starts, realised', people.unit);
  for (const each of all) peopleLine(page, `realised/starts/${each.scenario}`, each.scenario, starts(each));
  section(page, 'Budget impact, realised, cost of tasks included', unitOf(money));
  for (const each of all)
    moneyLine(page, `realised/impact/${each.scenario}`, each.scenario, ranRow(results, each.impact.realised.total));
  section(page, 'Realised value', `${unitOf(money)}, discounted`);
  for (const each of all)
    moneyLine(page, `realised/value/${each.scenario}`, each.scenario, constant(amount(each.value.realised), years));
}

function impactSection(page: Page): void {
  const { results, money } = page.figures;
  markValues(page, section(page, 'Budget impact', unitOf(money), true));
  const base = ranRow(results, results.impact.total);
  moneyLine(page, 'base', 'Base', base, { tone: 'total', note: 'As typed' });
  for (const { scenario, impact, note } of results.scenarios) {
    moneyLine(page, `scenario/${scenario}`, scenario, ranRow(results, impact.total), note ? { note } : {});
  }
}

function differenceSection(page: Page): void {
  const { results, money } = page.figures;
  section(page, 'Difference from Base', unitOf(money));
  const base = ranRow(results, results.impact.total);
  for (const each of results.scenarios) {
    moneyLine(page, `difference/${each.scenario}`, each.scenario, lessRow(ranRow(results, each.impact.total), base), {
      member: 'less Base',
      format: differenceFormat(money),
      note: inPercent(page.figures, each),
    });
  }
}

/** What makes each scenario differ from Base: every change alone, and what they do together; they add up exactly. */
function stepsSections(page: Page): void {
  const { results, money, years } = page.figures;
  for (const { from, to, figure, start, end, steps, interaction } of results.stress?.differences ?? []) {
    if (start === end) continue;
    section(page, `From ${from} to ${to}: ${figure}`, unitOf(money));
    const put = (key: string, label: string, value: string, more: Parameters<typeof moneyLine>[4] = {}): void => {
      moneyLine(page, `step/${to}/${key}`, label, constant(amount(value), years), more);
    };
    put('start', from, start, { tone: 'total' });
    for (const { parameter, change, alone } of steps)
      put(parameter, parameterWords(parameter), alone ?? '0', {
        format: differenceFormat(money),
        indent: 2,
        member: change,
        note: alone === null ? 'Refused alone' : 'Alone',
      });
    if (steps.length > 1)
      put('interaction', 'Together and not apart', interaction, { format: differenceFormat(money), indent: 2 });
    put('end', to, end, { tone: 'total' });
  }
}

const total = (values: readonly string[]): Amount => sum(values.map(amount));

/** The difference over all years as a share of Base: "-39 % over 2026–2030". */
function inPercent({ results, longSpan }: Figures, scenario: ScenarioFigures): string {
  const base = total(results.impact.total);
  if (base.isZero()) return '';
  const share = printed(total(scenario.impact.total).minus(base).div(base.abs()).times(100), 0);
  return `${share.startsWith('-') || share === '0' ? share : `+${share}`} % over ${longSpan}`;
}

/** The highest tested year of each scenario against the limit, which stands in the first row. */
function testSection(page: Page, test: Affordability): void {
  const { results, money, years } = page.figures;
  const among = test.tested.map((index) => String(years[index] ?? ''));
  const span = among.length > 1 ? `${among[0] ?? ''}–${among.at(-1) ?? ''}` : among.join('');
  section(page, `Affordability test, highest of ${span}`, unitOf(money));
  const limit = moneyLine(page, 'limit', 'Limit of a year', constant(test.threshold, years));
  testLine(page, limit, test, 'Base', results.impact);
  for (const each of results.scenarios) testLine(page, limit, test, each.scenario, each.impact);
}

/** The lamp stands in the column of the first year. */
function testLine(page: Page, limit: number, test: Affordability, name: string, impact: ImpactFigures): void {
  const { figures } = page;
  const highest = affordabilityOf(figures, impact)?.highest;
  if (highest === undefined) return;
  const row = moneyLine(page, `test/${name}`, name, constant(highest.impact, figures.years), {
    note: `in ${String(highest.year)}`,
    free: [COLUMN.firstYear],
  });
  const [is, most] = [address(row, COLUMN.total), absolute(limit, COLUMN.total)];
  tableLamp(page, row, COLUMN.firstYear, testLamp(is, highest.impact, most, test.threshold, SCENARIO));
}
