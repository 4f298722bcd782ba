/** Year columns and the years of the model: out of order, twice, or outside. */
import type { Finding, Place } from '../../engine/finding';
import { letters, type Entries, type EntryTable } from '../entry';
import { error, notice, quoted } from '../said';
import { excelName } from '../table';
import { periodOf, type Horizon } from '../years';

function checkTable({ table, at, yearColumns, rows }: EntryTable, horizon: Horizon): readonly Finding[] {
  const findings: Finding[] = [];
  const seen = new Map<number, string>();
  let last = -1;
  for (const { header, label, column } of yearColumns) {
    const place: Place = { ...at, cell: letters(column) + String(at.row ?? 1), column: label };
    const period = periodOf(header, horizon);
    if (period === null) {
      const holds = rows.some((row) => row.years.some((year) => year.label === label));
      if (holds)
        findings.push(
          notice(
            'year-outside',
            place,
            `Column ${quoted(label)} of ${excelName(table)} lies outside the years of the model.`,
            'It is kept, and not used.',
          ),
        );
      continue;
    }
    const before = seen.get(period);
    if (before !== undefined)
      findings.push(
        error(
          'duplicate-year',
          place,
          `Columns ${quoted(before)} and ${quoted(label)} of ${excelName(table)} are the same year.`,
          'Keep one of them.',
        ),
      );
    else if (period < last)
      findings.push(
        error(
          'years-out-of-order',
          place,
          `Column ${quoted(label)} of ${excelName(table)} stands after a later year.`,
          'Put the year columns in order: a blank year repeats the one to its left.',
        ),
      );
    seen.set(period, label);
    last = Math.max(last, period);
  }
  return findings;
}

export const checkYears = (entries: Entries, horizon: Horizon): readonly Finding[] =>
  [...entries.values()].flatMap((table) => checkTable(table, horizon));
