/**
 * Labels: how words typed in a workbook are compared. Case, blanks of every kind and `_` do not matter in a header;
 * case and outer blanks do not matter in a name.
 */

const BLANKS = /[\s\u00a0\u2000-\u200b\u202f\u205f\u3000\ufeff]+/gu;
const DASHES = /[\u2010-\u2013\u2212\ufe63\uff0d]/gu;

/** Text as it is kept: outer blanks off, blanks of every kind single. */
export const clean = (text: string): string => text.normalize('NFC').replace(BLANKS, ' ').trim();

/** What two spellings of the same header have in common. The hyphen stays: `Mark-up`, `Per follow-up`. */
export const squeezed = (text: string): string => clean(text).toLowerCase().replace(/[ _]/g, '').replace(DASHES, '-');

/** What two spellings of the same name have in common. */
export const folded = (text: string): string => clean(text).toLowerCase();

/** Every member: a blank key, or the word itself. */
export const ALL = 'All';
export const isAll = (text: string): boolean => text === '' || folded(text) === 'all';

/** Changes, insertions, deletions and swaps between two words. */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (before[j - 2] ?? 0) + 1);
      row.push(best);
    }
    [before, last] = [last, row];
  }
  return last[b.length] ?? 0;
}

/** The word of a list that was probably meant, or null. */
export function nearest(typed: string, words: readonly string[]): string | null {
  const word = squeezed(typed);
  if (word === '') return null;
  let best: { readonly word: string; readonly away: number } | null = null;
  for (const candidate of words) {
    const other = squeezed(candidate);
    if (Math.abs(other.length - word.length) > 3) continue;
    const away = other.replaceAll('-', '') === word.replaceAll('-', '') ? 0 : distance(word, other);
    if (best === null || away < best.away) best = { word: candidate, away };
  }
  // A word of which nothing is left is not near: A is not B.
  return best !== null && best.away < word.length && best.away <= Math.max(1, Math.floor(word.length / 4))
    ? best.word
    : null;
}

/** Words joined for a sentence: a, b or c. */
export function listed(words: readonly string[], joint: 'and' | 'or' = 'and'): string {
  if (words.length <= 1) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${joint} ${words.at(-1) ?? ''}`;
}
