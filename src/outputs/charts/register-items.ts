/** The technologies of the register that are expected to cost most: a bar each, over all years. */
import { COLOURS } from '../../workbook/looks';
import { printed, sum, type Amount } from '../amounts';
import { byCategory } from '../by-category';
import type { OutChart } from '../drawing';
import { shortened } from '../figures';
import { addedYears } from '../live-terms';
import { axisFormat, fineMoneyFormat, labelFormat, unitWords } from '../money';
import { COLUMN } from '../page';
import { chanceSaid } from '../register-words';
import { largestFirst, registerItems, type RegisterItem } from '../register';

/** At most so many bars. */
const MOST = 12;

export const registerItemsChart: OutChart = {
  name: 'Largest items of the register',
  sheet: 'register',
  width: 'wide',
  rows: ({ figures: { results } }) =>
    Math.max(8, 2 + Math.ceil(Math.min(MOST, results.register?.chances.length ?? 0) * 1.5)),
  draw: ({ figures }) => {
    const { register } = figures.results;
    if (!register) return [];
    const shown = largestFirst(registerItems(register)).slice(0, MOST);
    if (shown.every((item) => cost(item).isZero())) return [];
    const { money } = figures;
    const title = `Expected cost over ${figures.longSpan}, ${unitWords(money)}`;
    const said = shown.map((item) => `${item.technology} ${printed(cost(item), money.places, money.power)}`);
    return [
      byCategory({
        of: 'Technology',
        labels: shown.map(({ technology, chance }) => `${shortened(technology, 34)}, ${chanceSaid(chance)}`),
        cells: fineMoneyFormat(money),
        series: [
          {
            label: 'Expected',
            colour: COLOURS.blue,
            labels: labelFormat(money),
            values: shown.map(cost),
            cells: shown.map((item) => addedYears(figures.results, item.lists.weighted, COLUMN.firstYear, cost(item))),
          },
        ],
        chart: {
          kind: 'clustered bars',
          title,
          format: axisFormat(money),
          legend: false,
          gap: 35,
          overlap: 100,
          reversed: true,
          description: `${title}, with the chance of each: ${said.join('; ')}.`,
        },
      }),
    ];
  },
};

const cost = ({ weighted }: RegisterItem): Amount => sum(weighted);
