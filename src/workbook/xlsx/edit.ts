/**
 * Puts cells that a user typed back into the file they came from. Every part that is not touched stays as it is,
 * byte for byte: charts, styles, names, validations, macros and whatever else the file holds.
 */
import { strToU8, zipSync } from 'fflate';
import type { BookTable, CellEdit, TableEdit } from '../book';
import { attributeIn, readStrings } from './sheets/cells';
import { partText, relations, sheetParts, unpack, workbookPath, type Parts } from './sheets/parts';
import { putCells, type CellPut } from './sheets/rows';
import { growTablePart } from './sheets/table-part';

const BODY = /(<(?:\w+:)?sheetData(?:\s[^>]*)?)(?:\/>|>([\s\S]*)<\/((?:\w+:)?sheetData)\s*>)/;

const within = (table: BookTable, row: number, column: number): boolean =>
  row > table.top && row <= table.bottom && column >= table.left && column <= table.right;

/** Header cells hold what the table's columns are called, or Excel would mend the file on opening it. */
const headerPuts = (table: BookTable): readonly CellPut[] =>
  table.headers.map((header, index) => ({
    row: table.top,
    column: table.left + index,
    cell: { value: header },
    inherit: false,
  }));

function editSheet(
  parts: Parts,
  path: string,
  strings: readonly string[],
  cells: readonly CellEdit[],
  tables: readonly BookTable[],
): void {
  const puts = new Map<string, CellPut>();
  const put = (one: CellPut): void => {
    puts.set(`${String(one.row)},${String(one.column)}`, one);
  };
  for (const { row, column, cell } of cells)
    put({ row, column, cell, inherit: tables.some((table) => within(table, row, column)) });
  for (const table of tables) headerPuts(table).forEach(put);
  const xml = partText(parts, path);
  const found = BODY.exec(xml);
  if (found === null) throw new Error('A sheet of this file cannot be changed: it has no cells.');
  const data = putCells(found[2] ?? '', [...puts.values()], strings);
  const name = /<((?:\w+:)?sheetData)/.exec(found[0])?.[1] ?? 'sheetData';
  const body = `<${name}>${data}</${name}>`;
  parts.set(
    path,
    strToU8(
      xml.replace(found[0], () => body).replace(/<(?:\w+:)?dimension\s[^>]*?(?:\/>|>\s*<\/(?:\w+:)?dimension\s*>)/, ''),
    ),
  );
  for (const table of tables) editTable(parts, path, table);
}

function editTable(parts: Parts, sheet: string, table: BookTable): void {
  const part = relations(parts, sheet).find(
    (relation) =>
      relation.type === 'table' &&
      [attributeIn(/<(?:\w+:)?table\s[^>]*>/.exec(partText(parts, relation.path))?.[0] ?? '', 'displayName')].includes(
        table.name,
      ),
  );
  if (part !== undefined) parts.set(part.path, strToU8(growTablePart(partText(parts, part.path), table)));
}

/** Excel keeps an order of calculation; where a formula has gone it must not be named there, so the list goes. */
function dropCalculationChain(parts: Parts): void {
  const workbook = workbookPath(parts);
  const chain = relations(parts, workbook).find((relation) => relation.type === 'calcChain');
  if (chain === undefined) return;
  parts.delete(chain.path);
  const list = workbook.replace(/([^/]*)$/, '_rels/$1.rels');
  parts.set(
    list,
    strToU8(partText(parts, list).replace(/<Relationship\s[^>]*?\/calcChain"[^>]*?(?:\/>|>\s*<\/Relationship>)/, '')),
  );
  const types = '[Content_Types].xml';
  parts.set(
    types,
    strToU8(
      partText(parts, types).replace(
        new RegExp(`<Override\\s[^>]*?PartName="/${chain.path.replaceAll('.', '\\.')}"[^>]*?(?:/>|>\\s*</Override>)`),
        '',
      ),
    ),
  );
}

/** Formulas that depend on what was typed are worked out anew when Excel opens the file. */
function recalculateOnOpening(parts: Parts): void {
  const path = workbookPath(parts);
  const xml = partText(parts, path);
  const tag = /<(?:\w+:)?calcPr(?=[\s/>])[^>]*>/.exec(xml)?.[0];
  if (tag !== undefined) {
    const next = tag
      .replace(/\sfullCalcOnLoad\s*=\s*(?:"[^"]*"|'[^']*')/, '')
      .replace(/\s*(\/?>)$/, ' fullCalcOnLoad="1"$1');
    parts.set(path, strToU8(xml.replace(tag, () => next)));
    return;
  }
  const before = /[\s\S]*<\/(?:\w+:)?(?:definedNames|externalReferences|functionGroups|sheets)\s*>/.exec(xml)?.[0];
  if (before !== undefined)
    parts.set(path, strToU8(`${before}<calcPr calcId="191029" fullCalcOnLoad="1"/>${xml.slice(before.length)}`));
}

/** The file with what was typed in it; the same bytes where nothing was. */
export function editFile(bytes: Uint8Array, cells: readonly CellEdit[], tables: readonly TableEdit[]): Uint8Array {
  if (cells.length === 0 && tables.length === 0) return bytes;
  const parts = unpack(bytes);
  const strings = relations(parts, workbookPath(parts)).find((relation) => relation.type === 'sharedStrings');
  const words = strings === undefined ? [] : readStrings(partText(parts, strings.path));
  for (const { name, path } of sheetParts(parts)) {
    const here = cells.filter((edit) => edit.sheet === name);
    const grown = tables.filter((edit) => edit.sheet === name).map((edit) => edit.table);
    if (here.length > 0 || grown.length > 0) editSheet(parts, path, words, here, grown);
  }
  dropCalculationChain(parts);
  recalculateOnOpening(parts);
  return zipSync(Object.fromEntries(parts), { level: 6 });
}
