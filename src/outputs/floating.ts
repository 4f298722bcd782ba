/**
 * Waterfalls: floating columns on a base without fill. A step that crosses zero is drawn in two parts, one above and one
 * below.
 */
import { largest, ZERO, type Amount } from './amounts';
import type { CategorySeries } from './by-category';
import { axisEnds } from './drawing';

/** A column between two values. */
export interface Floating {
  readonly label: string;
  readonly from: Amount;
  readonly to: Amount;
}

/** Columns of one colour. */
export interface FloatingLook<T extends Floating> {
  readonly label: string;
  readonly colour: string;
  readonly mine: (column: T) => boolean;
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
export const floatingSeries = <T extends Floating>(
  columns: readonly T[],
  looks: readonly FloatingLook<T>[],
): readonly CategorySeries[] => [
  { label: 'base', colour: 'none', values: columns.map(base) },
  ...looks.flatMap(({ label, colour, mine }) =>
    [above, below].flatMap((part, index) => {
      const values = columns.map((column) => (mine(column) ? part(column) : ZERO));
      const name = index === 0 ? label : `${label}, below zero`;
      return values.every((value) => value.isZero()) ? [] : [{ label: name, colour, values }];
    }),
  ),
];

/** Ends of the axis; null where every column is nothing. */
export function endsOf(columns: readonly Floating[]): ReturnType<typeof axisEnds> | null {
  const ends = columns.flatMap(({ from, to }) => [from, to]);
  return largest(ends).isZero() ? null : axisEnds(ends.reduce(least), ends.reduce(most));
}
