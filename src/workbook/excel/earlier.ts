/**
 * Earlier results, kept in the settings of the workbook: they go with the file, cost no round trip, and are no cells. Some
 * Excels lose settings (office-js issues 360, 6091), so nothing but this list rests on them. The key of each tells its turn
 * and its size, so that the values need not be read to make room: "realise.earlier.12.45231.4f0c…".
 */
import { unpacked } from '../kept';
import { hashOf } from '../mark';
import type { Report } from '../workbook';
import type { Session } from './session';
import { CALL, step, type Step } from './steps';

const KEY = /^realise\.earlier\.(\d+)\.(\d+)\.([0-9a-f]+)$/;

/** So many results, and so many letters in all, are kept; the oldest give way. */
const MOST = 8;
const ROOM = 1_000_000;

interface Kept {
  readonly key: string;
  readonly turn: number;
  readonly size: number;
  readonly of: string;
}

const keptIn = (keys: readonly string[]): readonly Kept[] =>
  keys
    .flatMap((key) => {
      const [, turn, size, of = ''] = KEY.exec(key) ?? [];
      return turn === undefined ? [] : [{ key, turn: Number(turn), size: Number(size), of }];
    })
    .sort((a, b) => b.turn - a.turn);

/** Asks which results are kept; the answer is taken after the round trip. */
export function askKept(context: Excel.RequestContext): () => readonly Kept[] {
  const { settings } = context.workbook;
  settings.load('items/key');
  return () => keptIn(settings.items.map((one) => one.key));
}

/** Keeps one more result; the same result is kept once, and the oldest make room. Nothing where it is too large. */
export function keeping(
  context: Excel.RequestContext,
  { stamp }: Report,
  text: string,
  before: readonly Kept[],
): readonly Step[] {
  if (text.length > ROOM) return [];
  const of = hashOf(stamp);
  let room = ROOM - text.length;
  const gone = before.filter((one, n) => {
    if (one.of === of) return true;
    room -= one.size;
    return room < 0 || n >= MOST - 1;
  });
  const turn = (before[0]?.turn ?? 0) + 1;
  return [
    step(text.length + CALL * (1 + gone.length), () => {
      const { settings } = context.workbook;
      for (const { key } of gone) settings.getItemOrNullObject(key).delete();
      settings.add(`realise.earlier.${String(turn)}.${String(text.length)}.${of}`, text);
    }),
  ];
}

/** The results that are kept, newest first; what cannot be read, or may not be written, is left out. */
export async function readEarlier({ context, send }: Session): Promise<readonly Report[]> {
  const { settings } = context.workbook;
  settings.load('items/key,items/value');
  await send();
  const values = new Map(settings.items.map((one) => [one.key, one.value as unknown]));
  const reports = await Promise.all(keptIn([...values.keys()]).map(({ key }) => unpacked(values.get(key))));
  return reports.filter((report) => report !== null);
}

/** Lets all of them go. */
export async function forgetEarlier({ context, send }: Session): Promise<void> {
  const kept = askKept(context);
  await send();
  for (const { key } of kept()) context.workbook.settings.getItemOrNullObject(key).delete();
  await send();
}
