/** Months on the page: their names, spans of them, and where years begin. Months are "2026-03"; times are months from the first. */
import { shortMonth } from '../../../outputs/realised';

/** "Jan – May 2026", "Oct 2027 – Jan 2029", "Dec 2030". */
export function spanOf(months: readonly string[], from: number, to: number): string {
  const [first, last] = [shortMonth(months[from] ?? ''), shortMonth(months[to] ?? '')];
  if (from === to) return first;
  const [name = '', year] = first.split(' ');
  return year === last.split(' ')[1] ? `${name} – ${last}` : `${first} – ${last}`;
}

/** The month in which a time falls, also beyond the last month of the model. */
export function monthAt(months: readonly string[], time: number): string {
  const [year = '0', month = '1'] = (months[0] ?? '').split('-');
  const index = Number(year) * 12 + Number(month) - 1 + Math.floor(time + 1e-9);
  return shortMonth(`${String(Math.floor(index / 12))}-${String((index % 12) + 1).padStart(2, '0')}`);
}

/** First months of calendar years among `count` months from the first, with their names. */
export function yearStarts(
  months: readonly string[],
  count: number,
): readonly { readonly at: number; readonly year: string }[] {
  const [year = '0', month = '1'] = (months[0] ?? '').split('-');
  const before = (13 - Number(month)) % 12;
  const starts: { at: number; year: string }[] = [];
  for (let at = before; at < count; at += 12)
    starts.push({ at, year: String(Number(year) + (before === 0 ? 0 : 1) + (at - before) / 12) });
  return starts;
}
