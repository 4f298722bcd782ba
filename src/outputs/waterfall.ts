/**
 * Waterfalls: columns that stand on zero and, between them, steps that float from where the last one ended, on a base
 * without fill. A step that crosses zero is drawn in two parts, one above and one below.
 */
import { largest, printed, settled, ZERO, type Amount } from './amounts';
import { byCategory, type CategorySeries } from './by-category';
import { axisEnds, type Drawing } from './drawing';
import { axisFormat, fineMoneyFormat, type Money } from './money';

/** A column that stands on zero at an amount, or a step by one. Columns of a kind have one colour. */
export type Column<Kind extends string> = { readonly label: string; readonly kind: Kind } & (
  { readonly stands: Amount } | { readonly by: Amount }
);

/** Columns in their order. `signed`: labels say a step up with a plus. */
interface Waterfall<Kind extends string> {
  /** What the columns are: the header of theirs. */
  readonly of: string;
  readonly title: string;
  readonly signed: boolean;
  readonly columns: readonly Column<Kind>[];
  readonly looks: readonly { readonly kind: Kind; readonly label: string; readonly colour: string }[];
}

/** Nothing where every column is nothing. */
export function waterfall<Kind extends string>(money: Money, asked: Waterfall<Kind>): readonly Drawing[] {
  const { of, title, signed, columns, looks } = asked;
  const floating = floatingOf(columns);
  const ends = endsOf(floating);
  if (ends === null) return [];
  const labels = columns.map((column) => labelOf(money, column, signed));
  return [
    byCategory({
      of,
      labels,
      cells: fineMoneyFormat(money),
      series: floatingSeries(floating, looks),
      chart: {
        kind: 'stacked columns',
        title,
        format: axisFormat(money),
        legend: false,
        gap: 35,
        overlap: 100,
        ...ends,
        description: `${title}. ${labels.join('; ')}.`,
      },
    }),
  ];
}

export const isStep = (by: Amount): boolean => !settled(by).isZero();

/** What a column is called, with its amount. */
function labelOf(money: Money, column: Column<string>, signed: boolean): string {
  const value = 'by' in column ? column.by : column.stands;
  const plus = signed && 'by' in column && value.gt(0) ? '+' : '';
  return `${column.label} ${plus}${printed(value, money.places, money.power).replace('-', '−')}`;
}

interface Floating {
  readonly kind: string;
  readonly from: Amount;
  readonly to: Amount;
}

function floatingOf(columns: readonly Column<string>[]): readonly Floating[] {
  let at = ZERO;
  return columns.map((column) => {
    const from = 'by' in column ? at : ZERO;
    at = 'by' in column ? at.plus(column.by) : column.stands;
    return { kind: column.kind, from, to: at };
  });
}

const least = (a: Amount, b: Amount): Amount => (a.lt(b) ? a : b);
const most = (a: Amount, b: Amount): Amount => (a.gt(b) ? a : b);

const above = ({ from, to }: Floating): Amount => most(most(from, to), ZERO).minus(most(least(from, to), ZERO));
const below = ({ from, to }: Floating): Amount => least(least(from, to), ZERO).minus(least(most(from, to), ZERO));
function base({ from, to }: Floating): Amount {
  const low = most(least(from, to), ZERO);
  return low.isZero() ? least(most(from, to), ZERO) : low;
}

/** The base first, then each colour above zero and below it; colours that no column has are left out. */
const floatingSeries = (columns: readonly Floating[], looks: Waterfall<string>['looks']): readonly CategorySeries[] => [
  { label: 'base', colour: 'none', values: columns.map(base) },
  ...looks.flatMap(({ kind, label, colour }) =>
    [above, below].flatMap((part, index) => {
      const values = columns.map((column) => (column.kind === kind ? part(column) : ZERO));
      const name = index === 0 ? label : `${label}, below zero`;
      return values.every((value) => value.isZero()) ? [] : [{ label: name, colour, values }];
    }),
  ),
];

/** Ends of the axis; null where every column is nothing. */
function endsOf(columns: readonly Floating[]): ReturnType<typeof axisEnds> | null {
  const ends = columns.flatMap(({ from, to }) => [from, to]);
  return largest(ends).isZero() ? null : axisEnds(ends.reduce(least), ends.reduce(most));
}
