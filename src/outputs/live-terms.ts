/** Formulas over the rows of a live model: what a printed figure points at where there is one. */
import { sumKey, type LiveTerm, type LiveTotal } from '../engine/readings/live/document';
import { quotedName } from '../engine/readings/live/references';
import type { Results } from '../engine/results';
import type { Listed } from '../engine/traces';
import type { WrittenValue } from '../workbook/workbook';
import { amount, inCell, type Amount } from './amounts';
import { letters } from './letters';
import type { Terms } from './row';

/** The rows that a list of results is the sum of, where there is a live model. */
export const termsOf = (results: Results, values: Listed | undefined): Terms =>
  values === undefined ? undefined : results.live?.rows.get(values);

/** The rows of several lists together; undefined where one is not known. */
export function termsOfAll(results: Results, lists: readonly Listed[]): Terms {
  if (!results.live) return undefined;
  const found = lists.map((list) => termsOf(results, list));
  return found.every((terms) => terms !== undefined) ? found.flat() : undefined;
}

/** A cell of a row of a live model. */
export const liveCell = (term: LiveTerm, column: number): string =>
  `${quotedName(term.sheet)}!${letters(column)}${String(term.row)}`;

/** The sum of rows in one column of the grid, which is the same on every sheet. */
export function formulaOf(results: Results, terms: readonly LiveTerm[], column: number): string {
  const part = (sign: 1 | -1): string | null => {
    const rows = terms.filter((term) => term.sign === sign).sort((a, b) => a.row - b.row);
    const [sheet = ''] = new Set(rows.map((term) => term.sheet));
    const key = sumKey(
      sheet,
      rows.map(({ row }) => row),
    );
    const whole = rows.every((term) => term.sheet === sheet) ? results.live?.sums.get(key) : undefined;
    if (whole) return liveCell(whole, column);
    if (rows.length <= 1) return rows[0] ? liveCell(rows[0], column) : null;
    return `SUM(${runs(rows, column).join(',')})`;
  };
  const [plus, minus] = [part(1), part(-1)];
  return `=${plus ?? '0'}${minus === null ? '' : `-${minus}`}`;
}

/** Rows below each other, taken together. */
export function adjoining(rows: readonly LiveTerm[]): readonly { readonly first: LiveTerm; readonly last: LiveTerm }[] {
  const made: { first: LiveTerm; last: LiveTerm }[] = [];
  for (const row of [...rows].sort((a, b) => a.row - b.row)) {
    const held = made.at(-1);
    if (held && held.last.sheet === row.sheet && held.last.row + 1 === row.row) held.last = row;
    else made.push({ first: row, last: row });
  }
  return made;
}

/** The same as ranges. */
const runs = (rows: readonly LiveTerm[], column: number): readonly string[] =>
  adjoining(rows).map(({ first, last }) =>
    first === last ? liveCell(first, column) : `${liveCell(first, column)}:${letters(column)}${String(last.row)}`,
  );

/** The column of figures that belong to no year, on live sheets as on those of results. */
const CONSTANTS = 5;

/** Reference to a figure that belongs to no year. */
export const constantCell = (term: LiveTerm): string => liveCell(term, CONSTANTS);

/** Reference to a total of all years; null where there is no live model. */
export function totalCell({ live }: Results, of: LiveTotal): string | null {
  const term = live?.totals.get(of);
  return term ? constantCell(term) : null;
}

/** A total of all years: a link to the live model where there is one. */
export function totalValue(results: Results, of: LiveTotal, value: string): WrittenValue {
  const cell = totalCell(results, of);
  const cached = inCell(amount(value));
  return cell === null ? cached : { formula: `=${cell}`, cached };
}

/** A figure of a list: a link to the live model where there is one. */
export const liveValue = (results: Results, list: Listed | undefined, column: number, value: Amount): WrittenValue =>
  list === undefined ? inCell(value) : addedValue(results, [list], column, value);

/** A figure that belongs to no year: a link to the live model where there is one. */
export function constantValue(results: Results, list: Listed, value: Amount): WrittenValue {
  const [term] = termsOf(results, list) ?? [];
  return term ? { formula: `=${constantCell(term)}`, cached: inCell(value) } : inCell(value);
}

/** A figure that is the sum of lists. */
export function addedValue(results: Results, lists: readonly Listed[], column: number, value: Amount): WrittenValue {
  const terms = termsOfAll(results, lists);
  return terms === undefined ? inCell(value) : { formula: formulaOf(results, terms, column), cached: inCell(value) };
}

/** A list of years added up, from the column of the first year: a sum over its row where there is a live model. */
export function addedYears(results: Results, list: Listed, first: number, value: Amount): WrittenValue {
  const [term, ...others] = termsOf(results, list) ?? [];
  if (!term || others.length > 0) return inCell(value);
  const last = `${letters(first + list.length - 1)}${String(term.row)}`;
  return { formula: `=SUM(${liveCell(term, first)}:${last})`, cached: inCell(value) };
}
