/** Rows that are typed twice. Where rows give one value it is an error; where rows add they are noticed. */
import type { Finding } from '../../engine/finding';
import { placeOf, textOf, type Entry, type EntryTable } from '../entry';
import { ALL, folded, isAll, listed } from '../labels';
import { error, notice, rowName, warning } from '../said';
import { excelName } from '../table';
import type { Check } from './check';

const keyOf = (entry: Entry): string =>
  JSON.stringify(
    entry.table.identity.map((field) => (isAll(textOf(entry, field)) ? ALL : folded(textOf(entry, field)))),
  );

const contents = (entry: Entry): string =>
  JSON.stringify([
    ...entry.table.fields.filter((field) => field.label !== 'Source').map((field) => textOf(entry, field)),
    ...entry.years.map(({ label, cell }) => [label, cell.kind === 'number' ? cell.given.value.toString() : '']),
  ]);

function checkTable({ table, rows }: EntryTable): readonly Finding[] {
  if (table.identity.length === 0) return [];
  const first = new Map<string, Entry>();
  return rows.flatMap((entry): readonly Finding[] => {
    const before = first.get(keyOf(entry));
    if (!before) {
      first.set(keyOf(entry), entry);
      return [];
    }
    const place = placeOf(entry, table.identity[0]?.label ?? '');
    const keys = listed(table.identity.map((field) => field.label));
    const said = `Row ${String(entry.at.row ?? 0)} of ${excelName(table)} (${rowName(entry)}) has the same ${keys} as row ${String(before.at.row ?? 0)}.`;
    if (table.adds !== true) return [error('duplicate-row', place, said, 'Keep one of the two rows.')];
    return [
      contents(entry) === contents(before)
        ? warning('duplicate-row', place, said, 'Both are counted. Clear one if it was typed twice.')
        : notice('duplicate-row', place, said, 'Both are counted; an address changes both.'),
    ];
  });
}

export const duplicates: Check = ({ entries }) => [...entries.values()].flatMap(checkTable);
