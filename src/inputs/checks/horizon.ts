/** Year columns and the years of the model: out of order, twice, or outside. */
import type { Finding, Place } from '../../engine/finding';
import { letters, type Entries, type EntryTable } from '../entry';
import { error, notice, quoted } from '../said';
import { excelName } from '../table';
import { periodOf, type Horizon } from '../years';

type YearColumn = EntryTable['yearColumns'][number];

const placeIn = (table: EntryTable, { label, column }: YearColumn): Place => ({
  ...table.at,
  cell:
    table.bound === 'turned'
      ? table.at.cell.replace(/\d+$/, String(column))
      : letters(column) + String(table.at.row ?? 1),
  column: label,
});

/** A year column that is not used, and holds something. */
function outside(table: EntryTable, column: YearColumn): readonly Finding[] {
  const holds = table.rows.some((row) => row.years.some((year) => year.label === column.label));
  const message = `Column ${quoted(column.label)} of ${excelName(table.table)} lies outside the years of the model.`;
  return holds ? [notice('year-outside', placeIn(table, column), message, 'It is kept, and not used.')] : [];
}

/** A year column against those to its left. */
function misplaced(
  table: EntryTable,
  column: YearColumn,
  period: number,
  before: ReadonlyMap<number, string>,
): readonly Finding[] {
  const place = placeIn(table, column);
  const same = before.get(period);
  const name = excelName(table.table);
  if (same !== undefined)
    return [
      error(
        'duplicate-year',
        place,
        `Columns ${quoted(same)} and ${quoted(column.label)} of ${name} are the same year.`,
        'Keep one of them.',
      ),
    ];
  return period < Math.max(-1, ...before.keys())
    ? [
        error(
          'years-out-of-order',
          place,
          `Column ${quoted(column.label)} of ${name} stands after a later year.`,
          'Put the year columns in order: a blank year repeats the one to its left.',
        ),
      ]
    : [];
}

function checkTable(table: EntryTable, horizon: Horizon): readonly Finding[] {
  const before = new Map<number, string>();
  return table.yearColumns.flatMap((column) => {
    const period = periodOf(column.header, horizon);
    if (period === null) return outside(table, column);
    const findings = misplaced(table, column, period, before);
    before.set(period, column.label);
    return findings;
  });
}

export const checkYears = (entries: Entries, horizon: Horizon): readonly Finding[] =>
  [...entries.values()].flatMap((table) => checkTable(table, horizon));
