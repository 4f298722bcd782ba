/** Budget impact as planned and as realised, year by year. */
import { COLOURS } from '../../workbook/looks';
import { placedAt, type OutChart } from '../drawing';
import { axisFormat, fineMoneyFormat, unitWords } from '../money';
import { overTime, rowSeries } from '../over-time';
import { yearly } from '../words';

export const realisedImpact: OutChart = {
  name: 'Planned and realised impact',
  sheet: 'realised',
  width: 'half',
  draw: (page) => {
    const { money, results } = page.figures;
    const impact = results.realisation?.impact;
    if (!impact || !page.rows.has('impact/planned')) return [];
    return [
      overTime(page, {
        baseline: false,
        cells: fineMoneyFormat(money),
        series: [
          rowSeries('Planned', placedAt(page, ['impact/planned']), { colour: COLOURS.grey }),
          rowSeries('Realised', placedAt(page, ['impact/realised']), { colour: COLOURS.navy }),
        ],
        chart: {
          kind: 'clustered columns',
          title: `Budget impact, planned and realised, ${unitWords(money)}`,
          format: axisFormat(money),
          legend: true,
          gap: 60,
          overlap: 0,
          description: `Budget impact, ${unitWords(money)}, planned: ${yearly(page.figures, impact.planned.total)}; realised: ${yearly(page.figures, impact.realised.total)}.`,
        },
      }),
    ];
  },
};
