/** The user's own cells that would go into the copy, judged one by one: what they hold, and what they are computed from. */
import { Exact } from '../engine/readings/decimals';
import { cellText, type Entries, type Entry } from '../inputs/entry';
import { folded } from '../inputs/labels';
import type { Snapshot } from '../workbook/workbook';
import { computedFrom } from './computed';
import type { Leak } from './leak';
import { addresses, isOfDelivery, isOfWords, type ShownCell, type ShownTable } from './public-snapshot';
import type { Secret } from './secrets';
import { leavingOut, leftOut, type Remedy, type Shared } from './shared';
import { tellings, type Telling } from './spellings';
import { toldBy, toldByNumber } from './told';

/** What the cells of one copy are judged by. */
interface Judging {
  readonly entries: Entries;
  readonly all: readonly Telling[];
  readonly computed: ReadonlyMap<string, Secret>;
  readonly shared: Shared;
}

type Found = Pick<Leak, 'place' | 'how'> & { readonly secret: Secret };

/**
 * Whether a row is about a secret, so that a number of few digits in it tells: one that addresses the row of the secret.
 * A cost that names the item is about its amounts, not its rates: uptake of 25% beside a discount of 25% says nothing.
 */
const isAbout =
  ({ entries }: Judging, entry: Entry, value: number) =>
  ({ secret, rate }: Telling): boolean => {
    if (addresses(entries, entry, secret, 'any')) return true;
    if (rate || entry.table.word !== 'Costs' || Math.abs(value) < 10) return false;
    const named = [...secret.entry.cells.values()].flatMap((cell) => (cell.kind === 'text' ? [folded(cell.text)] : []));
    return ['Technology', 'Item', 'Price item'].some((label) => {
      const text = folded(cellText(entry.cells.get(label)));
      return text !== '' && text === named[0];
    });
  };

function judged(judging: Judging, { held }: ShownTable, entry: Entry, cell: ShownCell): Found | null {
  const secret = judging.computed.get(`${cell.sheet.toUpperCase()}!${cell.cell}`);
  if (secret) return { secret, place: 'Formulas and names', how: 'It is computed from a confidential cell.' };
  const { value } = cell.is;
  // A list price is whole packs of its own rebate by chance: 25% of four.
  const isList = held.table.word === 'Prices';
  const isYear = /^(First|Base|Price) year$/i.test(cellText(entry.cells.get('Setting')));
  const told =
    typeof value === 'number' && !isYear
      ? toldByNumber(new Exact(value), judging.all, { packs: !isList, about: isAbout(judging, entry, value) })
      : typeof value === 'string'
        ? toldBy(value, judging.all)
        : null;
  return told && { secret: told.telling.secret, place: 'Cells, also hidden', how: told.how };
}

/** Ways to close it: the cell left out, or the part of the copy that it is of. */
function remediesFor(
  { shared }: Judging,
  { held, table }: ShownTable,
  column: number,
  cell: ShownCell,
): readonly Remedy[] {
  return [
    { kind: 'leave out', of: 'cell', shared: leftOut(shared, cell) },
    ...(shared.sources && isOfWords(table.headers[column] ?? '') ? [leavingOut(shared, 'sources')] : []),
    ...(shared.delivery && isOfDelivery(held) ? [leavingOut(shared, 'delivery')] : []),
  ];
}

/** Leaks in the cells that go into a copy. */
export function typedLeaks(
  source: Snapshot,
  entries: Entries,
  shown: readonly ShownTable[],
  secrets: readonly Secret[],
  shared: Shared,
): readonly Leak[] {
  if (secrets.length === 0) return [];
  const judging: Judging = { entries, all: tellings(secrets), computed: computedFrom(source, secrets), shared };
  return shown.flatMap((table) =>
    table.from.flatMap((cells, row) =>
      cells.flatMap((cell, column): readonly Leak[] => {
        const entry = table.entries[row];
        const found = cell && entry ? judged(judging, table, entry, cell) : null;
        if (cell === null || found === null) return [];
        const { secret, place, how } = found;
        const at = `${cell.sheet}!${cell.cell}`;
        const remedies = remediesFor(judging, table, column, cell);
        return [{ secret: secret.name, place, at, how, cell: { sheet: cell.sheet, cell: cell.cell }, remedies }];
      }),
    ),
  );
}
