/**
 * Spoilt files: whatever bytes come, a reader says what is wrong or gives a workbook, and the product says what is wrong
 * with that or gives figures. It never crashes, and never hangs. FUZZ=1000000 tries as many.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { assess } from '../../../src/assess';
import { generator } from '../../../src/engine/uncertainty/generator';
import { openXlsx } from '../../../src/workbook/xlsx';
import { partsOf } from './bench';
import { zipped } from './fixture';

const TRIED = Number(process.env['FUZZ'] ?? '120');
const good = readFileSync(join(__dirname, '../../published/cgm_t2dm/model.xlsx'));
const parts = partsOf(good);
const random = generator(20261123);
const below = (count: number): number => Math.min(count - 1, Math.floor(random() * count));

/** What is put in place of something, or beside it. */
const SPOILS: readonly string[] = [
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
];

/** One change in the text of a part: something put in, taken out, doubled, or put in place of a number. */
function spoilt(text: string): string {
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
      return text.replace(/"[^"]*"/g, (found) => (random() < 0.02 ? `"${spoil.replaceAll('"', '')}"` : found));
    default:
      return text.replace(/>[^<]+</g, (found) => (random() < 0.05 ? `>${spoil}<` : found));
  }
}

/** A file with a few of its parts spoilt, or its bytes. */
function spoiltFile(): Uint8Array {
  if (random() < 0.3) {
    const bytes = Uint8Array.from(good);
    for (let n = 0; n <= below(20); n += 1) bytes[below(bytes.length)] = below(256);
    return random() < 0.2 ? bytes.subarray(0, below(bytes.length)) : bytes;
  }
  const names = Object.keys(parts);
  const changed: Record<string, string> = { ...parts };
  for (let n = 0; n <= below(3); n += 1) {
    const name = names[below(names.length)] ?? '';
    changed[name] = spoilt(changed[name] ?? '');
  }
  return random() < 0.05 ? zipSync({ '../x': new Uint8Array(3) }) : zipped(changed);
}

test(`${String(TRIED)} spoilt files are read or refused in words, and never bring anything down`, async () => {
  let read = 0;
  for (let n = 0; n < TRIED; n += 1) {
    const bytes = spoiltFile();
    const snapshot = await openXlsx(bytes)
      .then(
        (workbook) => workbook.read(),
        (refused: unknown) => refused,
      )
      .catch((refused: unknown) => refused);
    if (snapshot instanceof Error) expect(snapshot.message).not.toBe('');
    else {
      read += 1;
      const { findings, results } = assess(snapshot as Parameters<typeof assess>[0]);
      expect(results !== null || findings.some((finding) => finding.severity === 'error')).toBe(true);
    }
  }
  expect(read).toBeGreaterThan(0);
  expect(read).toBeLessThan(TRIED);
  expect(Object.getPrototypeOf({})).toBe(Object.prototype);
  expect('polluted' in {}).toBe(false);
}, 3_600_000);
