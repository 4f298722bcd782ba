/** Which cell formats show a date: Excel keeps dates as numbers, and only the format tells. */
import { attributeOf, childOf, childrenOf } from './xml';
import type { XmlElement } from './xml';

/** Built-in formats that show dates or times, East Asian ones included (ECMA-376 part 1, 18.8.30). */
const BUILT_IN: readonly (readonly [number, number])[] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
];

/** True for each cell format (index of `cellXfs`) that shows a date. */
export function dateFormats(styles: XmlElement): boolean[] {
  const codes = new Map<number, string>();
  for (const entry of childrenOf(childOf(styles, 'numFmts'), 'numFmt'))
    codes.set(Number(attributeOf(entry, 'numFmtId')), attributeOf(entry, 'formatCode') ?? '');
  return childrenOf(childOf(styles, 'cellXfs'), 'xf').map((xf) => {
    const id = Number(attributeOf(xf, 'numFmtId') ?? '0');
    const code = codes.get(id);
    return code === undefined ? BUILT_IN.some(([from, to]) => id >= from && id <= to) : isDateCode(code);
  });
}

/** A code shows a date where a d, m, y or h (or s) stands outside quotes, escapes and [conditions]. */
export function isDateCode(code: string): boolean {
  const bare = code
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(?!(?:h+|m+|s+)\])[^\]]*\]/gi, '')
    .replace(/general/gi, '');
  return /[dmyhs]/i.test(bare.split(';')[0] ?? '');
}
