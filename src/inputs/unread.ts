/** Tables that are not read, because nobody knows them. */
import type { Finding, Place } from '../engine/finding';
import type { TableSnapshot } from '../workbook/workbook';
import { letters } from './entry';
import { nearest } from './labels';
import { notice, quoted, warning } from './said';
import { TABLES } from './tables';

/** A table whose name begins like ours and is not in the contract. */
export function unknownTable(snapshot: TableSnapshot): Finding {
  const meant = nearest(
    snapshot.name.replace(/^BIM_/i, ''),
    TABLES.map((table) => table.word),
  );
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
