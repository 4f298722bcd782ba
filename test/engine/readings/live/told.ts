/**
 * A live model as text, to be read: cells stand under the names of their rows, with `$` where their column is fixed, and
 * its letter behind unless it is that of constants; [-1] stands a column to the left.
 */
import type { LiveBlock, LiveModel, LiveRow } from '../../../../src/engine/readings/live/document';
import { CONSTANT_COLUMN, COUNTER_ROW, YEAR_ROW } from '../../../../src/engine/readings/live/layout';

const REFERENCE = /(?:('[^']+'|[A-Za-z]\w*)!)?(\$?)([A-Z]{1,3})\$?(\d+)(?![\w(])/g;
const columnOf = (letters: string): number =>
  Array.from(letters).reduce((at, letter) => at * 26 + letter.charCodeAt(0) - 64, 0);

const BY_LABEL = /^(Numbers of the method|Flags of)/;
function rowNamed({ name }: LiveBlock, { labels }: LiveRow): string {
  if (labels.length === 0) return name;
  return BY_LABEL.test(name) ? labels.join() : `${name}(${labels.join(' · ')})`;
}

/** Names of rows, by sheet and row. */
const namesIn = ({ sheets }: LiveModel): ReadonlyMap<string, string> =>
  new Map(
    sheets.flatMap(({ sheet, axis, blocks }) => [
      [`${sheet}!${String(COUNTER_ROW)}`, `${axis} counted`] as const,
      ...(axis === 'year' ? [] : [[`${sheet}!${String(YEAR_ROW)}`, `year of the ${axis}`] as const]),
      ...blocks.flatMap((block) =>
        block.rows.map((row) => [`${sheet}!${String(row.row)}`, rowNamed(block, row)] as const),
      ),
    ]),
  );

/** A formula of a cell, with the names of what it refers to. */
function named(names: ReadonlyMap<string, string>, sheet: string, column: number, formula: string): string {
  let home = sheet;
  return formula.replace(
    REFERENCE,
    (text, of: string | undefined, fixed: string, letters: string, row: string, at: number) => {
      home = of?.replace(/'/g, '') ?? (formula[at - 1] === ':' ? home : sheet);
      const name = names.get(`${home}!${row}`);
      const by = columnOf(letters) - column;
      if (name === undefined) return text;
      if (fixed === '') return by === 0 ? name : `${name}[${String(by)}]`;
      return columnOf(letters) === CONSTANT_COLUMN ? `$${name}` : `$${name}[${letters}]`;
    },
  );
}

/** Rows of the blocks that are wanted: each with its formulas from left to right, said again only where they change. */
export function told(live: LiveModel, wanted: (block: LiveBlock) => boolean): readonly string[] {
  const names = namesIn(live);
  return live.sheets.flatMap(({ sheet, blocks }) =>
    blocks.filter(wanted).flatMap((block) =>
      block.rows.map((row) => {
        const texts = row.cells.map(({ column, formula, value }) =>
          formula === null ? value : named(names, sheet, column, formula),
        );
        return `${rowNamed(block, row)} ${texts.filter((text, n) => text !== texts[n - 1]).join(' | ')}`;
      }),
    ),
  );
}
