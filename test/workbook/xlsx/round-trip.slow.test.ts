/** What a user has in a workbook is there after results were written into it: byte for byte where it can be. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { openXlsx } from '../../../src/workbook/xlsx';
import { partsOf } from './bench';
import { zipped } from './fixture';
import { sampleReport, summarySheet, checksSheet } from './report';

const run = promisify(execFile);
const RICH = path.join(__dirname, 'rich.cjs');
let folder = '';
let before: Record<string, string> = {};
let original: Uint8Array = new Uint8Array();

/** What excelize, which is not ours, sees in a workbook. */
async function look(bytes: Uint8Array): Promise<Record<string, unknown>> {
  const file = path.join(folder, 'look.xlsx');
  await writeFile(file, bytes);
  return JSON.parse((await run(process.execPath, [RICH, 'look', file], { maxBuffer: 1 << 28 })).stdout) as Record<
    string,
    unknown
  >;
}

/** The rich workbook, with what that program cannot make put in by hand: a picture, custom XML, an order of calculation, a linked workbook. */
async function richWorkbook(): Promise<Uint8Array> {
  const file = path.join(folder, 'rich.xlsx');
  await run(process.execPath, [RICH, 'make', file]);
  const parts = partsOf(await readFile(file));
  const add = (list: string, what: string): void => {
    parts[list] = (parts[list] ?? '').replace(/<\/(\w+)>\s*$/, `${what}</$1>`);
  };
  parts['customXml/item1.xml'] = '<mine xmlns="urn:mine">kept &amp; whole</mine>';
  parts['xl/media/image1.png'] = 'not really a picture, but bytes';
  parts['xl/calcChain.xml'] =
    '<calcChain xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><c r="E2" i="1"/></calcChain>';
  parts['xl/externalLinks/externalLink1.xml'] =
    '<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>';
  add(
    'xl/_rels/workbook.xml.rels',
    '<Relationship Id="rIdC" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/calcChain" Target="calcChain.xml"/>',
  );
  add(
    '[Content_Types].xml',
    '<Override PartName="/xl/calcChain.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml"/>',
  );
  // A formula of the user's with the value it had: it must keep both.
  parts['xl/worksheets/sheet1.xml'] = (parts['xl/worksheets/sheet1.xml'] ?? '').replace(
    /<c r="E2"[^>]*>.*?<\/c>/s,
    '<c r="E2"><f>SUM(B2:B3)</f><v>2031</v></c>',
  );
  return zipped(parts);
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'realise-rich-'));
  original = await richWorkbook();
  before = partsOf(original);
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function written(bytes: Uint8Array): Promise<Uint8Array> {
  const workbook = await openXlsx(bytes);
  await workbook.write(sampleReport);
  return workbook.bytes();
}

/** Lists that must name what was added; all other parts are the user's alone. */
const LISTS = [
  '[Content_Types].xml',
  'xl/_rels/workbook.xml.rels',
  'xl/workbook.xml',
  'xl/styles.xml',
  'xl/calcChain.xml',
];

