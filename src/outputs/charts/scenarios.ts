/** Scenarios side by side: Base and at most four others, the ones that move the total most. */
import { COLOURS } from '../../workbook/looks';
import { amount, printed, sum, ZERO } from '../amounts';
import { placedAt, type Drawing, type OutChart } from '../drawing';
import { axisFormat, moneyFormat, unitWords } from '../money';
import { overTime, rowSeries } from '../over-time';
import type { Page } from '../page';

const OTHERS = 4;
const COLOUR = [COLOURS.text, COLOURS.sky, COLOURS.orange, COLOURS.blue, COLOURS.sand] as const;

export const scenariosChart: OutChart = {
  name: 'Scenarios',
  sheet: 'compare',
  width: 'wide',
  draw: (page) => {
    const names = shown(page);
    return names.length === 0 ? [] : [drawing(page, names)];
  },
};

function drawing(page: Page, names: readonly string[]): Drawing {
  const { money } = page.figures;
  const series = [{ name: 'Base', key: 'base' }, ...names.map((name) => ({ name, key: `scenario/${name}` }))];
  return overTime(page, {
    baseline: false,
    cells: moneyFormat(money),
    series: series.map(({ name, key }, index) =>
      rowSeries(name, placedAt(page, [key]), { colour: COLOUR[index] ?? COLOURS.grey }),
    ),
    chart: {
      kind: 'clustered columns',
      title: `Budget impact by scenario, ${unitWords(money)}`,
      format: axisFormat(money),
      legend: true,
      gap: 60,
      overlap: 0,
      description: inWords(page, names),
    },
  });
}

/** Scenarios that move the total most, in the order of the model. */
function shown({ figures: { results }, rows }: Page): readonly string[] {
  const base = sum(results.impact.total.map(amount));
  const moved = results.scenarios
    .filter((each) => rows.has(`scenario/${each.scenario}`))
    .map((each) => ({ name: each.scenario, by: sum(each.impact.total.map(amount)).minus(base).abs() }));
  const most = new Set(
    [...moved]
      .sort((a, b) => b.by.comparedTo(a.by))
      .slice(0, OTHERS)
      .map((each) => each.name),
  );
  return moved.map((each) => each.name).filter((name) => most.has(name));
}

function inWords({ figures: { money }, rows }: Page, names: readonly string[]): string {
  const total = (key: string): string => printed(rows.get(key)?.value.total ?? ZERO, money.places, money.power);
  const parts = ['Base ' + total('base'), ...names.map((name) => `${name} ${total(`scenario/${name}`)}`)];
  return `Budget impact by scenario; summed over all years, ${unitWords(money)}: ${parts.join('; ')}.`;
}
