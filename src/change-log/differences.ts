/** What changed between two workbooks: rows added, taken away or changed, and their values, in the order of the tables. */
import type { Place } from '../engine/finding';
import { cellPlace, cellText, type Entries, type Entry, type EntryTable } from '../inputs/entry';
import { excelName } from '../inputs/table';

/** One value: what it was and what it is; empty where there was, or is, none. */
export interface ValueChange {
  readonly parameter: string;
  readonly from: string;
  readonly to: string;
  readonly at: Place;
}

/** One row that differs. `before` or `after` is null where the row is new, or gone. */
export interface RowChange {
  readonly table: string;
  readonly word: string;
  readonly key: string;
  readonly before: Entry | null;
  readonly after: Entry | null;
  readonly values: readonly ValueChange[];
}

/** Rows by their address, told apart by a number where two have the same. */
function keyed(held: EntryTable | undefined): ReadonlyMap<string, Entry> {
  const seen = new Map<string, number>();
  return new Map(
    (held?.rows ?? []).map((row) => {
      const address = row.address.toLowerCase();
      const count = (seen.get(address) ?? 0) + 1;
      seen.set(address, count);
      return [count === 1 ? address : `${address} (${String(count)})`, row];
    }),
  );
}

/** A row's values by the name of their column. Sources and notes are words about a number: they change none. */
const valuesOf = (entry: Entry | null): ReadonlyMap<string, { readonly text: string; readonly at: Place }> =>
  new Map(
    [...(entry?.cells ?? []), ...(entry?.years ?? []).map(({ label, cell }) => [label, cell] as const)].map(
      ([label, cell]) => [label, { text: cellText(cell), at: cellPlace(cell) }],
    ),
  );

function changedValues(before: Entry | null, after: Entry | null): readonly ValueChange[] {
  const [was, is] = [valuesOf(before), valuesOf(after)];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((label): readonly ValueChange[] => {
    const [from, to] = [was.get(label), is.get(label)];
    const at = to?.at ?? from?.at;
    if (!at || from?.text === to?.text) return [];
    return [
      { parameter: `${(after ?? before)?.address ?? ''}/${label}`, from: from?.text ?? '', to: to?.text ?? '', at },
    ];
  });
}

/** Every row that differs between two readings. */
export function differences(before: Entries, after: Entries): readonly RowChange[] {
  const words = [...new Set([...after.keys(), ...before.keys()])];
  return words.flatMap((word) => {
    const [was, is] = [keyed(before.get(word)), keyed(after.get(word))];
    const table = after.get(word)?.table ?? before.get(word)?.table;
    return [...new Set([...is.keys(), ...was.keys()])].flatMap((key): readonly RowChange[] => {
      const [from, to] = [was.get(key) ?? null, is.get(key) ?? null];
      const values = changedValues(from, to);
      return values.length === 0 || !table
        ? []
        : [{ table: excelName(table), word, key, before: from, after: to, values }];
    });
  });
}

/** The inputs as they were, with some of the changes made. */
export function withChanges(before: Entries, after: Entries, made: readonly RowChange[]): Entries {
  const words = [...new Set([...before.keys(), ...made.map((change) => change.word)])];
  return new Map(
    words.flatMap((word): readonly (readonly [string, EntryTable])[] => {
      const [held, next] = [before.get(word), after.get(word)];
      const shape = held ?? next;
      if (!shape) return [];
      const mine = new Map(made.filter((change) => change.word === word).map((change) => [change.key, change]));
      const kept = [...keyed(held)].flatMap(([key, row]) => mine.get(key)?.after ?? (mine.has(key) ? [] : [row]));
      const added = [...mine.values()].flatMap((change) =>
        change.before === null && change.after ? [change.after] : [],
      );
      const rows = [...kept, ...added].map((row, index) => ({ ...row, index }));
      return [[word, { ...shape, rows }]];
    }),
  );
}
