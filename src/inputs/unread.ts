/** Tables that are not read: those of later parts of the contract, and those nobody knows. */
import type { Finding, Place } from '../engine/finding';
import type { TableSnapshot } from '../workbook/workbook';
import { letters } from './entry';
import { nearest } from './labels';
import { error, notice, quoted, warning } from './said';
import { LATER_TABLES, TABLES } from './tables';

/** A table of value realisation: an error at the first cell that holds something, nothing where it is empty. */
export function laterTable(snapshot: TableSnapshot, word: string): readonly Finding[] {
  for (const [index, cells] of snapshot.rows.entries()) {
    const column = cells.findIndex((cell) => cell.error !== undefined || (cell.value !== null && cell.value !== ''));
    if (column < 0) continue;
    const row = snapshot.row + 1 + index;
    const at: Place = {
      sheet: snapshot.sheet,
      cell: letters(snapshot.column + column) + String(row),
      table: `BIM_${word}`,
      row,
      column: snapshot.headers[column] ?? '',
    };
    return [
      error(
        'not-yet-supported',
        at,
        `Table BIM_${word} is not yet supported, and it holds something.`,
        'Clear it, or rename the table, to compute the budget impact alone.',
      ),
    ];
  }
  return [];
}

/** A table whose name begins like ours and is not in the contract. */
export function unknownTable(snapshot: TableSnapshot): Finding {
  const meant = nearest(snapshot.name.replace(/^BIM_/i, ''), [...TABLES.map((table) => table.word), ...LATER_TABLES]);
  const at: Place = {
    sheet: snapshot.sheet,
    cell: letters(snapshot.column) + String(snapshot.row),
    table: snapshot.name,
    row: snapshot.row,
  };
  return meant === null
    ? notice('unknown-table', at, `Table ${quoted(snapshot.name)} is not read.`, 'Nothing is lost.')
    : warning(
        'unknown-table',
        at,
        `Table ${quoted(snapshot.name)} is not read.`,
        `Name it BIM_${meant} if that is meant.`,
      );
}
