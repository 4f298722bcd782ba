/**
 * Every sheet of an .xlsx file as plain cells with their looks, for the sheet in the browser.
 *
 * It reads what is shown and edited, not all that a file may hold: the file itself is kept, and what a user
 * types is put back into it by `edit.ts`, so that nothing is lost that was not read.
 */
import type { Area, Book, BookSheet, BookTable } from '../book';
import { parseArea } from './sheets/address';
import { attributeIn, readCells, readStrings, scan } from './sheets/cells';
import { isDateFormat, readLooks, type Looks } from './sheets/looks';
import { partText, relations, sheetParts, unpack, workbookPath, type Parts } from './sheets/parts';
import { readConditions, readValidations } from './sheets/rules';
import { colourOf } from './sheets/colours';
import { all, attribute, first, isTrue, parseXml, unescapeText, type Element } from './sheets/xml';

/** Pixels of a column width in characters (7 pixels each, Calibri 11 and Arial 10 alike). */
const pixels = (width: number): number => Math.round(width * 7);
/** Pixels of a height in points. */
const heightPixels = (points: number): number => Math.round((points * 96) / 72);
/** Stands in for columns without a width in the file. */
const USUAL = { width: 64, height: 20 } as const;
const MOST_COLUMNS = 16384;

function readTable(parts: Parts, path: string): BookTable | null {
  const table = parseXml(partText(parts, path));
  const area = parseArea(attribute(table, 'ref'));
  if (area === null) return null;
  const headers = all(first(table, 'tableColumns'), 'tableColumn').map((column) =>
    unescapeText(attribute(column, 'name')),
  );
  const totals = Number(attribute(table, 'totalsRowCount') || 0);
  return {
    name: attribute(table, 'displayName') || attribute(table, 'name'),
    headers,
    ...area,
    bottom: area.bottom - totals,
  };
}

function readColumns(sheet: Element): Pick<BookSheet, 'widths' | 'hiddenColumns'> {
  const widths = new Map<number, number>();
  const hiddenColumns = new Set<number>();
  for (const column of all(first(sheet, 'cols'), 'col')) {
    const last = Math.min(Number(attribute(column, 'max')), MOST_COLUMNS);
    const from = Number(attribute(column, 'min'));
    // A width for "all the rest" would be thousands of columns that nobody sees.
    for (let at = from; at <= Math.min(last, from + 255); at += 1) {
      if (attribute(column, 'width') !== '') widths.set(at, pixels(Number(attribute(column, 'width'))));
      if (isTrue(attribute(column, 'hidden'))) hiddenColumns.add(at);
    }
  }
  return { widths, hiddenColumns };
}

function readRows(sheetData: string): Pick<BookSheet, 'heights' | 'hiddenRows'> {
  const heights = new Map<number, number>();
  const hiddenRows = new Set<number>();
  let row = 0;
  for (const line of scan(sheetData, 'row')) {
    row = Number(attributeIn(line.attributes, 'r')) || row + 1;
    const height = attributeIn(line.attributes, 'ht');
    if (height !== '') heights.set(row, heightPixels(Number(height)));
    if (isTrue(attributeIn(line.attributes, 'hidden'))) hiddenRows.add(row);
  }
  return { heights, hiddenRows };
}

function readFrozen(view: Element | undefined): BookSheet['frozen'] {
  const pane = first(view, 'pane');
  if (pane === undefined || !attribute(pane, 'state').startsWith('frozen')) return { rows: 0, columns: 0 };
  return { rows: Number(attribute(pane, 'ySplit') || 0), columns: Number(attribute(pane, 'xSplit') || 0) };
}

/** Links to other places of the workbook; those that lead out of it are left alone. */
const readLinks = (sheet: Element): BookSheet['links'] =>
  new Map(
    all(first(sheet, 'hyperlinks'), 'hyperlink').flatMap((link) => {
      const area = parseArea(attribute(link, 'ref'));
      const to = attribute(link, 'location');
      return area === null || to === '' ? [] : [[`${String(area.top)},${String(area.left)}`, to] as const];
    }),
  );

const BODY = /<(?:\w+:)?sheetData(?:\s[^>]*)?>([\s\S]*)<\/(?:\w+:)?sheetData\s*>/;

interface Place {
  readonly name: string;
  readonly hidden: boolean;
  readonly path: string;
}
interface Around {
  readonly parts: Parts;
  readonly strings: readonly string[];
  readonly looks: Looks;
  readonly dates: readonly boolean[];
}

function readSheet(around: Around, place: Place): BookSheet {
  const xml = partText(around.parts, place.path);
  const data = BODY.exec(xml)?.[1] ?? '';
  const sheet = parseXml(data === '' ? xml : xml.replace(data, () => ''));
  const view = first(first(sheet, 'sheetViews'), 'sheetView');
  const format = first(sheet, 'sheetFormatPr');
  const tables = relations(around.parts, place.path).filter((relation) => relation.type === 'table');
  const width = attribute(format, 'defaultColWidth');
  const height = attribute(format, 'defaultRowHeight');
  return {
    name: place.name,
    hidden: place.hidden,
    tab: colourOf(first(first(sheet, 'sheetPr'), 'tabColor'), []),
    gridlines: !['0', 'false'].includes(attribute(view, 'showGridLines')),
    cells: readCells(data, around.strings, around.dates),
    merges: all(first(sheet, 'mergeCells'), 'mergeCell')
      .map((merge): Area | null => parseArea(attribute(merge, 'ref')))
      .filter((area) => area !== null),
    width: width === '' ? USUAL.width : pixels(Number(width)),
    height: height === '' ? USUAL.height : heightPixels(Number(height)),
    ...readColumns(sheet),
    ...readRows(data),
    frozen: readFrozen(view),
    tables: tables.map((relation) => readTable(around.parts, relation.path)).filter((table) => table !== null),
    validations: readValidations(sheet),
    conditions: readConditions(sheet, around.looks.conditions),
    links: readLinks(sheet),
  };
}

/** Reads a workbook; throws an `Error` with a plain message where it is none. */
export function readBook(bytes: Uint8Array): Book {
  const parts = unpack(bytes);
  const path = workbookPath(parts);
  const places = sheetParts(parts);
  const workbook = parseXml(partText(parts, path));
  const strings = relations(parts, path).find((relation) => relation.type === 'sharedStrings');
  const looks = readLooks(parts);
  const around: Around = {
    parts,
    looks,
    strings: strings === undefined ? [] : readStrings(partText(parts, strings.path)),
    dates: looks.cells.map((look) => isDateFormat(look.format)),
  };
  const sheets = places.map((place) => readSheet(around, place));
  const active = sheets[Number(attribute(first(first(workbook, 'bookViews'), 'workbookView'), 'activeTab') || 0)];
  const names = all(first(workbook, 'definedNames'), 'definedName')
    .filter((name) => attribute(name, 'localSheetId') === '' && !attribute(name, 'name').startsWith('_xlnm'))
    .map((name) => ({ name: attribute(name, 'name'), refersTo: `=${name.text}` }));
  const open = active?.hidden === false ? active : sheets.find((sheet) => !sheet.hidden);
  if (open === undefined) throw new Error('This workbook has no sheet to show.');
  return { sheets, looks: looks.cells, names, open: open.name };
}
