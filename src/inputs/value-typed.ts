/** What a parameter is in the model as typed, and may be: where a search for a goal begins, and how far draws may go. */
import type { Decimal } from 'decimal.js';
import type { Entries } from './entry';
import { horizonOf } from './settings';
import { findTarget } from './target';
import { periodOf } from './years';

/** The first number that the address finds; null where it finds none, or a row that has its default. */
export function valueTyped(entries: Entries, parameter: string): Decimal | null {
  const horizon = horizonOf(entries);
  const found = findTarget(entries, parameter, horizon);
  if ('fault' in found) return null;
  const { target } = found;
  const rows = [...(entries.get(found.table.word)?.rows ?? [])].filter(found.matches);
  for (const row of rows) {
    const cell =
      target.kind === 'field'
        ? row.cells.get(
            found.table.variants?.fields.includes(target.field) === true
              ? found.table.variants.column.label
              : target.field.label,
          )
        : row.years.find((year) => horizon !== null && target.periods.includes(periodOf(year.header, horizon) ?? -1))
            ?.cell;
    if (cell?.kind === 'number') return cell.given.value;
  }
  return null;
}

/** What a parameter's field allows; null where it is no number, or has no bounds. */
export function boundsOf(
  entries: Entries,
  parameter: string,
): { readonly minimum: number; readonly maximum: number } | null {
  const found = findTarget(entries, parameter, horizonOf(entries));
  if ('fault' in found) return null;
  const field = found.target.kind === 'field' ? found.target.field : found.table.years?.value;
  if (field?.kind !== 'number') return null;
  return { minimum: Number(field.minimum ?? -Infinity), maximum: Number(field.maximum ?? Infinity) };
}
