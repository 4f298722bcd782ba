/** Spending by year, as planned and as it was, in the months that were recorded; all technologies together. */
import { COLOURS } from '../../workbook/looks';
import { printed, sum } from '../amounts';
import { placedAt, type OutChart } from '../drawing';
import { axisFormat, moneyFormat, unitWords } from '../money';
import { overTime, rowSeries } from '../over-time';
import { bridgesOf } from '../plan-and-actual';

export const planAndActualSpend: OutChart = {
  name: 'Spending: plan and actual',
  sheet: 'bridge',
  width: 'half',
  draw: (page) => {
    const { realisation } = page.figures.results;
    const bridges = realisation ? bridgesOf(realisation) : [];
    if (bridges.length === 0) return [];
    const { money } = page.figures;
    const title = `Spending in the months recorded, ${unitWords(money)}`;
    const said = (end: 'planned' | 'actual'): string =>
      `${end} ${printed(sum(bridges.flatMap((each) => each[end])), money.places, money.power)}`;
    const rows = (end: 'planned' | 'actual') =>
      placedAt(
        page,
        bridges.map(({ technology }) => `bridge/${technology}/${end}`),
      );
    return [
      overTime(page, {
        baseline: false,
        cells: moneyFormat(money),
        series: [
          rowSeries('Planned', rows('planned'), { colour: COLOURS.grey }),
          rowSeries('Actual', rows('actual'), { colour: COLOURS.navy }),
        ],
        chart: {
          kind: 'clustered columns',
          title,
          format: axisFormat(money),
          legend: true,
          gap: 60,
          overlap: 0,
          description: `${title}: ${said('planned')}, ${said('actual')} in all.`,
        },
      }),
    ];
  },
};
