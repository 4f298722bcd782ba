/** The waterfall from potential to realised value. */
import type { Dimension } from '../../engine/realisation-assumptions';
import type { Realisation } from '../../engine/realisation-results';
import { COLOURS } from '../../workbook/looks';
import { amount } from '../amounts';
import { ALL_DIMENSIONS, DIMENSION_LOOKS, dimensionOf } from '../dimensions';
import type { OutChart } from '../drawing';
import { unitWords } from '../money';
import { waterfall, type Column } from '../waterfall';

export const valueWaterfall: OutChart = {
  name: 'From potential to realised',
  sheet: 'realised',
  width: 'wide',
  draw: ({ figures: { results, money }, rows }) =>
    results.realisation && rows.has('value/potential')
      ? waterfall(money, {
          of: 'Step',
          title: `Value, discounted, ${unitWords(money)}: from potential to realised`,
          signed: false,
          columns: columnsOf(results.realisation),
          looks: [
            { kind: 'end', label: 'value as it stands', colour: COLOURS.navy },
            ...ALL_DIMENSIONS.map((each) => ({ kind: each, label: each, colour: DIMENSION_LOOKS[each].colour })),
          ],
        })
      : [],
};

const CAUSES: ReadonlyMap<string, string> = new Map([
  ['uptake', 'Uptake'],
  ['benefits', 'Benefits not realised'],
]);

function columnsOf({ value }: Realisation): readonly Column<'end' | Dimension>[] {
  const standing = (label: string, of: string): Column<'end'> => ({ kind: 'end', label, stands: amount(of) });
  const steps = value.waterfall.flatMap(({ dimension, cause, value: lost }): readonly Column<'end' | Dimension>[] => {
    const label = CAUSES.get(cause) ?? `${dimension.charAt(0).toUpperCase()}${dimension.slice(1)}`;
    const by = amount(lost).negated();
    const shown = by.isZero() ? [] : [{ kind: dimensionOf(dimension), label, by }];
    return cause === 'uptake' ? [...shown, standing('Planned', value.planned)] : shown;
  });
  return [standing('Potential', value.potential), ...steps, standing('Realised', value.realised)];
}
