/** Ways to spoil a text or a file: what a fault on the way, or somebody with ill will, may leave of it. */
import { zipSync, strToU8 } from 'fflate';

export type Below = (count: number) => number;

/** What is put in place of something, or beside it. */
export const SPOILS: readonly string[] = [
  '__proto__',
  'constructor',
  'toString',
  '',
  '&amp;',
  '&bad;',
  '<',
  '>',
  '"',
  '</c>',
  '<c r="XFD1048577"><v>1</v></c>',
  'r="A0"',
  'r="-1"',
  '1e999',
  '1e308',
  '-1e-320',
  '-0',
  'NaN',
  '9'.repeat(400),
  'x'.repeat(40_000),
  '\u0000',
  '\u202e',
  '٣',
  '=1+1',
  '@SUM(A1)',
  '#REF!',
  'ref="A1:XFD1048576"',
  'count="4294967296"',
  '<!DOCTYPE x>',
  '<![CDATA[',
  ']]>',
  '<?xml?>',
  '<a>'.repeat(300),
  't="s"',
  't="e"',
  'localSheetId="-5"',
  '../../etc/passwd',
  'http://example.invalid/',
  '{"a":'.repeat(200),
  '[',
  '}',
  ',,,,"',
  '|'.repeat(500),
  '\r\n',
  '\ud800',
  '99991231',
  '2026-13-45',
];

/** One change in a text: something put in, taken out, doubled, or put in place of what stands in quotes or between tags. */
export function spoilt(text: string, below: Below): string {
  const at = below(text.length + 1);
  const spoil = SPOILS[below(SPOILS.length)] ?? '';
  switch (below(5)) {
    case 0:
      return text.slice(0, at) + spoil + text.slice(at);
    case 1:
      return text.slice(0, at) + text.slice(at + 1 + below(40));
    case 2:
      return text.slice(0, at) + text.slice(Math.max(0, at - 30), at) + text.slice(at);
    case 3:
      return text.replace(/"[^"]*"/g, (found) => (below(50) === 0 ? `"${spoil.replaceAll('"', '')}"` : found));
    default:
      return text.replace(/>[^<]+</g, (found) => (below(20) === 0 ? `>${spoil}<` : found));
  }
}

/** A few changes one after another. */
export function spoiltOften(text: string, below: Below): string {
  let now = text;
  for (let n = 0; n <= below(4); n += 1) now = spoilt(now, below);
  return now;
}

/** Bytes with some of them changed, and now and then cut short. */
export function spoiltBytes(good: Uint8Array, below: Below): Uint8Array {
  const bytes = Uint8Array.from(good);
  for (let n = 0; n <= below(20); n += 1) bytes[below(bytes.length)] = below(256);
  return below(5) === 0 ? bytes.subarray(0, below(bytes.length)) : bytes;
}

/** A file of parts with a few of them spoilt. */
export function spoiltParts(parts: Readonly<Record<string, string>>, below: Below): Uint8Array {
  if (below(20) === 0) return zipSync({ '../x': new Uint8Array(3) });
  const names = Object.keys(parts);
  const changed: Record<string, string> = { ...parts };
  for (let n = 0; n <= below(3); n += 1) {
    const name = names[below(names.length)] ?? '';
    changed[name] = spoilt(changed[name] ?? '', below);
  }
  return zipSync(Object.fromEntries(Object.entries(changed).map(([path, text]) => [path, strToU8(text)])), {
    level: below(10) === 0 ? 6 : 0,
  });
}
