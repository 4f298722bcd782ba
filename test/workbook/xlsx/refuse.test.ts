/** Files that are no workbook, or mean harm, are refused in plain words. */
import { strToU8, zipSync } from 'fflate';
import { openXlsx } from '../../../src/workbook/xlsx';
import { MalformedXml, parseXml } from '../../../src/workbook/xlsx/xml';
import { rawParts, tablePart, zipped } from './fixture';

const SHEET = {
  name: 'S',
  body: '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c></row><row r="2"><c r="A2"><v>1</v></c></row></sheetData>',
  tables: [tablePart('BIM_T', 'A1:A2', ['a'])],
};
const parts = (): Record<string, string> => rawParts({ sheets: [SHEET] });
const opening = async (bytes: Uint8Array): Promise<unknown> => (await openXlsx(bytes)).read();
const utf16 = (text: string): number[] => Array.from(text, (letter) => [letter.charCodeAt(0), 0]).flat();

test.each([
  ['nothing', new Uint8Array(), /empty/],
  ['a text', strToU8('Setting,Value\nYears,5\n'), /not an Excel workbook.*\.csv/],
  [
    'an old workbook',
    new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, ...new Array<number>(600).fill(0)]),
    /old Excel file \(\.xls\)/,
  ],
  [
    'a locked workbook',
    new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, ...utf16('EncryptedPackage'), 0, 0]),
    /protected by a password/,
  ],
  ['a zip of something else', zipped({ 'letter.txt': 'hello' }), /not an Excel workbook/],
  [
    'an OpenDocument sheet',
    zipped({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<a/>' }),
    /\.ods/,
  ],
  ['a zip cut in half', zipped(parts()).subarray(0, 700), /damaged/],
  ['a Word document', zipped({ ...parts(), 'xl/workbook.xml': '<w:document xmlns:w="x"/>' }), /not an Excel workbook/],
  [
    'a binary workbook',
    zipped({ ...parts(), '_rels/.rels': (parts()['_rels/.rels'] ?? '').replace('workbook.xml', 'workbook.bin') }),
    /\.xlsb/,
  ],
])('%s', async (_name, bytes, message) => {
  await expect(opening(bytes)).rejects.toThrow(message);
});

/** A zip whose list of contents says that its one part unpacks to so many bytes, as a bomb's does. */
function bombOf(unpacked: number): Uint8Array {
  const bytes = zipSync({ '[Content_Types].xml': strToU8('<Types/>'.repeat(100)) });
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const entry =
    Array.from({ length: bytes.length - 4 }, (_, at) => at).find((at) => view.getUint32(at, true) === 0x02014b50) ?? -1;
  view.setUint32(entry + 24, unpacked, true);
  return bytes;
}

test('a bomb is refused by what it says of itself, before it is unpacked', async () => {
  await expect(opening(bombOf(201 * 1024 * 1024))).rejects.toThrow(/200 MB/);
});

test('more parts than any workbook has are refused', async () => {
  const many = zipSync(
    Object.fromEntries(Array.from({ length: 10_001 }, (_, i) => [`p${String(i)}`, new Uint8Array()])),
  );
  await expect(opening(many)).rejects.toThrow(/too large/);
});

test.each([
  [
    'a sheet that is cut off',
    'xl/worksheets/sheet1.xml',
    '<worksheet><sheetData><row>',
    /xl\/worksheets\/sheet1\.xml cannot be read/,
  ],
  [
    'a declaration of entities',
    'xl/worksheets/sheet1.xml',
    '<!DOCTYPE x [<!ENTITY a "b">]><worksheet/>',
    /document type/,
  ],
  [
    'text where a number belongs',
    'xl/worksheets/sheet1.xml',
    '<worksheet><sheetData><row r="2"><c r="A2"><v>abc</v></c></row></sheetData></worksheet>',
    /"abc" stands where a number belongs/,
  ],
  [
    'a shared text that is not there',
    'xl/worksheets/sheet1.xml',
    '<worksheet><sheetData><row r="2"><c r="A2" t="s"><v>9</v></c></row></sheetData></worksheet>',
    /shared text 9/,
  ],
  [
    'an impossible address',
    'xl/worksheets/sheet1.xml',
    '<worksheet><sheetData><row r="2"><c r="AAAA2"><v>1</v></c></row></sheetData></worksheet>',
    /AAAA2/,
  ],
])('%s', async (_name, path, text, message) => {
  await expect(opening(zipped({ ...parts(), [path]: text }))).rejects.toThrow(message);
});

test('a workbook whose structure is locked is read, and not written into', async () => {
  const workbook = await openXlsx(
    zipped(rawParts({ sheets: [SHEET], before: '<workbookProtection lockStructure="1"/>' })),
  );
  expect((await workbook.read()).tables).toHaveLength(1);
  await expect(
    workbook.write({ title: '', stamp: '', language: 'en', sheets: [], names: [], open: '' }),
  ).rejects.toThrow(/structure of this workbook is protected/);
});

describe('XML', () => {
  test.each([
    '<a>',
    '<a></b>',
    '<a/><b/>',
    'text',
    '',
    '<a b=c/>',
    '<a b="<"/>',
    '<a>&unknown;</a>',
    '<a>&amp</a>',
    '<a>& b</a>',
    '<a><!-- </a>',
    '<a>&#x110000;</a>',
    '<!DOCTYPE a><a/>',
    '<a '.repeat(10),
  ])('%j is malformed', (text) => {
    expect(() => parseXml(text)).toThrow(MalformedXml);
  });

  test('nesting has an end', () => {
    expect(() => parseXml('<a>'.repeat(5000) + '</a>'.repeat(5000))).toThrow(/too deeply/);
  });

  test('attributes may hold ">" and either quote; CDATA, comments and instructions are understood', () => {
    const root = parseXml('<?xml version="1.0"?><!-- <x> --><r a="x>y" b=\'"\'><![CDATA[<&>]]><?do it?>t</r>');
    expect(root).toMatchObject({ name: 'r', attributes: { a: 'x>y', b: '"' }, children: ['<&>', 't'] });
  });
});
