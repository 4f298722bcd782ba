/** Compare: every scenario's budget impact, its difference from Base in the same columns, and the affordability test. */
import type { ScenarioFigures } from '../../engine/results';
import { affordabilityOf } from '../affordability';
import { amount, printed, sum, type Amount } from '../amounts';
import { drawn, type Drawn } from '../drawn';
import { impactRow, type Figures } from '../figures';
import { SCENARIO, tableLamp, testLamp } from '../lamps';
import { differenceFormat, moneyFormat, unitOf } from '../money';
import { absolute, address, COLUMN, heading, line, newPage, noteColumn, periodHeader, section, type Page } from '../page';
import { lessRow, stock } from '../row';

const HEADER_ROW = 5;

export function compareSheet(figures: Figures, stamp: string): Drawn {
  const page = newPage(figures, HEADER_ROW + 2);
  heading(page, 'Scenarios side by side', 'Each from the model as typed, rerun from the funnel up', stamp);
  periodHeader(page, HEADER_ROW, '', noteColumn(figures));
  impactSection(page);
  differenceSection(page);
  testSection(page);
  return drawn(page, { key: 'compare', last: noteColumn(figures), tableRow: HEADER_ROW, note: 36, caption: 'Figures may not add because of rounding.' });
}

const total = (values: readonly string[]): Amount => sum(values.map(amount));

function impactSection(page: Page): void {
  const { results, money } = page.figures;
  const [unit, format] = [unitOf(money), moneyFormat(money)];
  section(page, 'Budget impact', unit, true);
  line(page, { key: 'base', label: 'Base', unit, format, row: impactRow(results, results.impact.total), tone: 'total', indent: 1, note: 'As typed' });
  for (const each of results.scenarios) {
    line(page, { key: `scenario/${each.scenario}`, label: each.scenario, unit, format, indent: 1, row: impactRow(results, each.impact.total), ...(each.note === undefined ? {} : { note: each.note }) });
  }
}

function differenceSection(page: Page): void {
  const { results, money } = page.figures;
  section(page, 'Difference from Base', unitOf(money));
  const base = impactRow(results, results.impact.total);
  for (const each of results.scenarios) {
    line(page, {
      key: `difference/${each.scenario}`, label: each.scenario, member: 'less Base', unit: unitOf(money), format: differenceFormat(money), indent: 1,
      row: lessRow(impactRow(results, each.impact.total), base), note: inPercent(page.figures, each),
    });
  }
}

/** The difference over all years as a share of Base: "-39 % over 2026–2030". */
function inPercent({ results, longSpan }: Figures, scenario: ScenarioFigures): string {
  const base = total(results.impact.total);
  if (base.isZero()) return '';
  const share = printed(total(scenario.impact.total).minus(base).div(base.abs()).times(100), 0);
  return `${share.startsWith('-') || share === '0' ? share : `+${share}`} % over ${longSpan}`;
}

/** The highest tested year of each scenario against the limit, which stands in the first row. */
function testSection(page: Page): void {
  const { figures, figures: { results, money, years } } = page;
  const test = affordabilityOf(figures);
  if (test === null) return;
  const [unit, format] = [unitOf(money), moneyFormat(money)];
  const alone = (value: Amount) => ({ ...stock(years.map(() => null), null), total: value });
  const among = test.tested.map((index) => String(years[index] ?? ''));
  section(page, `Affordability test, highest of ${among.length > 1 ? `${among[0] ?? ''}–${among.at(-1) ?? ''}` : among.join('')}`, unit);
  const limit = line(page, { key: 'limit', label: 'Limit of a year', unit, format, indent: 1, row: alone(test.threshold) });
  for (const [name, impact] of [['Base', results.impact] as const, ...results.scenarios.map((each) => [each.scenario, each.impact] as const)]) {
    const highest = affordabilityOf(figures, impact)?.highest;
    if (highest === undefined) continue;
    const row = line(page, { key: `test/${name}`, label: name, unit, format, indent: 1, row: alone(highest.impact), note: `in ${String(highest.year)}`, free: [COLUMN.firstYear] });
    tableLamp(page, row, COLUMN.firstYear, testLamp(address(row, COLUMN.total), highest.impact, absolute(limit, COLUMN.total), test.threshold, SCENARIO));
  }
}
