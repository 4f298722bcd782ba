/** Formulas over the months of a live model: added up by year, as they stand at a year's end, and by groups of months. */
import type { LiveFiner, LiveTerm } from '../engine/readings/live/document';
import { quotedName } from '../engine/readings/live/references';
import type { Results } from '../engine/results';
import type { Listed } from '../engine/traces';
import type { WrittenValue } from '../workbook/workbook';
import { amount, inCell, type Amount } from './amounts';
import { letters } from './letters';
import { adjoining, formulaOf, liveCell, termsOfAll } from './live-terms';
import { endOf, lastOf, type Grouping } from './months';

/** How the months of a year are taken: people who start are added, people who wait are those of its last month. */
export type Taken = 'added' | 'at the end';

/** A year's figure from rows of months: the same formula in every column of years. */
export function yearFormula(
  results: Results,
  lists: readonly Listed[],
  taken: Taken,
): (column: number) => string | null {
  const found = rowsOfMonths(results, lists);
  if (found === null) return () => null;
  const { finer, terms } = found;
  return (column) => {
    const parts = adjoining(terms).map((rows) => (taken === 'added' ? addedIn : lastIn)(finer, rows, column));
    return `=${parts.length > 0 ? parts.join('+') : '0'}`;
  };
}

interface MonthRows {
  readonly finer: LiveFiner;
  readonly terms: readonly LiveTerm[];
}

/** Rows of months that lists are the sum of; null where there are none. */
function rowsOfMonths(results: Results, lists: readonly Listed[]): MonthRows | null {
  const terms = termsOfAll(results, lists);
  const finer = results.live?.finer;
  return finer && terms?.every(({ sheet, sign }) => sheet === finer.sheet && sign === 1) === true
    ? { finer, terms }
    : null;
}

interface Rows {
  readonly first: LiveTerm;
  readonly last: LiveTerm;
}

const sheetOf = (finer: LiveFiner): string => quotedName(finer.sheet);
const rowsText = (finer: LiveFiner, first: number, last: number): string =>
  `${sheetOf(finer)}!$${letters(finer.firstColumn)}$${String(first)}:$${letters(finer.lastColumn)}$${String(last)}`;
const yearsText = (finer: LiveFiner): string => rowsText(finer, finer.yearRow, finer.yearRow);
const counterText = ({ counter }: LiveFiner, column: number): string =>
  `${quotedName(counter.sheet)}!${letters(column)}$${String(counter.row)}`;

/** Months whose year is that of the column. */
function addedIn(finer: LiveFiner, { first, last }: Rows, column: number): string {
  const [years, counter] = [yearsText(finer), counterText(finer, column)];
  return first === last
    ? `SUMIF(${years},${counter},${rowsText(finer, first.row, first.row)})`
    : `SUMPRODUCT((${years}=${counter})*${rowsText(finer, first.row, last.row)})`;
}

/** The last month of the year of the column: years stand in order. */
function lastIn(finer: LiveFiner, { first, last }: Rows, column: number): string {
  const at = `MATCH(${counterText(finer, column)},${yearsText(finer)})`;
  return first === last
    ? `INDEX(${rowsText(finer, first.row, first.row)},${at})`
    : `SUM(INDEX(${rowsText(finer, first.row, last.row)},0,${at}))`;
}

/** Months `from` to `to` (from 0) added, rows and months together; the value where there is no live model. */
export function monthsAdded(
  results: Results,
  lists: readonly Listed[],
  [from, to]: readonly [number, number],
  value: Amount,
): WrittenValue {
  const found = rowsOfMonths(results, lists);
  if (found === null) return inCell(value);
  const { finer, terms } = found;
  const [first, last] = [finer.firstColumn + from, Math.min(finer.firstColumn + to, finer.lastColumn)];
  if (first === last) return { formula: formulaOf(results, terms, first), cached: inCell(value) };
  const ranges = adjoining(terms).map(
    (rows) => `${liveCell(rows.first, first)}:${letters(last)}${String(rows.last.row)}`,
  );
  return { formula: `=SUM(${ranges.join(',')})`, cached: inCell(value) };
}

/** One month (from 0) of lists together. */
export const inMonth = (results: Results, lists: readonly Listed[], month: number, value: Amount): WrittenValue =>
  monthsAdded(results, lists, [month, month], value);

/** One month of a list, blank where there is no figure: a link that is blank there too. */
export function inMonthIfKnown(results: Results, list: Listed | null, month: number): WrittenValue {
  const value = list?.[month] ?? null;
  const [term] = (list && termsOfAll(results, [list])) ?? [];
  const { finer } = results.live ?? {};
  if (!finer || term?.sheet !== finer.sheet) return value === null ? '' : inCell(amount(value));
  const column = finer.firstColumn + month;
  const cell = liveCell(term, column);
  if (term.known === undefined) return { formula: `=${cell}`, cached: value === null ? '' : inCell(amount(value)) };
  const known = liveCell({ ...term, row: term.known }, column);
  return { formula: `=IF(${known}=1,${cell},"")`, cached: value === null ? '' : inCell(amount(value)) };
}

/** People as they are at the end of each group of months, for a chart. */
export function heldAtEnds(
  results: Results,
  grouping: Grouping,
  people: readonly Amount[],
  lists: readonly Listed[],
): { readonly values: readonly Amount[]; readonly cells: readonly WrittenValue[] } {
  const values = endOf(grouping, people);
  const cells = values.map((value, n) => inMonth(results, lists, lastOf(grouping, n, people.length), value));
  return { values, cells };
}
