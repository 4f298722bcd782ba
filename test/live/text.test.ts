/** What users type is text for ever: names that look like formulas, and sheets with names that want quotes. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { PlainTable } from '../second/sheet';
import { LISTED } from './lint';
import { inputBook } from './random';
import { writeLive } from './written';

const LINK = '=HYPERLINK("http://example.org","click")';
const [SUBGROUP, OLD, NEW, CATEGORY, SCENARIO] = ['@SUM(A1:A9)', '-2+3', '+cmd|x', LINK, '=1+1'] as const;

const TABLES: readonly PlainTable[] = [
  {
    table: 'BIM_Model',
    headers: ['Setting', 'Value'],
    rows: [
      ['Title', LINK],
      ['Schema', 1],
      ['Currency', 'GBP'],
      ['First year', 2026],
      ['Years', 2],
    ],
  },
  {
    table: 'BIM_Population',
    headers: ['Subgroup', 'Step', 'Op', 'Base', 'Source'],
    rows: [[SUBGROUP, '=2+2', 'count', 1000, LINK]],
  },
  {
    table: 'BIM_Technologies',
    headers: ['Technology', 'Role'],
    rows: [
      [NEW, 'new'],
      [OLD, 'current'],
    ],
  },
  {
    table: 'BIM_Uptake',
    headers: ['World', 'Subgroup', 'Technology', '2026', '2027'],
    rows: [
      ['without', SUBGROUP, OLD, 1, 1],
      ['with', SUBGROUP, NEW, 0.25, 0.5],
      ['with', SUBGROUP, OLD, 0.75, 0.5],
    ],
  },
  {
    table: 'BIM_Costs',
    headers: ['Technology', 'Category', 'Item', 'Per', 'Unit cost', 'Payer'],
    rows: [
      [OLD, CATEGORY, LINK, 'patient-year', 100, '=payer'],
      [NEW, CATEGORY, LINK, 'patient-year', 300, '=payer'],
    ],
  },
  {
    table: 'BIM_Scenarios',
    headers: ['Scenario', 'Parameter', 'Op', 'Value', 'Note'],
    rows: [[SCENARIO, `Population/${SUBGROUP}/=2+2/Base`, 'x', 2, LINK]],
  },
];

const SHEET = "=O'Brien & co!";
const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/'/g, '&apos;');

/** The input workbook, its sheet called as nobody should call one. */
async function inputs(): Promise<Uint8Array> {
  const parts = unzipSync(await inputBook(TABLES));
  const rename = (path: string): Uint8Array =>
    strToU8(
      strFromU8(parts[path] ?? new Uint8Array())
        .replace(/name="Inputs"/g, `name="${escaped(SHEET)}"`)
        .replace(/(>)'?Inputs'?!/g, `$1'${escaped(SHEET.replace(/'/g, "''"))}'!`),
    );
  return zipSync({ ...parts, 'xl/workbook.xml': rename('xl/workbook.xml') });
}

test('names that look like formulas stay text, and formulas hold listed functions and quoted sheets alone', async () => {
  const written = await writeLive(await inputs());
  if (!written) throw new Error('no figures');
  const files = Object.entries(unzipSync(written.bytes)).flatMap(([path, bytes]) =>
    path.startsWith('xl/worksheets/') ? [strFromU8(bytes)] : [],
  );
  const formulas = files.flatMap((xml) => [...xml.matchAll(/<f>([^<]*)<\/f>/g)].map(([, text = '']) => text));
  expect(formulas.length).toBeGreaterThan(200);
  // What stands in quotes are words of ours and names of sheets: the rest holds nothing but listed functions.
  const bare = formulas.map((text) =>
    text
      .replace(/&apos;/g, "'")
      .replace(/&quot;/g, '"')
      .replace(/"[^"]*"|'(?:[^']|'')*'!/g, ''),
  );
  const used = new Set(bare.flatMap((text) => [...text.matchAll(/([A-Z][A-Z0-9.]*)\(/g)].map(([, name = '']) => name)));
  expect([...used].filter((name) => !LISTED.includes(name))).toEqual([]);
  expect(formulas.filter((text) => /HYPERLINK|cmd|@/i.test(text))).toEqual([]);
  expect(
    formulas.some((text) => text.includes("'=O''Brien &amp; co!'!") || text.includes('&apos;=O&apos;&apos;Brien')),
  ).toBe(true);
  const words = files.flatMap((xml) =>
    [...xml.matchAll(/<c [^>]*t="inlineStr"[^>]*><is><t[^>]*>([^<]*)<\/t>/g)].map(([, text = '']) => text),
  );
  expect(words).toEqual(expect.arrayContaining([SUBGROUP, OLD, NEW, '=2+2', SCENARIO]) as string[]);
  expect(written.live.figures.scenarios).toEqual(['Base', SCENARIO]);
});
