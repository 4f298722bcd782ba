/** Rows of value realisation in a live workbook: linked to cells where there are some, and marked where they are values. */
import type { LiveTerm, LiveTotal } from '../engine/readings/live/document';
import type { Listed } from '../engine/traces';
import type { Amount } from './amounts';
import { constantCell, termsOfAll, totalCell } from './live-terms';
import { yearFormula, type Taken } from './live-months';
import { address, COLUMN, noteColumn, sumOfYears, type Page } from './page';
import { atYearEnd, monthly, perYear } from './realised';
import { constant, flow, stock, type Row } from './row';

interface Held {
  readonly values: Listed;
}

/** People by month as a row of years. */
export function rowOfMonths(page: Page, rows: readonly Held[], taken: Taken): Row {
  const { results, years } = page.figures;
  const months = monthly(rows, 12 * years.length);
  const formula = yearFormula(
    results,
    rows.map(({ values }) => values),
    taken,
  );
  const written = (column: number): string | null =>
    formula(COLUMN.firstYear) !== null && column === COLUMN.total ? sumOfYears(page, page.next) : formula(column);
  return taken === 'added'
    ? { ...flow(perYear(months), null), written }
    : { ...stock(atYearEnd(months), null), written };
}

/** A row made from printed rows of its own sheet, the same in every column. */
export const rowOfRows = (
  page: Page,
  of: Row,
  keys: readonly string[],
  how: (cells: readonly string[]) => string,
): Row => {
  const rows = keys.map((key) => page.rows.get(key)?.row);
  const live = page.figures.results.live?.finer ?? null;
  if (live === null || !rows.every((row) => row !== undefined)) return of;
  return {
    ...of,
    written: (column) =>
      column === COLUMN.total && of.adds === true
        ? sumOfYears(page, page.next)
        : `=${how(rows.flatMap((row) => [address(row, column), address(row, column - 1)]))}`,
  };
};

/** Lists by year, added. */
export const rowOfYears = ({ figures: { results, years } }: Page, rows: readonly Held[]): Row =>
  flow(
    monthly(rows, years.length),
    null,
    termsOfAll(
      results,
      rows.map(({ values }) => values),
    ),
  );

/** Totals of all years, one or one less another; null where there is no live model. */
export function totalsFormula({ figures: { results } }: Page, plus: LiveTotal, minus?: LiveTotal): string | null {
  const [more, less] = [totalCell(results, plus), minus === undefined ? '' : totalCell(results, minus)];
  return more === null || less === null ? null : `=${more}${less === '' ? '' : `-${less}`}`;
}

/** A figure of all years; `plus` and `minus`: the totals that it is made of. */
export function rowOfTotals(page: Page, value: Amount, plus: LiveTotal, minus?: LiveTotal): Row {
  const text = totalsFormula(page, plus, minus);
  return { ...constant(value, page.figures.years), written: (column) => (column === COLUMN.total ? text : null) };
}

/** A figure that belongs to no year; `term`: where it stands in a live model. */
export const rowOfConstant = (page: Page, value: Amount, term: LiveTerm | undefined): Row => ({
  ...constant(value, page.figures.years),
  ...(term ? { written: (column: number) => (column === COLUMN.total ? `=${constantCell(term)}` : null) } : {}),
});

/** Said in the band of a section whose figures are runs of the whole model, or drawn. */
const OF_THE_RUN = 'values of the run: they follow no cell';

/** Says so in a live workbook, in the band of the section that was just opened; `text` where only some do. */
export function markValues(page: Page, row: number, text = OF_THE_RUN): void {
  if (!page.figures.results.live) return;
  const column = noteColumn(page.figures);
  const at = page.cells.findIndex((cell) => cell.row === row && cell.column === column);
  const cell = page.cells[at];
  if (cell) page.cells[at] = { ...cell, value: text, style: 'sectionNote', indent: 1 };
}
