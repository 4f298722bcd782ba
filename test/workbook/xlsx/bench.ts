/** A file for the contract: looked at and typed into through another parser than the adapter's, as Excel would leave it. */
import { XMLParser } from 'fast-xml-parser';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { openXlsx } from '../../../src/workbook/xlsx';
import type { CellValue, Workbook } from '../../../src/workbook/workbook';
import type { Bench, Seed } from '../contract';
import { escaped, seedFile } from './fixture';

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  trimValues: false,
  isArray: (name) => ['sheet', 'Relationship', 'row', 'c', 'definedName'].includes(name),
  processEntities: true,
  htmlEntities: true,
});

interface ParsedCell {
  r: string;
  t?: string;
  f?: string;
  v?: string;
  is?: { t: string | { '#text'?: string } };
}

/** The parts of a file as text, and back. */
export const partsOf = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part)]));
const zip = (parts: Record<string, string>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])));

/** The part of a sheet by its name. */
export function sheetPath(parts: Record<string, string>, name: string): string {
  const book = parser.parse(parts['xl/workbook.xml'] ?? '') as {
    workbook: { sheets: { sheet: { name: string; 'r:id': string }[] } };
  };
  const id = book.workbook.sheets.sheet.find((sheet) => sheet.name === name)?.['r:id'];
  const related = parser.parse(parts['xl/_rels/workbook.xml.rels'] ?? '') as {
    Relationships: { Relationship: { Id: string; Target: string }[] };
  };
  const target = related.Relationships.Relationship.find((entry) => entry.Id === id)?.Target ?? '';
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}

/** What a cell holds, read by a parser that is not ours. */
export function look(parts: Record<string, string>, sheet: string, cell: string): CellValue {
  const parsed = parser.parse(parts[sheetPath(parts, sheet)] ?? '') as {
    worksheet: { sheetData: '' | { row?: { c?: ParsedCell[] }[] } };
  };
  const rows = parsed.worksheet.sheetData === '' ? [] : (parsed.worksheet.sheetData.row ?? []);
  const found = rows.flatMap((row) => row.c ?? []).find((entry) => entry.r === cell);
  if (found === undefined) return null;
  if (found.f !== undefined) return `=${found.f}`;
  if (found.t === 'inlineStr')
    return typeof found.is?.t === 'object' ? (found.is.t['#text'] ?? '') : (found.is?.t ?? null);
  return found.v === undefined ? null : found.t === 'b' ? found.v === '1' : Number(found.v);
}

/** Types into a cell as Excel would: the cell is replaced, or added in its row's order. */
export function type(parts: Record<string, string>, sheet: string, cell: string, value: string | number): void {
  const path = sheetPath(parts, sheet);
  const row = /\d+/.exec(cell)?.[0] ?? '1';
  const xml =
    typeof value === 'number'
      ? `<c r="${cell}"><v>${String(value)}</v></c>`
      : `<c r="${cell}" t="inlineStr"><is><t>${escaped(value)}</t></is></c>`;
  const text = parts[path] ?? '';
  const old = new RegExp(`<c r="${cell}"[^>]*?(/>|>.*?</c>)`, 's');
  const line = new RegExp(`(<row r="${row}"[^>]*?)(/>|>(.*?)</row>)`, 's');
  if (old.test(text)) parts[path] = text.replace(old, xml);
  else if (line.test(text))
    parts[path] = text.replace(
      line,
      (_whole, head: string, _tail: string, inside?: string) => `${head}>${inside ?? ''}${xml}</row>`,
    );
  else parts[path] = text.replace('</sheetData>', `<row r="${row}">${xml}</row></sheetData>`);
}

/** Renames a sheet as Excel does: in the list, in names, in formulas. */
export function rename(parts: Record<string, string>, sheet: string, name: string): void {
  const book = parts['xl/workbook.xml'] ?? '';
  parts['xl/workbook.xml'] = book
    .replace(`name="${escaped(sheet)}"`, `name="${escaped(name)}"`)
    .replaceAll(`'${sheet}'!`, `'${name}'!`)
    .replaceAll(`>${sheet}!`, `>'${name}'!`);
  for (const path of Object.keys(parts).filter((one) => one.startsWith('xl/worksheets/sheet'))) {
    parts[path] = (parts[path] ?? '')
      .replaceAll(`'${sheet}'!`, `'${name}'!`)
      .replaceAll(`<f>${sheet}!`, `<f>'${name}'!`);
  }
}

/** The bench: after each write the file is as it would lie on the disk. */
export function xlsxBench(seed: Seed): Bench {
  let bytes = seedFile(seed);
  const edit = (change: (parts: Record<string, string>) => void): Promise<void> => {
    const parts = partsOf(bytes);
    change(parts);
    bytes = zip(parts);
    return Promise.resolve();
  };
  const open = async (): Promise<Workbook> => {
    const workbook = await openXlsx(bytes);
    return {
      ...workbook,
      write: async (report, how) => {
        const written = await workbook.write(report, how);
        bytes = await workbook.bytes();
        return written;
      },
    };
  };
  return {
    open,
    look: (sheet, cell) => Promise.resolve(look(partsOf(bytes), sheet, cell)),
    type: (sheet, cell, value) =>
      edit((parts) => {
        type(parts, sheet, cell, value);
      }),
    rename: (sheet, name) =>
      edit((parts) => {
        rename(parts, sheet, name);
      }),
  };
}
