/** The chance that no tested year goes over a threshold, by threshold. */
import { COLOURS } from '../../workbook/looks';
import { amount, printed } from '../amounts';
import { byCategory } from '../by-category';
import type { OutChart } from '../drawing';
import { unitWords } from '../money';
import { chanceWords } from '../stress-words';

/** Every second threshold of the curve: as many as their labels have room for. */
const EVERY = 2;

export const chanceCurve: OutChart = {
  name: 'Chance by threshold',
  sheet: 'sensitivity',
  width: 'wide',
  draw: ({ figures: { results, money } }) => {
    const { chance } = results.stress ?? {};
    const points = (chance?.base.curve ?? []).filter((_, n) => n % EVERY === 0);
    if (!chance || points.length < 2) return [];
    const { test } = chance.base;
    const title = `Chance that no ${test ? 'tested ' : ''}year is over a threshold, by threshold in ${unitWords(money)}`;
    return [
      byCategory({
        of: 'Threshold',
        labels: points.map(({ threshold }) => printed(amount(threshold), money.places, money.power).replace('-', '−')),
        cells: '0%',
        series: [
          {
            label: 'Chance',
            colour: COLOURS.navy,
            line: { width: 2.5, marker: 'none', dash: false },
            values: points.map(({ passed }) => amount(passed)),
          },
        ],
        chart: {
          kind: 'line',
          title,
          format: '0%',
          legend: false,
          minimum: 0,
          maximum: 1,
          description: `${title}.${test ? ` At ${printed(amount(test.threshold), money.places, money.power)} it is ${chanceWords(test.passed)}.` : ''}`,
        },
      }),
    ];
  },
};
