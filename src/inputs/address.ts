/**
 * Parameter addresses: `Table/key/…/Column`. A part that holds `/` stands in single quotes (a quote within is
 * doubled); `*` is every row, or every year; a blank key is All.
 */
import { folded } from './labels';

/** One part of an address; `quoted` parts are never wild. */
export interface Part {
  readonly text: string;
  readonly quoted: boolean;
}

/** Every row or every year. */
export const isWild = (part: Part): boolean => part.text === '*' && !part.quoted;

/** Reads a quoted part from its opening quote: its text, and where it ends; null where the quote is not closed. */
function quotedPart(address: string, start: number): { readonly text: string; readonly end: number } | null {
  let text = '';
  for (let at = start + 1; at < address.length; at += 1) {
    if (address[at] !== "'") text += address[at] ?? '';
    else if (address[at + 1] === "'") {
      text += "'";
      at += 1;
    } else return { text, end: at + 1 };
  }
  return null;
}

/** The parts of an address, or null where its quotes do not close. */
export function addressParts(address: string): readonly Part[] | null {
  const parts: Part[] = [];
  let at = 0;
  while (at <= address.length) {
    const start = at + (/^ */.exec(address.slice(at))?.[0].length ?? 0);
    if (address[start] === "'") {
      const part = quotedPart(address, start);
      const rest = part === null ? null : /^ *(\/|$)/.exec(address.slice(part.end));
      if (part === null || rest === null) return null;
      parts.push({ text: part.text, quoted: true });
      at = part.end + rest[0].length;
      if (rest[1] === '') return parts;
    } else {
      const slash = address.indexOf('/', start);
      const end = slash < 0 ? address.length : slash;
      parts.push({ text: address.slice(start, end).trim(), quoted: false });
      at = end + 1;
    }
  }
  return parts;
}

/** Addresses are the same whatever their case, blanks and quotes. */
export const sameAddress = (a: string, b: string): boolean => addressKey(a) === addressKey(b);

/** What all spellings of an address have in common. */
export const addressKey = (address: string): string =>
  JSON.stringify(addressParts(address)?.map((part) => [folded(part.text), isWild(part)]) ?? folded(address));

/** One part as it is written in an address. */
const written = (text: string): string =>
  /\/|^'|^\*$/.test(text) ? `'${text.replaceAll("'", "''")}'` : text === '' ? 'All' : text;

/** The address of a row, or of a value where the column is among the parts. */
export const addressOf = (...parts: readonly string[]): string => parts.map(written).join('/');
