/** What each gate withholds, opened alone: a bar a gate, in the colour of its dimension. They do not add up. */
import { amount, inCell, printed, ZERO } from '../amounts';
import { byCategory, type CategorySeries } from '../by-category';
import { ALL_DIMENSIONS, DIMENSION_LOOKS, dimensionOf } from '../dimensions';
import type { OutChart } from '../drawing';
import { shortened } from '../figures';
import { axisFormat, fineMoneyFormat, labelFormat, unitWords } from '../money';
import { nameOfGate } from '../realised';

export const gateWorth: OutChart = {
  name: 'What each gate withholds',
  sheet: 'realised',
  width: 'half',
  draw: ({ figures: { results, money }, rows }) => {
    const { realisation } = results;
    if (!realisation || !rows.has('gates/joint')) return [];
    const { gates } = realisation.value;
    if (gates.every(({ opened }) => amount(opened).isZero())) return [];
    const code = labelFormat(money);
    const series = ALL_DIMENSIONS.filter((each) => gates.some(({ dimension }) => dimension === each)).map(
      (each): CategorySeries => ({
        label: each,
        colour: DIMENSION_LOOKS[each].colour,
        // Zero belongs to the bars of the other dimensions: it is not printed.
        labels: `${code};-${code};`,
        values: gates.map(({ dimension, opened }) => (dimensionOf(dimension) === each ? amount(opened) : ZERO)),
      }),
    );
    const title = `Opened alone: what each gate withholds, ${unitWords(money)}`;
    const said = gates.map(
      (gate) =>
        `${nameOfGate(realisation, gate.gate)} ${printed(amount(inCell(amount(gate.opened)).number), money.places, money.power)}`,
    );
    return [
      byCategory({
        of: 'Gate',
        labels: gates.map(({ gate }) => shortened(nameOfGate(realisation, gate), 28)),
        cells: fineMoneyFormat(money),
        series,
        chart: {
          kind: 'clustered bars',
          title,
          format: axisFormat(money),
          legend: true,
          gap: 35,
          overlap: 100,
          reversed: true,
          description: `${title} (these do not add up): ${said.join('; ')}.`,
        },
      }),
    ];
  },
};
