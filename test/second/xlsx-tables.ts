/** Reads the Excel Tables of an .xlsx file as plain data: just enough for the cases of this project. */
import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { XMLParser } from 'fast-xml-parser';
import type { Plain, PlainTable } from './sheet';

/** An XML element as the parser gives it: attributes begin with `@`. */
type Xml = string | { readonly [name: string]: Xml } | readonly Xml[] | undefined;

const LISTS = new Set(['si', 'r', 'row', 'c', 'sheet', 'Relationship', 'tableColumn', 't', 'tablePart']);
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  isArray: (name, _path, _leaf, isAttribute) => !isAttribute && LISTS.has(name),
});

const child = (xml: Xml, name: string): Xml =>
  typeof xml === 'object' && !Array.isArray(xml) ? (xml as Readonly<Record<string, Xml>>)[name] : undefined;
const list = (xml: Xml, name: string): readonly Xml[] => {
  const found = child(xml, name);
  return Array.isArray(found) ? (found as readonly Xml[]) : [];
};
const str = (xml: Xml): string => {
  const held = typeof xml === 'string' ? xml : child(xml, '#text');
  return typeof held === 'string' ? held : '';
};

/** The text of a string item: plain, or in runs. */
const itemText = (xml: Xml): string =>
  [...list(xml, 't'), ...list(xml, 'r').flatMap((run) => list(run, 't'))].map(str).join('');

/** `C7` → [7, 3]. */
const position = (ref: string): readonly [row: number, column: number] => {
  const [, letters = '', digits = ''] = /^\$?([A-Z]+)\$?(\d+)$/.exec(ref) ?? [];
  return [Number(digits), letters.split('').reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0)];
};

/** What a cell holds: a computed number is snapped to 15 significant digits. */
const cellValue = (cell: Xml, shared: readonly string[]): Plain => {
  const type = child(cell, '@t');
  if (type === 'inlineStr') return itemText(child(cell, 'is'));
  const held = child(cell, 'v');
  if (held === undefined) return null;
  const value = str(held);
  if (type === 's') return shared[Number(value)] ?? '';
  if (type === 'str' || type === 'e' || type === 'b') return value;
  return child(cell, 'f') === undefined ? Number(value) : Number(Number(value).toPrecision(15));
};

/** The parts of the package. */
class Parts {
  private readonly files: Record<string, Uint8Array>;
  constructor(path: string) {
    this.files = unzipSync(readFileSync(path));
  }
  xml(name: string): Xml {
    const file = this.files[name];
    return file === undefined ? undefined : (parser.parse(strFromU8(file)) as Xml);
  }
  /** Targets of a part's relations, by id. */
  relations(part: string): Map<string, string> {
    const own = posix.join(posix.dirname(part), '_rels', `${posix.basename(part)}.rels`);
    return new Map(
      list(child(this.xml(own), 'Relationships'), 'Relationship').map((relation) => {
        const target = str(child(relation, '@Target'));
        return [
          str(child(relation, '@Id')),
          target.startsWith('/') ? target.slice(1) : posix.join(posix.dirname(part), target),
        ];
      }),
    );
  }
}

const sheetCells = (sheet: Xml, shared: readonly string[]): Map<string, Plain> =>
  new Map(
    list(child(child(sheet, 'worksheet'), 'sheetData'), 'row').flatMap((row) =>
      list(row, 'c').map((cell) => [str(child(cell, '@r')), cellValue(cell, shared)] as const),
    ),
  );

const readTable = (xml: Xml, cells: ReadonlyMap<string, Plain>): PlainTable => {
  const table = child(xml, 'table');
  const [from = 'A1', to = 'A1'] = str(child(table, '@ref')).split(':');
  const [[top, left], [bottom, right]] = [position(from), position(to)];
  const byPosition = new Map([...cells].map(([ref, value]) => [position(ref).join(), value]));
  const rowAt = (row: number): Plain[] =>
    Array.from({ length: right - left + 1 }, (_, i) => byPosition.get(`${String(row)},${String(left + i)}`) ?? null);
  return {
    table: str(child(table, '@displayName')),
    headers: rowAt(top).map(String),
    rows: Array.from({ length: bottom - top }, (_, i) => rowAt(top + 1 + i)),
  };
};

/** Every table of the file whose name begins with `BIM_`, in the order of the sheets. */
export const readTables = (path: string): PlainTable[] => {
  const parts = new Parts(path);
  const shared = list(child(parts.xml('xl/sharedStrings.xml'), 'sst'), 'si').map(itemText);
  const relations = parts.relations('xl/workbook.xml');
  const sheets = list(child(child(parts.xml('xl/workbook.xml'), 'workbook'), 'sheets'), 'sheet');
  return sheets
    .flatMap((sheet) => {
      const part = relations.get(str(child(sheet, '@r:id'))) ?? '';
      const xml = parts.xml(part);
      const targets = [...parts.relations(part).values()].filter((target) => target.includes('/tables/'));
      const cells = sheetCells(xml, shared);
      return targets.map((target) => readTable(parts.xml(target), cells));
    })
    .filter((table) => /^BIM_/i.test(table.table));
};
