/** Cells that show fewer digits than they hold: figures rest on what is held, which is not what the modeller sees. */
import type { Finding } from '../engine/finding';
import { placeIn } from '../workbook/bindings';
import type { TableSnapshot } from '../workbook/workbook';
import { letters } from './entry';
import { tablePlace, warning } from './said';
import { excelName, type Table } from './table';

/** One warning a table; `read`: columns (from 0) of which something is read. */
export function shownRounded(snapshot: TableSnapshot, table: Table, read: readonly number[]): readonly Finding[] {
  const cells = snapshot.rows.flatMap((row, index) =>
    read.filter((column) => row[column]?.rounded === true).map((column) => placeIn(snapshot, index, column)),
  );
  const [first] = cells;
  if (first === undefined) return [];
  const cell = letters(first.column) + String(first.row);
  return [
    warning(
      'shown-rounded',
      tablePlace(table, snapshot.sheet, cell, first.row),
      cells.length === 1
        ? `${cell} of ${excelName(table)} shows fewer digits than it holds; figures use what it holds.`
        : `${String(cells.length)} cells of ${excelName(table)} show fewer digits than they hold, ${cell} first; figures use what they hold.`,
      'Show more decimals in Excel, or type the rounded figure where that is meant.',
    ),
  ];
}
