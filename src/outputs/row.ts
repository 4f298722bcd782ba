/** One line of a table over time: a total left of time, the baseline year, and years 1…N. */
import { sum, type Amount } from './amounts';

/** Null is a cell that stays blank: not known, or without meaning (people of several years do not add up). */
export interface Row {
  readonly total: Amount | null;
  readonly baseline: Amount | null;
  readonly years: readonly (Amount | null)[];
}

type Combine = (amounts: readonly Amount[]) => Amount | null;

/** A row whose total is the sum of its years; the baseline year stands apart. */
export const flow = (years: readonly Amount[], baseline: Amount | null): Row => ({
  total: sum(years),
  baseline,
  years,
});

/** A row without a total: people, rates, cumulative amounts. */
export const stock = (years: readonly (Amount | null)[], baseline: Amount | null): Row => ({
  total: null,
  baseline,
  years,
});

/** A constant: it stands left of time and belongs to no year. */
export const constant = (value: Amount | null, years: readonly number[]): Row => ({
  total: value,
  baseline: null,
  years: years.map(() => null),
});

/** Combines rows place by place; blank where any of them is blank. */
export function combine(rows: readonly Row[], how: Combine): Row {
  const at = (pick: (row: Row) => Amount | null | undefined): Amount | null => {
    const found = rows.map(pick).filter((value) => value !== null && value !== undefined);
    return found.length === rows.length && rows.length > 0 ? how(found) : null;
  };
  return {
    total: at((row) => row.total),
    baseline: at((row) => row.baseline),
    years: (rows[0]?.years ?? []).map((_, index) => at((row) => row.years[index])),
  };
}

export const sumRows = (rows: readonly Row[]): Row => combine(rows, sum);

export const lessRow = (left: Row, right: Row): Row => combine([left, right], ([a, b]) => (a && b ? a.minus(b) : null));

/** What stands in a row, blanks left out. */
export const amountsOf = (row: Row): readonly Amount[] =>
  [row.total, row.baseline, ...row.years].filter((value) => value !== null);
