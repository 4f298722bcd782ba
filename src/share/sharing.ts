/** Making a copy from beginning to end, step by step: read, taken from what may be shown, run, written, read back and searched. */
import type { Report, Snapshot } from '../workbook/workbook';
import { keptOf, laidOut, listed, shownOf, type Shown } from './copy';
import { figureLeaks } from './figure-leaks';
import type { Leak, Place } from './leak';
import { search, type Piece } from './search';
import type { LeftCell, RemedyKind, Shared } from './shared';

/** A report as a file, and everything that stands in it. */
export interface FileMade {
  readonly bytes: Uint8Array;
  readonly pieces: Iterable<Piece>;
}

/** A copy, finished and searched, as plain data. It may leave only where there are no leaks. */
export interface Finished {
  readonly shared: Shared;
  readonly bytes: Uint8Array;
  /** Rows marked Confidential. */
  readonly marked: number;
  /** Discounts, rebates and agreements that are not, and go into the copy as typed. */
  readonly unmarked: readonly LeftCell[];
  readonly counts: Readonly<Record<Place, number>>;
  readonly leaks: readonly Leak[];
  /** Why there are no results in it; empty where there are. */
  readonly without: string;
}

/** Makes the copy, telling which step begins; null where the workbook has errors. */
export function* sharing(
  source: Snapshot,
  shared: Shared,
  now: string,
  toFile: (report: Report) => FileMade,
): Generator<number, Finished | null> {
  yield 0;
  const kept = keptOf(source);
  if (kept === null) return null;
  yield 1;
  const shown = shownOf(kept, shared);
  yield 2;
  const assessment = listed(shown);
  yield 3;
  const { report, results, without } = laidOut(kept, shown, assessment, shared, now);
  const { bytes, pieces } = toFile(report);
  yield 4;
  const { counts, leaks } = search(pieces, kept.secrets, {
    told: textsOf(shown),
    sheets: report.sheets.map((sheet) => sheet.name),
    results,
    shared,
  });
  yield 5;
  const all = [...shown.leaks, ...leaks, ...figureLeaks(kept, assessment, shared)];
  const unmarked = kept.unmarked.map(({ sheet, cell }) => ({ sheet, cell }));
  return { shared, bytes, marked: kept.secrets.length, unmarked, counts, leaks: all, without };
}

/** What to ask instead, by the wanted kind of remedy for the first leak that has one; null where none has any. */
export function remedied({ leaks }: Finished, kind: RemedyKind): Shared | null {
  for (const { remedies } of leaks) {
    const remedy = remedies.find((one) => one.kind === kind) ?? remedies.find((one) => one.kind === 'leave out');
    if (remedy) return remedy.shared;
  }
  return null;
}

/** Texts of the user's cells that are told to leak already: the copy holds them as well. */
function textsOf({ tables, leaks }: Shown): ReadonlySet<string> {
  const at = new Set(leaks.map((leak) => leak.at));
  const cells = tables.flatMap(({ from }) => from.flat());
  return new Set(
    cells.flatMap((cell) => (cell && at.has(`${cell.sheet}!${cell.cell}`) ? [String(cell.is.value).trim()] : [])),
  );
}
