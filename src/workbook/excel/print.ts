/** How a sheet prints: A4, so many pages or such a scale, titles, and a footer. */
import type { SheetSpec } from '../workbook';
import { columnLetters, rangeAddress } from './a1';

export function writePrint(sheet: Excel.Worksheet, { print }: SheetSpec): void {
  const page = sheet.pageLayout;
  page.orientation = print.orientation === 'landscape' ? 'Landscape' : 'Portrait';
  page.paperSize = 'A4';
  page.setPrintMargins('Inches', { top: 0.55, left: 0.55, right: 0.55, bottom: 0.65, footer: 0.3 });
  page.setPrintArea(rangeAddress(print.area));
  if (print.titleRows !== undefined)
    page.setPrintTitleRows(`$${String(print.titleRows[0])}:$${String(print.titleRows[1])}`);
  if (print.titleColumns !== undefined) {
    page.setPrintTitleColumns(`$${columnLetters(print.titleColumns[0])}:$${columnLetters(print.titleColumns[1])}`);
  }
  writePages(sheet, print.fit);
  const [left, centre, right] = print.footer;
  const footers = page.headersFooters.defaultForAllPages;
  footers.leftFooter = `&8${plainFooter(left)}`;
  footers.centerFooter = `&8${plainFooter(centre)}`;
  footers.rightFooter = `&8${plainFooter(right)}`;
}

/** Fit-to ignores page breaks in Excel, so a sheet of several pages has a scale and breaks of its own. */
function writePages(sheet: Excel.Worksheet, fit: SheetSpec['print']['fit']): void {
  if (fit === 'one page') {
    sheet.pageLayout.zoom = { horizontalFitToPages: 1, verticalFitToPages: 1 };
    return;
  }
  sheet.pageLayout.zoom = { scale: fit.scale };
  for (const row of fit.breaks) sheet.horizontalPageBreaks.add(`A${String(row)}`);
}

/** `&` begins a code in a footer; a digit after the size would be read as part of it. */
function plainFooter(text: string): string {
  const codes = text.replace(/&(?![PNDTAFZ&])/g, '&&');
  return /^\d/.test(codes) ? ` ${codes}` : codes;
}
