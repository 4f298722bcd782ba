/** Inputs that are more than Excel gives in one answer, asked for again in pieces. */
import type { TableSnapshot } from '../workbook';
import { LARGEST_LOAD } from './steps';
import type { Session } from './session';
import { askPiece, askSource, rangeOf, takeSource, type Asked, type Source } from './sources';

/** What a cell costs in an answer: value, formula, type and format (measured, full doubles). */
const CELL = 60;

interface Piece {
  readonly asked: Asked;
  readonly from: number;
  readonly to: number;
}

/** Reads sources a load at a time: one round trip for their sizes, then one for each load. */
export async function readInPieces({ context, send }: Session, sources: readonly Source[]): Promise<TableSnapshot[]> {
  const sized = sources.map((source) => {
    const range = rangeOf(context, source);
    range.load('rowCount,columnCount');
    return { asked: askSource(context, source, false), range };
  });
  await send();
  const read = new Map<Asked, Excel.Range[]>(sized.map(({ asked }) => [asked, []]));
  const pieces = sized.flatMap(({ asked, range }) =>
    range.isNullObject ? [] : cut(asked, range.rowCount, range.columnCount),
  );
  for (const load of loadsOf(pieces)) {
    for (const { asked, from, to } of load) read.get(asked)?.push(askPiece(context, asked.source, from, to));
    await send(); // one round trip a load: together they are more than Excel gives
  }
  return [...read].flatMap(([asked, all]) => takeSource({ ...asked, pieces: all }) ?? []);
}

type Sized = Piece & { readonly bytes: number };

/** A range in runs of rows, none larger than a load. */
function cut(asked: Asked, rows: number, columns: number): readonly Sized[] {
  const most = Math.max(1, Math.floor(LARGEST_LOAD / (columns * CELL)));
  return Array.from({ length: Math.ceil(rows / most) }, (_, n) => {
    const from = n * most;
    const to = Math.min(rows, from + most) - 1;
    return { asked, from, to, bytes: (to - from + 1) * columns * CELL };
  });
}

function loadsOf(pieces: readonly Sized[]): readonly (readonly Sized[])[] {
  const loads: Sized[][] = [];
  let room = 0;
  for (const piece of pieces) {
    if (loads.length === 0 || piece.bytes > room) {
      loads.push([]);
      room = LARGEST_LOAD;
    }
    loads.at(-1)?.push(piece);
    room -= piece.bytes;
  }
  return loads;
}
