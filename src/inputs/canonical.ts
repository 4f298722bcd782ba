/**
 * The inputs as canonical text, for their hash: tables in the order of the catalogue, rows as they stand, numbers
 * exact, nothing of place, format, locale or unknown columns.
 */
import { cellText, type Entries, type Entry } from './entry';

function rowText(entry: Entry): string {
  const cells = entry.table.fields.flatMap(({ label }): readonly (readonly [string, string])[] => {
    const cell = entry.cells.get(label);
    return cell ? [[label, `${cell.kind === 'number' ? '#' : ''}${cellText(cell)}`]] : [];
  });
  const years = entry.years.map(
    ({ header, cell }) =>
      [
        header.kind === 'baseline' ? 'baseline' : `${header.kind} ${String(header.year)}`,
        `#${cellText(cell)}`,
      ] as const,
  );
  return JSON.stringify([...cells, ...years.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))]);
}

export const canonicalInputs = (entries: Entries): string =>
  [...entries.values()].map(({ table, rows }) => [table.word, ...rows.map(rowText)].join('\n')).join('\n\n');
