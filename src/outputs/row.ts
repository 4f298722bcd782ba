/** One line of a table over time: a total left of time, the baseline year, and years 1…N. */
import type { LiveTerm } from '../engine/readings/live/document';
import { sum, type Amount } from './amounts';

/** The rows of a live model that a row is the sum of; undefined where it is not one. */
export type Terms = readonly LiveTerm[] | undefined;

/** Null is a cell that stays blank: not known, or without meaning (people of several years do not add up). */
export interface Row {
  readonly total: Amount | null;
  readonly baseline: Amount | null;
  readonly years: readonly (Amount | null)[];
  readonly terms?: Terms;
  /** Those of the baseline year, where they are others. */
  readonly baselineTerms?: Terms;
  /** True where the total is the sum of the years. */
  readonly adds?: boolean;
  /** A formula of its own for a column, in a workbook with a live model. */
  readonly written?: (column: number) => string | null;
}

type Combine = (amounts: readonly Amount[]) => Amount | null;

/** A row whose total is the sum of its years; the baseline year stands apart. */
export const flow = (years: readonly Amount[], baseline: Amount | null, terms?: Terms, before?: Terms): Row => ({
  total: sum(years),
  baseline,
  years,
  terms,
  baselineTerms: before,
  adds: true,
});

/** A row without a total: people, rates, cumulative amounts. */
export const stock = (
  years: readonly (Amount | null)[],
  baseline: Amount | null,
  terms?: Terms,
  before?: Terms,
): Row => ({ total: null, baseline, years, terms, baselineTerms: before });

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

export const sumRows = (rows: readonly Row[]): Row => ({ ...combine(rows, sum), ...joined(rows, [1]) });

export const lessRow = (left: Row, right: Row): Row => ({
  ...combine([left, right], ([a, b]) => (a && b ? a.minus(b) : null)),
  ...joined([left, right], [1, -1]),
});

/** The terms of rows together: known where those of every row are. */
function joined(rows: readonly Row[], signs: readonly (1 | -1)[]): Pick<Row, 'terms' | 'baselineTerms' | 'adds'> {
  const all = (pick: (row: Row) => Terms): Terms => {
    const lists = rows.map((row, index) =>
      pick(row)?.map((term) => ({ ...term, sign: term.sign === (signs[index] ?? 1) ? (1 as const) : (-1 as const) })),
    );
    return lists.every((list) => list !== undefined) ? lists.flat() : undefined;
  };
  return {
    adds: rows.every((row) => row.adds === true),
    terms: all((row) => row.terms),
    baselineTerms: all((row) => row.baselineTerms ?? row.terms),
  };
}

/** What stands in a row, blanks left out. */
export const amountsOf = (row: Row): readonly Amount[] =>
  [row.total, row.baseline, ...row.years].filter((value) => value !== null);