describe('a rich workbook', () => {
  test('keeps every part but the lists, byte for byte', async () => {
    const after = partsOf(await written(original));
    const own = Object.keys(before).filter((name) => !LISTS.includes(name));
    expect(own.length).toBeGreaterThan(18);
    const sameButSelection = (text: string | undefined): string | undefined =>
      text?.replace(' tabSelected="true"', '').replace(' tabSelected="1"', '');
    for (const name of own) expect([name, after[name]]).toEqual([name, sameButSelection(before[name])]);
  });

  test('is seen by another program with all it had, and with ours besides', async () => {
    const [was, is] = [await look(original), await look(await written(original))];
    for (const what of ['tables', 'validations', 'comments', 'names', 'sheets']) {
      expect(is[what]).toEqual(expect.arrayContaining(was[what] as unknown[]));
    }
    const values = is.values as Record<string, unknown>;
    for (const [sheet, rows] of Object.entries(was.values as Record<string, unknown>))
      expect(values[sheet]).toEqual(rows);
    expect(is.sheets).toEqual(['Model', 'Data', 'Summary', 'Checks']);
    expect(is.tables).toContain('Summary!T40:V45 BIM_Out_Annual');
    expect(is.comments).toContain('Summary!B11');
  });

  test('keeps the numbers of its cell formats, its looks for conditions, and its Normal style', async () => {
    const parser = new XMLParser({ ignoreAttributes: false, preserveOrder: true, parseTagValue: false });
    type Node = Record<string, unknown>;
    const list = (styles: string | undefined, name: string): Node[] => {
      const sheet = (parser.parse(styles ?? '') as Node[]).flatMap((node) => (node.styleSheet ?? []) as Node[]);
      return sheet.flatMap((node) => (node[name] ?? []) as Node[]);
    };
    const after = partsOf(await written(original));
    for (const name of ['cellXfs', 'fonts', 'dxfs', 'fills', 'borders']) {
      const [was, is] = [list(before['xl/styles.xml'], name), list(after['xl/styles.xml'], name)];
      expect(was.length).toBeGreaterThan(0);
      expect(is.slice(0, was.length)).toEqual(was);
    }
    expect(list(after['xl/styles.xml'], 'cellXfs').length).toBeGreaterThan(
      list(before['xl/styles.xml'], 'cellXfs').length + 10,
    );
  });

  test('drops only the order of calculation, which would name cells that are gone', async () => {
    const after = partsOf(await written(original));
    expect(after['xl/calcChain.xml']).toBeUndefined();
    expect(`${after['[Content_Types].xml'] ?? ''}${after['xl/_rels/workbook.xml.rels'] ?? ''}`).not.toContain(
      'calcChain',
    );
    expect(after['xl/worksheets/sheet1.xml']).toContain('<f>SUM(B2:B3)</f><v>2031</v>');
  });

  test('every part is well formed, every relationship leads somewhere, every part has a type', async () => {
    const after = partsOf(await written(await written(original)));
    for (const [name, text] of Object.entries(after)) {
      // eslint-disable-next-line @typescript-eslint/no-deprecated -- its successor is a package of its own
      if (/\.(xml|rels|vml)$/.test(name)) expect([name, XMLValidator.validate(text)]).toEqual([name, true]);
      if (name.endsWith('.rels')) {
        for (const [, target = ''] of text.matchAll(/Target="([^"]+)"(?![^>]*External)/g)) {
          if (/^https?:/.test(target)) continue;
          const from = name.replace('_rels/', '').replace('.rels', '');
          expect([name, target, Object.keys(after)]).toEqual([
            name,
            target,
            expect.arrayContaining([path.posix.resolve('/', path.posix.dirname(from), target).slice(1)]),
          ]);
        }
      }
    }
    const types = after['[Content_Types].xml'] ?? '';
    for (const name of Object.keys(after).filter((one) =>
      /^xl\/(worksheets|charts|drawings|tables)\/[^/]+\.xml$/.test(one),
    ))
      expect(types).toContain(`PartName="/${name}"`);
    for (const [, name = ''] of types.matchAll(/PartName="\/([^"]+)"/g)) expect(after[name]).toBeDefined();
  });

  test('written twice is written once: no part, style or name is left over', async () => {
    const once = await written(original);
    const twice = await written(once);
    expect(partsOf(twice)).toEqual(partsOf(once));
    expect(Buffer.from(twice).equals(Buffer.from(await written(once)))).toBe(true);
  });

  test('one sheet is selected, the one it opens on', async () => {
    const after = partsOf(await written(original));
    const selected = Object.entries(after).filter(
      ([name, text]) => name.startsWith('xl/worksheets/sheet') && /tabSelected="(1|true)"/.test(text),
    );
    expect(selected).toHaveLength(1);
    expect(selected[0]?.[1]).toContain('Adopting Examplisiran');
    expect(after['xl/workbook.xml']).toMatch(/<workbookView[^>]* activeTab="2"/);
  });

  test('a report that cannot be written leaves the workbook as it was', async () => {
    const workbook = await openXlsx(original);
    const broken = {
      ...summarySheet,
      tables: [{ name: 'BIM_Out_X', row: 40, column: 20, headers: ['Year', 'Wrong', 'Amount'], rows: 5 }],
    };
    await expect(workbook.write({ ...sampleReport, sheets: [checksSheet, broken] })).rejects.toThrow(
      /column "Wrong" of table BIM_Out_X/,
    );
    expect(partsOf(await workbook.bytes())).toEqual(before);
  });
});
