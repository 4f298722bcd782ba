/**
 * What to leave out so that no figure of the copy is one that the confidential terms make: rows that change a parameter
 * (scenarios, goals, uncertainty), or the amounts of the costs of what is secret, and with those the results, which would be
 * of another model. Each is tried; what does not close the leak is not offered.
 */
import { cellText, type Entry } from '../inputs/entry';
import { folded } from '../inputs/labels';
import type { Kept } from './copy';
import { addresses, isAddressing, shownTables, type ShownTable } from './public-snapshot';
import type { Secret } from './secrets';
import { leftOut, withoutPart, type LeftCell, type Remedy, type Shared } from './shared';

/** More are not tried: each is the model run anew. */
const MOST = 40;

/** `told`: how many figures tell as it is asked for; `still`: how many would, asked for this. */
export function closing(kept: Kept, shared: Shared, told: number, still: (asked: Shared) => number): readonly Remedy[] {
  const shown = shownTables(kept.source, kept.entries, kept.secrets, shared);
  const rows = fewest(changing(kept, shown), shared, told, still);
  if (rows !== null) return [{ kind: 'leave out', of: 'scenarios', shared: rows }];
  const bare = withoutPart(amountsOf(kept.secrets, shown).reduce(leftOut, shared), 'results');
  return still(bare) === 0 ? [{ kind: 'leave out', of: 'amounts', shared: bare }] : [];
}

/** Rows left out one by one, those that close nothing kept; null where some leak stays. */
function fewest(
  cells: readonly LeftCell[],
  shared: Shared,
  told: number,
  still: (asked: Shared) => number,
): Shared | null {
  let [asked, left] = [shared, told];
  for (const cell of cells.slice(0, MOST)) {
    if (left === 0) break;
    const without = leftOut(asked, cell);
    const after = still(without);
    if (after < left) [asked, left] = [without, after];
  }
  return left === 0 ? asked : null;
}

/** A cell of each row that changes a parameter, those about a secret first. */
function changing({ entries, secrets }: Kept, shown: readonly ShownTable[]): readonly LeftCell[] {
  const rows = shown.flatMap(({ held, entries: all, from }) =>
    isAddressing(held)
      ? all.flatMap((entry, row) => {
          const cell = from[row]?.find((each) => each !== null);
          return cell ? [{ cell, about: secrets.some((secret) => addresses(entries, entry, secret, 'any')) }] : [];
        })
      : [],
  );
  return [...rows.filter(({ about }) => about), ...rows.filter(({ about }) => !about)].map(({ cell }) => cell);
}

/** Numbers of the costs that name what is secret. */
function amountsOf(secrets: readonly Secret[], shown: readonly ShownTable[]): readonly LeftCell[] {
  const texts = new Set(secrets.flatMap(({ entry }) => named(entry)));
  return shown.flatMap(({ held, entries, from }) =>
    held.table.word !== 'Costs'
      ? []
      : entries.flatMap((entry, row) =>
          named(entry).some((text) => texts.has(text))
            ? (from[row] ?? []).flatMap((cell) => (cell && typeof cell.is.value === 'number' ? [cell] : []))
            : [],
        ),
  );
}

/** What a row is about. */
const named = (entry: Entry): readonly string[] =>
  ['Technology', 'Item', 'Price item'].map((label) => folded(cellText(entry.cells.get(label)))).filter(Boolean);
