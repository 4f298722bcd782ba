/**
 * The waterfall from potential to realised value: floating columns on a base without fill. A step that crosses zero is
 * drawn in two parts, one above and one below.
 */
import type { Realisation } from '../../engine/realisation-results';
import { COLOURS } from '../../workbook/looks';
import { amount, largest, printed, ZERO, type Amount } from '../amounts';
import { byCategory, type CategorySeries } from '../by-category';
import { ALL_DIMENSIONS, DIMENSION_LOOKS, dimensionOf } from '../dimensions';
import { axisEnds, type Drawing, type OutChart } from '../drawing';
import type { Figures } from '../figures';
import { axisFormat, fineMoneyFormat, unitWords } from '../money';

export const valueWaterfall: OutChart = {
  name: 'From potential to realised',
  sheet: 'realised',
  width: 'wide',
  draw: ({ figures, rows }) =>
    figures.results.realisation && rows.has('value/potential') ? drawings(figures, figures.results.realisation) : [],
};

/** A column: between two values; `dimension` null for an end that stands on zero. */
interface Column {
  readonly label: string;
  readonly from: Amount;
  readonly to: Amount;
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

const least = (a: Amount, b: Amount): Amount => (a.lt(b) ? a : b);
const most = (a: Amount, b: Amount): Amount => (a.gt(b) ? a : b);

function seriesOf(columns: readonly Column[]): readonly CategorySeries[] {
  const above = ({ from, to }: Column): Amount => most(most(from, to), ZERO).minus(most(least(from, to), ZERO));
  const below = ({ from, to }: Column): Amount => least(least(from, to), ZERO).minus(least(most(from, to), ZERO));
  const base = ({ from, to }: Column): Amount => {
    const low = most(least(from, to), ZERO);
    return low.isZero() ? least(most(from, to), ZERO) : low;
  };
  const of = (label: string, colour: string, mine: (column: Column) => boolean): readonly CategorySeries[] =>
    [above, below].flatMap((part, index) => {
      const values = columns.map((column) => (mine(column) ? part(column) : ZERO));
      const name = index === 0 ? label : `${label}, below zero`;
      return values.every((value) => value.isZero()) ? [] : [{ label: name, colour, values }];
    });
  return [
    { label: 'base', colour: 'none', values: columns.map(base) },
    ...of('value as it stands', COLOURS.navy, ({ dimension }) => dimension === null),
    ...ALL_DIMENSIONS.flatMap((each) =>
      of(each, DIMENSION_LOOKS[each].colour, ({ dimension }) => dimension !== null && dimensionOf(dimension) === each),
    ),
  ];
}

function drawings({ money }: Figures, realisation: Realisation): readonly Drawing[] {
  const columns = columnsOf(money, realisation);
  const ends = columns.flatMap(({ from, to }) => [from, to]);
  if (largest(ends).isZero()) return [];
  const [low, high] = [ends.reduce(least), ends.reduce(most)];
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
        ...axisEnds(low, high),
        description: `${title}. ${columns.map(({ label }) => label).join('; ')}.`,
      },
    }),
  ];
}
