/** The text of a file in the encodings that exports come in: UTF-8 and UTF-16, with or without a mark, else Windows-1252. */

export interface Decoded {
  readonly text: string;
  /** What was assumed, where the file did not say. */
  readonly guessed: string | null;
}

export function decode(bytes: Uint8Array): Decoded {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return { text: as('utf-16le', bytes), guessed: null };
  if (first === 0xfe && second === 0xff) return { text: as('utf-16be', bytes), guessed: null };
  if (first === 0xef && second === 0xbb && third === 0xbf) return { text: as('utf-8', bytes), guessed: null };
  if (second === 0 && first !== 0 && first !== undefined) return { text: as('utf-16le', bytes), guessed: 'UTF-16' };
  if (first === 0 && second !== 0 && second !== undefined) return { text: as('utf-16be', bytes), guessed: 'UTF-16' };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), guessed: null };
  } catch {
    return { text: as('windows-1252', bytes), guessed: 'Windows-1252' };
  }
}

const as = (encoding: string, bytes: Uint8Array): string => new TextDecoder(encoding).decode(bytes);
