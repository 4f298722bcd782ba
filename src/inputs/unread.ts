/** Tables that are not read: those of later parts of the contract, and those nobody knows. */
import type { Finding, Place } from '../engine/finding';
import type { Cell, Snapshot, TableSnapshot } from '../workbook/workbook';
import { letters } from './entry';
import { nearest, squeezed } from './labels';
import { error, notice, quoted, warning } from './said';
import { LATER_TABLES, TABLES } from './tables';

const isEmpty = (cell: Cell): boolean => cell.error === undefined && (cell.value === null || cell.value === '');

/** Tables of value realisation that are computed. */
const COMPUTED: ReadonlySet<string> = new Set(['bimtasks', 'bimwaves', 'bimresources', 'bimoutcomes']);
/** Tables that compare with the plan or take it apart: without them its delivery and worth still stand. */
const BESIDE: ReadonlySet<string> = new Set(['Actuals', 'Parts']);

/** True where a workbook holds some of the value realisation that is computed. */
export const hasRealisation = ({ tables }: Snapshot): boolean =>
  tables.some(({ name, rows }) => COMPUTED.has(squeezed(name)) && rows.flat().some((cell) => !isEmpty(cell)));

/**
 * A table that is not computed yet: nothing where it is empty; else an error at the first cell that holds something, or
 * a notice where what is computed stands without it.
 */
export function laterTable(snapshot: TableSnapshot, word: string, realised: boolean): readonly Finding[] {
  for (const [index, cells] of snapshot.rows.entries()) {
    const column = cells.findIndex((cell) => !isEmpty(cell));
    if (column < 0) continue;
    const row = snapshot.row + 1 + index;
    const at: Place = {
      sheet: snapshot.sheet,
      cell: letters(snapshot.column + column) + String(row),
      table: `BIM_${word}`,
      row,
      column: snapshot.headers[column] ?? '',
    };
    const message = `Table BIM_${word} is not yet supported, and it holds something.`;
    return realised && BESIDE.has(word)
      ? [notice('not-yet-supported', at, message, 'It is kept, and nothing is computed from it.')]
      : [error('not-yet-supported', at, message, 'Clear it, or rename the table, to compute the rest.')];
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
