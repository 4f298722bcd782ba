/** Activities: what each scenario gains and costs, those that differ most first chosen. */
import { COLOURS } from '../../workbook/looks';
import { amount, printed } from '../amounts';
import { byCategory } from '../by-category';
import type { OutChart } from '../drawing';
import { shortened } from '../figures';
import { axisFormat, fineMoneyFormat, unitWords } from '../money';

const MOST = 8;

export const activityWorth: OutChart = {
  name: 'Gain and cost of activities',
  sheet: 'realised',
  width: 'half',
  draw: ({ figures: { results, money }, rows }) => {
    const { realisation } = results;
    if (!realisation || !rows.has('value/potential')) return [];
    const bySize = realisation.scenarios
      .filter(({ activity }) => !amount(activity.gain).isZero() || !amount(activity.cost).isZero())
      .sort((a, b) => amount(b.activity.net).abs().comparedTo(amount(a.activity.net).abs()))
      .slice(0, MOST);
    const shown = realisation.scenarios.filter((each) => bySize.includes(each));
    if (shown.length === 0) return [];
    const title = `Activities: gain and cost, ${unitWords(money)}`;
    return [
      byCategory({
        of: 'Scenario',
        labels: shown.map(({ scenario }) => shortened(scenario, 28)),
        cells: fineMoneyFormat(money),
        series: [
          { label: 'Gain', colour: COLOURS.navy, values: shown.map(({ activity }) => amount(activity.gain)) },
          { label: 'Cost', colour: COLOURS.orange, values: shown.map(({ activity }) => amount(activity.cost)) },
        ],
        chart: {
          kind: 'clustered bars',
          title,
          format: axisFormat(money),
          legend: true,
          gap: 60,
          overlap: 0,
          reversed: true,
          description: `${title}: ${shown
            .map(({ scenario, activity }) => {
              const said = (of: string): string => printed(amount(of), money.places, money.power);
              return `${scenario} gains ${said(activity.gain)} for ${said(activity.cost)}`;
            })
            .join('; ')}.`,
        },
      }),
    ];
  },
};
