/** Months of a run on paper: as real dates, and gathered into the periods that a chart has room for. */
import type { NumberValue } from '../workbook/workbook';
import { sum, ZERO, type Amount } from './amounts';
import { shortMonth } from './realised';

/** Days from Excel's day 0 to that of computers. */
const EPOCH = 25_569;
const DAY = 86_400_000;

/** The first day of "2026-03" as Excel counts days. */
export function monthDate(month: string): NumberValue {
  const [year = '0', number = '1'] = month.split('-');
  return { number: String(Date.UTC(Number(year), Number(number) - 1, 1) / DAY + EPOCH) };
}

/** Months taken together: how many, and what each group is called. */
export interface Grouping {
  readonly size: 1 | 3 | 12;
  readonly word: 'month' | 'quarter' | 'year';
  readonly labels: readonly string[];
}

/** Months up to two years, quarters up to six, else years: more labels than that cannot be read under a chart. */
export function groupingOf(months: readonly string[]): Grouping {
  const size = months.length <= 24 ? 1 : months.length <= 72 ? 3 : 12;
  const firsts = months.filter((_, index) => index % size === 0);
  const label = (month: string): string => {
    const [year = '', number = '1'] = month.split('-');
    return size === 1 ? shortMonth(month) : size === 3 ? `Q${String((Number(number) + 2) / 3)} ${year.slice(2)}` : year;
  };
  return { size, word: size === 1 ? 'month' : size === 3 ? 'quarter' : 'year', labels: firsts.map(label) };
}

/** People who start, added over each group. */
export const addedBy = ({ size, labels }: Grouping, values: readonly Amount[]): readonly Amount[] =>
  labels.map((_, index) => sum(values.slice(index * size, (index + 1) * size)));

/** The last month (from 0) of a group. */
export const lastOf = ({ size }: Grouping, group: number, months: number): number =>
  Math.min((group + 1) * size, months) - 1;

/** People who wait, as they are at the end of each group. */
export const endOf = (grouping: Grouping, values: readonly Amount[]): readonly Amount[] =>
  grouping.labels.map((_, index) => values[lastOf(grouping, index, values.length)] ?? ZERO);
