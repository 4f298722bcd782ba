/** Reads a package into a Snapshot: tables named BIM_…, names, sheets of ours. */
import { contentHash, isMarkName, quotedSheet } from '../mark';
import type { Content, Mark } from '../mark';
import type { OwnedSheet, Snapshot } from '../workbook';
import { readBook } from './book';
import { boundTables } from './boundRanges';
import type { Book, SheetEntry } from './book';
import { dateFormats } from './numberFormats';
import { readable } from './package';
import type { Package } from './package';
import { readSheet } from './readSheet';
import type { CellContext, SheetCells } from './readSheet';
import { readTable, tableFrames } from './readTables';
import { readSharedStrings } from './text';
import { childOf, textOf } from './xml';

const TABLE_PREFIX = /^BIM_/i;
/** Days between the dates from which workbooks count: 1 January 1904 and (as it were) 0 January 1900. */
const DAYS_1904 = 1462;

/** Everything Realise reads of a workbook. */
export function readPackage(pkg: Package): Snapshot {
  const book = readBook(pkg);
  const sheets = lazySheets(pkg, book);
  const names = plainNames(book);
  return {
    sheets: book.sheets.map((sheet) => sheet.name),
    tables: [
      ...boundTables(book, names, sheets),
      ...book.sheets.flatMap((sheet) => {
        const frames =
          sheet.path === null
            ? []
            : tableFrames(pkg, sheet.name, sheet.path).filter((frame) => TABLE_PREFIX.test(frame.name));
        return frames.map((frame) => readTable(frame, sheets(sheet)));
      }),
    ],
    names,
    owned: book.marks.flatMap((mark) => owned(mark, book, sheets)),
    language: language(pkg),
    calculated: !book.manual,
  };
}

/** The sheets of ours, each with whether a user changed it. */
export function readOwned(pkg: Package): OwnedSheet[] {
  const book = readBook(pkg);
  const sheets = lazySheets(pkg, book);
  return book.marks.flatMap((mark) => owned(mark, book, sheets));
}

/** Reads each sheet at most once, and only if it is asked for. */
function lazySheets(pkg: Package, book: Book): (sheet: SheetEntry) => SheetCells {
  const read = new Map<SheetEntry, SheetCells>();
  let context: CellContext | null = null;
  return (sheet) => {
    context ??= cellContext(pkg, book);
    const path = sheet.path ?? '';
    const cells = read.get(sheet) ?? readable(path, () => readSheet(pkg.text(path), context ?? cellContext(pkg, book)));
    read.set(sheet, cells);
    return cells;
  };
}

function cellContext(pkg: Package, book: Book): CellContext {
  const part = (type: string): string | undefined =>
    pkg.relationships(book.path).find((entry) => entry.type === type && pkg.has(entry.target))?.target;
  const strings = part('sharedStrings');
  const styles = part('styles');
  return {
    strings: strings === undefined ? [] : readable(strings, () => readSharedStrings(pkg.text(strings))),
    dates: styles === undefined ? [] : dateFormats(pkg.tree(styles)),
    dateShift: book.counts1904 ? DAYS_1904 : 0,
  };
}

/** Whether a sheet of ours still holds what was written. A mark whose sheet has no cells is none. */
function owned(mark: Mark, book: Book, sheets: (sheet: SheetEntry) => SheetCells): OwnedSheet[] {
  const sheet = book.sheets.find((entry) => entry.name.toLowerCase() === mark.sheet.toLowerCase());
  if (!sheet || sheet.path === null) return [];
  return [
    { name: sheet.name, key: mark.key, stamp: mark.stamp, changed: contentHash(contents(sheets(sheet))) !== mark.hash },
  ];
}

function* contents(cells: SheetCells): Iterable<Content> {
  for (const { row, column, cell } of cells.all()) {
    const content = cell.formula ?? cell.error ?? cell.value;
    if (content !== null) yield { row, column, content };
  }
}

/** Names a user may bind to: not the application's own (`_xlnm.…`) and not our marks. */
function plainNames(book: Book): Snapshot['names'] {
  return book.names
    .filter((name) => !name.name.startsWith('_xlnm.') && !isMarkName(name.name))
    .map((name) => {
      const sheet = name.sheet === null ? undefined : book.sheets[name.sheet]?.name;
      return { name: sheet === undefined ? name.name : `${quotedSheet(sheet)}!${name.name}`, refersTo: name.refersTo };
    });
}

function language(pkg: Package): string {
  const core = pkg.relationships('').find((entry) => entry.type === 'core-properties' && pkg.has(entry.target));
  const stated = core && textOf(childOf(pkg.tree(core.target), 'language')).trim();
  return stated && /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(stated) ? stated : 'en';
}
