/**
 * The workbook as an .xlsx file, in Node and in the browser.
 *
 * The file is read from its own parts, so that a number is the double that stands there; writing adds parts
 * of ours and leaves every other part of the user's workbook, byte for byte, as it was.
 */
import { isSameBasis, MOVED } from './basis';
import { sheetsIn } from './book';
import type { ReadsSheets } from './sheets-read';
import type { Workbook } from './workbook';
import { blankPackage } from './xlsx/blank';
import { readBook } from './xlsx/book';
import { openPackage } from './xlsx/package';
import type { Package } from './xlsx/package';
import { readPackage } from './xlsx/read';
import { readBook as readWhole } from './xlsx/sheets';
import { writePackage } from './xlsx/write';

/** A workbook held in memory; `bytes` gives the file as it now stands. */
export interface XlsxWorkbook extends Workbook, ReadsSheets {
  bytes(): Promise<Uint8Array>;
}

/** Opens an .xlsx file. Rejects, in plain words, what is not one. */
export function openXlsx(bytes: Uint8Array): Promise<XlsxWorkbook> {
  return attempt(() => {
    const pkg = openPackage(bytes);
    readBook(pkg);
    return workbookOf(pkg);
  });
}

/** A new workbook without sheets, to write a report into. */
export function newXlsx(): XlsxWorkbook {
  return workbookOf(blankPackage());
}

function workbookOf(opened: Package): XlsxWorkbook {
  let pkg = opened;
  return {
    read: () => attempt(() => readPackage(pkg)),
    readSheets: () => attempt(() => sheetsIn(readWhole(pkg.bytes()))),
    write: (report, how = {}) =>
      attempt(() => {
        how.signal?.throwIfAborted();
        if (how.basis !== undefined && !isSameBasis(how.basis, readPackage(pkg))) throw new Error(MOVED);
        const copy = pkg.copy();
        const written = writePackage(copy, report, how.replace);
        pkg = copy;
        return written;
      }),
    show: () => Promise.resolve(),
    isEditing: () => Promise.resolve(false),
    bytes: () => attempt(() => pkg.bytes()),
  };
}

/** Runs now, and turns what is thrown into a rejection. */
function attempt<T>(act: () => T): Promise<T> {
  return new Promise((resolve) => {
    resolve(act());
  });
}
