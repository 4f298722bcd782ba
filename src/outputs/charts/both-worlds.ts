/** Total cost of both worlds side by side, from the baseline year. */
import { COLOURS } from '../../workbook/workbook';
import { printed, ZERO } from '../amounts';
import { linkTo, periodsOf, placedAt, type OutChart } from '../drawing';
import { axisFormat, fineMoneyFormat, unitWords } from '../money';
import type { Page } from '../page';

const SERIES = [{ key: 'total/without', colour: COLOURS.grey }, { key: 'total/with', colour: COLOURS.navy }] as const;

export const bothWorlds: OutChart = {
  name: 'Both worlds',
  sheet: 'annual',
  width: 'wide',
  draw: (page) => {
    const { money, adopted } = page.figures;
    const series = SERIES.map(({ key }) => placedAt(page, [key]));
    if (series.some((placed) => placed.length === 0)) return [];
    return [{
      data: {
        headers: ['Year', `Without ${adopted}`, `With ${adopted}`], format: fineMoneyFormat(money),
        rows: periodsOf(page, true).map(({ column, label }) => ({ label, cells: series.map((placed) => linkTo(placed, column)) })),
      },
      chart: (block) => ({
        kind: 'clustered columns', title: `Total cost in both worlds, ${unitWords(money)}`, format: axisFormat(money), legend: true,
        gap: 60, overlap: -5, description: inWords(page),
        series: SERIES.map(({ colour }, index) => ({ name: block.name(index), categories: block.categories, values: block.values(index), colour })),
      }),
    }];
  },
};

function inWords({ figures: { money, years }, rows }: Page): string {
  const at = (key: string, index: number): string => printed(rows.get(key)?.value.years[index] ?? ZERO, money.places, money.power);
  const parts = years.map((year, index) => `${String(year)} ${at('total/without', index)} and ${at('total/with', index)}`);
  return `Total cost without and with, ${unitWords(money)}: ${parts.join('; ')}.`;
}
