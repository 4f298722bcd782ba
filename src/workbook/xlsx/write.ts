/**
 * Writes a report into a package: our sheets with all that hangs on them, their styles, names and marks.
 * No other part is touched but the lists that must name ours (workbook, styles, content types, relationships).
 */
import { contentHash, markNames, quotedSheet } from '../mark';
import type { NameSpec, Report, Written } from '../workbook';
import { readBook } from './book';
import { addSheet, defineName, openOn, sheetIndex } from './bookParts';
import { coreProperties } from './blank';
import { readable } from './package';
import type { Package } from './package';
import { planWrite } from './plan';
import type { Place, Plan } from './plan';
import { areaText, columnLetters } from './references';
import { attach, detach, Parts, TYPES } from './sheetParts';
import { Styles } from './styles';
import { contentOf } from './writtenCells';
import { sheetXml } from './writtenSheet';
import { element, readXml, xmlDocument } from './xml';
import type { XmlElement } from './xml';

/** Writes into `pkg` itself: give it a copy, so that nothing is half-written if this throws. */
export function writePackage(pkg: Package, report: Report, replace: readonly string[] = []): Written {
  const book = readBook(pkg);
  const plan = planWrite(pkg, book, report, replace);
  if (book.sheets.length === 0) pkg.set('docProps/core.xml', coreProperties(report));
  for (const place of plan.places) if (place.over !== null) detach(pkg, place.over);
  const parts = new Parts(pkg);
  const styles = stylesOf(pkg, book.path, parts);
  const open = plan.places.find(({ spec }) => [spec.key, spec.name].includes(report.open)) ?? plan.places[0];
  deselectAll(pkg, book.path);
  for (const place of plan.places) writeSheet(parts, styles.list, plan, place, book, place === open);
  for (const { spec, name } of plan.places) printNames(book.root, spec.print, name);
  for (const name of report.names) globalName(book.root, name, plan);
  for (const place of plan.places) mark(book.root, report.stamp, place, plan);
  if (open) openOn(book.root, sheetIndex(book.root, open.name));
  pkg.set(styles.path, xmlDocument(styles.root));
  pkg.set(book.path, xmlDocument(book.root));
  dropCalculationChain(pkg, book.path);
  pkg.declare(parts.types, new Map([['vml', TYPES.vmlDrawing]]));
  for (const path of [...parts.written, styles.path, book.path])
    readable(path, () => {
      readXml(pkg.text(path), {});
    });
  return {
    sheets: plan.places.map(({ spec, name }) => ({ key: spec.key, name, cells: spec.cells.length })),
    kept: plan.kept,
  };
}

function writeSheet(
  parts: Parts,
  styles: Styles,
  plan: Plan,
  place: Place,
  book: { path: string; root: XmlElement },
  selected: boolean,
): void {
  const path = place.over ?? parts.free('worksheets/', 'sheet');
  if (place.over === null) {
    parts.pkg.set(path, '');
    addSheet(book.root, place.name, parts.pkg.relate(book.path, 'worksheet', path));
  }
  const attached = attach(parts, path, place);
  parts.put(path, sheetXml(place.spec, styles, attached, plan.follow, selected), 'worksheet');
}

interface StylesPart {
  readonly path: string;
  readonly root: XmlElement;
  readonly list: Styles;
}

/** The workbook's styles, or new ones where it has none. */
function stylesOf(pkg: Package, book: string, parts: Parts): StylesPart {
  const existing = pkg.relationships(book).find((entry) => entry.type === 'styles' && pkg.has(entry.target))?.target;
  const path = existing ?? parts.free('', 'styles');
  const root = existing === undefined ? newStyles() : pkg.tree(path);
  if (existing === undefined) {
    pkg.relate(book, 'styles', path);
    parts.put(path, '', 'styles');
  }
  return { path, root, list: new Styles(root) };
}

/** What Excel asks of a styles part at the least: a font, two fills, a border, a format. */
export function newStyles(): XmlElement {
  const pattern = (type: string): XmlElement => element('fill', {}, element('patternFill', { patternType: type }));
  const normal = { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0 };
  return element(
    'styleSheet',
    { xmlns: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main' },
    element(
      'fonts',
      { count: 1 },
      element('font', {}, element('sz', { val: 10 }), element('name', { val: 'Arial' }), element('family', { val: 2 })),
    ),
    element('fills', { count: 2 }, pattern('none'), pattern('gray125')),
    element(
      'borders',
      { count: 1 },
      element('border', {}, element('left'), element('right'), element('top'), element('bottom'), element('diagonal')),
    ),
    element('cellStyleXfs', { count: 1 }, element('xf', normal)),
    element('cellXfs', { count: 1 }, element('xf', { ...normal, xfId: 0 })),
    element('cellStyles', { count: 1 }, element('cellStyle', { name: 'Normal', xfId: 0, builtinId: 0 })),
  );
}

/** Two selected sheets would be a group, and what is typed into one would go into both. */
function deselectAll(pkg: Package, book: string): void {
  for (const entry of pkg.relationships(book)) {
    if (!entry.type.endsWith('sheet') || !pkg.has(entry.target)) continue;
    const text = pkg.text(entry.target);
    const plain = text.replace(/(<(?:\w+:)?sheetView\b[^>]*?)\s+tabSelected="(?:1|true)"/g, '$1');
    if (plain !== text) pkg.set(entry.target, plain);
  }
}

function printNames(root: XmlElement, print: Report['sheets'][number]['print'], name: string): void {
  const sheet = sheetIndex(root, name);
  const own = quotedSheet(name);
  defineName(root, '_xlnm.Print_Area', `${own}!${areaText(print.area.from, print.area.to, true)}`, sheet);
  const titles = [
    ...(print.titleColumns
      ? [`${own}!$${columnLetters(print.titleColumns[0])}:$${columnLetters(print.titleColumns[1])}`]
      : []),
    ...(print.titleRows ? [`${own}!$${String(print.titleRows[0])}:$${String(print.titleRows[1])}`] : []),
  ];
  if (titles.length > 0) defineName(root, '_xlnm.Print_Titles', titles.join(','), sheet);
}

function globalName(root: XmlElement, { name, sheet, range }: NameSpec, plan: Plan): void {
  const place = plan.places.find(({ spec }) => spec.name === sheet || spec.key === sheet);
  defineName(root, name, `${quotedSheet(place?.name ?? sheet)}!${areaText(range.from, range.to, true)}`, null);
}

/** The mark goes last: a sheet is ours once it is wholly written. A sheet that was kept loses it to the new one. */
function mark(root: XmlElement, stamp: string, { spec, name }: Place, plan: Plan): void {
  const contents = spec.cells.map((cell) => ({
    row: cell.row,
    column: cell.column,
    content: contentOf(cell.value, plan.follow),
  }));
  for (const entry of markNames({ key: spec.key, sheet: name, stamp, hash: contentHash(contents) }))
    defineName(root, entry.name, entry.refersTo, null, true);
}

/** The order of calculation would name cells that are gone, which Excel takes for damage; it makes a new one by itself. */
function dropCalculationChain(pkg: Package, book: string): void {
  for (const entry of pkg.relationships(book)) if (entry.type === 'calcChain') pkg.delete(entry.target);
  pkg.unrelate(book, (entry) => entry.type === 'calcChain');
}
