/** Formulas over the rows of a live model: what a printed figure points at where there is one. */
import { sumKey, type LiveTerm } from '../engine/readings/live/document';
import type { Results } from '../engine/results';
import type { Listed } from '../engine/traces';
import type { WrittenValue } from '../workbook/workbook';
import { inCell, type Amount } from './amounts';
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

const quoted = (sheet: string): string => (/^[A-Za-z]+$/.test(sheet) ? sheet : `'${sheet.replaceAll("'", "''")}'`);

/** A cell of a row of a live model. */
export const liveCell = (term: LiveTerm, column: number): string =>
  `${quoted(term.sheet)}!${letters(column)}${String(term.row)}`;

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

/** Rows below each other as ranges. */
function runs(rows: readonly LiveTerm[], column: number): readonly string[] {
  const made: { first: LiveTerm; last: LiveTerm }[] = [];
  for (const row of rows) {
    const held = made.at(-1);
    if (held && held.last.sheet === row.sheet && held.last.row + 1 === row.row) held.last = row;
    else made.push({ first: row, last: row });
  }
  return made.map(({ first, last }) =>
    first === last ? liveCell(first, column) : `${liveCell(first, column)}:${letters(column)}${String(last.row)}`,
  );
}

/** A figure of a list: a link to the live model where there is one. */
export function liveValue(results: Results, list: Listed | undefined, column: number, value: Amount): WrittenValue {
  const terms = termsOf(results, list);
  return terms === undefined ? inCell(value) : { formula: formulaOf(results, terms, column), cached: inCell(value) };
}
