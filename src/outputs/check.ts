/** One check: two figures that must agree in every period, as live formulas over the printed cells. */
import type { FormulaValue, WrittenValue } from '../workbook/workbook';
import { amount, inCell, sum, ZERO, type Amount } from './amounts';
import { SHAPE } from './lamps';
import { amountAt, filledColumns, letters, type Page, type Placed } from './page';
import { SHEET_NAMES, type SheetKey } from './sheet';
import { UNCHANGED } from './stale';
import { FAILS, READ, STALE } from './tables/checks';

/** A side of a check: a formula and a value for each column of the grid. */
export interface Side {
  readonly formula: (column: number) => string;
  readonly value: (column: number) => Amount;
  readonly columns: readonly number[];
}

const at = (row: Placed, column: number): Amount => amountAt(row.value, column) ?? ZERO;

/** The sum of rows that stand on one sheet. Rows below each other become one range. */
export function rowsSide(key: SheetKey, page: Page, rows: readonly Placed[]): Side {
  const sheet = SHEET_NAMES[key];
  const [first, last] = [rows[0]?.row ?? 0, rows.at(-1)?.row ?? 0];
  const ranged = last - first === rows.length - 1 && rows.length > 1;
  const cell = (row: number, column: number): string => `${letters(column)}${String(row)}`;
  const parts = (column: number): string => rows.map((row) => `${sheet}!${cell(row.row, column)}`).join(',');
  return {
    formula: (column) =>
      rows.length === 1
        ? parts(column)
        : `SUM(${ranged ? `${sheet}!${cell(first, column)}:${cell(last, column)}` : parts(column)})`,
    value: (column) => sum(rows.map((row) => at(row, column))),
    columns: filledColumns(
      page.figures,
      rows.map((row) => row.value),
    ),
  };
}

export const lessSide = (left: Side, right: Side): Side => ({
  formula: (column) => `${left.formula(column)}-${right.formula(column)}`,
  value: (column) => left.value(column).minus(right.value(column)),
  columns: left.columns.filter((column) => right.columns.includes(column)),
});

/** Both sides added, where both have something. */
export const addSides = (left: Side, right: Side): Side => ({
  formula: (column) => `(${left.formula(column)}+${right.formula(column)})`,
  value: (column) => left.value(column).plus(right.value(column)),
  columns: left.columns.filter((column) => right.columns.includes(column)),
});

/** What a check says, and its cells: formulas and the values they have now. `tolerance` bounds the gaps of all periods together. */
export interface Check {
  readonly group: 'Workbook' | 'Budget impact' | 'People' | 'Scenarios' | 'Realisation' | 'Live model';
  readonly title: string;
  readonly compares: string;
  readonly is: WrittenValue;
  readonly should: WrittenValue;
  readonly format: string;
  readonly tolerance: Amount;
  /** The lamp, once it is known in which cell the tolerance stands. */
  readonly lamp: (isCell: string, shouldCell: string, toleranceCell: string) => FormulaValue;
  readonly advice: string;
}

export type Wording = Pick<Check, 'group' | 'title' | 'compares' | 'format' | 'tolerance' | 'advice'>;
export const OK = `${SHAPE.good} OK`;
/** What to do where our own sums do not agree. */
export const OURS = 'Report it: this is ours';

/** Both sides agree in every column; the figure shown is that of `shown`. */
export function agree(words: Wording, left: Side, right: Side, shown: number): Check {
  const columns = left.columns.filter((column) => right.columns.includes(column));
  const gaps = columns.map((column) => `ABS(${left.formula(column)}-${right.formula(column)})`).join('+');
  const gap = sum(columns.map((column) => left.value(column).minus(right.value(column)).abs()));
  return {
    ...words,
    is: shownOf(left, shown),
    should: shownOf(right, shown),
    lamp: (_is, _should, tolerance) => ({
      formula: `=IF(${gaps}<=${tolerance},"${OK}","${FAILS}")`,
      cached: gap.lte(words.tolerance) ? OK : FAILS,
    }),
  };
}

/** The left side is at most the right one, in every column. */
export function atMost(words: Wording, left: Side, right: Side, shown: number): Check {
  const columns = left.columns.filter((column) => right.columns.includes(column));
  const over = (tolerance: string): string =>
    columns.map((column) => `(${left.formula(column)}-${right.formula(column)}>${tolerance})`).join('+');
  const fails = columns.some((column) => left.value(column).minus(right.value(column)).gt(words.tolerance));
  return {
    ...words,
    is: shownOf(left, shown),
    should: shownOf(right, shown),
    lamp: (_is, _should, tolerance) => ({
      formula: `=IF(${over(tolerance)}>0,"${FAILS}","${OK}")`,
      cached: fails ? FAILS : OK,
    }),
  };
}

/** A number of the run that should be nothing: a fault fails, anything else is to be read. */
export function none(words: Wording, count: number, fault: boolean): Check {
  const word = fault ? FAILS : READ;
  return {
    ...words,
    is: { number: String(count) },
    should: { number: '0' },
    lamp: (is, should, tolerance) => ({
      formula: `=IF(ABS(${is}-${should})<=${tolerance},"${OK}","${word}")`,
      cached: amount(count).lte(words.tolerance) ? OK : word,
    }),
  };
}

/** In a live workbook, of figures that follow the cells and values of the run: once inputs change, the run is old. */
export const partlyRun = (check: Check, { figures }: Page): Check =>
  figures.results.live
    ? {
        ...check,
        lamp: (is, should, tolerance) => {
          const { formula, ...lit } = check.lamp(is, should, tolerance);
          return { ...lit, formula: formula.replaceAll(`"${FAILS}"`, `IF(${UNCHANGED},"${FAILS}","${STALE}")`) };
        },
      }
    : check;

const shownOf = (side: Side, column: number): FormulaValue => ({
  formula: `=${side.formula(column)}`,
  cached: inCell(side.value(column)),
});

/** A figure of a check as plain text: what a cell that is linked to it holds now. */
export const cachedOf = (value: WrittenValue): FormulaValue['cached'] => {
  if (typeof value === 'string') return value;
  if ('number' in value) return value;
  return 'cached' in value ? value.cached : value.text;
};

/** Half a unit of money, or of the smallest unit where a model is small; sums of doubles stay far below. */
export const moneyTolerance = (largestYear: Amount): Amount =>
  amount(largestYear.lt(10_000) ? '0.000001' : largestYear.lt(1_000_000) ? '0.005' : '0.5');
