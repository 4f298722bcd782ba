/** The waterfall from potential to realised value. */
import type { Realisation } from '../../engine/realisation-results';
import { COLOURS } from '../../workbook/looks';
import { amount, printed, ZERO, type Amount } from '../amounts';
import { byCategory, type CategorySeries } from '../by-category';
import { ALL_DIMENSIONS, DIMENSION_LOOKS, dimensionOf } from '../dimensions';
import type { Drawing, OutChart } from '../drawing';
import type { Figures } from '../figures';
import { endsOf, floatingSeries, type Floating } from '../floating';
import { axisFormat, fineMoneyFormat, unitWords } from '../money';

export const valueWaterfall: OutChart = {
  name: 'From potential to realised',
  sheet: 'realised',
  width: 'wide',
  draw: ({ figures, rows }) =>
    figures.results.realisation && rows.has('value/potential') ? drawings(figures, figures.results.realisation) : [],
};

/** A column; `dimension` null for an end that stands on zero. */
interface Column extends Floating {
  readonly dimension: string | null;
}

const CAUSES: ReadonlyMap<string, string> = new Map([
  ['uptake', 'Uptake'],
  ['benefits', 'Benefits not realised'],
]);

function columnsOf(money: Figures['money'], { value }: Realisation): readonly Column[] {
  const said = (of: Amount): string => printed(of, money.places, money.power).replace('-', '−');
  const end = (label: string, of: string): Column => ({
    label: `${label} ${said(amount(of))}`,
    from: ZERO,
    to: amount(of),
    dimension: null,
  });
  let at = amount(value.potential);
  const steps = value.waterfall.flatMap(({ dimension, cause, value: lost }): readonly Column[] => {
    const from = at;
    at = at.minus(lost);
    const name = CAUSES.get(cause) ?? `${dimension.charAt(0).toUpperCase()}${dimension.slice(1)}`;
    const step = { label: `${name} ${said(amount(lost).negated())}`, from, to: at, dimension };
    const shown = amount(lost).isZero() ? [] : [step];
    return cause === 'uptake' ? [...shown, end('Planned', value.planned)] : shown;
  });
  return [end('Potential', value.potential), ...steps, end('Realised', value.realised)];
}

const seriesOf = (columns: readonly Column[]): readonly CategorySeries[] =>
  floatingSeries(columns, [
    { label: 'value as it stands', colour: COLOURS.navy, mine: ({ dimension }) => dimension === null },
    ...ALL_DIMENSIONS.map((each) => ({
      label: each,
      colour: DIMENSION_LOOKS[each].colour,
      mine: ({ dimension }: Column) => dimension !== null && dimensionOf(dimension) === each,
    })),
  ]);

function drawings({ money }: Figures, realisation: Realisation): readonly Drawing[] {
  const columns = columnsOf(money, realisation);
  const ends = endsOf(columns);
  if (ends === null) return [];
  const title = `Value, discounted, ${unitWords(money)}: from potential to realised`;
  return [
    byCategory({
      of: 'Step',
      labels: columns.map(({ label }) => label),
      cells: fineMoneyFormat(money),
      series: seriesOf(columns),
      chart: {
        kind: 'stacked columns',
        title,
        format: axisFormat(money),
        legend: false,
        gap: 35,
        overlap: 100,
        ...ends,
        description: `${title}. ${columns.map(({ label }) => label).join('; ')}.`,
      },
    }),
  ];
}
